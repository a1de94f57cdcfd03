import { createRequire } from 'node:module';
import { BOT_ID } from './bot-account.js';
import { Refusal } from './refusal.js';

type Jose = typeof import('jose');

const load = createRequire(import.meta.url);

/** Loaded with the first token: it comes in some fifty files. */
const jose = (): Jose => load('jose') as Jose;

/** Whom a token speaks for, and in which conversation. */
export interface Claims {
  readonly conversationId: string;
  readonly userId: string;
}

/** What a token is good for: every call of one conversation, or opening its stream once connected. */
type Use = 'conversation' | 'stream';

export interface TokenOptions {
  /** The secret that signs; at least 32 bytes, the strength of HS256. */
  readonly key: Uint8Array;
  /** Seconds a conversation token is valid. Clients refresh every 15 minutes, assuming 1800. */
  readonly lifetimeSeconds: number;
  /** The time in milliseconds, for tests. */
  readonly now?: () => number;
}

/** Issues and verifies the tokens of Direct Line: JWTs, because clients read `user` and `conv` in them. */
export interface Tokens {
  readonly lifetimeSeconds: number;
  issue(claims: Claims): Promise<string>;
  /** Verifies an `Authorization` header. Rejects with `Refusal` 401 or 403. */
  verify(authorization: string | undefined): Promise<Claims>;
  /** A token of 60 seconds that stands in a stream's URL, where no header can be sent. */
  issueStream(claims: Claims): Promise<string>;
  /** Verifies the token of a stream's URL. Rejects with `Refusal` 401 or 403. */
  verifyStream(token: string | undefined): Promise<Claims>;
}

const STREAM_LIFETIME_SECONDS = 60;
const ALGORITHM = 'HS256';
const MINIMUM_KEY_BYTES = 32;

/** Throws `RangeError` when the key is too short to sign safely. */
export function createTokens({ key, lifetimeSeconds, now = Date.now }: TokenOptions): Tokens {
  if (key.length < MINIMUM_KEY_BYTES) {
    throw new RangeError(
      `The Direct Line key has ${key.length} bytes: give it at least ${MINIMUM_KEY_BYTES}.`,
    );
  }

  async function sign({ conversationId, userId }: Claims, use: Use, lifetime: number): Promise<string> {
    const { SignJWT } = jose();
    const issuedAt = Math.floor(now() / 1000);
    return new SignJWT({ bot: BOT_ID, conv: conversationId, user: userId, use })
      .setProtectedHeader({ alg: ALGORITHM, typ: 'JWT' })
      .setIssuedAt(issuedAt)
      .setExpirationTime(issuedAt + lifetime)
      .sign(key);
  }

  async function claimsOf(token: string, use: Use): Promise<Claims> {
    const { errors, jwtVerify } = jose();
    try {
      const { payload } = await jwtVerify(token, key, {
        algorithms: [ALGORITHM],
        currentDate: new Date(now()),
        requiredClaims: ['exp'],
      });
      const { bot, conv, user } = payload;
      if (bot === BOT_ID && payload.use === use && typeof conv === 'string' && typeof user === 'string') {
        return { conversationId: conv, userId: user };
      }
    } catch (cause) {
      throw refusalFor(cause, errors);
    }
    throw new Refusal(403, 'BadArgument', 'The token is not valid for this call.');
  }

  return {
    lifetimeSeconds,
    issue: (claims) => sign(claims, 'conversation', lifetimeSeconds),
    async verify(authorization) {
      if (!authorization) throw new Refusal(401, 'BadArgument', 'The token is missing.');
      const token = /^Bearer +(\S+)$/i.exec(authorization)?.[1];
      if (token === undefined)
        throw new Refusal(401, 'BadArgument', 'Send "Authorization: Bearer" and a token.');
      return claimsOf(token, 'conversation');
    },
    issueStream: (claims) => sign(claims, 'stream', STREAM_LIFETIME_SECONDS),
    async verifyStream(token) {
      if (!token) throw new Refusal(401, 'BadArgument', 'The token is missing.');
      return claimsOf(token, 'stream');
    },
  };
}

function refusalFor(cause: unknown, errors: Jose['errors']): unknown {
  if (cause instanceof errors.JWTExpired) {
    return new Refusal(403, 'TokenExpired', 'The token has expired.', { cause });
  }
  if (cause instanceof errors.JWSInvalid || cause instanceof errors.JWTInvalid) {
    return new Refusal(401, 'BadArgument', 'The token is malformed.', { cause });
  }
  if (cause instanceof errors.JOSEError) {
    return new Refusal(403, 'BadArgument', 'The token is not valid.', { cause });
  }
  return cause;
}

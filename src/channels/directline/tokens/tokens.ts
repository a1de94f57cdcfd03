import type { JWTPayload } from 'jose';
import { late } from '../../../late/late.js';
import { BOT_ID } from '../protocol/bot-account.js';
import { Refusal } from '../protocol/refusal.js';
import { keyRing, type LookForKey } from './key-ring.js';

type Jose = typeof import('jose');

/** Loaded with the first token: it comes in some fifty files. */
const jose = late<Jose>('jose');

/** Whom a token speaks for, and in which conversation. */
export interface Claims {
  readonly conversationId: string;
  readonly userId: string;
  /** When the first token of the conversation was given, in seconds since 1970; undefined: now. */
  readonly since?: number;
}

/** What a token is good for: every call of one conversation, or opening its stream once connected. */
type TokenUse = 'conversation' | 'stream' | 'pass';

export interface TokenOptions {
  /** The secret that signs; at least 32 bytes, the strength of HS256. */
  readonly key: Uint8Array;
  /** Where instances share the key and may lose it: which it is by now. */
  readonly lookForKey?: LookForKey | undefined;
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
  /** What a browser keeps so that whoever uses it is the same person next time. */
  issuePass(userId: string): Promise<string>;
  /** The user of a pass that was given here; undefined for anything else. Never rejects. */
  passedUser(pass: unknown): Promise<string | undefined>;
  /** Verifies the token of a stream's URL. Rejects with `Refusal` 401 or 403. */
  verifyStream(token: string | undefined): Promise<Claims>;
}

/** A token is refreshed for a week: nobody speaks under one that got away for ever. */
const MOST_SECONDS = 7 * 24 * 60 * 60;
const STREAM_LIFETIME_SECONDS = 60;
/** A pass is given anew with each conversation; who stays away for longer than a year is somebody new. */
const PASS_SECONDS = 400 * 24 * 60 * 60;
const LONGEST_PASS = 1000;
const ALGORITHM = 'HS256';
const MINIMUM_KEY_BYTES = 32;

/** Throws `RangeError` when the key is too short to sign safely. */
export function createTokens({ key, lookForKey, lifetimeSeconds, now = Date.now }: TokenOptions): Tokens {
  if (key.length < MINIMUM_KEY_BYTES) {
    throw new RangeError(
      `The Direct Line key has ${key.length} bytes: give it at least ${MINIMUM_KEY_BYTES}.`,
    );
  }

  const ring = keyRing(key, lookForKey);

  async function sign(claims: Claims, use: TokenUse, lifetime: number): Promise<string> {
    const { SignJWT } = jose();
    const issuedAt = Math.floor(now() / 1000);
    const { conversationId, userId, since = issuedAt } = claims;
    return new SignJWT({ bot: BOT_ID, conv: conversationId, user: userId, use, since })
      .setProtectedHeader({ alg: ALGORITHM, typ: 'JWT' })
      .setIssuedAt(issuedAt)
      .setExpirationTime(Math.min(issuedAt + lifetime, since + MOST_SECONDS))
      .sign(await ring.signing());
  }

  async function payloadOf(token: string): Promise<JWTPayload> {
    const { errors, jwtVerify } = jose();
    const options = { algorithms: [ALGORITHM], currentDate: new Date(now()), requiredClaims: ['exp'] };
    let unsigned: unknown;
    for (const each of ring.believed()) {
      try {
        return (await jwtVerify(token, each, options)).payload;
      } catch (error) {
        if (!(error instanceof errors.JWSSignatureVerificationFailed)) throw error;
        unsigned = error;
      }
    }
    // Another instance may sign with another key by now.
    if (await ring.renew()) return payloadOf(token);
    throw unsigned;
  }

  async function claimsOf(token: string, use: TokenUse): Promise<Claims> {
    const { errors } = jose();
    try {
      const payload = await payloadOf(token);
      const { bot, conv, user } = payload;
      if (bot === BOT_ID && payload.use === use && typeof conv === 'string' && typeof user === 'string') {
        // Those that were given before this was written in them begin now.
        return { conversationId: conv, userId: user, since: Number(payload.since ?? payload.iat) };
      }
    } catch (cause) {
      throw refusalFor(cause, errors);
    }
    throw new Refusal(403, 'BadArgument', 'The token is not valid for this call.');
  }

  async function issuePass(userId: string): Promise<string> {
    const { SignJWT } = jose();
    const issuedAt = Math.floor(now() / 1000);
    const use: TokenUse = 'pass';
    return new SignJWT({ bot: BOT_ID, user: userId, use })
      .setProtectedHeader({ alg: ALGORITHM, typ: 'JWT' })
      .setIssuedAt(issuedAt)
      .setExpirationTime(issuedAt + PASS_SECONDS)
      .sign(await ring.signing());
  }

  async function passedUser(pass: unknown): Promise<string | undefined> {
    if (typeof pass !== 'string' || pass.length > LONGEST_PASS) return undefined;
    try {
      const { bot, use, user } = await payloadOf(pass);
      return bot === BOT_ID && use === 'pass' && typeof user === 'string' ? user : undefined;
    } catch {
      return undefined;
    }
  }

  return {
    lifetimeSeconds,
    issuePass,
    passedUser,
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

import type { Request, Response, Server } from 'restify';
import { callerAddress } from '../limits/caller.js';
import type { RateLimit } from '../limits/rate.js';
import { limitCalls } from '../limits/too-many.js';
import { userIdFrom } from './directline/conversations.js';
import { allowOrigins } from './directline/cross-origin.js';
import { parseObject } from './directline/inbound.js';
import { calledHost, type OriginOptions } from './directline/origins.js';
import { Refusal } from './directline/refusal.js';

/** Microsoft's Direct Line service, in place of the embedded server. */
export interface DirectLineService {
  /** Where it is, such as `https://directline.botframework.com`. */
  readonly base: string;
  /** A key of the bot's Direct Line channel: whoever has it may speak as anybody. It never leaves this process. */
  readonly secret: string;
}

/** What a page needs to chat: good for one conversation of one person. */
export interface ServiceToken {
  readonly token: string;
  readonly conversationId: string;
  /** The address that clients call, such as `https://directline.botframework.com/v3/directline`. */
  readonly domain: string;
  /** Seconds, as the service counts them. */
  readonly expires_in: number;
}

const FOLDER = '/api/direct-line';
/** Where pages get a token. */
export const TOKEN_PATH = `${FOLDER}/token`;

/** How long the service may take, in milliseconds; somebody waits for the chat to open. */
const PATIENCE = 5000;

export function serviceDomain(base: string): string {
  return `${base}/v3/directline`;
}

/** In place of the service's own words, which are for whoever knows the secret. */
function refusalFor(status: number): Refusal {
  if (status === 401 || status === 403) {
    return new Refusal(
      502,
      'ServiceError',
      'Direct Line refused this bot: its operator must set DIRECT_LINE_SECRET to a key of its Direct Line channel.',
    );
  }
  if (status === 429) return new Refusal(503, 'ServiceError', 'Direct Line is busy: try again in a minute.');
  return new Refusal(502, 'ServiceError', `Direct Line failed (${status}): try again.`);
}

function readToken(answer: unknown, base: string): ServiceToken {
  const { token, conversationId, expires_in } = parseObject(answer) ?? {};
  if (typeof token === 'string' && typeof conversationId === 'string' && typeof expires_in === 'number') {
    return { token, conversationId, domain: serviceDomain(base), expires_in };
  }
  throw new Refusal(502, 'ServiceError', 'Direct Line answered something that is no token: try again.');
}

/**
 * Asks the service for a token. Rejects with `Refusal` 502 or 503; nothing of the secret is in it.
 * @param trustedOrigins whose pages may use the token; none: the service does not look
 * @param patience in milliseconds
 */
export async function generateToken(
  { base, secret }: DirectLineService,
  userId: string,
  trustedOrigins: readonly string[],
  patience = PATIENCE,
): Promise<ServiceToken> {
  const wanted = { user: { id: userId }, ...(trustedOrigins.length > 0 && { trustedOrigins }) };
  let response: globalThis.Response;
  let answer: unknown;
  try {
    response = await fetch(`${serviceDomain(base)}/tokens/generate`, {
      method: 'POST',
      headers: { authorization: `Bearer ${secret}`, 'content-type': 'application/json' },
      body: JSON.stringify(wanted),
      // Whoever redirects would be sent the secret as well.
      redirect: 'error',
      signal: AbortSignal.timeout(patience),
    });
    const text = await response.text();
    answer = response.ok ? JSON.parse(text) : undefined;
  } catch (cause) {
    if (cause instanceof SyntaxError) return readToken(undefined, base);
    throw new Refusal(502, 'ServiceError', 'Direct Line cannot be reached: try again.', { cause });
  }
  if (!response.ok) throw refusalFor(response.status);
  return readToken(answer, base);
}

export interface TokenRouteOptions extends OriginOptions {
  readonly service: DirectLineService;
  /** How many tokens one address may have; each is a conversation. Without it, as many as it likes. */
  readonly limit?: RateLimit;
  /** In place of the usual five seconds, for tests. */
  readonly patience?: number;
  /** Told of every failure of the service, for the server's log. */
  readonly onError: (error: unknown) => void;
}

/** The origin of our own pages, as the browser knows it. */
function ownOrigin(req: Request, trustProxy: boolean): readonly string[] {
  const forwarded = trustProxy ? req.headers['x-forwarded-proto'] : undefined;
  const isSecure = forwarded === undefined ? req.isSecure() : /^https\b/i.test(String(forwarded));
  const own = `${isSecure ? 'https' : 'http'}://${calledHost(req.headers, trustProxy)}`;
  return URL.canParse(own) ? [new URL(own).origin] : [];
}

/** `POST /api/direct-line/token`: a token of the service for one new conversation. Pages of the allowed origins may ask. */
export function directLineTokenRoute(server: Server, options: TokenRouteOptions): void {
  const { service, allowedOrigins, trustProxy, limit, patience, onError } = options;

  /** '*' is no origin, and with it the service would have to trust nobody else. */
  function trusted(req: Request): readonly string[] {
    if (allowedOrigins.includes('*')) return [];
    return [...new Set([...ownOrigin(req, trustProxy), ...allowedOrigins])];
  }

  allowOrigins(server, FOLDER, options);
  if (limit !== undefined) {
    limitCalls(server, {
      counted(req) {
        if (req.path() !== TOKEN_PATH || req.method === 'OPTIONS') return undefined;
        return Promise.resolve({ limit, caller: `address ${callerAddress(req, trustProxy)}` });
      },
    });
  }

  server.post(TOKEN_PATH, async (req: Request, res: Response) => {
    res.setHeader('Cache-Control', 'no-store');
    // Whoever comes back keeps their id, and the language chosen under it; others get 128 random bits.
    const userId = userIdFrom(parseObject(parseObject(req.body)?.user)?.id);
    try {
      res.json(200, await generateToken(service, userId, trusted(req), patience));
    } catch (error) {
      onError(error);
      const { status, body } =
        error instanceof Refusal ? error : new Refusal(500, 'ServerError', 'Try again.');
      res.json(status, body);
    }
  });
}

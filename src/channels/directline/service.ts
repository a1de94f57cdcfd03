import type { Request, Server } from 'restify';
import { boundedText } from '../../async/bounded-text.js';
import { callerAddress } from '../../limits/caller.js';
import { limitCalls } from '../../limits/too-many.js';
import { answering } from './answering.js';
import { type CallLimits, newConversation } from './callers/call-limits.js';
import { allowOrigins } from './callers/cross-origin.js';
import { calledHost, isCalledSecurely, type OriginOptions } from './callers/origins.js';
import { browserUser } from './conversations.js';
import { parseObject } from './protocol/received.js';
import { Refusal } from './protocol/refusal.js';
import type { DirectLineService } from './service-setting.js';
import type { Tokens } from './tokens/tokens.js';

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
const TIMEOUT = 5000;
/** In bytes; a token is some 1 KB. */
const LONGEST_ANSWER = 64 * 1024;

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
 * @param timeout in milliseconds
 */
export async function generateToken(
  { base, secret }: DirectLineService,
  userId: string,
  trustedOrigins: readonly string[],
  timeout = TIMEOUT,
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
      signal: AbortSignal.timeout(timeout),
    });
    const text = await boundedText(response.body ?? [], LONGEST_ANSWER);
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
  /** Gives browsers what they are known by next time. */
  readonly tokens: Pick<Tokens, 'issuePass' | 'passedUser'>;
  /** How many tokens one address may have; each is a conversation. Without them, as many as it likes. */
  readonly limits?: Pick<CallLimits, 'conversations' | 'conversationsOfDay'>;
  /** In place of the usual five seconds, for tests. */
  readonly timeout?: number;
  /** Told of every failure of the service, for the server's log. */
  readonly onError: (error: unknown) => void;
}

/** The origin of our own pages, as the browser knows it. */
function ownOrigin(req: Request, trustProxy: boolean): readonly string[] {
  const own = `${isCalledSecurely(req, trustProxy) ? 'https' : 'http'}://${calledHost(req.headers, trustProxy)}`;
  return URL.canParse(own) ? [new URL(own).origin] : [];
}

/** `POST /api/direct-line/token`: a token of the service for one new conversation. Pages of the allowed origins may ask. */
export function directLineTokenRoute(server: Server, options: TokenRouteOptions): void {
  const { service, tokens, allowedOrigins, trustProxy, limits, timeout, onError } = options;

  /** '*' is no origin, and with it the service would have to trust nobody else. */
  function trusted(req: Request): readonly string[] {
    if (allowedOrigins.includes('*')) return [];
    return [...new Set([...ownOrigin(req, trustProxy), ...allowedOrigins])];
  }

  allowOrigins(server, FOLDER, options);
  if (limits !== undefined) {
    limitCalls(server, {
      counted(req) {
        if (req.path() !== TOKEN_PATH || req.method === 'OPTIONS') return undefined;
        return Promise.resolve(newConversation(limits, `address ${callerAddress(req, trustProxy)}`));
      },
    });
  }

  const token = answering(async (req) => {
    // Whoever comes back keeps their id, and what was chosen under it; others get 128 random bits.
    const { userId, pass } = await browserUser(parseObject(req.body) ?? {}, tokens);
    const token = await generateToken(service, userId, trusted(req), timeout);
    return { status: 200, body: { ...token, ...(pass === undefined ? {} : { pass }) } };
  }, onError);
  server.post(TOKEN_PATH, token);
}

import { randomUUID } from 'node:crypto';
import type { Request, Server } from 'restify';
import { callerAddress } from '../../limits/caller.js';
import type { Store } from '../../storage/store.js';
import type { Call } from '../seam/incoming-call.js';
import { answering, bodyOf } from './answering.js';
import { type CallLimits, limitDirectLine } from './callers/call-limits.js';
import { allowOrigins } from './callers/cross-origin.js';
import { calledHost, isCalledSecurely } from './callers/origins.js';
import { refuseUploads } from './callers/uploads.js';
import { browserUser, newConversationId, openConversations } from './conversations.js';
import { type ActivityLog, END, isSaid, type LoggedActivity } from './log/activity-log.js';
import { BASE_PATH, CONVERSATION_PATH, streamPath } from './protocol/paths.js';
import { parseInbound } from './protocol/received.js';
import { Refusal } from './protocol/refusal.js';
import { parseWatermark } from './protocol/watermark.js';
import { directLineStream, type StreamLimits } from './stream.js';
import type { Claims, Tokens } from './tokens/tokens.js';

/** In characters; more of it would be nobody's language. */
const LONGEST_LOCALE = 100;

export interface DirectLineOptions {
  readonly tokens: Tokens;
  readonly log: ActivityLog;
  /** Remembers which conversations were started, under keys that begin with `directline:`. */
  readonly store: Store;
  /** Runs one turn of the bot: the adapter's `receive`. */
  readonly receive: (activity: LoggedActivity, call: Call) => Promise<void>;
  /** Told of each call that is being answered: what it began is to be finished, also where its caller has gone. */
  readonly track?: <T>(begun: Promise<T>) => Promise<T>;
  readonly botName: string;
  /** Origins whose pages may chat, such as `https://contoso.com`; '*' allows any. The own origin needs none. */
  readonly allowedOrigins: readonly string[];
  /** Whether a proxy in front sets X-Forwarded-Proto, -Host and -For; otherwise anyone could. */
  readonly trustProxy: boolean;
  /** How often a caller may call; without it, as often as they like. */
  readonly limits?: CallLimits;
  /** How much streams may hold, in place of the usual. */
  readonly streams?: Partial<StreamLimits>;
  /** Told of every failure that is not the client's, for the server's log. */
  readonly onError: (error: unknown) => void;
}

/**
 * Serves Direct Line 3.0 below /v3/directline, so that Web Chat needs no other service. Expects the server to
 * parse JSON bodies, and to limit them. The returned function ends the open streams; the store
 * and the log stay open.
 */
export function directLineRoutes(server: Server, options: DirectLineOptions): () => Promise<void> {
  const { tokens, log, limits, trustProxy, track = (begun) => begun, onError } = options;
  const conversations = openConversations(options);

  const answer = (handle: Parameters<typeof answering>[0]) => answering((req) => track(handle(req)), onError);

  /** The claims of a call about one conversation that its token is for and that was started. */
  async function claimsFor(req: Request): Promise<Claims> {
    const claims = await tokens.verify(req.headers.authorization);
    if (claims.conversationId !== req.params.conversationId) {
      throw new Refusal(403, 'BadArgument', 'The token is for another conversation.');
    }
    if (!(await conversations.isStarted(claims.conversationId))) {
      throw new Refusal(404, 'ConversationNotFound', 'This conversation was not started, or is forgotten.');
    }
    return claims;
  }

  async function tokenBody(claims: Claims): Promise<object> {
    const token = await tokens.issue(claims);
    return { conversationId: claims.conversationId, token, expires_in: tokens.lifetimeSeconds };
  }

  async function streamUrl(req: Request, claims: Claims, watermark: number): Promise<string> {
    const scheme = isCalledSecurely(req, options.trustProxy) ? 'wss' : 'ws';
    const query = new URLSearchParams({ watermark: String(watermark), t: await tokens.issueStream(claims) });
    const host = calledHost(req.headers, options.trustProxy) ?? 'localhost';
    return `${scheme}://${host}${streamPath(claims.conversationId)}?${query}`;
  }

  allowOrigins(server, BASE_PATH, options);
  if (limits !== undefined) limitDirectLine(server, { limits, tokens, trustProxy });
  refuseUploads(server);

  server.post(
    `${BASE_PATH}/tokens/generate`,
    answer(async (req) => {
      const { userId, pass } = await browserUser(bodyOf(req), tokens);
      const body = await tokenBody({ conversationId: newConversationId(), userId });
      return { status: 200, body: { ...body, ...(pass === undefined ? {} : { pass }) } };
    }),
  );

  server.post(
    `${BASE_PATH}/tokens/refresh`,
    answer(async (req) => {
      const claims = await tokens.verify(req.headers.authorization);
      return { status: 200, body: await tokenBody(claims) };
    }),
  );

  server.post(
    `${BASE_PATH}/conversations`,
    answer(async (req) => {
      const claims = await tokens.verify(req.headers.authorization);
      const wish = bodyOf(req).locale;
      const locale = typeof wish === 'string' ? wish.slice(0, LONGEST_LOCALE) : undefined;
      const started = await conversations.start(claims, callerAddress(req, trustProxy), locale);
      // From the beginning: the greeting is older than the stream, and a second POST may be a retry.
      const body = { ...(await tokenBody(claims)), streamUrl: await streamUrl(req, claims, 0) };
      return { status: started === 'new' ? 201 : 200, body };
    }),
  );

  server.get(
    CONVERSATION_PATH,
    answer(async (req) => {
      const claims = await claimsFor(req);
      const asked = parseWatermark(watermarkOf(req));
      const watermark = asked ?? (await log.read(claims.conversationId, END)).watermark;
      const body = { ...(await tokenBody(claims)), streamUrl: await streamUrl(req, claims, watermark) };
      return { status: 200, body };
    }),
  );

  server.get(
    `${CONVERSATION_PATH}/activities`,
    answer(async (req) => {
      const { conversationId } = await claimsFor(req);
      const page = await log.read(conversationId, parseWatermark(watermarkOf(req)) ?? 0);
      const activities = page.activities.filter(isSaid);
      return { status: 200, body: { activities, watermark: String(page.watermark) } };
    }),
  );

  server.post(
    `${CONVERSATION_PATH}/activities`,
    answer(async (req) => {
      const claims = await claimsFor(req);
      const id = await conversations.post(claims, callerAddress(req, trustProxy), parseInbound(req.body));
      return { status: 200, body: { id } };
    }),
  );

  server.get(
    `${BASE_PATH}/session/getsessionid`,
    answer(async (req) => {
      await tokens.verify(req.headers.authorization);
      return { status: 200, body: { sessionId: randomUUID() } };
    }),
  );

  return directLineStream(server, options);
}

/** As the address says it: a text, several of them, or undefined. */
function watermarkOf(req: Request): unknown {
  const all = new URLSearchParams(req.getQuery()).getAll('watermark');
  return all.length > 1 ? all : all[0];
}

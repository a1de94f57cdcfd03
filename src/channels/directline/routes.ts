import { randomUUID } from 'node:crypto';
import type { Request, Response, Server } from 'restify';
import type { Store } from '../../storage/store.js';
import { type ActivityLog, END, isSaid, type LoggedActivity } from './activity-log.js';
import { type CallLimits, limitDirectLine } from './call-limits.js';
import { newConversationId, openConversations, userIdFrom } from './conversations.js';
import { allowOrigins } from './cross-origin.js';
import { parseInbound, parseObject } from './inbound.js';
import { calledHost } from './origins.js';
import { BASE_PATH, CONVERSATION_PATH, streamPath } from './paths.js';
import { badArgument, Refusal } from './refusal.js';
import { directLineStream } from './stream.js';
import type { Claims, Tokens } from './tokens.js';
import { refuseUploads } from './uploads.js';
import { parseWatermark } from './watermark.js';

export interface DirectLineOptions {
  readonly tokens: Tokens;
  readonly log: ActivityLog;
  /** Remembers which conversations were started, under keys that begin with `directline:`. */
  readonly store: Store;
  /** Runs one turn of the bot: the adapter's `receive`. */
  readonly receive: (activity: LoggedActivity) => Promise<void>;
  readonly botName: string;
  /** Origins whose pages may chat, such as `https://contoso.com`; '*' allows any. The own origin needs none. */
  readonly allowedOrigins: readonly string[];
  /** Whether a proxy in front sets X-Forwarded-Proto, -Host and -For; otherwise anyone could. */
  readonly trustProxy: boolean;
  /** How often a caller may call; without it, as often as they like. */
  readonly limits?: CallLimits;
  /** Told of every failure that is not the client's, for the server's log. */
  readonly onError: (error: unknown) => void;
}

interface Answer {
  readonly status: number;
  readonly body: object;
}

/**
 * Serves Direct Line 3.0 below /v3/directline, so that Web Chat needs no other service. Expects the server to
 * parse JSON bodies, and to limit them. The returned function ends the open streams; the store
 * and the log stay open.
 */
export function directLineRoutes(server: Server, options: DirectLineOptions): () => Promise<void> {
  const { tokens, log, onError } = options;
  const conversations = openConversations(options);

  /** A restify handler: what `handle` resolves to is sent, a `Refusal` becomes its error body. */
  function answering(handle: (req: Request) => Promise<Answer>) {
    return async (req: Request, res: Response): Promise<void> => {
      const { status, body } = await handle(req).catch((error: unknown): Answer => {
        if (!(error instanceof Refusal) || error.status >= 500) onError(error);
        return error instanceof Refusal
          ? error
          : new Refusal(500, 'ServerError', 'The server failed; try again.');
      });
      res.setHeader('Cache-Control', 'no-store');
      res.json(status, body);
    };
  }

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
    const scheme = isSecure(req, options.trustProxy) ? 'wss' : 'ws';
    const query = new URLSearchParams({ watermark: String(watermark), t: await tokens.issueStream(claims) });
    const host = calledHost(req.headers, options.trustProxy) ?? 'localhost';
    return `${scheme}://${host}${streamPath(claims.conversationId)}?${query}`;
  }

  allowOrigins(server, BASE_PATH, options);
  const { limits, trustProxy } = options;
  if (limits !== undefined) limitDirectLine(server, { limits, tokens, trustProxy });
  refuseUploads(server);

  server.post(
    `${BASE_PATH}/tokens/generate`,
    answering(async (req) => {
      const user = parseObject(bodyOf(req).user) ?? {};
      const claims = { conversationId: newConversationId(), userId: userIdFrom(user.id) };
      return { status: 200, body: await tokenBody(claims) };
    }),
  );

  server.post(
    `${BASE_PATH}/tokens/refresh`,
    answering(async (req) => {
      const claims = await tokens.verify(req.headers.authorization);
      return { status: 200, body: await tokenBody(claims) };
    }),
  );

  server.post(
    `${BASE_PATH}/conversations`,
    answering(async (req) => {
      const claims = await tokens.verify(req.headers.authorization);
      const { locale } = bodyOf(req);
      const started = await conversations.start(claims, typeof locale === 'string' ? locale : undefined);
      // From the beginning: the greeting is older than the stream, and a second POST may be a retry.
      const body = { ...(await tokenBody(claims)), streamUrl: await streamUrl(req, claims, 0) };
      return { status: started === 'new' ? 201 : 200, body };
    }),
  );

  server.get(
    CONVERSATION_PATH,
    answering(async (req) => {
      const claims = await claimsFor(req);
      const asked = parseWatermark(watermarkOf(req));
      const watermark = asked ?? (await log.read(claims.conversationId, END)).watermark;
      const body = { ...(await tokenBody(claims)), streamUrl: await streamUrl(req, claims, watermark) };
      return { status: 200, body };
    }),
  );

  server.get(
    `${CONVERSATION_PATH}/activities`,
    answering(async (req) => {
      const { conversationId } = await claimsFor(req);
      const page = await log.read(conversationId, parseWatermark(watermarkOf(req)) ?? 0);
      const activities = page.activities.filter(isSaid);
      return { status: 200, body: { activities, watermark: String(page.watermark) } };
    }),
  );

  server.post(
    `${CONVERSATION_PATH}/activities`,
    answering(async (req) => {
      const claims = await claimsFor(req);
      const id = await conversations.post(claims, parseInbound(req.body));
      return { status: 200, body: { id } };
    }),
  );

  server.get(
    `${BASE_PATH}/session/getsessionid`,
    answering(async (req) => {
      await tokens.verify(req.headers.authorization);
      return { status: 200, body: { sessionId: randomUUID() } };
    }),
  );

  return directLineStream(server, options);
}

/** The body as an object; throws `Refusal` 400 for anything else. */
function bodyOf(req: Request): { readonly [field: string]: unknown } {
  const body = parseObject(req.body);
  if (body === undefined) throw badArgument('The body must be a JSON object.');
  return body;
}

/** As the address says it: a text, several of them, or undefined. */
function watermarkOf(req: Request): unknown {
  const all = new URLSearchParams(req.getQuery()).getAll('watermark');
  return all.length > 1 ? all : all[0];
}

function isSecure(req: Request, trustProxy: boolean): boolean {
  const forwarded = trustProxy ? req.headers['x-forwarded-proto'] : undefined;
  return forwarded === undefined ? req.isSecure() : /^https\b/i.test(String(forwarded));
}

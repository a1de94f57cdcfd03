import type { Activity } from 'botbuilder';
import Negotiator from 'negotiator';
import { type Logger, pino } from 'pino';
import restify, { type Request, type Response, type Server, type ServerOptions } from 'restify';
import { activityProblem } from '../channels/botframework/activity-check.js';
import type { Connector, HttpAnswer } from '../channels/botframework/connector.js';
import { plainAddress } from '../limits/address.js';
import { type BodyLimits, readBodies } from '../limits/bodies.js';
import { type ConnectionLimits, limitConnections } from '../limits/connections.js';
import { gate } from '../limits/gate.js';
import { limitBodies, limitRequests } from '../limits/requests.js';
import { keepWays, post } from '../limits/straight.js';
import { type CountRefusal, sendTooMany } from '../limits/too-many.js';
import { countNoMore, shareRequests } from '../limits/under-way.js';
import { jsonBytes } from '../ready/json/json-bytes.js';
import type { Bot } from '../turn/bot.js';

function refusal(code: string, message: string): object {
  return { error: { code, message } };
}

/** What restify itself refuses (no such route, not JSON, too large) in the form of every other refusal. */
function plainErrors(server: Server): void {
  server.on('restifyError', (_req: Request, _res: Response, error: RestifyError, done: () => void) => {
    const { statusCode = 500, body } = error;
    const message =
      statusCode >= 500 ? 'The server failed; try again.' : (body?.message ?? 'The request cannot be read.');
    error.toJSON = () => refusal(body?.code ?? 'ServerError', message);
    error.toString = () => message;
    done();
  });
}

interface RestifyError extends Error {
  readonly statusCode?: number;
  readonly body?: { readonly code?: string; readonly message?: string };
  toJSON: () => object;
}

/** Whatever is answered is what its content type says, also where a browser would rather guess. */
function noGuessing(server: Server): void {
  gate(server, (_req, res) => {
    res.setHeader('X-Content-Type-Options', 'nosniff');
    return false;
  });
}

/** A refusal as it is sent. */
interface SentRefusal {
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** What a person is shown in place of a page, if anything; programs get the refusal itself. */
export type RefusalPage = (req: Request, status: number) => SentRefusal | undefined;

/** Another form of a refusal, for the programs that were promised one. */
export type RefusalForm = (req: Request, res: Response, refused: unknown) => SentRefusal | undefined;

/** Programs first: whoever takes anything gets JSON. */
const TYPES = ['application/json', 'text/html'];

/** Answers in HTML who looks for a page where there is none, and in JSON everybody else. */
function jsonOrPage(refusalPage: RefusalPage | undefined, refusalForm: RefusalForm | undefined) {
  return (req: Request, res: Response, body: unknown): string => {
    const { statusCode } = res;
    const looks = req.method === 'GET' && new Negotiator(req).mediaType(TYPES) === 'text/html';
    const page = looks && statusCode >= 400 ? refusalPage?.(req, statusCode) : undefined;
    const sent = statusCode >= 400 ? (refusalForm?.(req, res, body) ?? page) : undefined;
    for (const [name, value] of Object.entries(sent?.headers ?? {})) res.setHeader(name, value);
    const text = sent?.body ?? JSON.stringify(body);
    res.setHeader('Content-Length', Buffer.byteLength(text));
    return text;
  };
}

export interface ServerLimits extends Partial<ConnectionLimits> {
  /** Whether a proxy in front says where a request comes from. */
  readonly trustProxy?: boolean;
  readonly bodies?: Partial<BodyLimits>;
  /** How many requests may be under way at once; `Infinity` is no limit. */
  readonly underWay?: number;
  readonly refusalPage?: RefusalPage;
  readonly refusalForm?: RefusalForm;
  /** The path that takes lines of JSON, which whoever answers it reads one by one. */
  readonly linesAt?: string;
}

/**
 * The HTTP server, before any route: limits, JSON only, and refusals without stack traces.
 * @param limits in place of the usual ones
 */
export function createServer({
  trustProxy = false,
  bodies,
  underWay,
  refusalPage,
  refusalForm,
  linesAt,
  ...limits
}: ServerLimits = {}): Server {
  const server = restify.createServer({
    name: 'multichannel-advisor',
    handleUncaughtExceptions: false,
    ...((refusalPage ?? refusalForm) && {
      formatters: { 'application/json': jsonOrPage(refusalPage, refusalForm) },
    }),
    // restify's own log would print whole requests, tokens included; what matters is logged by us.
    log: pino({ level: 'silent' }) as unknown as NonNullable<ServerOptions['log']>,
  });
  keepWays(server);
  noGuessing(server);
  // First of all: everything after it goes by the address.
  gate(server, plainAddress);
  limitConnections(server, limits);
  shareRequests(server, trustProxy, underWay);
  limitRequests(server, linesAt);
  plainErrors(server);
  readBodies(server, trustProxy, bodies, linesAt);
  limitBodies(server);
  return server;
}

/** What restify would send, without putting cards together that are there as text. */
function sendJson(res: Response, { status, body }: HttpAnswer): void {
  if (body === undefined) {
    res.send(status);
    return;
  }
  const bytes = jsonBytes(body);
  res.writeHead(status, { 'Content-Type': 'application/json', 'Content-Length': `${bytes.length}` });
  res.end(bytes);
}

/**
 * `POST /api/messages`: where Azure Bot Service, Teams and the Agents Playground deliver activities. Channels send
 * from few addresses, so only refusals are limited: whoever has a token is heard, whatever their neighbours do.
 */
export function messageRoutes(
  server: Server,
  connector: Connector,
  bot: Pick<Bot, 'run'>,
  log: Logger,
  countRefusal: CountRefusal = async () => undefined,
): void {
  post(server, '/api/messages', async (req, res) => {
    const body: unknown = req.body;
    const problem = activityProblem(body);
    if (problem !== undefined) {
      res.send(400, refusal('BadRequest', problem));
      return;
    }
    try {
      const { authorization = '' } = req.headers;
      const answer = await connector.receive(authorization, body as Activity, (context) => {
        countNoMore(req);
        return bot.run(context);
      });
      const seconds = answer.refused === undefined ? undefined : await countRefusal(req);
      if (seconds !== undefined) {
        sendTooMany(res, seconds);
        return;
      }
      if (answer.refused !== undefined) log.warn({ reason: answer.refused }, 'an activity was refused');
      sendJson(res, answer);
    } catch (error) {
      log.error({ error }, 'an activity could not be answered');
      res.send(500, refusal('ServerError', 'The bot failed; send the activity again.'));
    }
  });
}

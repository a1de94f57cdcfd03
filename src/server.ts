import type { Activity } from 'botbuilder';
import { type Logger, pino } from 'pino';
import restify, { type Request, type Response, type Server, type ServerOptions } from 'restify';
import type { Bot } from './bot.js';
import { activityProblem, type Connector } from './channels/connector.js';

/** Activities are small; Teams itself sends at most some 100 KB. */
const MAX_BODY_BYTES = 256 * 1024;
const MAX_DEPTH = 64;

function refusal(code: string, message: string): object {
  return { error: { code, message } };
}

/** Only JSON is read: forms and files would be unpacked onto the disk before anybody asked for them. */
function onlyJson(server: Server): void {
  server.pre((req: Request, res: Response, next) => {
    const type = req.headers['content-type'];
    const hasBody = req.headers['content-length'] !== '0' && type !== undefined;
    if (req.method !== 'POST' || !hasBody || /^application\/(?:[\w.-]+\+)?json\b/i.test(type)) {
      next();
      return;
    }
    res.send(415, refusal('UnsupportedMediaType', 'Send JSON with the content type application/json.'));
    next(false);
  });
}

/**
 * Compressed bodies are refused before they are read: restify unpacks them without a limit, and one that is
 * broken would end the process. No channel sends any.
 */
function onlyPlainBodies(server: Server): void {
  server.pre((req: Request, res: Response, next) => {
    const encoding = req.headers['content-encoding'];
    if (encoding === undefined || encoding === '' || encoding.toLowerCase() === 'identity') {
      next();
      return;
    }
    res.send(415, refusal('UnsupportedMediaType', 'Send the body uncompressed.'));
    next(false);
  });
}

/** Whether JSON is nested deeper than anything a channel sends; what recurses over it could run out of stack. */
function tooDeep(body: unknown): boolean {
  let level: readonly unknown[] = [body];
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > MAX_DEPTH) return true;
    level = level.flatMap((value) =>
      typeof value === 'object' && value !== null ? Object.values(value) : [],
    );
  }
  return false;
}

function onlyShallowBodies(server: Server): void {
  server.use((req: Request, res: Response, next) => {
    if (!tooDeep(req.body)) {
      next();
      return;
    }
    res.send(400, refusal('BadRequest', `The body is nested deeper than ${MAX_DEPTH} levels.`));
    next(false);
  });
}

/** restify's router throws on an address that is none (an odd Host header is enough), and that ends the process. */
function onlyReadableAddresses(server: Server): void {
  server.pre((req: Request, res: Response, next) => {
    try {
      req.getUrl();
    } catch {
      res.send(400, refusal('BadRequest', 'The address of this request cannot be read.'));
      next(false);
      return;
    }
    next();
  });
}

/** What restify itself refuses (no such route, not JSON, too large) in the form of every other refusal. */
function plainErrors(server: Server): void {
  server.on('restifyError', (_req: Request, _res: Response, error: RestifyError, done: () => void) => {
    const { statusCode = 500, body } = error;
    const message =
      statusCode >= 500
        ? 'The server failed; try again.'
        : (SAID[body?.code ?? ''] ?? body?.message ?? 'The request cannot be read.');
    error.toJSON = () => refusal(body?.code ?? 'ServerError', message);
    error.toString = () => message;
    done();
  });
}

/** In place of a parser's own words, which quote the body. */
const SAID: Readonly<Record<string, string>> = { InvalidContent: 'The body is not valid JSON.' };

interface RestifyError extends Error {
  readonly statusCode?: number;
  readonly body?: { readonly code?: string; readonly message?: string };
  toJSON: () => object;
}

/** The HTTP server, before any route: limits, JSON only, and refusals without stack traces. */
export function createServer(): Server {
  const server = restify.createServer({
    name: 'multichannel-advisor',
    handleUncaughtExceptions: false,
    // restify's own log would print whole requests, tokens included; what matters is logged by us.
    log: pino({ level: 'silent' }) as unknown as NonNullable<ServerOptions['log']>,
  });
  onlyReadableAddresses(server);
  onlyPlainBodies(server);
  onlyJson(server);
  plainErrors(server);
  server.use(restify.plugins.queryParser({ mapParams: false }));
  server.use(restify.plugins.bodyParser({ mapParams: false, maxBodySize: MAX_BODY_BYTES }));
  onlyShallowBodies(server);
  return server;
}

/** `POST /api/messages`: where Azure Bot Service, Teams and the Agents Playground deliver activities. */
export function messageRoutes(server: Server, connector: Connector, bot: Bot, log: Logger): void {
  server.post('/api/messages', async (req: Request, res: Response) => {
    const body: unknown = req.body;
    const problem = activityProblem(body);
    if (problem !== undefined) {
      res.send(400, refusal('BadRequest', problem));
      return;
    }
    try {
      const { authorization = '' } = req.headers;
      const answer = await connector.receive(authorization, body as Activity, (context) => bot.run(context));
      res.send(answer.status, answer.body);
    } catch (error) {
      log.error({ error }, 'an activity could not be answered');
      res.send(500, refusal('ServerError', 'The bot failed; send the activity again.'));
    }
  });
}

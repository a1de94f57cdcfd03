import type { Logger } from 'pino';
import type { Request, Response, Server } from 'restify';
import type { Cloud } from '../clouds/clouds.js';
import { addressParts } from '../limits/address.js';
import { comesInLines } from '../limits/bodies.js';
import type { Counters } from '../limits/rate.js';
import { Shares } from '../limits/shares.js';
import { post } from '../limits/straight.js';
import type { CountRefusal } from '../limits/too-many.js';
import type { EditionId } from '../policy/edition.js';
import { callerOf, gateOfApi, sendProblem } from './api-gate.js';
import type { ApiSetting } from './callers/api-setting.js';
import { knowCallers } from './callers/who-calls.js';
import { API_PATH, LINES_PATH } from './protocol/api-paths.js';
import { requestId } from './protocol/request-id.js';
import { readAhead } from './read-ahead.js';
import { callerLanguage } from './refusal-form.js';
import { serveDocuments } from './serve-documents.js';

export { isCall, LINES_PATH } from './protocol/api-paths.js';
export { refusalForm } from './refusal-form.js';

export interface ApiParts {
  readonly setting: ApiSetting;
  readonly cloud: Pick<Cloud, 'login' | 'tenantIssuer'>;
  readonly edition: EditionId | undefined;
  /** Where others reach it; undefined: wherever they have called it. */
  readonly address: string | undefined;
  readonly trustProxy: boolean;
  readonly counters: Counters;
  readonly countRefusal: CountRefusal;
  readonly log: Logger;
}

/** Streams of lines that are answered at once: of one caller, and of all. */
const STREAMS_OF_ONE = 2;
const STREAMS_OF_ALL = 8;

/** For an hour; then it is asked whether it has changed, and the answer to that is short. */
const KEPT = 'private, max-age=3600, must-revalidate';

/** To import a module that is there takes as long as a tenth of an answer. */
function onFirstUse<T extends object>(load: () => Promise<T>): () => T | Promise<T> {
  let there: T | undefined;
  return () =>
    there ??
    load().then((module) => {
      there = module;
      return module;
    });
}

/** What answers, with its schemas: it takes a tenth of a second, and whoever never calls need not wait for it. */
const loaded = onFirstUse(() => import('./answer-call.js'));
const loadedLines = () => import('./answer-lines.js');

/** Serves the API, to whom the setting lets in. */
export function serveApi(server: Server, parts: ApiParts): void {
  const { setting, cloud, edition, address, trustProxy, counters, countRefusal, log } = parts;
  gateOfApi(server, {
    setting,
    whoCalls: knowCallers(setting, cloud),
    trustProxy,
    limit: counters.limit({ name: 'api', most: setting.perMinute, seconds: 60 }),
    countRefusal,
  });
  const ofOne = new Shares(STREAMS_OF_ONE);
  const ofAll = new Shares(STREAMS_OF_ALL);

  async function answer(req: Request, res: Response, caller: string): Promise<void> {
    const module = loaded();
    const { answerCall } = module instanceof Promise ? await module : module;
    const { path, query } = addressParts(req);
    const answering = answerCall(
      {
        method: req.method ?? '',
        path: path.slice(API_PATH.length),
        query: new URLSearchParams(query),
        body: req.body as unknown,
      },
      { language: callerLanguage(req), edition, caller },
    );
    const answered = answering instanceof Promise ? await answering : answering;
    if (answered.kind === 'method') {
      res.setHeader('Allow', [...answered.allowed, 'OPTIONS'].join(', '));
      sendProblem(req, res, 'method');
      return;
    }
    if (answered.kind === 'wrong') {
      sendProblem(req, res, answered.problem, { wrong: answered.wrong });
      return;
    }
    const { body, tag, language } = answered;
    const headers = {
      'Cache-Control': tag === undefined ? 'no-store' : KEPT,
      'Content-Language': language,
      ...(tag !== undefined && {
        ETag: `"${tag}"`,
        Vary: 'Origin, Accept-Language, Authorization, X-API-Key',
      }),
    };
    const known = req.headers['if-none-match']?.split(',').map((each) => each.trim().replace(/^W\//, ''));
    if (tag !== undefined && known?.includes(`"${tag}"`)) {
      res.writeHead(304, headers);
      res.end();
      return;
    }
    res.writeHead(200, {
      ...headers,
      'Content-Type': 'application/json; charset=utf-8',
      'Content-Length': String(body.length),
    });
    res.end(body);
  }

  async function answerStream(req: Request, res: Response, caller: string): Promise<void> {
    const taken = [ofOne.take(caller), ofAll.take('all')];
    try {
      if (taken.includes(undefined)) {
        res.setHeader('Retry-After', '5');
        res.setHeader('Connection', 'close');
        sendProblem(req, res, 'busy');
        return;
      }
      const { answerLines } = await loadedLines();
      const language = callerLanguage(req);
      res.writeHead(200, {
        'Content-Type': 'application/x-ndjson; charset=utf-8',
        'Cache-Control': 'no-store',
        'Content-Language': language.tag,
      });
      await answerLines(readAhead(req), res, { language, edition, caller }, requestId(req, res));
      res.end();
    } finally {
      for (const giveBack of taken) giveBack?.();
    }
  }

  const failed = (req: Request, res: Response, error: unknown): void => {
    if (req.socket.destroyed) return;
    log.error({ error, request: requestId(req, res), caller: callerOf(req) }, 'the API failed');
    if (res.headersSent) req.socket.destroy();
    else sendProblem(req, res, 'failed');
  };
  const handler = async (req: Request, res: Response): Promise<void> => {
    // Nobody comes here past the gate.
    const caller = callerOf(req);
    if (caller === undefined) return sendProblem(req, res, 'unauthorized');
    try {
      await (comesInLines(req, LINES_PATH) ? answerStream : answer)(req, res, caller);
    } catch (error) {
      failed(req, res, error);
    }
  };
  serveDocuments(server, { address });
  server.get(`${API_PATH}/*`, handler);
  // Ahead of all that restify does: programs ask this again and again.
  post(server, LINES_PATH, handler);
  server.post(`${API_PATH}/*`, handler);
}

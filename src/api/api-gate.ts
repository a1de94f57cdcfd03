import type { Request, Response, Server } from 'restify';
import { callerAddress } from '../limits/caller.js';
import { gate } from '../limits/gate.js';
import type { ToldLimit } from '../limits/rate.js';
import type { CountRefusal } from '../limits/too-many.js';
import type { ApiSetting } from './callers/api-setting.js';
import type { WhoCalls } from './callers/who-calls.js';
import { API_PATH, isCall, isForAssistants, isOfApi } from './protocol/api-paths.js';
import { type ProblemKind, problemOf } from './protocol/problem-details.js';
import { requestId } from './protocol/request-id.js';
import { callerLanguage, PROBLEM_HEADERS } from './refusal-form.js';

export interface GateParts {
  readonly setting: Pick<ApiSetting, 'origins' | 'perMinute'>;
  /** Undefined: everybody may call. */
  readonly whoCalls: WhoCalls | undefined;
  readonly trustProxy: boolean;
  readonly limit: ToldLimit;
  /** Counts who is not believed. */
  readonly countRefusal: CountRefusal;
}

const CALLERS = new WeakMap<Request, string>();

/** Who makes a call, once the gate has let them in: for the log. */
export function callerOf(req: Request): string | undefined {
  return CALLERS.get(req);
}

/** Answers with problem details in the caller's language. */
export function sendProblem(req: Request, res: Response, kind: ProblemKind, more: object = {}): void {
  const language = callerLanguage(req);
  const problem = problemOf({ kind, language, id: requestId(req, res), ...more });
  const body = JSON.stringify(problem);
  res.writeHead(problem.status, {
    ...PROBLEM_HEADERS,
    'Content-Language': language.tag,
    'Content-Length': String(Buffer.byteLength(body)),
  });
  res.end(req.method === 'HEAD' ? undefined : body);
}

const SHOWN_TO_PAGES = 'Content-Language, ETag, RateLimit, RateLimit-Policy, Retry-After, X-Request-Id, Link';
const PREFLIGHT = {
  'Access-Control-Allow-Methods': 'GET, POST, OPTIONS',
  'Access-Control-Allow-Headers':
    'Accept, Accept-Language, Authorization, Content-Type, If-None-Match, Mcp-Protocol-Version, X-API-Key, X-Request-Id',
  'Access-Control-Max-Age': '86400',
};

/** Tells a browser whether its page may read what comes; whether an answer is there already. */
function answeredToPage(req: Request, res: Response, origins: readonly string[]): boolean {
  const { origin } = req.headers;
  res.setHeader('Vary', 'Origin, Accept-Language');
  const isListed = origin !== undefined && (origins.includes('*') || origins.includes(origin));
  if (isListed) {
    res.setHeader('Access-Control-Allow-Origin', origins.includes('*') ? '*' : origin);
    res.setHeader('Access-Control-Expose-Headers', SHOWN_TO_PAGES);
  }
  if (req.method !== 'OPTIONS') return false;
  res.writeHead(204, isListed ? PREFLIGHT : {});
  res.end();
  return true;
}

/** A page that is not listed: the protocol for assistants wants those refused, whatever they show. */
function isStrangePage({ headers: { origin } }: Request, origins: readonly string[]): boolean {
  return origin !== undefined && !origins.includes('*') && !origins.includes(origin);
}

function refuse(req: Request, res: Response, kind: ProblemKind, seconds?: number): true {
  if (seconds !== undefined) res.setHeader('Retry-After', String(seconds));
  if (kind === 'unauthorized') res.setHeader('WWW-Authenticate', 'Bearer realm="Multi-channel Advisor"');
  sendProblem(req, res, kind);
  return true;
}

/** Lets in who may call, as often as they may, before anything of the body is read. */
export function gateOfApi(server: Server, parts: GateParts): void {
  const { setting, whoCalls, trustProxy, limit, countRefusal } = parts;
  const seconds = 60;

  async function caller(req: Request, res: Response): Promise<string | undefined> {
    if (whoCalls === undefined) return `address:${callerAddress(req, trustProxy)}`;
    const read = await whoCalls(req.headers);
    switch (read.kind) {
      case 'caller':
        return read.name;
      case 'noRole':
        refuse(req, res, 'forbidden');
        return undefined;
      case 'unavailable':
        refuse(req, res, 'busy', 5);
        return undefined;
      case 'refused': {
        const wait = await countRefusal(req);
        refuse(req, res, wait === undefined ? 'unauthorized' : 'tooMany', wait);
        return undefined;
      }
    }
  }

  async function refused(req: Request, res: Response): Promise<boolean> {
    const name = await caller(req, res);
    if (name === undefined) return true;
    CALLERS.set(req, name);
    const standing = await limit.count(name);
    if (standing === undefined) return false;
    res.setHeader('RateLimit-Policy', `"minute";q=${setting.perMinute};w=${seconds}`);
    res.setHeader('RateLimit', `"minute";r=${standing.left};t=${standing.seconds}`);
    return standing.within ? false : refuse(req, res, 'tooMany', standing.seconds);
  }

  gate(server, (req, res) => {
    const { url = '' } = req;
    if (!isOfApi(url)) return false;
    requestId(req, res);
    res.setHeader('Link', `<${API_PATH}/openapi.json>; rel="service-desc"; type="application/json"`);
    if (answeredToPage(req, res, setting.origins)) return true;
    if (isForAssistants(url) && isStrangePage(req, setting.origins)) return refuse(req, res, 'forbidden');
    return isCall(url) && refused(req, res);
  });
}

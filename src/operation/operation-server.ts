import { randomBytes } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { Registry } from 'prom-client';
import { acceptedLocales } from '../language/accept-language.js';
import { LANGUAGES } from '../language/languages.js';
import { negotiate } from '../language/negotiate.js';
import { dashboardHtml, daysHtml, lookOf } from './dashboard.js';
import type { History } from './history.js';
import type { KeptCounts } from './kept-counts.js';

/** Few look, and nobody needs long to ask. */
const MAX_CONNECTIONS = 50;
const REQUEST_TIMEOUT = 10_000;

/** Not through `writeHead`: restify replaces it for the whole process by one that cannot be chained. */
function send(
  res: ServerResponse,
  status: number,
  headers: Readonly<Record<string, string>> = {},
  body = '',
): void {
  res.statusCode = status;
  res.setHeader('Cache-Control', 'no-store');
  res.setHeader('X-Content-Type-Options', 'nosniff');
  for (const [name, value] of Object.entries(headers)) res.setHeader(name, value);
  res.end(body);
}

async function metrics(registry: Registry, res: ServerResponse): Promise<void> {
  const text = await registry.metrics();
  send(res, 200, { 'Content-Type': registry.contentType }, text);
}

async function dashboard(counted: CountedTurns, req: IncomingMessage, res: ServerResponse): Promise<void> {
  const language = LANGUAGES[negotiate(acceptedLocales(req.headers['accept-language']))];
  const nonce = randomBytes(16).toString('base64');
  const look = lookOf(new URLSearchParams((req.url ?? '').split('?')[1]));
  const page =
    look.of === 'days'
      ? daysHtml(language, await counted.kept.days(), nonce, look)
      : dashboardHtml(language, await counted.history.moments(), nonce, look);
  const headers = {
    'Content-Type': 'text/html; charset=utf-8',
    'Content-Security-Policy': `default-src 'none'; style-src 'nonce-${nonce}'; img-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`,
    'Referrer-Policy': 'no-referrer',
  };
  send(res, 200, headers, page);
}

/** What pages tell of: what this instance counted lately, and what all did in the last days. */
export interface CountedTurns {
  /** Answers in finished interviews, by option: to learn from, and not to look at. */
  readonly answers: Registry;
  readonly history: History;
  readonly kept: KeptCounts;
}

/**
 * `GET /metrics` for Prometheus, `GET /metrics/answers` for `npm run weights`, and `GET /` for people, on a port of their own,
 * which need not be reachable from where the bot is.
 */
export function operationServer(registry: Registry, counted: CountedTurns): Server {
  const server = createServer((req, res) => {
    const path = (req.url ?? '/').split('?')[0];
    const counts = path === '/metrics' ? registry : path === '/metrics/answers' ? counted.answers : undefined;
    if (counts === undefined && path !== '/') {
      send(res, 404);
      return;
    }
    if (req.method !== 'GET') {
      send(res, 405, { Allow: 'GET' });
      return;
    }
    const answered = counts === undefined ? dashboard(counted, req, res) : metrics(counts, res);
    answered.catch(() => send(res, 500));
  });
  server.maxConnections = MAX_CONNECTIONS;
  server.requestTimeout = REQUEST_TIMEOUT;
  server.headersTimeout = REQUEST_TIMEOUT;
  return server;
}

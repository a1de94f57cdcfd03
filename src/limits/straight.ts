import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Request, Response, Server } from 'restify';
import { isRefused } from './gate.js';

/** Answers a request; what it rejects with is answered as a failure. */
export type Handler = (req: Request, res: Response) => Promise<void>;

/** What restify does around its chains. It keeps it to itself. */
interface InsideRestify {
  _inflightRequests: number;
  _setupRequest(req: Request, res: Response): void;
  _onHandlerStop(req: Request, res: Response): void;
  _afterRoute(error: unknown, req: Request, res: Response): void;
}

type RequestListener = (req: IncomingMessage, res: ServerResponse) => void;

const WAYS = new WeakMap<Server, Map<string, Handler>>();

async function along(
  server: Server & InsideRestify,
  handler: Handler,
  req: Request,
  res: Response,
): Promise<void> {
  server._inflightRequests += 1;
  server._setupRequest(req, res);
  try {
    if (await isRefused(server, req, res)) {
      server._onHandlerStop(req, res);
      return;
    }
    // Whoever has gone meanwhile is not answered, there as here.
    if (req.connectionState() !== 'close') await handler(req, res);
  } catch (error) {
    server._afterRoute(error ?? new Error('A handler failed.'), req, res);
    return;
  }
  server._afterRoute(undefined, req, res);
}

/**
 * Keeps ways past restify's chains and its router, which take longer than an answer of the API does. Call it before anybody
 * else listens for requests.
 */
export function keepWays(server: Server): void {
  const ways = new Map<string, Handler>();
  WAYS.set(server, ways);
  const http = server.server;
  const usual = http.listeners('request') as RequestListener[];
  http.removeAllListeners('request');
  http.on('request', (req, res) => {
    // Written in its one way, without a query: every other spelling takes the usual way, which comes to the same.
    const handler = req.method === 'POST' ? ways.get(req.url ?? '') : undefined;
    if (handler === undefined) for (const each of usual) each.call(http, req, res);
    else void along(server as Server & InsideRestify, handler, req as Request, res as Response);
  });
}

/**
 * Answers the posts to a path. Those that spell it as it is here go past restify, through the same gates in the same order.
 */
export function post(server: Server, path: string, handler: Handler): void {
  server.post(path, handler);
  WAYS.get(server)?.set(path, handler);
}

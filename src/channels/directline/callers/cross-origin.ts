import type { Server } from 'restify';
import { gate } from '../../../limits/gate.js';
import { Refusal } from '../protocol/refusal.js';
import { mayCall, type OriginOptions } from './origins.js';

const ALLOWED_HEADERS = 'Authorization, Content-Type, Accept, x-ms-bot-agent, x-requested-with';

/**
 * Lets pages of the allowed origins ('*': of any) call everything below `path`, errors included, and refuses all
 * others: that a browser would hide the answer from them does not undo what the call has done.
 * Pages of the server's own origin need nothing.
 */
export function allowOrigins(server: Server, path: string, options: OriginOptions): void {
  const { allowedOrigins } = options;
  const { status, body } = new Refusal(403, 'BadOrigin', 'Pages of this origin may not use this bot.');

  gate(server, (req, res) => {
    if (!req.path().startsWith(`${path}/`)) return false;
    const { origin } = req.headers;
    res.setHeader('Vary', 'Origin');
    if (allowedOrigins.includes('*')) res.setHeader('Access-Control-Allow-Origin', '*');
    else if (origin !== undefined && allowedOrigins.includes(origin)) {
      res.setHeader('Access-Control-Allow-Origin', origin);
    }
    // The question whether a page may call is answered by the headers alone.
    if (req.method === 'OPTIONS' || mayCall(req.headers, options)) return false;
    res.json(status, body);
    return true;
  });

  server.opts(`${path}/*`, async (_req, res) => {
    res.setHeader('Access-Control-Allow-Methods', 'GET, POST, OPTIONS');
    res.setHeader('Access-Control-Allow-Headers', ALLOWED_HEADERS);
    res.setHeader('Access-Control-Max-Age', '86400');
    res.send(204);
  });
}

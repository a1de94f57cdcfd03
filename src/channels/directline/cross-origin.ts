import type { Server } from 'restify';

const ALLOWED_HEADERS = 'Authorization, Content-Type, Accept, x-ms-bot-agent, x-requested-with';

/**
 * Lets pages of the allowed origins ('*': of any) call everything below `path`, errors included.
 * Pages of the server's own origin need nothing.
 */
export function allowOrigins(server: Server, path: string, allowedOrigins: readonly string[]): void {
  server.pre((req, res, next) => {
    if (req.path().startsWith(`${path}/`)) {
      const { origin } = req.headers;
      res.setHeader('Vary', 'Origin');
      if (allowedOrigins.includes('*')) res.setHeader('Access-Control-Allow-Origin', '*');
      else if (origin !== undefined && allowedOrigins.includes(origin)) {
        res.setHeader('Access-Control-Allow-Origin', origin);
      }
    }
    return next();
  });

  server.opts(`${path}/*`, async (_req, res) => {
    res.setHeader('Access-Control-Allow-Methods', 'GET, POST, OPTIONS');
    res.setHeader('Access-Control-Allow-Headers', ALLOWED_HEADERS);
    res.setHeader('Access-Control-Max-Age', '86400');
    res.send(204);
  });
}

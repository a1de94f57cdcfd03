import type { Request, Response, Server } from 'restify';
import type { ReadinessProbe } from './readiness.js';

/** `GET /health`: alive. `GET /ready`: may be sent people; 503 while it may not, with what is missing. */
export function healthRoutes(server: Server, probe: ReadinessProbe): void {
  server.get('/health', async (_req: Request, res: Response) => {
    res.setHeader('Cache-Control', 'no-store');
    res.send(200, { alive: true });
  });
  server.get('/ready', async (_req: Request, res: Response) => {
    const readiness = await probe.check();
    res.setHeader('Cache-Control', 'no-store');
    res.send(readiness.ready ? 200 : 503, readiness);
  });
}

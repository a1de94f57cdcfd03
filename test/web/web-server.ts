import { once } from 'node:events';
import { type IncomingHttpHeaders, type IncomingMessage, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import restify from 'restify';
import { type WebOptions, webRoutes } from '../../src/web/page-routes.js';

export interface Answer {
  readonly status: number | undefined;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
}

export interface WebServer {
  readonly host: string;
  /** Sends the path exactly as it is written, dots and all; no header that is not given. */
  get(path: string, headers?: Readonly<Record<string, string>>, method?: string): Promise<Answer>;
  close(): Promise<void>;
}

/** The page's routes alone, on a free port. */
export async function startWebServer(options?: WebOptions): Promise<WebServer> {
  const server = restify.createServer();
  webRoutes(server, options);
  server.listen(0, '127.0.0.1');
  await once(server.server, 'listening');
  const { port } = server.server.address() as AddressInfo;
  return {
    host: `127.0.0.1:${port}`,
    async get(path, headers = {}, method = 'GET') {
      const call = request({ host: '127.0.0.1', port, path, headers, method, agent: false }).end();
      const [answer] = (await once(call, 'response')) as [IncomingMessage];
      const chunks: Buffer[] = await answer.toArray();
      return { status: answer.statusCode, headers: answer.headers, body: Buffer.concat(chunks) };
    },
    async close() {
      const closed = once(server.server, 'close');
      server.close();
      server.server.closeAllConnections();
      await closed;
    },
  };
}

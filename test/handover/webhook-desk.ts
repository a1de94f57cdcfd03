import { createServer, type IncomingHttpHeaders, type ServerResponse } from 'node:http';
import { onLoopback } from '../loopback.js';

export interface Received {
  readonly method: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: unknown;
  /** Milliseconds, for comparing with one another. */
  readonly at: number;
}

/** What to do with one request: a status with headers, break the connection, or never answer. */
export type Reply =
  | { readonly status: number; readonly headers?: Readonly<Record<string, string>>; readonly body?: string }
  | 'break'
  | 'silence';

function give(response: ServerResponse, reply: Reply): void {
  if (reply === 'silence') return;
  if (reply === 'break') {
    response.destroy();
    return;
  }
  response.writeHead(reply.status, reply.headers);
  response.end(reply.body);
}

/** An address that takes cases: gives the replies in turn, the last one again and again. */
export async function webhookDesk(...replies: readonly Reply[]) {
  const received: Received[] = [];
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const { method = '', headers } = request;
      const body: unknown = JSON.parse(Buffer.concat(chunks).toString() || 'null');
      received.push({ method, headers, body, at: performance.now() });
      give(response, replies[received.length - 1] ?? replies.at(-1) ?? { status: 204 });
    });
  });
  const { port, close } = await onLoopback(server);
  return {
    url: `http://127.0.0.1:${port}/cases?sig=secret`,
    received,
    close,
  };
}

import { createServer, type IncomingHttpHeaders } from 'node:http';
import { onLoopback } from '../loopback.js';

export interface Asked {
  readonly method: string | undefined;
  readonly path: string | undefined;
  readonly headers: IncomingHttpHeaders;
  readonly body: unknown;
}

/** What the service does with a call: answers, breaks the connection, or never answers. */
export type Reply =
  | { readonly status: number; readonly body?: unknown; readonly headers?: Readonly<Record<string, string>> }
  | 'break'
  | 'silence';

export const GIVEN = { conversationId: 'c1', token: 'ey.service.token', expires_in: 1800 };

/** In place of Microsoft's Direct Line service. It replies as it was last told to. */
export async function serviceStub() {
  const asked: Asked[] = [];
  const usual: Reply = { status: 200, body: { ...GIVEN, streamUrl: 'unwanted' } };
  let reply: Reply = usual;
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const { method, url: path, headers } = request;
      asked.push({ method, path, headers, body: JSON.parse(Buffer.concat(chunks).toString() || 'null') });
      if (reply === 'silence') return;
      if (reply === 'break') {
        response.destroy();
        return;
      }
      response.writeHead(reply.status, reply.headers);
      response.end(typeof reply.body === 'string' ? reply.body : JSON.stringify(reply.body));
    });
  });
  const { port, close } = await onLoopback(server);
  return {
    base: `http://127.0.0.1:${port}`,
    asked,
    /** From now on it replies so; without anything, with a token. Forgets what it was asked. */
    replies(next: Reply = usual): void {
      reply = next;
      asked.length = 0;
    },
    close,
  };
}

export type ServiceStub = Awaited<ReturnType<typeof serviceStub>>;

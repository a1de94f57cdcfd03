import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { endlessly } from './endless.js';

/** How the channel answers one call. */
export type Mood =
  | { readonly status: number; readonly retryAfter?: string }
  /** It takes the message and says nothing. */
  | 'silent'
  /** It takes the message and hangs up. */
  | 'hangUp'
  /** It takes the message, begins to answer and says no more. */
  | 'stall'
  /** It takes the message and answers without an end. */
  | 'endless';

export interface MoodyCall {
  readonly method: string;
  /** In milliseconds since 1970. */
  readonly at: number;
  readonly text: string;
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  let text = '';
  for await (const chunk of request) text += String(chunk);
  return text;
}

/** A channel that answers as it is told: each call takes the next mood, and then it is well again. */
export async function moodyChannel() {
  const moods: Mood[] = [];
  const calls: MoodyCall[] = [];
  let leftAlone = 0;
  const server = createServer((request, response) => {
    void bodyOf(request).then((text) => {
      calls.push({ method: request.method ?? '', at: Date.now(), text });
      const mood = moods.shift() ?? { status: 200 };
      if (mood === 'silent') return;
      if (mood === 'hangUp') {
        request.socket.destroy();
        return;
      }
      if (mood === 'stall' || mood === 'endless') {
        response.writeHead(200, { 'content-type': 'application/json' });
        response.write('{');
        response.once('close', () => {
          leftAlone += 1;
        });
        if (mood === 'endless') endlessly(response);
        return;
      }
      const { status, retryAfter } = mood;
      response.writeHead(status, {
        'content-type': 'application/json',
        ...(retryAfter === undefined ? {} : { 'retry-after': retryAfter }),
      });
      response.end(JSON.stringify({ id: `sent-${calls.length}` }));
    });
  });
  // It hangs up when it is told to, and not because nobody has called for some seconds.
  server.keepAliveTimeout = 0;
  async function listen(port = 0): Promise<void> {
    await new Promise<void>((done) => {
      server.listen(port, '127.0.0.1', done);
    });
  }
  await listen();
  const { port } = server.address() as AddressInfo;
  async function close(): Promise<void> {
    await new Promise<void>((done) => {
      server.close(() => done());
      server.closeAllConnections();
    });
  }
  return {
    url: `http://127.0.0.1:${port}/`,
    calls,
    /** How many of the answers that did not end are not waited for any more. */
    leftAlone: (): number => leftAlone,
    /** The next calls are answered so, in this order. */
    will: (...next: readonly Mood[]) => {
      moods.length = 0;
      calls.length = 0;
      moods.push(...next);
    },
    /** Nobody listens from now on. */
    close,
    comeBack: () => listen(port),
  };
}

export type MoodyChannel = Awaited<ReturnType<typeof moodyChannel>>;

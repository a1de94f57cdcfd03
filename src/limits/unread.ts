import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';

/** How long an answer may take; times in milliseconds. */
export interface AnswerLimits {
  /** From the request to the end of its answer, however small that is. */
  readonly answerTimeout: number;
  /** As many more bytes of an answer get another second: four kilobytes a second is a bad telephone line. */
  readonly slowestBytes: number;
  readonly checkInterval: number;
}

interface Open {
  readonly socket: Socket;
  readonly since: number;
  /** What was written to the connection before. */
  readonly written: number;
}

/**
 * Ends connections whose answer nobody takes: what they were sent would be held for them as long as they like. Who
 * reads slowly has time in proportion to what there is to read.
 */
export function endUnread(
  server: Server,
  { answerTimeout, slowestBytes, checkInterval }: AnswerLimits,
): void {
  const open = new Map<ServerResponse, Open>();
  server.prependListener('request', ({ socket }: IncomingMessage, res: ServerResponse) => {
    open.set(res, { socket, since: performance.now(), written: socket.bytesWritten });
    res.once('close', () => open.delete(res));
  });
  const timer = setInterval(() => {
    const now = performance.now();
    for (const { socket, since, written } of open.values()) {
      const seconds = (socket.bytesWritten - written) / slowestBytes;
      if (now - since > answerTimeout + seconds * 1000) socket.destroy();
    }
  }, checkInterval).unref();
  server.once('close', () => clearInterval(timer));
}

import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';

type Listener = (req: IncomingMessage, res: ServerResponse) => void;

/** Tells how many times something came since whatever else was waiting had its turn. */
function counter(): (socket: Socket) => number {
  const counts = new Map<Socket, number>();
  return (socket) => {
    if (counts.size === 0) setImmediate(() => counts.clear());
    const count = (counts.get(socket) ?? 0) + 1;
    counts.set(socket, count);
    return count;
  };
}

/**
 * Bounds what is asked on one connection before the answers to what was asked on it before, and what is read of it at
 * once. Browsers and proxies wait for their answers; whoever does not has whole packets of requests carried out in one go,
 * and everybody else waits for that.
 *
 * It also has every answer close when its connection does. Node tells that only the one whose turn it is: all that is held
 * for those behind it would be held for ever. Call it before others listen for requests.
 */
export function limitAhead(server: Server, most: number): void {
  const unanswered = new WeakMap<Socket, Set<ServerResponse>>();
  const atOnce = counter();

  function answersOn(socket: Socket): Set<ServerResponse> {
    const known = unanswered.get(socket);
    if (known !== undefined) return known;
    const answers = new Set<ServerResponse>();
    unanswered.set(socket, answers);
    socket.once('close', () => {
      // Afterwards only those are left that Node has not told.
      setImmediate(() => {
        for (const res of answers) res.emit('close');
      });
    });
    return answers;
  }

  const heard = server.listeners('request') as Listener[];
  server.removeAllListeners('request');
  server.on('request', (req, res) => {
    // What came in the same packet is read all the same, and need not be answered.
    if (!req.socket.destroyed) for (const each of heard) each.call(server, req, res);
  });
  server.prependListener('request', ({ socket }: IncomingMessage, res: ServerResponse) => {
    const answers = answersOn(socket);
    answers.add(res);
    res.once('close', () => answers.delete(res));
    if (answers.size > most || atOnce(socket) > most) socket.destroy();
  });
  // Without this, Node says "continue" and makes it a request like every other, which all of us hear.
  server.removeAllListeners('checkContinue');
}

import { connect, createServer, type Socket } from 'node:net';
import { freePort } from '../../src/tools/bench/free-port.js';
import type { RedisServer } from './redis-server.js';

/** An address that leads to one Redis, and new connections later to another one: as after a fail-over. */
export async function movingAddress(first: RedisServer) {
  let port = first.port;
  const adding = new Set<Socket>();
  const open = new Set<Socket>();
  const server = createServer((socket) => {
    const there = connect(port, '127.0.0.1');
    for (const each of [socket, there]) {
      open.add(each);
      each.on('error', () => undefined);
      each.on('close', () => {
        open.delete(each);
        socket.destroy();
        there.destroy();
      });
    }
    socket.pipe(there);
    there.on('data', (reply) => {
      if (adding.delete(socket)) socket.write('+OK\r\n');
      socket.write(reply);
    });
    there.on('end', () => socket.end());
  });
  const own = await freePort();
  await new Promise<void>((done) => {
    server.listen(own, '127.0.0.1', done);
  });
  return {
    url: `redis://127.0.0.1:${own}`,
    leadTo: (other: RedisServer) => {
      port = other.port;
    },
    /** Puts one reply more before the next of each connection: on it every one is that of another call from then on. */
    addReply: () => {
      for (const each of open) adding.add(each);
    },
    close(): void {
      server.close();
      for (const each of open) each.destroy();
    },
  };
}

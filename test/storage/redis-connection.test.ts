import assert from 'node:assert/strict';
import { once } from 'node:events';
import { connect, createServer, type Socket } from 'node:net';
import type { ActivityLog } from '../../src/channels/directline/log/activity-log.js';
import { openRedisLog } from '../../src/channels/directline/log/redis-log.js';
import { openRedisStore } from '../../src/storage/redis/redis.js';
import { sharedCounters } from '../../src/storage/redis/shared-counters.js';
import { freePort } from '../../src/tools/bench/free-port.js';
import { eventually } from '../eventually.js';
import { needsRedis, type RedisServer, redisServer } from './redis-server.js';

/** More than this is read of no reply; what is on its way in the system's buffers comes on top. */
const MOST_READ = 32 * 1024 * 1024;
const PIECE = Buffer.alloc(256 * 1024, 'a');

/** Leads to a Redis, and does to connections what is done to them on the way. */
async function way(server: RedisServer) {
  const open = new Map<Socket, string>();
  const dead = new Set<Socket>();
  const poured = new Map<Socket, number>();
  const front = createServer((socket) => {
    const there = connect(server.port, '127.0.0.1');
    open.set(socket, '');
    socket.on('data', (asked) => {
      open.set(socket, `${open.get(socket)}${asked}`);
      if (!dead.has(socket)) there.write(asked);
    });
    there.on('data', (reply) => {
      if (!dead.has(socket)) socket.write(reply);
    });
    for (const each of [socket, there]) {
      each.on('error', () => undefined);
      each.on('close', () => {
        open.delete(socket);
        socket.destroy();
        there.destroy();
      });
    }
  });
  const port = await freePort();
  front.listen(port, '127.0.0.1');
  await once(front, 'listening');
  /** Those on which something was asked. */
  const asked = (pattern: RegExp): readonly Socket[] =>
    [...open].filter(([, words]) => pattern.test(words)).map(([socket]) => socket);

  function pour(socket: Socket): void {
    poured.set(socket, 0);
    const go = (): void => {
      while (!socket.destroyed && (poured.get(socket) ?? 0) < 2 * MOST_READ) {
        poured.set(socket, (poured.get(socket) ?? 0) + PIECE.length);
        if (socket.write(PIECE)) continue;
        socket.once('drain', go);
        return;
      }
    };
    socket.write('$500000000\r\n');
    go();
  }

  return {
    url: `redis://127.0.0.1:${port}`,
    asked,
    /** Nothing comes through any more, and nobody is told. */
    cut(pattern: RegExp): void {
      for (const socket of asked(pattern)) dead.add(socket);
    },
    /** A reply without an end. */
    pour(pattern: RegExp): readonly Socket[] {
      const sockets = asked(pattern);
      for (const socket of sockets) {
        dead.add(socket);
        pour(socket);
      }
      return sockets;
    },
    poured: () => Math.max(...poured.values()),
    close(): void {
      front.close();
      for (const socket of open.keys()) socket.destroy();
    },
  };
}

describe('A connection to Redis', () => {
  let server: RedisServer;
  let to: Awaited<ReturnType<typeof way>>;
  const closing: { close(): Promise<void> }[] = [];
  const closed = <T extends { close(): Promise<void> }>(what: T): T => {
    closing.push(what);
    return what;
  };

  before(function () {
    needsRedis(this);
  });

  beforeEach(async () => {
    server = await redisServer();
    to = await way(server);
  });

  afterEach(async () => {
    await Promise.all(closing.splice(0).map((each) => each.close()));
    to.close();
    await server.end();
  });

  const log = async (url: string): Promise<ActivityLog> =>
    closed(await openRedisLog({ url, retentionDays: 1 }));

  /** Counts a caller by another connection than these. */
  function counting() {
    const limit = closed(sharedCounters(to.url)).limit({ name: 'test', most: 1000, seconds: 60 });
    return (before: readonly Socket[] = []) =>
      eventually('a connection that counts', async () => {
        await limit.take('anna');
        return to.asked(/advisor:limit/).some((each) => !before.includes(each));
      });
  }

  it('ends when a reply has no end, wherever it comes: values', async () => {
    const store = closed(await openRedisStore({ url: to.url, retentionDays: 1, isKept: () => false }));
    await store.read('a');
    const [poured] = to.pour(/hmget/i);
    await eventually('the end of the connection', () => poured?.destroyed);
    assert.ok(to.poured() < MOST_READ, `${to.poured()} bytes`);
    await eventually('the next', () =>
      store.read('a').then(
        () => true,
        () => false,
      ),
    );
  });

  it('ends when a reply has no end, wherever it comes: news', async () => {
    await log(to.url);
    const [poured] = to.pour(/subscribe/i);
    await eventually('the end of the connection', () => poured?.destroyed);
    assert.ok(to.poured() < MOST_READ, `${to.poured()} bytes`);
    await eventually('the next', () => to.asked(/subscribe/i).length > 0);
  });

  it('ends when a reply has no end, wherever it comes: counters', async () => {
    const counts = counting();
    await counts();
    const poured = to.pour(/advisor:limit/);
    await eventually('the end of the connection', () => poured[0]?.destroyed);
    assert.ok(to.poured() < MOST_READ, `${to.poured()} bytes`);
    await counts(poured);
  });

  it('that leads nowhere any more is noticed where it only listens', async () => {
    const [here, there] = [await log(to.url), await log(server.url)];
    let heard = 0;
    here.subscribe('a', () => {
      heard += 1;
    });
    await there.append('a', {});
    await eventually('news', () => heard > 0);
    to.cut(/subscribe/i);
    const before = heard;
    await eventually('news again', async () => {
      await there.append('a', {});
      return heard > before + 1;
    });
  });

  it('that leads nowhere any more is given up where it counts', async () => {
    const counts = counting();
    await counts();
    const before = to.asked(/advisor:limit/);
    to.cut(/advisor:limit/);
    await counts(before);
  });

  it('does not keep people from reading what follows something that is none of theirs', async () => {
    const transcript = await log(server.url);
    await transcript.append('a', { text: 'first' });
    const { Redis } = await import('ioredis');
    const neighbour = new Redis(server.url);
    for (const [at, words] of ['{', '"text"', '[1]', 'null'].entries()) {
      await neighbour.xadd('advisor:said:a', `${at + 2}-0`, 'activity', words);
    }
    await neighbour.xadd('advisor:said:a', '6-0', 'other', '{}', 'more', '{}');
    neighbour.disconnect();
    await transcript.append('a', { text: 'last' });
    const { activities, watermark } = await transcript.read('a', 0);
    assert.equal(watermark, 7);
    assert.deepEqual(
      activities.map((each) => ('text' in each ? each.text : each.type)),
      ['first', 'trace', 'trace', 'trace', 'trace', undefined, 'last'],
    );
  });
});

import assert from 'node:assert/strict';
import { setTimeout as pause } from 'node:timers/promises';
import { Redis } from 'ioredis';
import { openRedisLog } from '../../src/channels/directline/log/redis-log.js';
import { StorageError } from '../../src/storage/error.js';
import { openRedisStore } from '../../src/storage/redis/redis.js';
import { freePort } from '../../src/tools/bench/free-port.js';
import { logContract } from '../channels/directline/log-contract.js';
import { eventually } from '../eventually.js';
import { storeContract } from './contract.js';
import { movingAddress } from './moving-address.js';
import { needsRedis, type RedisServer, redisServer } from './redis-server.js';

const MONTH = 30 * 24 * 60 * 60;
const isKept = (key: string): boolean => key.startsWith('["feedback",');

describe('Redis', () => {
  let server: RedisServer;
  let look: Redis;
  before(async function () {
    needsRedis(this);
    server = await redisServer();
    look = new Redis(server.url);
  });
  after(async () => {
    look?.disconnect();
    await server?.end();
  });

  const options = () => ({ url: server.url, retentionDays: 30, isKept });

  describe('the store', () => {
    storeContract(
      async () => {
        await look.flushall();
        return openRedisStore(options());
      },
      { expires: true },
    );
  });

  describe('the activity log', () => {
    logContract(async () => {
      await look.flushall();
      return openRedisLog(options());
    }, true);
  });

  it('lets what was written expire, each write anew, and keeps feedback', async () => {
    await look.flushall();
    const store = await openRedisStore(options());
    const log = await openRedisLog(options());
    const version = await store.write('a', 1, undefined);
    await look.expire('advisor:k:a', 100);
    await store.read('a');
    assert.ok((await look.ttl('advisor:k:a')) <= 100, 'reading is no writing');
    await store.write('a', 2, version);
    assert.ok((await look.ttl('advisor:k:a')) > MONTH - 60);
    await store.write('["feedback",0]', {}, undefined);
    assert.equal(await look.ttl('advisor:k:["feedback",0]'), -1);
    await log.append('c', {});
    assert.ok((await look.ttl('advisor:said:c')) > MONTH - 60);
    await store.close();
    await log.close();
  });

  it('lets one of two instances win, and the other read what was written', async () => {
    await look.flushall();
    const [one, other] = [await openRedisStore(options()), await openRedisStore(options())];
    const versions = await Promise.all([one.write('key', 1, undefined), other.write('key', 2, undefined)]);
    assert.equal(versions.filter((version) => version !== undefined).length, 1);
    assert.deepEqual(await one.read('key'), await other.read('key'));
    await one.close();
    await other.close();
  });

  it('tells followers of one instance what another one appends', async () => {
    const [one, other] = [await openRedisLog(options()), await openRedisLog(options())];
    let heard = 0;
    const leave = one.subscribe('shared', () => {
      heard += 1;
    });
    one.subscribe('quiet', () => assert.fail('nothing was said there'));
    await other.append('shared', { text: 'news' });
    await eventually('the news', () => heard > 0);
    assert.equal(heard, 1);
    assert.equal((await one.read('shared', 0)).activities[0]?.text, 'news');
    leave();
    await other.append('shared', { text: 'more' });
    await pause(50);
    assert.equal(heard, 1);
    await one.close();
    await other.close();
  });

  it('names the remedy when nothing listens there, and never the password', async () => {
    const url = `redis://somebody:hunter2@127.0.0.1:${await freePort()}`;
    for (const open of [openRedisStore, openRedisLog]) {
      await assert.rejects(open({ ...options(), url }), (error: unknown) => {
        assert.ok(error instanceof StorageError);
        assert.match(error.message, /ECONNREFUSED.*STORAGE_URL/);
        assert.ok(!JSON.stringify([error.message, error.stack, String(error.cause)]).includes('hunter2'));
        return true;
      });
    }
  });

  it('says that a password is wrong, and does not hang it on the error', async () => {
    const secured = await redisServer('--requirepass', 'right');
    try {
      const url = `redis://:hunter2@127.0.0.1:${secured.port}`;
      const error = await openRedisStore({ ...options(), url }).then(
        () => undefined,
        (why: unknown) => why,
      );
      assert.ok(error instanceof StorageError);
      assert.match(error.message, /WRONGPASS|NOAUTH/);
      assert.ok(!JSON.stringify([error, error.cause, { ...(error.cause as object) }]).includes('hunter2'));
      const good = await openRedisStore({ ...options(), url: `redis://:right@127.0.0.1:${secured.port}` });
      assert.ok(await good.write('key', 1, undefined));
      await good.close();
    } finally {
      await secured.end();
    }
  });

  it('takes no reply for that of another call, and goes on with a new connection', async () => {
    await look.flushall();
    const address = await movingAddress(server);
    const store = await openRedisStore({ ...options(), url: address.url });
    const log = await openRedisLog({ ...options(), url: address.url });
    try {
      await store.write('a', 'of a', undefined);
      await store.write('b', 'of b', undefined);
      await log.append('c', { text: 'of c' });
      const calls: (() => Promise<unknown>)[] = [
        () => store.read('a'),
        () => store.write('a', 'of nobody', 'never'),
        () => store.delete('c'),
        () => log.append('d', {}),
        () => log.read('c', 0),
        () => log.forget('d'),
      ];
      for (const call of calls) {
        // A slow machine may have begun a new connection meanwhile, whose replies are in step: then once more.
        await eventually('a call that takes no foreign reply', async () => {
          address.addReply();
          const error: unknown = await call().then(
            () => undefined,
            (why: unknown) => why,
          );
          assert.ok(error === undefined || error instanceof StorageError);
          return error !== undefined;
        });
        await eventually('a new connection', async () => {
          const [a, b, c] = await Promise.all([store.read('a'), store.read('b'), log.read('c', 0)]).catch(
            () => [],
          );
          assert.deepEqual([a?.value, b?.value].filter(Boolean), a && b ? ['of a', 'of b'] : []);
          return c?.activities.length === 1;
        });
      }
    } finally {
      await Promise.all([store.close(), log.close()]);
      address.close();
    }
  });
});

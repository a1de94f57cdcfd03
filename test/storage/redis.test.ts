import assert from 'node:assert/strict';
import { setTimeout as pause } from 'node:timers/promises';
import { Redis } from 'ioredis';
import { freePort } from '../../src/bench/free-port.js';
import { openRedisLog } from '../../src/channels/directline/redis-log.js';
import { StorageError } from '../../src/storage/error.js';
import { openRedisStore } from '../../src/storage/redis.js';
import { logContract } from '../channels/directline/log-contract.js';
import { storeContract } from './contract.js';
import { type RedisServer, redisMissing, redisServer } from './redis-server.js';

const MONTH = 30 * 24 * 60 * 60;
const isKept = (key: string): boolean => key.startsWith('["feedback",');

describe('Redis', () => {
  let server: RedisServer;
  let look: Redis;
  before(async function () {
    const missing = redisMissing();
    if (missing !== undefined) {
      console.log(`      skipped: ${missing}`);
      this.skip();
    }
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
    for (let waited = 0; waited < 100 && heard === 0; waited += 1) await pause(10);
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

  it('fails within its patience while Redis is away, at once after that, and works again by itself', async () => {
    const own = await redisServer();
    const changes: boolean[] = [];
    const url = own.url;
    const store = await openRedisStore({
      ...options(),
      url,
      onChange: (connected) => changes.push(connected),
    });
    const log = await openRedisLog({ ...options(), url });
    try {
      let heard = 0;
      log.subscribe('c', () => {
        heard += 1;
      });
      await store.write('key', 1, undefined);
      await own.stop();
      const began = Date.now();
      await assert.rejects(store.read('key'), StorageError);
      assert.ok(Date.now() - began < 3000, `${Date.now() - began} ms`);
      const later = Date.now();
      await assert.rejects(store.read('key'), StorageError);
      await assert.rejects(log.append('c', {}), StorageError);
      assert.ok(Date.now() - later < 2500, `${Date.now() - later} ms`);
      await own.start();
      for (let waited = 0; waited < 100 && changes.length < 2; waited += 1) await pause(50);
      assert.deepEqual(changes, [false, true]);
      assert.equal((await store.read('key'))?.value, 1);
      for (let waited = 0; waited < 100 && heard === 0; waited += 1) await pause(50);
      assert.ok(heard > 0, 'followers look again, because anything may have been said');
    } finally {
      await store.close();
      await log.close();
      await own.end();
    }
  });

  it('does not wait for a Redis that answers nothing', async () => {
    const own = await redisServer();
    const store = await openRedisStore({ ...options(), url: own.url });
    try {
      await store.write('key', 1, undefined);
      own.freeze();
      const began = Date.now();
      await assert.rejects(store.read('key'), StorageError);
      await assert.rejects(store.read('key'), StorageError);
      await assert.rejects(store.read('key'), StorageError);
      assert.ok(Date.now() - began < 5000, `${Date.now() - began} ms`);
      own.thaw();
      for (let tries = 0; ; tries += 1) {
        try {
          assert.equal((await store.read('key'))?.value, 1);
          break;
        } catch (error) {
          if (tries > 100) throw error;
          await pause(100);
        }
      }
    } finally {
      await store.close();
      await own.end();
    }
  });
});

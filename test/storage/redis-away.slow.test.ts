import assert from 'node:assert/strict';
import { openRedisLog } from '../../src/channels/directline/log/redis-log.js';
import { StorageError } from '../../src/storage/error.js';
import { openRedisStore } from '../../src/storage/redis/redis.js';
import { eventually } from '../eventually.js';
import { isAtOnce, isSooner } from '../sooner.js';
import { needsRedis, redisServer } from './redis-server.js';

const OPTIONS = { retentionDays: 30, isKept: () => false };

describe('Redis that is away', () => {
  before(function () {
    needsRedis(this);
  });

  it('fails within its time limit while Redis is away, at once after that, and works again by itself', async () => {
    const own = await redisServer();
    const changes: boolean[] = [];
    const url = own.url;
    const store = await openRedisStore({
      ...OPTIONS,
      url,
      onChange: (connected) => changes.push(connected),
    });
    const log = await openRedisLog({ ...OPTIONS, url });
    try {
      let heard = 0;
      log.subscribe('c', () => {
        heard += 1;
      });
      await store.write('key', 1, undefined);
      await own.stop();
      for (const call of [() => store.read('key'), () => log.append('c', {})]) {
        // The first may break with the connection, before anybody has waited for another one; the second has waited.
        assert.ok(await isSooner(assert.rejects(call(), StorageError)));
        assert.ok(await isSooner(assert.rejects(call(), StorageError)));
        assert.ok(await isAtOnce(assert.rejects(call(), StorageError)));
      }
      await own.start();
      await eventually('the connection', () => changes.length > 1);
      assert.deepEqual(changes, [false, true]);
      assert.equal((await store.read('key'))?.value, 1);
      await eventually('followers that look again, because anything may have been said', () => heard > 0);
    } finally {
      await store.close();
      await log.close();
      await own.end();
    }
  });

  it('does not wait for a Redis that answers nothing', async () => {
    const own = await redisServer();
    const store = await openRedisStore({ ...OPTIONS, url: own.url });
    try {
      await store.write('key', 1, undefined);
      own.freeze();
      const reads = async (): Promise<void> => {
        for (let times = 0; times < 3; times += 1) await assert.rejects(store.read('key'), StorageError);
      };
      assert.ok(await isSooner(reads()));
      own.thaw();
      const found = await eventually('an answer', () => store.read('key').catch(() => undefined));
      assert.equal(found.value, 1);
    } finally {
      await store.close();
      await own.end();
    }
  });
});

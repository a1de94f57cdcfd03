import assert from 'node:assert/strict';
import { mock } from 'node:test';
import { Redis } from 'ioredis';
import { openRedisLog } from '../../src/channels/directline/log/redis-log.js';
import { createTokens } from '../../src/channels/directline/tokens/tokens.js';
import { storeProbe } from '../../src/operation/store-probe.js';
import { keyInStore } from '../../src/start/shared-key.js';
import { StorageError } from '../../src/storage/error.js';
import { openRedisStore } from '../../src/storage/redis/redis.js';
import { eventually } from '../eventually.js';
import { isSooner } from '../sooner.js';
import { movingAddress } from './moving-address.js';
import { needsRedis, redisServer } from './redis-server.js';

const OPTIONS = { retentionDays: 30, isKept: () => false };

describe('Redis that takes no writes', () => {
  before(function () {
    needsRedis(this);
  });

  it('because it was demoted and kept its connections: it is left for the new primary', async () => {
    const [old, next] = [await redisServer(), await redisServer()];
    const address = await movingAddress(old);
    const store = await openRedisStore({ ...OPTIONS, url: address.url });
    const log = await openRedisLog({ ...OPTIONS, url: address.url });
    const admin = new Redis(old.url);
    try {
      const probe = storeProbe(store);
      assert.deepEqual(await probe(), { storage: true, room: true });
      await store.write('key', 1, undefined);
      await admin.replicaof('127.0.0.1', next.port);
      await eventually('that nothing is taken', async () => !(await probe()).storage);
      const said = await eventually('the reason', async () => {
        const why = await store.write('new', 1, undefined).catch((error: unknown) => error);
        return why instanceof StorageError && why.message.includes('READONLY') && why.message;
      });
      assert.match(said, /STORAGE_URL/);
      address.leadTo(next);
      await eventually('writes into the new primary', async () =>
        store.write('moved', 1, undefined).catch(() => undefined),
      );
      await eventually('that it is ready', async () => (await probe()).storage);
      let heard = 0;
      log.subscribe('c', () => {
        heard += 1;
      });
      const other = await openRedisLog({ ...OPTIONS, url: next.url });
      await eventually('what another instance says there', async () => {
        await log.append('d', {}).catch(() => undefined);
        await other.append('c', {});
        return heard > 0;
      });
      await other.close();
    } finally {
      admin.disconnect();
      await store.close();
      await log.close();
      address.close();
      await old.end();
      await next.end();
    }
  });

  it('because it has no memory left: it can be read, is not ready, and is as soon as it has', async () => {
    const own = await redisServer();
    const store = await openRedisStore({ ...OPTIONS, url: own.url });
    const admin = new Redis(own.url);
    try {
      const probe = storeProbe(store);
      await store.write('key', 1, undefined);
      await admin.config('SET', 'maxmemory', '1');
      await assert.rejects(store.write('new', 1, undefined), /OOM.*maxmemory/);
      await eventually('that it is not ready', async () => !(await probe()).storage);
      assert.equal((await store.read('key'))?.value, 1);
      await admin.config('SET', 'maxmemory', '0');
      await eventually('that it is ready', async () => (await probe()).storage);
    } finally {
      admin.disconnect();
      await store.close();
      await own.end();
    }
  });

  it('while the clock goes back an hour: calls fail as soon as they do otherwise', async () => {
    const own = await redisServer();
    const store = await openRedisStore({ ...OPTIONS, url: own.url });
    try {
      await own.stop();
      await assert.rejects(store.read('key'), StorageError);
      const now = Date.now();
      const clock = mock.method(Date, 'now', () => now - 3_600_000);
      try {
        assert.ok(await isSooner(assert.rejects(store.read('key'), StorageError)));
      } finally {
        clock.mock.restore();
      }
    } finally {
      await store.close();
      await own.end();
    }
  });

  it('or forgets everything: instances sign alike again, also one that was started since', async () => {
    const own = await redisServer();
    const open = async () => {
      const store = await openRedisStore({ ...OPTIONS, url: own.url });
      const key = await keyInStore(store);
      const lookForKey = (known: Uint8Array) => keyInStore(store, known);
      return { store, tokens: createTokens({ key, lookForKey, lifetimeSeconds: 1800 }) };
    };
    const admin = new Redis(own.url);
    const claims = { conversationId: 'c', userId: 'dl_user' };
    const one = await open();
    await admin.flushall();
    const other = await open();
    try {
      const before = `Bearer ${await one.tokens.issue(claims)}`;
      assert.deepEqual({ ...(await one.tokens.verify(before)), since: 0 }, { ...claims, since: 0 });
      const theirs = `Bearer ${await other.tokens.issue(claims)}`;
      await eventually('that the other’s tokens are good here', () =>
        one.tokens.verify(theirs).catch(() => undefined),
      );
      assert.deepEqual(
        { ...(await one.tokens.verify(before)), since: 0 },
        { ...claims, since: 0 },
        'what was signed before still is',
      );
      const now = `Bearer ${await one.tokens.issue(claims)}`;
      assert.deepEqual({ ...(await other.tokens.verify(now)), since: 0 }, { ...claims, since: 0 });
    } finally {
      admin.disconnect();
      await one.store.close();
      await other.store.close();
      await own.end();
    }
  });
});

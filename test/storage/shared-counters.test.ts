import assert from 'node:assert/strict';
import { Redis } from 'ioredis';
import type { Counters } from '../../src/limits/rate.js';
import { sharedCounters } from '../../src/storage/redis/shared-counters.js';
import { eventually } from '../eventually.js';
import { heldBytes } from '../held.js';
import { needsRedis, type RedisServer, redisServer } from './redis-server.js';

const QUOTA = { name: 'test', most: 5, seconds: 60 };

describe('Limits of two instances on one Redis', () => {
  let server: RedisServer;
  let instances: Counters[];

  before(function () {
    needsRedis(this);
  });

  beforeEach(async () => {
    server = await redisServer();
    instances = [sharedCounters(server.url), sharedCounters(server.url)];
  });

  afterEach(async () => {
    for (const instance of instances) await instance.close();
    await server.end();
  });

  /** How many of so many calls pass, taken in turn from both. */
  async function passing(caller: string, calls: number, name = 'test'): Promise<number> {
    const limits = instances.map((instance) => instance.limit({ ...QUOTA, name }));
    let passed = 0;
    for (let at = 0; at < calls; at += 1) {
      const seconds = await limits[at % 2]?.take(caller);
      if (seconds === undefined) passed += 1;
      else assert.ok(Number.isInteger(seconds) && seconds >= 1 && seconds <= 60);
    }
    return passed;
  }

  /** Until then each counts by itself. */
  const connected = (name: string): Promise<unknown> =>
    eventually('both to count in Redis', async () => {
      const limits = instances.map((instance) => instance.limit({ name, most: 1, seconds: 60 }));
      const caller = `${Math.random()}`;
      await limits[0]?.take(caller);
      return (await limits[1]?.take(caller)) !== undefined;
    });

  it('are counted together', async () => {
    await connected('first');
    assert.equal(await passing('anna', 20), 5);
    assert.equal(await passing('béla', 20), 5);
    assert.equal(await passing('anna', 20, 'other'), 5);
  });

  it('name nobody in Redis, and leave nothing there for good', async () => {
    await connected('first');
    await passing('address 192.0.2.1', 3);
    const look = new Redis(server.url);
    try {
      const keys = await look.keys('*');
      assert.ok(keys.length > 0);
      for (const key of keys) {
        assert.ok(!key.includes('192.0.2'), key);
        assert.ok((await look.ttl(key)) > 0, key);
      }
    } finally {
      look.disconnect();
    }
  });

  it('are counted by each of them while Redis is frozen or away, and together again afterwards', async () => {
    await connected('first');
    const warnings: string[] = [];
    const warned = ({ name }: Error): unknown => warnings.push(name);
    process.on('warning', warned);
    server.freeze();
    assert.equal(await passing('anna', 40), 10);
    await server.stop('SIGKILL');
    assert.equal(await passing('béla', 20), 10);
    await server.start();
    await connected('second');
    assert.equal(await passing('cili', 20), 5);
    process.off('warning', warned);
    assert.deepEqual(warnings, [], 'a connection is given up once, not with each call');
  });

  it('hold no more for more callers while Redis is away', async () => {
    await connected('first');
    await server.stop('SIGKILL');
    const limit = instances[0]?.limit({ ...QUOTA, seconds: 24 * 60 * 60 });
    await limit?.take('anybody');
    const before = heldBytes();
    for (let at = 0; at < 30_000; at += 1) await limit?.take(`address ${at}`);
    const more = heldBytes() - before;
    await limit?.take('anybody');
    assert.ok(more < 3_000_000, `${more} bytes`);
  });

  it('count nothing where there is no limit', async () => {
    const limit = instances[0]?.limit({ ...QUOTA, most: 0 });
    for (let at = 0; at < 100; at += 1) assert.equal(await limit?.take('anna'), undefined);
  });
});

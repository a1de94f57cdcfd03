import { setImmediate as yielding } from 'node:timers/promises';
import fc from 'fast-check';
import { openLmdbStore } from '../../src/storage/lmdb/lmdb.js';
import { memoryStore } from '../../src/storage/memory.js';
import { openRedisStore } from '../../src/storage/redis/redis.js';
import type { Store } from '../../src/storage/store.js';
import { timeLimit, tries } from '../effort.js';
import { temporaryFolder } from '../start/running.js';
import { needsRedis, type RedisServer, redisServer } from '../storage/redis-server.js';
import { type Home, live, type Step } from './session-run.js';

/** Lives are random, and the same every time: a failure names its seed and its shortest case. */
const SEED = 20261121;

const step: fc.Arbitrary<Step> = fc.record({
  does: fc.oneof(
    { weight: 6, arbitrary: fc.constant<Step['does']>('answer') },
    { weight: 2, arbitrary: fc.constant<Step['does']>('change') },
    { weight: 1, arbitrary: fc.constant<Step['does']>('restart') },
    { weight: 1, arbitrary: fc.constant<Step['does']>('look') },
  ),
  card: fc.oneof({ weight: 3, arbitrary: fc.constant(0) }, { weight: 2, arbitrary: fc.nat(5) }),
  fact: fc.nat(6),
  option: fc.nat(10),
  delay: fc.oneof(
    { weight: 3, arbitrary: fc.constant(0) },
    { weight: 2, arbitrary: fc.integer({ min: 1, max: 4 }) },
  ),
  again: fc.array(fc.record({ delay: fc.nat(3), sameId: fc.boolean() }), { maxLength: 2 }),
  restart: fc.boolean(),
});

const lives = fc.array(step, { minLength: 1, maxLength: 10 });

/** Lets calls of two devices meet in every order: each waits for a random number of turns of the event loop. */
function shuffled(store: Store, seed: number): Store {
  let state = seed;
  async function somewhen(): Promise<void> {
    state = (state * 1_103_515_245 + 12_345) % 2 ** 31;
    for (let times = (state >> 16) % 4; times > 0; times -= 1) await yielding();
  }
  return {
    ...store,
    read: (key) => somewhen().then(() => store.read(key)),
    write: (key, value, expected) => somewhen().then(() => store.write(key, value, expected)),
    // It is the memory that stays: only the process is started anew.
    close: async () => undefined,
  };
}

async function check(runs: number, home: (seed: number) => Home): Promise<void> {
  const property = fc.asyncProperty(lives, fc.nat(), (steps, seed) => live(steps, home(seed)));
  await fc.assert(property, { numRuns: runs, seed: SEED });
}

const IN_MEMORY = tries({ all: 1700, quick: 170 });
const ON_DISK = tries({ all: 150, quick: 20 });
const IN_REDIS = tries({ all: 200, quick: 20 });

describe('A conversation, whatever happens to it', function () {
  this.timeout(timeLimit(60_000));
  const folder = temporaryFolder();
  let redis: RedisServer | undefined;
  let homes = 0;
  after(async () => {
    await redis?.end();
    folder.remove();
  });

  it(`is in one consistent state: ${IN_MEMORY} lives in memory, with two devices in every order`, () =>
    check(IN_MEMORY, (seed) => {
      const store = memoryStore();
      return { open: async () => shuffled(store, seed) };
    }));

  it(`is in one consistent state: ${ON_DISK} lives on disk, with restarts`, () =>
    check(ON_DISK, () => {
      homes += 1;
      const home = `${folder.path}/${homes}`;
      return { open: async () => openLmdbStore(home) };
    }));

  it(`is in one consistent state: ${IN_REDIS} lives in Redis, each device with a connection of its own`, async function () {
    needsRedis(this);
    const server = await redisServer();
    redis = server;
    await check(IN_REDIS, () => {
      homes += 1;
      const prefix = `${homes} `;
      return {
        open: async () => {
          const options = { url: server.url, retentionDays: 30, isKept: () => false };
          const store = await openRedisStore(options);
          return {
            ...store,
            read: (key) => store.read(prefix + key),
            write: (key, value, expected) => store.write(prefix + key, value, expected),
          };
        },
      };
    });
  });
});

import assert from 'node:assert/strict';
import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { waitingFor } from '../../src/cases/case-changes.js';
import { LEASE } from '../../src/cases/reminders/rounds.js';
import { StorageError } from '../../src/storage/error.js';
import { openLmdbStore } from '../../src/storage/lmdb/lmdb.js';
import { openRedisStore } from '../../src/storage/redis/redis.js';
import type { Store } from '../../src/storage/store.js';
import { DAY } from '../cases/case-contract.js';
import { reachOf, WITH_GDAP, type World, world } from '../cases/rounds-world.js';
import { timeLimit } from '../effort.js';
import { eventually } from '../eventually.js';
import { temporaryFolder } from '../start/running.js';
import { needsRedis, type RedisServer, redisServer } from '../storage/redis-server.js';
import { type MoodyChannel, moodyChannel } from './moody-channel.js';
import type { Told } from './reminder-child.js';

const CHILD = fileURLToPath(new URL('./reminder-child.js', import.meta.url));
const PEOPLE = 4;
const DUE = Date.parse('2026-11-30T08:00:30Z');

/** An instance in a process of its own. */
async function instance(kind: string, place: string) {
  const child: ChildProcess = fork(CHILD, [kind, place], { stdio: ['ignore', 'ignore', 'inherit', 'ipc'] });
  await once(child, 'message');
  return {
    /** Goes round; resolves to how many letters it sent, or to undefined where it died. */
    async round(told: Told): Promise<number | undefined> {
      const gone = once(child, 'exit').then(() => undefined);
      const said = once(child, 'message').then(([answer]: readonly unknown[]) => answer as { sent?: number });
      child.send(told);
      return (await Promise.race([said, gone]))?.sent;
    },
    async end(): Promise<void> {
      if (child.exitCode !== null || child.signalCode !== null) return;
      const gone = once(child, 'exit');
      child.disconnect();
      await gone;
    },
  };
}

/** Some people who are all due at the same moment. */
async function people(store: Store, url: string): Promise<World> {
  const one = world({ store });
  for (let at = 0; at < PEOPLE; at += 1) {
    const keeper = { channel: 'msteams', user: `29:${at}` };
    const { id } = (await one.cases.create(keeper, WITH_GDAP, DAY)) ?? assert.fail();
    const reach = reachOf(keeper);
    await one.reminders.reachedAt(keeper, { ...reach, address: { ...reach.address, serviceUrl: url } }, DAY);
    await one.reminders.start(keeper, id, DAY);
    const waiting = { step: 'customerAccepts', actor: 'customer', since: DAY } as const;
    await one.cases.change(keeper, id, waitingFor(waiting), DAY);
  }
  return one;
}

/** How often each letter arrived, by its name. */
function arrived({ calls }: MoodyChannel): readonly number[] {
  const counts = new Map<string, number>();
  for (const { text } of calls) {
    const { id } = JSON.parse(text) as { id: string };
    counts.set(id, (counts.get(id) ?? 0) + 1);
  }
  return [...counts.values()].toSorted((a, b) => b - a);
}

describe('Reminders of several processes', () => {
  const folder = temporaryFolder();
  let channel: MoodyChannel;
  let redis: RedisServer | undefined;
  let opened = 0;
  beforeEach(async () => {
    channel = await moodyChannel();
  });
  afterEach(() => channel.close());
  after(async () => {
    await redis?.end();
    folder.remove();
  });

  const places = {
    lmdb: async () => {
      opened += 1;
      const place = `${folder.path}/${opened}`;
      return { place, store: openLmdbStore(place) };
    },
    redis: async () => {
      opened += 1;
      redis ??= await redisServer();
      const place = `${redis.url}/${opened}`;
      return { place, store: await openRedisStore({ url: place, retentionDays: 30, isKept: () => true }) };
    },
  };

  for (const [kind, open] of Object.entries(places)) {
    for (const die of ['claimed', 'sent'] as const) {
      it(`in ${kind}: one killed when it has ${die} loses none${die === 'sent' ? ', and doubles that one under its name' : ', and doubles none'}`, async function () {
        if (kind === 'redis') needsRedis(this);
        const { place, store } = await open();
        await people(store, channel.url);
        const [one, other] = [await instance(kind, place), await instance(kind, place)];
        try {
          assert.equal(await one.round({ time: DUE, die }), undefined, 'it is dead');
          assert.equal(await other.round({ time: DUE }), PEOPLE - 1, 'the claim of the dead still holds');
          assert.equal(await other.round({ time: DUE + LEASE + 1000 }), 1);
          assert.equal(await other.round({ time: DUE + 2 * LEASE }), 0);
          assert.deepEqual(arrived(channel), die === 'sent' ? [2, 1, 1, 1] : [1, 1, 1, 1]);
        } finally {
          await one.end();
          await other.end();
          await store.close();
        }
      }).timeout(timeLimit(20_000));
    }

    it(`in ${kind}: three at once send each once`, async function () {
      if (kind === 'redis') needsRedis(this);
      const { place, store } = await open();
      await people(store, channel.url);
      const instances = await Promise.all([1, 2, 3].map(() => instance(kind, place)));
      try {
        const sent = await Promise.all(instances.map((each) => each.round({ time: DUE })));
        assert.equal(
          sent.reduce<number>((sum, each) => sum + (each ?? 0), 0),
          PEOPLE,
        );
        assert.deepEqual(arrived(channel), [1, 1, 1, 1]);
      } finally {
        await Promise.all(instances.map((each) => each.end()));
        await store.close();
      }
    }).timeout(timeLimit(20_000));
  }

  it('wait while Redis is away, and are each sent once when it is back', async function () {
    needsRedis(this);
    const own = await redisServer();
    const store = await openRedisStore({ url: own.url, retentionDays: 30, isKept: () => true });
    try {
      const one = await people(store, channel.url);
      one.set(new Date(DUE).toISOString());
      const rounds = one.instance();
      await own.stop('SIGKILL');
      await assert.rejects(rounds.round(), StorageError);
      assert.equal(one.letters.length, 0);
      await own.start();
      await eventually('all of them', async () => {
        await rounds.round().catch(() => 0);
        return one.letters.length >= PEOPLE;
      });
      assert.equal(one.letters.length, PEOPLE);
      assert.equal(new Set(one.letters.map(({ name }) => name)).size, PEOPLE);
    } finally {
      await store.close();
      await own.end();
    }
  }).timeout(timeLimit(20_000));
});

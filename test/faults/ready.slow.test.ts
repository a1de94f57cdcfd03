import assert from 'node:assert/strict';
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { Redis } from 'ioredis';
import { eventually } from '../eventually.js';
import { isSooner } from '../sooner.js';
import { temporaryFolder } from '../start/running.js';
import { movingAddress } from '../storage/moving-address.js';
import { needsRedis, type RedisServer, redisServer } from '../storage/redis-server.js';
import type { Json } from '../turn/bot-server.js';
import { type Child, startChild } from './child.js';
import { newPerson, type Person } from './person.js';
import { failingDisk, fill, smallDisk } from './small-disk.js';

/** What docs/operation.md promises, in milliseconds: until it says that it is not ready, and that it is again. */
const TOLD = 5000;
const HEALED = 10_000;
const HOUR = 3_600_000;

const HOLDER = fileURLToPath(new URL('./hold-writes.js', import.meta.url));
const JUMPING_CLOCK = new URL('./jumping-clock.js', import.meta.url).href;

async function readyStatus({ address }: Child): Promise<number> {
  return (await fetch(`${address}/ready`)).status;
}

async function says(child: Child, status: number, within: number): Promise<void> {
  const told = eventually(`that /ready says ${status}`, async () => (await readyStatus(child)) === status);
  assert.ok(await isSooner(told, within), `${status} takes longer than ${within} ms`);
}

/** What is broken from now on, until the returned function mends it. */
type Break = () => Promise<() => unknown>;

/** It is ready, is not while something is broken, and is again, for people as well: whenever it says so, they are heard. */
async function seesAndHeals(child: Child, breaks: Break, person?: Person): Promise<void> {
  await eventually('that it is ready', async () => (await readyStatus(child)) === 200);
  const mend = await breaks();
  await says(child, 503, TOLD);
  await mend();
  await says(child, 200, HEALED);
  const { address } = child;
  const whoever = person ?? (await newPerson(address));
  const { status, body } = await whoever.say(address, 'start');
  assert.equal(status, 200, JSON.stringify(body));
  assert.ok(child.alive());
}

describe('/ready says within five seconds that it is not, and by itself that it is again', () => {
  const ends: (() => unknown)[] = [];
  afterEach(async () => {
    for (const end of ends.splice(0).reverse()) await end();
  });

  async function started(environment: Json): Promise<Child> {
    const child = await startChild(environment);
    ends.push(() => child.end('SIGKILL'));
    return child;
  }

  describe('with conversations in Redis', () => {
    before(function () {
      needsRedis(this);
    });

    async function server(): Promise<RedisServer> {
      const redis = await redisServer();
      ends.push(() => redis.end());
      return redis;
    }

    async function startedWith(url: string, environment: Json = {}): Promise<Child> {
      const folder = temporaryFolder();
      ends.push(() => folder.remove());
      return started({ DATA_DIR: folder.path, STORAGE_URL: url, ...environment });
    }

    function admin({ url }: RedisServer): Redis {
      const client = new Redis(url);
      ends.push(() => client.disconnect());
      return client;
    }

    it('that is a replica, and may only be read', async () => {
      const [redis, other] = [await server(), await server()];
      await seesAndHeals(await startedWith(redis.url), async () => {
        await admin(redis).replicaof('127.0.0.1', other.port);
        return () => admin(redis).replicaof('NO', 'ONE');
      });
    });

    it('that is full', async () => {
      const redis = await server();
      await seesAndHeals(await startedWith(redis.url), async () => {
        await admin(redis).config('SET', 'maxmemory', '1');
        return () => admin(redis).config('SET', 'maxmemory', '0');
      });
    });

    it('that is demoted and stays connected, until its address leads to the new primary', async () => {
      const [old, next] = [await server(), await server()];
      const address = await movingAddress(old);
      ends.push(() => address.close());
      await seesAndHeals(await startedWith(address.url), async () => {
        await admin(old).replicaof('127.0.0.1', next.port);
        return () => address.leadTo(next);
      });
    });

    it('that is frozen', async () => {
      const redis = await server();
      await seesAndHeals(await startedWith(redis.url), async () => {
        redis.freeze();
        return () => redis.thaw();
      });
    });

    it('that is away', async () => {
      const redis = await server();
      await seesAndHeals(await startedWith(redis.url), async () => {
        await redis.stop('SIGKILL');
        return () => redis.start();
      });
    });

    it('that is away while the clock jumps, back and ahead', async () => {
      const redis = await server();
      const child = await startedWith(redis.url, { NODE_OPTIONS: `--import=${JUMPING_CLOCK}` });
      for (const [ahead, near] of [
        [-HOUR, HOUR / 2],
        [23 * HOUR, HOUR],
      ] as const) {
        const jump: Break = async () => {
          await redis.stop('SIGKILL');
          process.kill(child.pid, 'SIGUSR2');
          return () => redis.start();
        };
        await seesAndHeals(child, jump);
        const [first] = await (await newPerson(child.address)).heard(child.address);
        const said = Date.parse(String(first?.timestamp)) - Date.now();
        assert.ok(Math.abs(said - ahead) < near, 'its clock has jumped');
      }
    });
  });

  describe('with conversations on the disk', () => {
    function mounted<T extends { remove(): void }>(disk: T | undefined, skip: () => never): T {
      if (disk === undefined) {
        console.log('      skipped: this user may not mount a file system');
        return skip();
      }
      ends.push(() => disk.remove());
      return disk;
    }

    it('that is full', async function () {
      const disk = mounted(smallDisk(24_000_000), () => this.skip());
      await seesAndHeals(await started({ DATA_DIR: join(disk.path, 'data') }), async () => fill(disk));
    });

    it('that takes no writes, while people talk: it never says 200 while they are not heard', async () => {
      const folder = temporaryFolder();
      ends.push(() => folder.remove());
      let child = await started({ DATA_DIR: folder.path });
      const limit = (bytes: string): void => {
        const { status } = spawnSync('prlimit', ['--pid', `${child.pid}`, `--fsize=${bytes}:`]);
        assert.equal(status, 0, 'prlimit comes with util-linux');
      };
      const people = await Promise.all(Array.from({ length: 8 }, () => newPerson(child.address)));
      let going = true;
      const confirmed = people.map((): string[] => []);
      const talking = people.map(async (person, at) => {
        while (going) {
          const { status, body } = await person.say(child.address, 'restart');
          if (status === 200) confirmed[at]?.push(String(body.id));
          else await pause(20);
        }
      });
      let healed = 0;
      for (let round = 0; round < 5; round += 1) {
        await eventually('that it is ready', async () => (await readyStatus(child)) === 200);
        limit('0');
        await says(child, 503, TOLD);
        limit('unlimited');
        assert.ok(child.alive());
        const isReady = await isSooner(
          eventually('that it is ready', async () => (await readyStatus(child)) === 200).catch(
            () => new Promise(() => undefined),
          ),
          HEALED,
        );
        if (isReady) healed += 1;
        else {
          // LMDB has lost a write: see docs/adr/0029.
          await child.end('SIGKILL');
          child = await started({ DATA_DIR: folder.path });
        }
        assert.equal(
          (await newPerson(child.address).then((each) => each.say(child.address, 'start'))).status,
          200,
        );
      }
      console.log(`      ${healed} of 5 times without a restart`);
      going = false;
      await Promise.all(talking);
      for (const [at, person] of people.entries()) {
        const heard = (await person.heard(child.address)).map(({ id }) => String(id));
        const oldest = heard[0] ?? '';
        const missing = confirmed[at]?.filter((id) => id >= oldest && !heard.includes(id));
        assert.deepEqual(missing, []);
      }
    });

    it('that its system has made read-only: people read what they read before', async function () {
      const disk = mounted(failingDisk(), () => this.skip());
      const child = await started({ DATA_DIR: join(disk.path, 'data') });
      await eventually('that it is ready', async () => (await readyStatus(child)) === 200);
      const person = await newPerson(child.address);
      const { status, body } = await person.say(child.address, 'start');
      assert.equal(status, 200);
      disk.fail();
      await says(child, 503, TOLD);
      assert.ok((await person.say(child.address, '1')).status >= 500);
      assert.ok((await person.heard(child.address)).some(({ id }) => id === body.id));
      assert.ok(child.alive());
    });

    for (const file of ['store.mdb', 'activities.mdb']) {
      it(`whose other process is stopped in the middle of a write into ${file}`, async () => {
        const folder = temporaryFolder();
        ends.push(() => folder.remove());
        const child = await started({ DATA_DIR: folder.path });
        await seesAndHeals(child, async () => {
          const holder: ChildProcess = spawn(process.execPath, [HOLDER, folder.path, file], {
            stdio: ['ignore', 'pipe', 'ignore'],
          });
          ends.push(() => holder.kill('SIGKILL'));
          const gone = once(holder, 'exit');
          assert.ok(holder.stdout);
          await once(holder.stdout, 'data');
          holder.kill('SIGSTOP');
          return async () => {
            writeFileSync(join(folder.path, 'go-on'), '');
            holder.kill('SIGCONT');
            await gone;
          };
        });
      });
    }
  });
});

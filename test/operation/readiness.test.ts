import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { mock } from 'node:test';
import { pathToFileURL } from 'node:url';
import { memoryLog } from '../../src/channels/directline/log/memory-log.js';
import { createServer } from '../../src/http/server.js';
import { LANGUAGE_TAGS } from '../../src/language/languages.js';
import { healthRoutes } from '../../src/operation/health-routes.js';
import { createReadiness, type Readiness, type ReadinessProbe } from '../../src/operation/readiness.js';
import { EDITION_IDS } from '../../src/policy/edition.js';
import { NoRoomError, StorageError } from '../../src/storage/error.js';
import { memoryStore } from '../../src/storage/memory.js';
import type { Store } from '../../src/storage/store.js';
import { eventually } from '../eventually.js';
import { startIn, temporaryFolder } from '../start/running.js';

function storeThat(read: () => Promise<undefined>): Store {
  return { ...memoryStore(), read };
}

const HANGING = storeThat(() => new Promise(() => undefined));
const FAILING = storeThat(() => Promise.reject(new Error('no')));

describe('Whether the bot is alive and ready', () => {
  it('is told by the whole product, without a token, never cached, whatever else is limited', async () => {
    const folder = temporaryFolder();
    const running = await startIn(folder.path, { RATE_LIMIT_PER_MINUTE: '1' });
    try {
      for (let times = 0; times < 30; times += 1) {
        const health = await fetch(`${running.address}/health`);
        assert.equal(health.status, 200);
        assert.equal(health.headers.get('cache-control'), 'no-store');
        assert.deepEqual(await health.json(), { alive: true });
      }
      const ready = await eventually('the proof', async () => {
        const answer = await fetch(`${running.address}/ready`);
        assert.equal(answer.headers.get('cache-control'), 'no-store');
        const body = (await answer.json()) as Readiness;
        assert.equal(answer.status, body.ready ? 200 : 503);
        return body.ready ? body : undefined;
      });
      assert.deepEqual(ready.checks, {
        storage: true,
        room: true,
        languages: LANGUAGE_TAGS.length,
        editions: EDITION_IDS.length,
        proof: 'passed',
        stopping: false,
      });
    } finally {
      await running.close();
      folder.remove();
    }
  });

  let probe: ReadinessProbe | undefined;
  afterEach(() => probe?.stop());

  const proved = async (): Promise<Readiness> =>
    eventually('the proof', async () => {
      const readiness = await probe?.check();
      if (readiness === undefined) return undefined;
      return readiness.checks.proof === 'running' ? undefined : readiness;
    });

  for (const [what, script] of [
    ['finds something', './failing-proof.js'],
    ['ends without a word', './silent-proof.js'],
    ['cannot start', './no-such-proof.js'],
  ] as const) {
    it(`is not ready where the proof ${what}`, async () => {
      probe = createReadiness(memoryStore(), undefined, new URL(script, import.meta.url));
      const { ready, checks } = await proved();
      assert.equal(checks.proof, 'failed');
      assert.equal(ready, false);
      assert.equal(checks.storage, true);
    });
  }

  it('proves again after a thread that ended without a word, such as one for which there was no memory', async () => {
    const folder = temporaryFolder();
    const script = join(folder.path, 'proof.mjs');
    probe = createReadiness(memoryStore(), undefined, pathToFileURL(script), 300);
    assert.equal((await proved()).checks.proof, 'failed');
    const parent = "import { parentPort } from 'node:worker_threads';";
    writeFileSync(script, `${parent}parentPort.postMessage(0);`);
    await eventually('the proof', async () => (await probe?.check())?.ready);
    folder.remove();
  });

  it('is not ready while it is still proving', async () => {
    probe = createReadiness(memoryStore());
    const { ready, checks } = await probe.check();
    assert.equal(checks.proof, 'running');
    assert.equal(ready, false);
  });

  for (const [what, store] of [
    ['hangs', HANGING],
    ['fails', FAILING],
  ] as const) {
    it(`knows within three seconds where the store ${what}`, async () => {
      mock.timers.enable({ apis: ['setTimeout'] });
      try {
        probe = createReadiness(store);
        const checked = probe.check();
        mock.timers.tick(3000);
        assert.equal((await checked).checks.storage, false);
      } finally {
        mock.timers.reset();
      }
    });

    it(`answers 503 where the store ${what}`, async () => {
      probe = createReadiness(store);
      const server = createServer();
      healthRoutes(server, probe);
      await new Promise<void>((done) => {
        server.listen(0, '127.0.0.1', done);
      });
      const { port } = server.address() as AddressInfo;
      try {
        const answers = await Promise.all([1, 2, 3].map(() => fetch(`http://127.0.0.1:${port}/ready`)));
        for (const answer of answers) {
          assert.equal(answer.status, 503);
          assert.equal(((await answer.json()) as Readiness).checks.storage, false);
        }
        assert.equal((await fetch(`http://127.0.0.1:${port}/health`)).status, 200);
      } finally {
        await new Promise<void>((done) => {
          server.close(done);
          server.server.closeAllConnections();
        });
      }
    });
  }

  it('is ready again once the store is', async () => {
    let writes = 0;
    const store = memoryStore();
    const moody: Store = {
      ...store,
      write: (key, value, expected) => {
        writes += 1;
        return writes === 1 ? Promise.reject(new StorageError('no')) : store.write(key, value, expected);
      },
    };
    probe = createReadiness(moody);
    const { ready } = await eventually('it to be ready', async () => {
      const readiness = await probe?.check();
      return readiness?.ready ? readiness : undefined;
    });
    assert.equal(ready, true);
  });

  it('is not ready where the store can be read and not written, or forgets what is written', async () => {
    const store = memoryStore();
    const takesNothing: Store = { ...store, write: () => Promise.reject(new StorageError('READONLY')) };
    const forgets: Store = { ...store, write: async () => 'a version' };
    for (const each of [takesNothing, forgets]) {
      probe = createReadiness(each);
      assert.deepEqual((await probe.check()).checks.storage, false);
      probe.stop();
    }
  });

  it('is not ready where the store takes what is written, and transcripts do not', async () => {
    for (const check of [() => Promise.reject(new StorageError('no')), () => Promise.resolve()]) {
      const alone = { ...memoryLog(), check };
      probe = createReadiness(memoryStore(), alone);
      const isSound = await check().then(
        () => true,
        () => false,
      );
      assert.equal((await probe.check()).checks.storage, isSound);
      probe.stop();
    }
  });

  it('tells a store without room from one that does not answer', async () => {
    probe = createReadiness({ ...memoryStore(), write: () => Promise.reject(new NoRoomError('full')) });
    const { storage, room } = (await probe.check()).checks;
    assert.deepEqual({ storage, room }, { storage: false, room: false });
  });

  it('looks at the store once, however many ask at once', async () => {
    let writes = 0;
    const store = memoryStore();
    const counting: Store = {
      ...store,
      write: (key, value, expected) => {
        writes += 1;
        return store.write(key, value, expected);
      },
    };
    probe = createReadiness(counting);
    await Promise.all(Array.from({ length: 50 }, () => probe?.check()));
    assert.equal(writes, 1);
  });

  it('does not mind that other instances look at the same store', async () => {
    const store = memoryStore();
    const probes = Array.from({ length: 4 }, () => createReadiness(store));
    const all = await Promise.all(probes.map((each) => each.check()));
    for (const each of probes) each.stop();
    assert.ok(all.every(({ checks }) => checks.storage));
  });

  it('is not ready any more while it stops', async () => {
    probe = createReadiness(memoryStore());
    await proved();
    assert.equal((await probe.check()).ready, true);
    probe.stop();
    const { ready, checks } = await probe.check();
    assert.equal(ready, false);
    assert.equal(checks.stopping, true);
    assert.equal(checks.proof, 'passed');
  });
});

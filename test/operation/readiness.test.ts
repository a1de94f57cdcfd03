import assert from 'node:assert/strict';
import type { AddressInfo } from 'node:net';
import { LANGUAGE_TAGS } from '../../src/language/languages.js';
import { healthRoutes } from '../../src/operation/health-routes.js';
import { createReadiness, type Readiness, type ReadinessProbe } from '../../src/operation/readiness.js';
import { EDITION_IDS } from '../../src/policy/edition.js';
import { createServer } from '../../src/server.js';
import { memoryStore } from '../../src/storage/memory.js';
import type { Store } from '../../src/storage/store.js';
import { startIn, temporaryFolder } from '../start/running.js';
import { eventually } from './eventually.js';

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
      const ready = await eventually(async () => {
        const answer = await fetch(`${running.address}/ready`);
        assert.equal(answer.headers.get('cache-control'), 'no-store');
        const body = (await answer.json()) as Readiness;
        assert.equal(answer.status, body.ready ? 200 : 503);
        return body.ready ? body : undefined;
      });
      assert.deepEqual(ready.checks, {
        storage: true,
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
    eventually(async () => {
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
      probe = createReadiness(memoryStore(), new URL(script, import.meta.url));
      const { ready, checks } = await proved();
      assert.equal(checks.proof, 'failed');
      assert.equal(ready, false);
      assert.equal(checks.storage, true);
    });
  }

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
    it(`answers 503 within three seconds where the store ${what}`, async () => {
      probe = createReadiness(store);
      const server = createServer();
      healthRoutes(server, probe);
      await new Promise<void>((done) => {
        server.listen(0, '127.0.0.1', done);
      });
      const { port } = server.address() as AddressInfo;
      try {
        const signal = AbortSignal.timeout(3000);
        const answers = await Promise.all(
          [1, 2, 3].map(() => fetch(`http://127.0.0.1:${port}/ready`, { signal })),
        );
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
    let reads = 0;
    const store = storeThat(async () => {
      reads += 1;
      if (reads === 1) throw new Error('no');
      return undefined;
    });
    probe = createReadiness(store);
    const { ready } = await eventually(async () => {
      const readiness = await probe?.check();
      return readiness?.ready ? readiness : undefined;
    });
    assert.equal(ready, true);
  });

  it('looks at the store once, however many ask at once', async () => {
    let reads = 0;
    const store = storeThat(async () => {
      reads += 1;
      return undefined;
    });
    probe = createReadiness(store);
    await Promise.all(Array.from({ length: 50 }, () => probe?.check()));
    assert.equal(reads, 1);
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

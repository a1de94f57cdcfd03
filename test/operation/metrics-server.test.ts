import assert from 'node:assert/strict';
import { request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createServer } from 'node:net';
import { pino } from 'pino';
import { createMeasures } from '../../src/operation/measures.js';
import { type Operation, operate } from '../../src/operation/operate.js';
import { ConfigError } from '../../src/problem/config-error.js';
import { memoryStore } from '../../src/storage/memory.js';
import { startIn, temporaryFolder } from '../start/running.js';

const log = pino({ level: 'silent' });
const SETTINGS = {
  host: '127.0.0.1',
  metricsPort: 0,
  appInsights: undefined,
  store: memoryStore(),
  quietExporter: () => undefined,
};

async function statusOf(url: string, method: string): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    const call = request(url, { method, agent: false }, (answer) => {
      answer.resume();
      resolve(answer.statusCode);
    });
    call.on('error', reject);
    call.end();
  });
}

describe('The port for metrics', () => {
  let operation: Operation | undefined;
  const folder = temporaryFolder();
  afterEach(async () => {
    await operation?.stop();
    operation = undefined;
  });
  after(() => folder.remove());

  it('has the counts as Prometheus reads them, never cached', async () => {
    const measures = createMeasures();
    measures.languages.inc({ language: 'hu' });
    operation = await operate(SETTINGS, measures, log);
    const answer = await fetch(`${operation.address}/metrics?x=1`);
    assert.equal(answer.status, 200);
    assert.match(answer.headers.get('content-type') ?? '', /^text\/plain; version=0\.0\.4/);
    assert.equal(answer.headers.get('cache-control'), 'no-store');
    assert.equal(answer.headers.get('x-content-type-options'), 'nosniff');
    assert.match(await answer.text(), /^advisor_languages_total\{language="hu"\} 1$/m);
  });

  it('has the answers apart, for whoever learns from them', async () => {
    const measures = createMeasures();
    measures.answers.inc({ answer: 'goal.support' });
    operation = await operate(SETTINGS, measures, log);
    const [all, answers] = await Promise.all(
      ['/metrics', '/metrics/answers'].map(async (path) =>
        (await fetch(`${operation?.address}${path}`)).text(),
      ),
    );
    assert.match(answers ?? '', /^advisor_answers_total\{answer="goal\.support"\} 1$/m);
    assert.doesNotMatch(all ?? '', /answers_total/);
  });

  it('has two pages, which are only read', async () => {
    operation = await operate(SETTINGS, createMeasures(), log);
    const { address = '' } = operation;
    for (const path of [
      '/metrics/',
      '/Metrics',
      '/api/messages',
      '/health',
      '/%2e%2e/etc/passwd',
      '//metrics',
    ]) {
      assert.equal(await statusOf(address + path, 'GET'), 404, path);
    }
    for (const method of ['POST', 'PUT', 'DELETE', 'HEAD', 'OPTIONS', 'PATCH']) {
      assert.equal(await statusOf(`${address}/metrics`, method), 405, method);
      assert.equal(await statusOf(`${address}/`, method), 405, method);
    }
  });

  it('is shut unless METRICS_PORT is set, and is never the port of the bot', async () => {
    const without = await startIn(folder.path);
    try {
      assert.equal(without.metricsAddress, undefined);
      assert.equal((await fetch(`${without.address}/metrics`)).status, 404);
    } finally {
      await without.close();
    }
    const running = await startIn(folder.path, { METRICS_PORT: '0' });
    try {
      assert.notEqual(new URL(running.metricsAddress ?? '').port, new URL(running.address).port);
      assert.equal((await fetch(`${running.metricsAddress}/metrics`)).status, 200);
      assert.equal((await fetch(`${running.address}/metrics`)).status, 404);
    } finally {
      await running.close();
    }
    await assert.rejects(fetch(`${running.metricsAddress}/metrics`));
  });

  it('names the remedy where it is in use, and leaves nothing running', async () => {
    const taken = createServer();
    await new Promise<void>((done) => {
      taken.listen(0, '127.0.0.1', done);
    });
    const { port } = taken.address() as AddressInfo;
    try {
      await assert.rejects(startIn(folder.path, { METRICS_PORT: String(port) }), {
        name: ConfigError.name,
        message: `Port ${port} is in use. Stop what listens there, or set METRICS_PORT to another number.`,
      });
      // The folder is free again, so all was closed.
      await (await startIn(folder.path)).close();
    } finally {
      await new Promise((done) => {
        taken.close(done);
      });
    }
  });

  it('refuses a number that is no port', async () => {
    assert.throws(() => startIn(folder.path, { METRICS_PORT: '70000' }), /METRICS_PORT/);
  });
});

import assert from 'node:assert/strict';
import { type AddressInfo, createServer } from 'node:net';
import { type Reporting, reportToAppInsights } from '../../src/operation/app-insights.js';
import { createMeasures } from '../../src/operation/measures.js';
import { quietExporter } from '../../src/start/environment.js';
import { createLog } from '../../src/start/log.js';
import { eventually } from '../eventually.js';
import { isSooner } from '../sooner.js';
import { ingestion, KEY } from './ingestion.js';

type Line = Readonly<Record<string, unknown>>;

describe('Application Insights that cannot be reached', () => {
  let lines: Line[] = [];
  let reporting: Reporting | undefined;
  const log = createLog({ logLevel: 'info' }, { write: (line) => void lines.push(JSON.parse(line) as Line) });
  const measures = createMeasures();
  const to = (port: number): string =>
    `instrumentationkey=${KEY};ingestionendpoint=https://127.0.0.1:${port}`;

  async function report(connectionString: string, intervalSeconds = 0.05): Promise<void> {
    const { registry } = measures;
    reporting = await reportToAppInsights({
      connectionString,
      registry,
      quietExporter,
      log,
      intervalSeconds,
    });
  }

  afterEach(async () => {
    await reporting?.stop();
    reporting = undefined;
    lines = [];
  });

  it('is told once, however long it lasts, and once that it is there again', async () => {
    const before = process.env.NODE_TLS_REJECT_UNAUTHORIZED;
    process.env.NODE_TLS_REJECT_UNAUTHORIZED = '0';
    const service = await ingestion();
    try {
      service.answer.status = 500;
      await report(service.connectionString);
      const counting = setInterval(() => measures.languages.inc({ language: 'en' }), 10);
      try {
        await eventually('eight tries', () => service.received.length > 8);
        assert.equal(lines.length, 1);
        assert.equal(lines[0]?.level, 40);
        service.answer.status = 200;
        await eventually('the second line', () => lines[1]);
        const { length } = service.received;
        await eventually('four more', () => service.received.length > length + 4);
        assert.equal(lines.length, 2);
        assert.equal(lines[1]?.level, 30);
      } finally {
        clearInterval(counting);
      }
    } finally {
      await reporting?.stop();
      await service.close();
      if (before === undefined) delete process.env.NODE_TLS_REJECT_UNAUTHORIZED;
      else process.env.NODE_TLS_REJECT_UNAUTHORIZED = before;
    }
  });

  it('is not listened to for ever', async () => {
    const before = process.env.NODE_TLS_REJECT_UNAUTHORIZED;
    process.env.NODE_TLS_REJECT_UNAUTHORIZED = '0';
    const service = await ingestion();
    try {
      service.answer.endless = true;
      await report(service.connectionString, 2);
      measures.languages.inc({ language: 'en' });
      await eventually('the end of an answer', () => service.answer.cut > 0);
      assert.ok(service.answer.bytes < 64 * 1024 * 1024, `${service.answer.bytes} bytes`);
      await eventually('the line', () => lines[0]);
    } finally {
      await reporting?.stop();
      await service.close();
      if (before === undefined) delete process.env.NODE_TLS_REJECT_UNAUTHORIZED;
      else process.env.NODE_TLS_REJECT_UNAUTHORIZED = before;
    }
  });

  it('disturbs nothing where nobody listens', async () => {
    await report(to(1));
    measures.turns.inc({ channel: 'msteams', input: 'text' });
    await eventually('the first line', () => lines[0]);
    assert.ok(await isSooner(reporting?.stop() ?? assert.fail(), 10_000));
    assert.equal(lines.length, 1);
  });

  it('holds up the end of the process only for a moment where somebody says nothing', async () => {
    const silent = createServer(() => undefined);
    const sockets = new Set<{ destroy(): void }>();
    silent.on('connection', (socket) => void sockets.add(socket));
    await new Promise<void>((done) => {
      silent.listen(0, '127.0.0.1', done);
    });
    try {
      await report(to((silent.address() as AddressInfo).port));
      measures.turns.inc({ channel: 'msteams', input: 'text' });
      await eventually('a connection', () => sockets.size > 0);
      assert.ok(await isSooner(reporting?.stop() ?? assert.fail(), 10_000));
    } finally {
      for (const socket of sockets) socket.destroy();
      silent.close();
    }
  });

  it('leaves Microsoft unasked for settings of its exporter', async () => {
    await report(to(1));
    const exporter = import.meta.resolve('@azure/monitor-opentelemetry-exporter');
    const manager = new URL('./_configuration/configurationManager.js', exporter);
    const { ConfigurationManager } = await import(manager.href);
    assert.equal(ConfigurationManager.getInstance().worker, undefined);
    assert.equal(process.env.APPLICATION_INSIGHTS_NO_STATSBEAT, 'true');
  });
});

import assert from 'node:assert/strict';
import { LANGUAGES } from '../../src/language/languages.js';
import { daysHtml } from '../../src/operation/dashboard.js';
import { grew } from '../../src/operation/history.js';
import { type CountedDay, KEPT_DAYS, KeptCounts, sumOf } from '../../src/operation/kept-counts.js';
import { createMeasures, type Measures } from '../../src/operation/measures.js';
import { StorageError } from '../../src/storage/error.js';
import { memoryStore } from '../../src/storage/memory.js';

const DAY = 24 * 60 * 60 * 1000;
const TODAY = Date.UTC(2026, 10, 23, 12);

function helped({ opinions }: Measures, times = 1): void {
  for (let time = 0; time < times; time += 1) opinions.inc({ opinion: 'helped' });
}

function opinionsIn(days: readonly CountedDay[]): number {
  return grew(undefined, { at: 0, counts: sumOf(days) }, 'advisor_opinions_total', { opinion: 'helped' });
}

describe('The counts of the last days', () => {
  it('outlive the process, and are those of all instances', async () => {
    const store = memoryStore();
    for (const times of [2, 3]) {
      const measures = createMeasures();
      const kept = new KeptCounts(measures.registry, store, () => TODAY);
      helped(measures, times);
      await kept.stop();
    }
    const days = await new KeptCounts(createMeasures().registry, store, () => TODAY).days();
    assert.equal(days.length, KEPT_DAYS);
    assert.equal(opinionsIn(days), 5);
    assert.equal(opinionsIn(days.slice(-1)), 5);
  });

  it('count nothing twice, however often they are written', async () => {
    const measures = createMeasures();
    const kept = new KeptCounts(measures.registry, memoryStore(), () => TODAY);
    helped(measures);
    await Promise.all([kept.write(), kept.write(), kept.write()]);
    helped(measures);
    assert.equal(opinionsIn(await kept.days()), 2);
    assert.equal(opinionsIn(await kept.days()), 2);
  });

  it('are added up when instances write at once', async () => {
    const store = memoryStore();
    const all = Array.from({ length: 20 }, () => createMeasures());
    for (const measures of all) helped(measures, 7);
    const kept = all.map(({ registry }) => new KeptCounts(registry, store, () => TODAY));
    await Promise.all(kept.map((each) => each.write()));
    assert.equal(opinionsIn((await kept[0]?.days()) ?? []), 140);
  });

  it('go to the day on which they are written, and the oldest fall out', async () => {
    const measures = createMeasures();
    let now = TODAY;
    const kept = new KeptCounts(measures.registry, memoryStore(), () => now);
    helped(measures);
    await kept.write();
    now += DAY;
    helped(measures, 10);
    const days = await kept.days();
    assert.deepEqual(
      days.slice(-2).map((each) => [each.day, opinionsIn([each])]),
      [
        ['2026-11-23', 1],
        ['2026-11-24', 10],
      ],
    );
    now += (KEPT_DAYS - 1) * DAY;
    assert.equal(opinionsIn(await kept.days()), 10);
  });

  it('lose nothing while the store is away', async () => {
    const store = memoryStore();
    let away = true;
    const failing = {
      ...store,
      write: <T>(key: string, value: T, expected: string | undefined) =>
        away ? Promise.reject(new StorageError('away')) : store.write(key, value, expected),
    };
    const measures = createMeasures();
    const kept = new KeptCounts(measures.registry, failing, () => TODAY);
    helped(measures, 4);
    await kept.write();
    away = false;
    assert.equal(opinionsIn(await kept.days()), 4);
  });

  it('keep no time and nothing but words of the vocabularies', async () => {
    const store = memoryStore();
    const measures = createMeasures();
    measures.turnSeconds.start('total')();
    measures.languages.inc({ language: 'xx of Contoso' });
    await new KeptCounts(measures.registry, store, () => TODAY).write();
    const stored = (await store.read('["counts","2026-11-23"]'))?.value;
    assert.deepEqual(stored, { 'advisor_languages_total{language=other}': 1 });
  });

  it('leave out what cannot be a count', async () => {
    const store = memoryStore();
    const odd = {
      'advisor_opinions_total{opinion=helped}': 2,
      'advisor_opinions_total{opinion=wrong}': -1,
      __proto__x: 3,
      'advisor_languages_total{language=hu}': '7',
    };
    await store.write('["counts","2026-11-23"]', odd, undefined);
    const days = await new KeptCounts(createMeasures().registry, store, () => TODAY).days();
    assert.deepEqual([...sumOf(days)], [['advisor_opinions_total{opinion=helped}', 2]]);
  });

  it('are told with what people thought, what was handed over, and what was not understood', async () => {
    const measures = createMeasures();
    helped(measures, 11);
    for (let time = 0; time < 22; time += 1) measures.handOvers.inc({ result: 'failed' });
    for (let time = 0; time < 33; time += 1) measures.heard.inc({ result: 'nothing' });
    const days = await new KeptCounts(measures.registry, memoryStore(), () => TODAY).days();
    const page = daysHtml(LANGUAGES.hu, days, 'nonce');
    for (const [key, count] of [
      ['dash.opinion.helped', 11],
      ['dash.handOver.failed', 22],
      ['dash.heard.nothing', 33],
    ] as const) {
      assert.ok(
        page.includes(`<th scope="row">${LANGUAGES.hu.say(key)}</th><td class="n">${count}</td>`),
        key,
      );
    }
  });
});

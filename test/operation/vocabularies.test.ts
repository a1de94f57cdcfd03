import assert from 'node:assert/strict';
import { createMeasures } from '../../src/operation/measures.js';
import { OTHER, STAGES, STORE_CALLS, WORDS } from '../../src/operation/vocabularies.js';
import { writeReceipt } from '../../src/receipt/receipt.js';
import { ELIGIBLE } from '../conversation/talk.js';
import type { Json } from '../turn/bot-server.js';
import { type Talker, talker } from './talker.js';

/** Words that must not get out, in every place that somebody can write into. */
const SECRET = 'geheim';
const HOSTILE = `${SECRET}"}\n# evil{x="1"} 1`;

async function labelsOf({ registry }: Pick<Talker, 'registry'>): Promise<ReadonlyMap<string, Set<string>>> {
  const found = new Map<string, Set<string>>();
  for (const { name, values } of await registry.getMetricsAsJSON()) {
    for (const { labels } of values) {
      for (const [label, value] of Object.entries(labels)) {
        const key = `${name}.${label}`;
        found.set(key, (found.get(key) ?? new Set()).add(String(value)));
      }
    }
  }
  return found;
}

describe('Metrics say nothing but their words', () => {
  let one: Talker;
  beforeEach(async () => {
    one = await talker();
  });
  afterEach(() => one.close());

  it('whatever a channel, an id, a name, a text, a tap or a locale says', async () => {
    const { post } = one.bot;
    const hostile: readonly Json[] = [
      { text: HOSTILE },
      { text: SECRET, locale: SECRET },
      { text: 'start', channelId: SECRET },
      { text: 'start', channelId: HOSTILE },
      { text: 'start', from: { id: SECRET, name: SECRET }, conversation: { id: SECRET } },
      { value: { action: SECRET } },
      { value: { action: 'setLanguage', language: SECRET } },
      { value: { action: 'answer', fact: SECRET, value: SECRET, from: 'a.1.1', edition: 'newest' } },
      { value: { action: 'setEdition', wanted: SECRET, from: 'a.1.1', edition: 'newest' } },
      { value: { action: '__proto__' } },
      { value: { action: 'constructor' } },
      { value: { action: 'tick', step: SECRET, done: 'yes', from: 'a.1.1', edition: 'newest' } },
      { text: writeReceipt({ edition: '2026-11', situation: ELIGIBLE, everyCloud: false }) },
    ];
    for (const activity of hostile) await post({ type: 'message', ...activity });
    const text = await one.registry.metrics();
    assert.ok(!text.toLowerCase().includes(SECRET));
    assert.doesNotMatch(text, /evil|29:|anna|a:personal|activity-|MC-/i);
    const labels = await labelsOf(one);
    assert.ok(labels.get('advisor_turns_total.channel')?.has(OTHER));
    assert.ok(labels.get('advisor_turns_total.input')?.has('unreadable'));
  });

  it('even where the code would say something else', async () => {
    const measures = createMeasures();
    const { registry, storeSeconds: _, turnSeconds: __, ...counters } = measures;
    for (const counter of Object.values(counters)) {
      const labels = { ...Object.fromEntries(ALL_LABELS.map((label) => [label, HOSTILE])) };
      (counter.inc as (labels: object) => void)(labels);
    }
    assert.ok(!(await registry.metrics()).includes(SECRET));
  });

  it('so there is a bound to how many series there can be', async () => {
    const measures = createMeasures();
    const { registry, storeSeconds, turnSeconds, ...counters } = measures;
    let bound = 0;
    for (const [name, words] of Object.entries(WORDS)) {
      const lists = Object.values(words) as readonly (readonly string[])[];
      const combinations = lists.reduce<readonly (readonly string[])[]>(
        (sofar, list) =>
          sofar.flatMap((before) => [...list, OTHER, 'x', 'y'].map((word) => [...before, word])),
        [[]],
      );
      bound += lists.reduce((product, list) => product * (list.length + 1), 1);
      const inc = counters[name as keyof typeof counters].inc as (labels: object) => void;
      for (const each of combinations) {
        inc(Object.fromEntries(Object.keys(words).map((label, place) => [label, each[place]])));
      }
    }
    for (const stage of STAGES) turnSeconds.start(stage)();
    for (const call of STORE_CALLS) storeSeconds.start(call)();
    const metrics = await registry.getMetricsAsJSON();
    const counts = metrics.filter(({ type }) => String(type) === 'counter');
    assert.equal(counts.flatMap(({ values }) => values).length, bound);
    assert.ok(bound < 300, String(bound));
    const times = metrics.filter(({ type }) => String(type) === 'histogram');
    assert.ok(times.flatMap(({ values }) => values).length < 150);
  });
});

const ALL_LABELS = [...new Set(Object.values(WORDS).flatMap((words) => Object.keys(words)))];

import assert from 'node:assert/strict';
import { mock } from 'node:test';
import { LANGUAGES } from '../../src/language/languages.js';
import { dashboardHtml, turnsByTenMinutes } from '../../src/operation/dashboard.js';
import { grew, History, type Moment } from '../../src/operation/history.js';
import { createMeasures, type Measures } from '../../src/operation/measures.js';
import { quantile } from '../../src/operation/quantile.js';

const MINUTE = 60_000;
const START = Date.UTC(2026, 10, 21, 8);

function turn({ turns }: Measures, times = 1): void {
  for (let time = 0; time < times; time += 1) turns.inc({ channel: 'msteams', input: 'text' });
}

/** Turns that took so many seconds, as the buckets say it. */
function moment(at: number, buckets: Readonly<Record<string, number>>, count: number): Moment {
  const counts = Object.entries(buckets).map(
    ([le, value]) => [`advisor_turn_seconds_bucket{le=${le},stage=total}`, value] as const,
  );
  return { at, counts: new Map([...counts, ['advisor_turn_seconds_count{stage=total}', count]]) };
}

describe('The last hours', () => {
  it('are six, a sample a minute, and no more', async () => {
    const measures = createMeasures();
    const history = new History(measures.registry);
    // A turn a minute for ten hours.
    for (let minute = 0; minute <= 600; minute += 1) {
      await history.sample(START + minute * MINUTE);
      turn(measures);
    }
    assert.equal(history.length, 361);
    const moments = await history.moments(START + 600 * MINUTE + 30_000);
    assert.equal(moments.length, 362);
    const [first] = moments;
    const last = moments.at(-1);
    assert.ok(first !== undefined && last !== undefined);
    assert.equal(last.at - first.at, 6 * 60 * MINUTE + 30_000);
    assert.equal(grew(first, last, 'advisor_turns_total'), 361);
    const tens = turnsByTenMinutes(moments);
    assert.equal(tens.length, 36);
    assert.deepEqual(new Set(tens.slice(1, -1)), new Set([10]));
  });

  it('are as long and in order when the clock is set back an hour, or a day ahead', async () => {
    const history = new History(createMeasures().registry);
    await history.sample();
    const { now } = Date;
    for (const jump of [-60 * MINUTE, 24 * 60 * MINUTE]) {
      const clock = mock.method(Date, 'now', () => now() + jump);
      try {
        const moments = await history.moments();
        const [first, last] = [moments.at(0), moments.at(-1)];
        assert.equal(moments.length, 2);
        assert.ok(first && last && last.at >= first.at && last.at - first.at < 6 * 60 * MINUTE);
      } finally {
        clock.mock.restore();
      }
    }
  });

  it('show what was long ago no more', async () => {
    const measures = createMeasures();
    const history = new History(measures.registry);
    await history.sample(START);
    turn(measures, 5);
    for (let minute = 1; minute <= 400; minute += 1) await history.sample(START + minute * MINUTE);
    turn(measures, 2);
    const moments = await history.moments(START + 401 * MINUTE);
    const last = moments.at(-1);
    assert.ok(last !== undefined);
    assert.equal(grew(moments[0], last, 'advisor_turns_total'), 2);
    assert.deepEqual(turnsByTenMinutes(moments).slice(-2), [0, 2]);
  });

  it('begin with the start: nothing is lost before the first sample', async () => {
    const measures = createMeasures();
    const history = new History(measures.registry);
    turn(measures, 3);
    const moments = await history.moments(START);
    assert.equal(moments.length, 1);
    const page = dashboardHtml(LANGUAGES.en, moments, 'n');
    assert.match(page, /<dt>Turns<\/dt><dd>3<\/dd>/);
  });

  it('say where turns were in time', async () => {
    const measures = createMeasures();
    const history = new History(measures.registry);
    for (let minute = 0; minute <= 60; minute += 1) {
      if (minute === 5) turn(measures, 1);
      if (minute === 35) turn(measures, 4);
      if (minute === 59) turn(measures, 2);
      await history.sample(START + minute * MINUTE);
    }
    const tens = turnsByTenMinutes(await history.moments(START + 60 * MINUTE));
    assert.deepEqual(tens.slice(-6), [1, 0, 0, 4, 0, 2]);
    assert.equal(
      tens.slice(0, -6).reduce((sum, each) => sum + each, 0),
      0,
    );
  });

  it('are of the same series each time', async () => {
    const measures = createMeasures();
    turn(measures);
    const history = new History(measures.registry);
    await history.sample(START);
    await history.sample(START + MINUTE);
    const [one, two] = await history.moments(START + MINUTE);
    assert.deepEqual([...(one?.counts.keys() ?? [])], [...(two?.counts.keys() ?? [])]);
  });
});

describe('The time that a share of turns took', () => {
  const before = moment(0, { '0.01': 10, '0.1': 10, '1': 10, '+Inf': 10 }, 10);

  it('is the bound of the bucket in which it lies, of the turns between two moments', () => {
    const after = moment(1, { '0.01': 15, '0.1': 19, '1': 20, '+Inf': 20 }, 20);
    assert.deepEqual(quantile(0.5, before, after), { seconds: 0.01, longer: false });
    assert.deepEqual(quantile(0.9, before, after), { seconds: 0.1, longer: false });
    assert.deepEqual(quantile(0.95, before, after), { seconds: 1, longer: false });
    assert.deepEqual(quantile(0.5, undefined, after), { seconds: 0.01, longer: false });
  });

  it('is more than the highest bound where it is', () => {
    const after = moment(1, { '0.01': 10, '0.1': 10, '1': 10, '+Inf': 12 }, 12);
    assert.deepEqual(quantile(0.5, before, after), { seconds: 1, longer: true });
    const text = dashboardHtml(LANGUAGES.en, [before, after], 'n');
    assert.match(text, /more than 1,000 ms/);
  });

  it('is none where there were no turns', () => {
    assert.equal(quantile(0.5, before, before), undefined);
  });
});

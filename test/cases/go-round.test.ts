import assert from 'node:assert/strict';
import { hourOf } from '../../src/cases/reminders/due-list.js';
import { Believed, goRound } from '../../src/cases/reminders/go-round.js';
import { eventually } from '../eventually.js';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

function clocks() {
  let [wall, steady] = [Date.parse('2026-11-23T12:00:00Z'), 0];
  return {
    wall: () => wall,
    steady: () => steady,
    pass(milliseconds: number) {
      wall += milliseconds;
      steady += milliseconds;
    },
    jump(milliseconds: number) {
      wall += milliseconds;
    },
  };
}

describe('A clock', () => {
  it('is believed while it goes on, also where it is set a little', () => {
    const time = clocks();
    const believed = new Believed(time);
    for (let at = 0; at < 100; at += 1) {
      time.pass(MINUTE);
      time.jump(at % 2 === 0 ? 2000 : -2000);
      assert.ok(believed.now(hourOf(time.wall()) - 1));
    }
  });

  for (const jump of [30 * 24 * HOUR, -30 * 24 * HOUR, HOUR]) {
    it(`that has jumped by ${jump / HOUR} hours is not, until it has gone on for an hour`, () => {
      const time = clocks();
      const believed = new Believed(time);
      const before = hourOf(time.wall());
      time.jump(jump);
      for (let passed = 0; passed < 60; passed += 5) {
        assert.ok(!believed.now(before), `${passed} minutes later`);
        time.pass(5 * MINUTE);
      }
      assert.ok(believed.now(before));
    });
  }

  it('that is set right again has done nothing', () => {
    const time = clocks();
    const believed = new Believed(time);
    const before = hourOf(time.wall());
    time.jump(40 * 24 * HOUR);
    for (let passed = 0; passed < 30; passed += 1) {
      time.pass(MINUTE);
      assert.ok(!believed.now(before));
    }
    time.jump(-40 * 24 * HOUR);
    let waited = 0;
    while (!believed.now(before)) {
      time.pass(MINUTE);
      waited += 1;
    }
    assert.equal(waited, 60);
  });

  it('is not believed at a start more than a day after the last round, until an hour is over', () => {
    const time = clocks();
    const believed = new Believed(time);
    assert.ok(believed.now(undefined), 'nothing was ever due');
    assert.ok(believed.now(hourOf(time.wall()) - 24));
    assert.ok(!believed.now(hourOf(time.wall()) - 25));
    time.pass(HOUR);
    assert.ok(believed.now(hourOf(time.wall()) - 25));
  });
});

describe('Going round', () => {
  it('goes on after a round that failed, tells of it, and ends with the round that is under way', async () => {
    const errors: unknown[] = [];
    let rounds = 0;
    let finish: () => void = () => undefined;
    let ended = false;
    const end = goRound({
      rounds: {
        async round() {
          rounds += 1;
          if (rounds === 1) throw new Error('away');
          await new Promise<void>((resolve) => {
            finish = resolve;
          });
          return 0;
        },
        stop: () => {
          ended = true;
        },
      },
      roundedTo: async () => undefined,
      clocks: { wall: Date.now, steady: () => performance.now() },
      onTrouble: (error) => errors.push(error),
      period: 1,
    });
    await eventually('the second round', () => rounds === 2);
    assert.match(String(errors), /away/);
    let over = false;
    const stopping = end().then(() => {
      over = true;
    });
    await new Promise(setImmediate);
    assert.ok(ended && !over, 'it waits for what was begun');
    finish();
    await stopping;
    assert.equal(rounds, 2);
  });
});

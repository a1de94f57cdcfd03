import assert from 'node:assert/strict';
import { setImmediate as lap } from 'node:timers/promises';
import { inTurn } from '../../src/async/in-turn.js';

describe('What takes long', () => {
  it('is done one at a time, in the order in which it came, and others have their turn between', async () => {
    const done: number[] = [];
    const all = Array.from({ length: 50 }, async (_, at) => {
      await inTurn();
      done.push(at);
    });
    const perLap: number[] = [];
    while (done.length < all.length) {
      const before = done.length;
      await lap();
      perLap.push(done.length - before);
    }
    await Promise.all(all);
    assert.deepEqual(done, [...all.keys()]);
    // Whoever looks in may do so before one has had its turn, or after.
    assert.ok(Math.max(...perLap) <= 2, String(perLap));
    assert.ok(perLap.length >= all.length / 2, String(perLap));
  });
});

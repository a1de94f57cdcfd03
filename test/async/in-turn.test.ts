import assert from 'node:assert/strict';
import { setImmediate as lap } from 'node:timers/promises';
import { inTurn } from '../../src/async/in-turn.js';

describe('What takes long', () => {
  it('is done one at a time, in the order in which it came, and others have their turn between', async () => {
    const done: number[] = [];
    const all = Array.from({ length: 50 }, async (_, at) => {
      await inTurn('anna');
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

  it('is done for one caller after the other, however much one of them has asked for before', async () => {
    const done: string[] = [];
    const ask = async (caller: string): Promise<void> => {
      await inTurn(caller);
      done.push(caller);
    };
    const anna = Array.from({ length: 40 }, () => ask('anna'));
    await anna[0];
    const others = ['ben', 'carl', 'ben'].map(ask);
    await Promise.all(others);
    assert.ok(done.length <= 8, String(done));
    await Promise.all(anna);
    assert.equal(done.length, 43);
  });

  it('goes on for others where one has nothing more to ask for', async () => {
    await Promise.all([inTurn('anna'), inTurn('ben')]);
    await inTurn('anna');
  });
});

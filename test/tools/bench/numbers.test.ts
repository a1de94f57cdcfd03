import assert from 'node:assert/strict';
import { Guest } from '../../../src/tools/bench/guest.js';
import { chance, median, percentile, slope } from '../../../src/tools/bench/numbers.js';

describe('The numbers of the bench', () => {
  it('percentiles are values that were measured', () => {
    const values = Array.from({ length: 100 }, (_, index) => 100 - index);
    assert.deepEqual(
      [0, 0.5, 0.99, 1].map((share) => percentile(values, share)),
      [1, 50, 99, 100],
    );
    assert.ok(Number.isNaN(percentile([], 0.5)));
  });

  it('the median of an even number lies between the two in the middle', () => {
    assert.equal(median([9, 1, 5]), 5);
    assert.equal(median([1, 2, 10, 4]), 3);
  });

  it('the slope is that of the line nearest to the points', () => {
    assert.equal(
      slope([
        [0, 1],
        [1, 3],
        [2, 5],
      ]),
      2,
    );
    assert.equal(
      slope([
        [0, 5],
        [1, 7],
        [2, 5],
      ]),
      0,
    );
  });

  it('chance is the same for the same seed', () => {
    const [one, other] = [chance(5), chance(5)];
    for (let round = 0; round < 100; round += 1) {
      const value = one();
      assert.equal(value, other());
      assert.ok(value >= 0 && value < 1);
    }
  });
});

describe('A guest of the bench', () => {
  it('taps an answer, starts over at the guidance, and counts interviews', () => {
    const guest = new Guest(1);
    assert.deepEqual(guest.says(), { text: 'start over' });
    const answer = { action: 'answer', fact: 'cloud', value: 'public', from: 'k.1.1', edition: 'newest' };
    const restart = { action: 'restart', from: 'k.1.1', edition: 'newest' };
    guest.hears(JSON.stringify({ cards: [{ data: answer }, { data: restart }] }));
    assert.deepEqual(guest.says(), { value: answer });
    assert.equal(guest.finished, 0);
    guest.hears(JSON.stringify({ cards: [{ data: restart }] }));
    assert.deepEqual(guest.says(), { value: restart });
    assert.equal(guest.finished, 1);
  });
});

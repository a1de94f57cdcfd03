import assert from 'node:assert/strict';
import { Guest } from '../../src/bench/guest.js';
import { chance, median, percentile, slope } from '../../src/bench/numbers.js';
import { Kept } from '../../src/policy/kept.js';

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

describe('What is kept', () => {
  it('is made once, and never more than twice the bound', () => {
    const kept = new Kept<{ readonly n: number }>(3);
    let made = 0;
    const of = (n: number) =>
      kept.of(`${n}`, () => {
        made += 1;
        return { n };
      });
    for (let n = 0; n < 100; n += 1) assert.equal(of(n).n, n);
    assert.equal(made, 100);
    of(99);
    of(98);
    assert.equal(made, 100);
    const found = Array.from({ length: 100 }, (_, n) => kept.get(`${n}`)).filter(
      (each) => each !== undefined,
    );
    assert.ok(found.length <= 6, `${found.length}`);
  });
});

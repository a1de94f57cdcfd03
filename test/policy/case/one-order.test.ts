import assert from 'node:assert/strict';
import fc from 'fast-check';
import { inOneOrder } from '../../../src/policy/case/one-order.js';

const IDS = [...'abcdefghij'];

/** Some of the ids, in their order. */
const some = fc.subarray(IDS);

function keeps(order: readonly string[], list: readonly string[]): boolean {
  const places = list.map((id) => order.indexOf(id));
  return places.every((place, at) => place > (places[at - 1] ?? -1));
}

describe('One order for several lists', () => {
  it('has everything once and keeps the order of each, however the ids are ranked', () => {
    fc.assert(
      fc.property(fc.array(some, { maxLength: 6 }), fc.shuffledSubarray(IDS), (lists, ranked) => {
        const order = inOneOrder(lists, ranked);
        assert.equal(order.length, new Set(lists.flat()).size);
        assert.deepEqual(new Set(order), new Set(lists.flat()));
        for (const list of lists) assert.ok(keeps(order, list), `${order} for ${list}`);
      }),
    );
  });

  it('is that of the ranks where the lists leave it open, and has last what no rank names', () => {
    assert.deepEqual(inOneOrder([['c'], ['a'], ['b']], ['a', 'b', 'c']), ['a', 'b', 'c']);
    assert.deepEqual(
      inOneOrder(
        [
          ['a', 'z'],
          ['b', 'c'],
        ],
        ['a', 'b', 'c'],
      ),
      ['a', 'b', 'c', 'z'],
    );
    assert.deepEqual(inOneOrder([['z', 'a'], ['b']], ['a', 'b']), ['b', 'z', 'a']);
  });

  it('follows the first list where two contradict one another, and still has everything once', () => {
    assert.deepEqual(
      inOneOrder(
        [
          ['a', 'b'],
          ['b', 'a'],
        ],
        ['b', 'a'],
      ),
      ['a', 'b'],
    );
    fc.assert(
      fc.property(fc.array(fc.shuffledSubarray(IDS), { maxLength: 6 }), (lists) => {
        const order = inOneOrder(lists, IDS);
        assert.equal(order.length, new Set(lists.flat()).size);
        assert.deepEqual(new Set(order), new Set(lists.flat()));
      }),
    );
  });
});

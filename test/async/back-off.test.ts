import assert from 'node:assert/strict';
import { type BackOff, pauseBefore } from '../../src/async/back-off.js';

/** The shortest and the longest pause that chance can make of it, in whole milliseconds. */
function range(backOff: BackOff, before: number, asked?: number): readonly [number, number] {
  const { random } = Math;
  try {
    Math.random = () => 0;
    const least = pauseBefore(backOff, before, asked);
    Math.random = () => 1;
    return [least, pauseBefore(backOff, before, asked)];
  } finally {
    Math.random = random;
  }
}

describe('The pause before another try', () => {
  const half: BackOff = { first: 400, longest: 3000, jitter: 0.5 };

  it('is twice as long each time, up to the longest', () => {
    assert.deepEqual(
      [0, 1, 2, 3, 4, 5000].map((before) => range(half, before)),
      [
        [200, 400],
        [400, 800],
        [800, 1600],
        [1500, 3000],
        [1500, 3000],
        [1500, 3000],
      ],
    );
  });

  it('is left to chance as far as is said, also at its longest', () => {
    assert.deepEqual(range({ ...half, jitter: 1 }, 9), [0, 3000]);
    assert.deepEqual(range({ ...half, jitter: 0 }, 9), [3000, 3000]);
  });

  it('is never shorter than the other side asks for', () => {
    assert.deepEqual(range(half, 0, 1000), [1000, 1200]);
    assert.deepEqual(range(half, 0, 0), [0, 200]);
  });
});

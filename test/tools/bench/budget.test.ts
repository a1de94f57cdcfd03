import assert from 'node:assert/strict';
import { metBy, spread } from '../../../src/tools/bench/budget.js';
import { type Pair, ratioOf, type ServerMeasures, unrest } from '../../../src/tools/bench/pairs.js';

function measures(perSecond: number): ServerMeasures {
  return { perSecond, p50: 1, p99: 1, firstAnswer: 1, rss: 1, heap: 1, cpu: 1, errors: 0 };
}

const PAIRS: readonly Pair[] = [
  [1000, 900, 2000],
  [800, 880, 1600],
  [1200, 840, 3000],
].map(([echo = 0, advisor = 0, agents = 0]) => ({
  echo: measures(echo),
  advisor: measures(advisor),
  agents: measures(agents),
}));

describe('What the bench says of a budget', () => {
  it('is yes where it is met, to the limit', () => {
    assert.equal(metBy(1, 0, { budget: 1, least: true }), 'yes');
    assert.equal(metBy(1.2, 0, { budget: 1, least: true }), 'yes');
    assert.equal(metBy(1.25, 0, { budget: 1.25 }), 'yes');
  });

  it('is no where it is missed by more than the ratios vary', () => {
    assert.equal(metBy(0.8, 0.1, { budget: 1, least: true }), 'no');
    assert.equal(metBy(1.5, 0.1, { budget: 1.25 }), 'no');
  });

  it('is that it cannot be told where it is missed by less', () => {
    assert.equal(metBy(0.95, 0.1, { budget: 1, least: true }), 'cannot be told');
    assert.equal(metBy(1.3, 0.1, { budget: 1.25 }), 'cannot be told');
  });
});

describe('What the bench says of the machine', () => {
  it('is how far the middle half of the pairs lies apart, whatever the worst of them did', () => {
    assert.equal(spread([1, 2, 4, 900]), 3);
    assert.equal(spread([-900, 2, 4, 5, 900]), 3);
    assert.equal(spread([5]), 0);
  });

  it('is by how much the echo differed from itself', () => {
    assert.equal(unrest(PAIRS), 0.4);
    assert.equal(unrest(PAIRS.slice(0, 1)), 0);
  });

  it('compares with either echo, pair by pair', () => {
    const { echo, advisor, ratio, least, most } = ratioOf(PAIRS, 'perSecond');
    assert.deepEqual([echo, advisor, ratio, least, most], [1000, 880, 0.9, 0.7, 1.1]);
    assert.equal(ratioOf(PAIRS, 'perSecond', 'agents').ratio, 0.45);
  });
});

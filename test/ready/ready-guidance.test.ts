import assert from 'node:assert/strict';
import { guide, keepGuidanceWith } from '../../src/policy/engine/guidance.js';
import { policyFor } from '../../src/policy/engine/policy.js';
import type { Situation } from '../../src/policy/facts.js';
import { keepGuidanceReady } from '../../src/ready/ready-guidance.js';

const policy = policyFor(undefined);
const KNOWN: Situation = { cloud: 'public', service: 'license', goal: 'takeOver', partner: 'directBill' };
const OTHERS = [
  { ...KNOWN, goal: 'support' },
  { ...KNOWN, seller: 'unknown' },
  { ...KNOWN, partner: 'unknown' },
] as const satisfies readonly Situation[];

describe('The guidance that is kept ready', () => {
  const keepNone = () => keepGuidanceWith((_, make) => make());
  // A product that was started in this process before keeps it, too.
  beforeEach(keepNone);
  after(keepNone);

  it('is not kept by the policy itself', () => {
    assert.notEqual(guide(policy, KNOWN), guide(policy, KNOWN));
  });

  it('is what is put together anew, and put together once', () => {
    const all = [KNOWN, ...OTHERS];
    const anew = all.map((each) => guide(policy, each));
    keepGuidanceReady();
    const kept = all.map((each) => guide(policy, each));
    assert.deepEqual(kept, anew);
    for (const [at, situation] of all.entries()) assert.equal(guide(policy, { ...situation }), kept[at]);
  });

  it('is another under another edition, and where something else was answered that matters today', () => {
    keepGuidanceReady();
    const old = policyFor('2019-03');
    const situation: Situation = { partner: 'directBill' };
    const now = guide(policy, situation);
    const then = guide(old, situation);
    const beside = guide(old, situation, { ...situation, goal: 'takeOver' });
    assert.deepEqual([now.edition, then.edition], ['2026-11', '2019-03']);
    keepNone();
    assert.deepEqual(now, guide(policy, situation));
    assert.deepEqual(then, guide(old, situation));
    assert.deepEqual(beside, guide(old, situation, { ...situation, goal: 'takeOver' }));
    assert.notDeepEqual(beside.now, then.now);
  });
});

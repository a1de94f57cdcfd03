import assert from 'node:assert/strict';
import { keepGroupsWith } from '../../src/policy/engine/groups.js';
import { guide, keepGuidanceWith } from '../../src/policy/engine/guidance.js';
import { policyFor } from '../../src/policy/engine/policy.js';
import { FACT_IDS, type Situation } from '../../src/policy/facts.js';
import { keepGroupsReady } from '../../src/ready/ready-groups.js';

const policy = policyFor(undefined);
const NOTHING: Situation = Object.fromEntries(FACT_IDS.map((fact) => [fact, 'unknown']));
const SOME: Situation = { cloud: 'public', service: 'license', goal: 'takeOver', partner: 'unknown' };
const OPEN = [NOTHING, SOME, { ...SOME, seller: 'unknown' }, { ...SOME, goal: 'support' }] as const;

const groups = (situation: Situation) => guide(policy, situation).groups;

describe('The groups that are kept ready', () => {
  const keepNone = () => {
    keepGroupsWith((_, find) => find());
    keepGuidanceWith((_, make) => make());
  };
  // A product that was started in this process before keeps them, too, and whole guidance with them.
  beforeEach(keepNone);
  after(keepNone);

  it('are not kept by the policy itself', () => {
    assert.notEqual(groups(NOTHING), groups(NOTHING));
  });

  it('are what is found anew, and found once', () => {
    const anew = OPEN.map(groups);
    keepGroupsReady();
    const kept = OPEN.map(groups);
    assert.deepEqual(kept, anew);
    for (const [at, situation] of OPEN.entries()) assert.equal(groups(situation), kept[at]);
  });
});

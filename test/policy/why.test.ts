import assert from 'node:assert/strict';
import { compare, differ } from '../../src/policy/compare/difference.js';
import { EDITIONS } from '../../src/policy/editions/registry.js';
import { outcomes, restrict } from '../../src/policy/engine/diagram.js';
import { guide } from '../../src/policy/engine/guidance.js';
import { type Policy, policyFor } from '../../src/policy/engine/policy.js';
import { explain, type Ground } from '../../src/policy/engine/why.js';
import { FACTS, optionsOf, type Situation } from '../../src/policy/facts.js';
import { Dice, factsNamed, randomSituation } from '../proof/worlds.js';

const newest = policyFor(undefined);

function situations(count: number, seed: number): readonly Situation[] {
  const dice = new Dice(seed);
  return Array.from({ length: count }, () => randomSituation(dice, 0));
}

/** Every verdict that some completion of these answers leads to, by asking the diagram for each. */
function verdicts(policy: Policy, grounds: readonly Ground[]): ReadonlySet<string> {
  const node = grounds.reduce((at, { fact, option }) => restrict(at, fact, option), policy.root);
  return new Set(outcomes(node).map(({ verdict }) => verdict));
}

describe('Why', () => {
  const sample = situations(300, 7);

  it('names answers from which the verdict follows, and not one too many', () => {
    for (const situation of sample) {
      const { eligibility } = guide(newest, situation);
      const { because } = explain(newest, situation);
      assert.deepEqual([...verdicts(newest, because)], [eligibility]);
      for (const ground of because) {
        const fewer = because.filter((each) => each !== ground);
        assert.ok(
          verdicts(newest, fewer).size > 1,
          `${ground.fact} is not needed in ${JSON.stringify(situation)}`,
        );
      }
    }
  });

  it('names as few as can be: no smaller set of answers decides', () => {
    for (const situation of sample.slice(0, 60)) {
      const all = Object.entries(situation).map(([fact, option]) => ({ fact, option }) as Ground);
      const { because } = explain(newest, situation);
      for (let mask = 0; mask < 1 << all.length; mask += 1) {
        const subset = all.filter((_, index) => (mask & (1 << index)) !== 0);
        if (subset.length < because.length) assert.ok(verdicts(newest, subset).size > 1);
      }
    }
  });

  it('says why not, and what would change it: only things that somebody can act on, one at a time if one is enough', () => {
    for (const situation of sample) {
      const { whyNot, remedies } = explain(newest, situation);
      if (whyNot !== undefined) assert.ok(!verdicts(newest, whyNot.because).has(whyNot.verdict));
      for (const { changes, eligibility } of remedies) {
        assert.ok(changes.every(({ fact }) => FACTS[fact].actionable));
        const changed = {
          ...situation,
          ...Object.fromEntries(changes.map(({ fact, option }) => [fact, option])),
        };
        assert.equal(guide(newest, changed).eligibility, eligibility);
      }
      assert.ok(new Set(remedies.map(({ changes }) => changes.length)).size <= 1);
    }
  });

  it('never proposes another cloud or another kind of partner', () => {
    assert.equal(FACTS.cloud.actionable, false);
    assert.equal(FACTS.partner.actionable, false);
    assert.equal(FACTS.relationship.actionable, true);
  });

  it('proposes to manage and support what cannot be taken over', () => {
    const suspended: Situation = {
      cloud: 'public',
      partner: 'directBill',
      service: 'license',
      seller: 'cspPartner',
      goal: 'takeOver',
      licensePlatform: 'newCommerce',
      state: 'suspended',
    };
    const { remedies, because } = explain(newest, suspended);
    assert.ok(because.some(({ fact }) => fact === 'state'));
    assert.ok(remedies.some(({ changes }) => changes[0]?.option === 'support'));
    assert.ok(remedies.some(({ changes }) => changes[0]?.option === 'active'));
  });

  it('has no verdict to explain while it is open', () => {
    const { because, whyNot } = explain(newest, { cloud: 'public', seller: 'unknown' });
    assert.deepEqual(because, []);
    assert.equal(whyNot, undefined);
  });
});

describe('Editions compared', () => {
  it('have the same verdict everywhere where the article only added roles', () => {
    for (const { before, after } of compare('2019-03', '2020-06').groups) assert.equal(before, after);
    const situation = {
      cloud: 'public',
      partner: 'directBill',
      service: 'license',
      goal: 'support',
    } as const;
    const { gone, added } = differ('2019-03', '2020-06', { ...situation, seller: 'microsoft' });
    const ids = (items: readonly { readonly id: string }[]) => items.map(({ id }) => id);
    assert.deepEqual([ids(gone.reasons), ids(gone.steps), ids(gone.cautions)], [[], [], []]);
    assert.deepEqual([ids(added.reasons), ids(added.steps)], [[], []]);
    assert.deepEqual(ids(added.cautions), ['rolesForEveryStep']);
  });

  it('differ in conditions that are disjoint, exact and add up', () => {
    const { groups, differing, total } = compare('2020-06', '2026-11');
    const named = (['2020-06', '2026-11'] as const).flatMap((id) => factsNamed(EDITIONS[id]));
    const sizes = [...new Set(named)].map((fact) => optionsOf(fact).length);
    assert.equal(
      total,
      sizes.reduce((product, size) => product * size, 1),
    );
    assert.equal(
      differing,
      groups.reduce((sum, { count }) => sum + count, 0),
    );
    const policies = [policyFor('2020-06'), policyFor('2026-11')] as const;
    for (const situation of situations(2000, 11)) {
      const [before, after] = policies.map((policy) => guide(policy, situation).eligibility);
      const holding = groups.flatMap((group) =>
        group.conditions
          .filter(({ limits }) =>
            limits.every(({ fact, options }) => options.some((option) => option === situation[fact])),
          )
          .map(() => group),
      );
      assert.ok(holding.length <= 1, 'conditions overlap');
      if (holding.length === 0) assert.equal(before, after);
      else assert.deepEqual([holding[0]?.before, holding[0]?.after], [before, after]);
    }
  });

  it('tell for one situation what only one of them says', () => {
    const situation: Situation = {
      cloud: 'public',
      partner: 'directBill',
      service: 'license',
      seller: 'cspPartner',
      goal: 'takeOver',
    };
    const { before, after, gone, added } = differ('2020-06', '2026-11', situation);
    assert.deepEqual([before, after], ['notEligible', 'otherRoute']);
    assert.ok(gone.steps.some(({ id }) => id === 'waitOrCancel'));
    assert.ok(added.steps.some(({ id }) => id === 'requestTransfer'));
  });
});

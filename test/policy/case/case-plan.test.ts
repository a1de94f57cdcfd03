import assert from 'node:assert/strict';
import { caseOf } from '../../../src/policy/case/case.js';
import { planFor } from '../../../src/policy/case/case-plan.js';
import { EDITION_IDS } from '../../../src/policy/edition.js';
import { CONFLICTS } from '../../../src/policy/editions/conflicts.js';
import { EDITIONS } from '../../../src/policy/editions/registry.js';
import { guide } from '../../../src/policy/engine/guidance.js';
import { relevant } from '../../../src/policy/engine/interview.js';
import { policyFor } from '../../../src/policy/engine/policy.js';
import { answersIn, type Situation } from '../../../src/policy/facts.js';
import { tries } from '../../effort.js';
import { Dice, POLICIES, randomSituation } from '../../proof/worlds.js';

const NEWEST = policyFor(undefined);
const asker = { cloud: 'public', partner: 'directBill', designation: 'held' } as const;
const azureOfAgreement = {
  service: 'usage',
  seller: 'enterpriseAgreement',
  goal: 'takeOver',
  enrollment: 'direct',
} as const;
const azureDirect = { service: 'usage', seller: 'microsoft', goal: 'support' } as const;
const licences = { service: 'license', seller: 'cspPartner', goal: 'takeOver' } as const;

function ids(all: readonly { readonly id: string }[]): readonly string[] {
  return all.map(({ id }) => id);
}

describe('The plan of a case', () => {
  const plan = planFor(NEWEST, caseOf(asker, [azureOfAgreement, azureDirect, licences]));

  it('has the guidance of each subscription, as if it were alone', () => {
    const alone = [azureOfAgreement, azureDirect, licences].map((own) => {
      const answers: Situation = { ...asker, ...own };
      return guide(NEWEST, relevant(NEWEST, answersIn(answers)), answers);
    });
    assert.deepEqual(plan.guidances, alone);
  });

  it('has each step once, with the subscriptions it is for, in the order of each', () => {
    assert.deepEqual(
      plan.steps.map(({ id, subscriptions }) => `${id} ${subscriptions.join()}`),
      [
        'requestRelationship 0,2',
        'customerAccepts 0,2',
        'customerAcceptsAgreement 0,2',
        'ensureAzurePlan 0',
        'giveAzureRole 0,1',
        'delegateWithLighthouse 0,1',
        'linkPartnerId 1',
        'requestTransfer 2',
        'currentPartnerAcceptsLicenses 2',
        'requestBillingTransfer 0',
        'enterpriseAdminAccepts 0',
      ],
    );
  });

  it('is cited wherever the guidance of one is, and certain only where that of each is', () => {
    const role = plan.steps.find(({ id }) => id === 'giveAzureRole');
    const own = plan.guidances.slice(0, 2).map(({ steps }) => steps.find(({ id }) => id === 'giveAzureRole'));
    const pages = new Set(own.flatMap((step) => step?.citations ?? []));
    assert.ok(own.every((step) => step && step.citations.length < pages.size));
    assert.deepEqual(new Set(role?.citations), pages);
    const twoWays = planFor(
      policyFor('2026-11'),
      caseOf(asker, [
        licences,
        { ...licences, seller: 'mcaEnterprise' },
        { ...licences, seller: 'microsoft' },
      ]),
    );
    const certain = (at: number) =>
      twoWays.guidances[at]?.steps.find(({ id }) => id === 'endOldLicenses')?.certain;
    assert.deepEqual([certain(1), certain(2)], [false, true]);
    assert.equal(twoWays.steps.find(({ id }) => id === 'endOldLicenses')?.certain, false);
  });

  it('assumes a thing once, for those it matters to', () => {
    const assumed = plan.assumed.map(({ fact, option, subscriptions }) => [
      fact,
      option,
      subscriptions.join(),
    ]);
    assert.deepEqual(assumed, [
      ['licensePlatform', 'newCommerce', '2'],
      ['state', 'active', '0,2'],
      ['region', 'same', '0,1,2'],
      ['relationship', 'no', '0,2'],
    ]);
  });

  it('of one subscription is its guidance', () => {
    const dice = new Dice(16);
    for (let count = 0; count < tries({ all: 2000, quick: 300 }); count += 1) {
      const policy = dice.pick(POLICIES);
      const situation = randomSituation(dice, dice.roll(6));
      const one = planFor(policy, caseOf(situation, [situation]));
      const guidance = guide(policy, relevant(policy, answersIn(situation)), situation);
      const without = <T extends { readonly subscriptions: readonly number[] }>(all: readonly T[]) =>
        all.map(({ subscriptions, ...said }) => {
          assert.deepEqual(subscriptions, [0]);
          return said;
        });
      assert.deepEqual(without(one.reasons), guidance.reasons);
      assert.deepEqual(without(one.steps), guidance.steps);
      assert.deepEqual(without(one.cautions), guidance.cautions);
      assert.deepEqual(without(one.changes), guidance.changes);
      assert.deepEqual(without(one.assumed), guidance.assumed);
      assert.deepEqual(one.links, guidance.links);
      assert.deepEqual(one.citations, guidance.citations);
      assert.deepEqual(one.conflicts, []);
      assert.equal(one.edition, guidance.edition);
    }
  });

  it('is answered by one edition', () => {
    const dice = new Dice(17);
    for (let count = 0; count < tries({ all: 2000, quick: 300 }); count += 1) {
      const policy = dice.pick(POLICIES);
      const all = caseOf(
        randomSituation(dice, 4),
        [1, 2, 3].map(() => randomSituation(dice, 4)),
      );
      const { edition, guidances } = planFor(policy, all);
      assert.deepEqual(
        guidances.map((each) => each.edition),
        guidances.map(() => edition),
      );
    }
  });
});

describe('What stands against each other', () => {
  for (const id of EDITION_IDS) {
    const policy = policyFor(id);
    for (const conflict of CONFLICTS[id]) {
      const { one, other } = conflict.example;

      it(`${id}, ${conflict.id}: is named in its example, with its sources, whichever comes first`, () => {
        for (const [first, second] of [
          [one, other],
          [other, one],
        ] as const) {
          const { conflicts, citations } = planFor(policy, caseOf({ ...one, ...other }, [first, second]));
          const named = conflicts.find((each) => each.id === conflict.id);
          const at = first === one ? 0 : 1;
          assert.deepEqual([named?.one, named?.other], [[at], [1 - at]]);
          assert.equal(named?.citations.length, conflict.cites.length);
          assert.ok(named.citations.every((each) => citations.includes(each)));
          assert.equal(named.certain, conflict.uncertain !== true);
        }
      });

      it(`${id}, ${conflict.id}: is not named of either one alone, nor of two of the same`, () => {
        for (const own of [one, other]) {
          assert.deepEqual(ids(planFor(policy, caseOf(own, [own])).conflicts), []);
          assert.ok(!ids(planFor(policy, caseOf(own, [own, own])).conflicts).includes(conflict.id));
        }
      });

      it(`${id}, ${conflict.id}: can be told by each of its signs`, () => {
        const said = EDITIONS[id].rules;
        const all = {
          reasons: said.flatMap(({ reasons = [] }) => reasons),
          cautions: said.flatMap(({ cautions = [] }) => cautions),
        };
        for (const { reasons = [], steps = [], cautions = [] } of [...conflict.one, ...conflict.other]) {
          assert.ok(reasons.length + steps.length + cautions.length > 0);
          assert.deepEqual(
            reasons.filter((each) => !(all.reasons as readonly string[]).includes(each)),
            [],
          );
          assert.deepEqual(
            cautions.filter((each) => !(all.cautions as readonly string[]).includes(each)),
            [],
          );
          assert.deepEqual(
            steps.filter((each) => !(each in EDITIONS[id].steps)),
            [],
          );
        }
      });
    }
  }
});

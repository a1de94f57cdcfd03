import assert from 'node:assert/strict';
import {
  answersFor,
  type Case,
  caseOf,
  relevantIn,
  situationsIn,
  withAnswer,
} from '../../../src/policy/case/case.js';
import { relevant } from '../../../src/policy/engine/interview.js';
import { policyFor } from '../../../src/policy/engine/policy.js';
import { answersIn, FACT_IDS, FACTS, type FactId, outlasts, stays } from '../../../src/policy/facts.js';
import { tries } from '../../effort.js';
import { Dice, nameOf, POLICIES, randomSituation, situationOf } from '../../proof/worlds.js';

const NEWEST = policyFor(undefined);

const KNOWN: Case = caseOf({ cloud: 'public', partner: 'directBill', relationship: 'no' }, [
  { service: 'license', seller: 'enterpriseAgreement', goal: 'support' },
  { service: 'usage', seller: 'cspPartner', goal: 'takeOver', azurePlatform: 'azurePlan' },
]);

function factsOf(whose: string): readonly FactId[] {
  return FACT_IDS.filter((fact) => FACTS[fact].of === whose);
}

describe('Whose fact it is', () => {
  it('stands in the vocabulary: receipts of a case rely on it', () => {
    assert.deepEqual(factsOf('customer'), ['cloud', 'region', 'relationship']);
    assert.deepEqual(factsOf('asker'), ['partner', 'designation']);
    assert.deepEqual(FACT_IDS.filter(stays), factsOf('asker'));
    assert.deepEqual(
      FACT_IDS.filter((fact) => !outlasts(fact)),
      factsOf('subscription'),
    );
  });
});

describe('A case', () => {
  it('has every fact in one place only, wherever it was told', () => {
    const everything = {
      ...KNOWN.asker,
      ...KNOWN.customer,
      ...KNOWN.subscriptions[1],
      state: 'active',
    } as const;
    const all = caseOf(everything, [everything, everything]);
    assert.deepEqual(all.asker, { partner: 'directBill' });
    assert.deepEqual(all.customer, { cloud: 'public', relationship: 'no' });
    assert.deepEqual(all.subscriptions, [
      {
        service: 'usage',
        seller: 'cspPartner',
        goal: 'takeOver',
        azurePlatform: 'azurePlan',
        state: 'active',
      },
      {
        service: 'usage',
        seller: 'cspPartner',
        goal: 'takeOver',
        azurePlatform: 'azurePlan',
        state: 'active',
      },
    ]);
    assert.deepEqual(answersFor(all, 1), everything);
  });

  it('has an answer for all subscriptions, or for the one it was given for, and takes it back there', () => {
    const region = withAnswer(KNOWN, 1, 'region', 'different');
    assert.deepEqual(
      [0, 1].map((at) => answersFor(region, at).region),
      ['different', 'different'],
    );
    const goal = withAnswer(KNOWN, 1, 'goal', 'support');
    assert.deepEqual(
      goal.subscriptions.map((each) => each.goal),
      ['support', 'support'],
    );
    assert.deepEqual(KNOWN.subscriptions[1]?.goal, 'takeOver');
    for (const fact of FACT_IDS) {
      const told = withAnswer(KNOWN, 0, fact, 'unknown');
      assert.equal(answersFor(told, 0)[fact], 'unknown', fact);
      assert.equal(answersFor(told, 1)[fact] === 'unknown', outlasts(fact), fact);
      assert.equal(answersFor(withAnswer(told, 0, fact, undefined), 0)[fact], undefined, fact);
    }
  });

  it('keeps of the asker’s and the customer’s what still matters to any of its subscriptions', () => {
    const held = withAnswer(KNOWN, 0, 'designation', 'held');
    assert.equal(relevantIn(NEWEST, held).asker.designation, undefined);
    const azure = { service: 'usage', seller: 'mcaEnterprise', goal: 'takeOver' } as const;
    const more = { ...held, subscriptions: [...held.subscriptions, azure] };
    assert.equal(relevantIn(NEWEST, more).asker.designation, 'held');
    assert.deepEqual(
      situationsIn(NEWEST, more).map(({ designation }) => designation),
      [undefined, undefined, 'held'],
    );
    assert.deepEqual(situationsIn(NEWEST, relevantIn(NEWEST, more)), situationsIn(NEWEST, more));
  });

  it('comes to the same in whatever order its answers were given', () => {
    const dice = new Dice(31);
    for (let count = 0; count < tries({ all: 20_000, quick: 2000 }); count += 1) {
      const policy = dice.pick(POLICIES);
      const answers = [...answersIn(randomSituation(dice, 3))];
      const mixed = answers.map((each) => [dice.roll(1000), each] as const);
      const other = mixed.sort(([a], [b]) => a - b).map(([, each]) => each);
      const sorted = (pairs: typeof answers) => answersIn(relevant(policy, pairs)).map(String).sort();
      assert.deepEqual(
        sorted(other),
        sorted(answers),
        `${nameOf(policy)} ${JSON.stringify(situationOf(answers))}`,
      );
    }
  });
});

import assert from 'node:assert/strict';
import { casePlanText, conflictLines, forText, subscriptionNames } from '../../src/cards/case-text.js';
import { caseView, planView } from '../../src/conversation/interview/case-view.js';
import { LANGUAGE_TAGS, LANGUAGES } from '../../src/language/languages.js';
import { caseOf } from '../../src/policy/case/case.js';
import { nextCaseQuestion } from '../../src/policy/case/case-question.js';
import { policyFor } from '../../src/policy/engine/policy.js';
import { readCaseReceipt } from '../../src/receipt/case-receipt.js';
import { readReceipt } from '../../src/receipt/receipt.js';
import { tries } from '../effort.js';
import { Dice, POLICIES, randomSituation } from '../proof/worlds.js';

const NEWEST = policyFor(undefined);
const { en } = LANGUAGES;
const SHARED = { cloud: 'public', partner: 'directBill', designation: 'held' } as const;
const LICENCES = { service: 'license', seller: 'enterpriseAgreement', goal: 'support' } as const;
const AZURE = {
  service: 'usage',
  seller: 'enterpriseAgreement',
  goal: 'takeOver',
  enrollment: 'direct',
} as const;
const AZURE_DIRECT = { service: 'usage', seller: 'microsoft', goal: 'support' } as const;

function names(...answers: Parameters<typeof subscriptionNames>[1]) {
  return subscriptionNames(en, answers).map(({ full, short }) => [full, short]);
}

describe('What the subscriptions of a case are called', () => {
  it('is what was bought and where, and as little of it as tells them apart', () => {
    assert.deepEqual(names(LICENCES, AZURE, AZURE_DIRECT), [
      ['Licences · Enterprise Agreement (EA)', 'Licences'],
      ['Azure no. 1 · Enterprise Agreement (EA)', 'Azure no. 1'],
      ['Azure no. 2 · Directly from Microsoft', 'Azure no. 2'],
    ]);
    assert.deepEqual(names(AZURE, AZURE, {}, { service: 'unknown' }), [
      ['Azure no. 1 · Enterprise Agreement (EA)', 'Azure no. 1'],
      ['Azure no. 2 · Enterprise Agreement (EA)', 'Azure no. 2'],
      ['Subscription 3', 'Subscription 3'],
      ['Subscription 4', 'Subscription 4'],
    ]);
  });

  it('is another name for each, whatever is known of them, in every language', () => {
    const dice = new Dice(21);
    for (let count = 0; count < tries({ all: 3000, quick: 300 }); count += 1) {
      const language = LANGUAGES[dice.pick(LANGUAGE_TAGS)];
      const all = Array.from({ length: 1 + dice.roll(9) }, () => randomSituation(dice, dice.roll(10)));
      const named = subscriptionNames(language, all);
      for (const kind of ['full', 'short'] as const)
        assert.equal(new Set(named.map((each) => each[kind])).size, all.length, JSON.stringify(named));
    }
  });

  it('stands beside what is for some of them, and is left out where there is one', () => {
    const three = subscriptionNames(en, [LICENCES, AZURE, AZURE_DIRECT]);
    assert.equal(forText(en, three, [0, 1, 2]), 'For all subscriptions');
    assert.equal(forText(en, three, [0, 2]), 'For: Licences / Azure no. 2');
    assert.equal(forText(en, three.slice(0, 1), [0]), '');
  });
});

describe('What is shown of a case', () => {
  it('is the next question while something is open, and then the plan with a receipt of each and of all', () => {
    const open = caseOf({ cloud: 'public' }, [LICENCES, AZURE]);
    const asked = caseView(NEWEST, open);
    assert.ok(asked.kind === 'caseQuestion');
    assert.deepEqual(asked.question, nextCaseQuestion(NEWEST, open));
    const done = caseOf(SHARED, [LICENCES, AZURE, AZURE_DIRECT]);
    const shown = caseView(NEWEST, done);
    assert.ok(shown.kind === 'casePlan');
    assert.deepEqual(
      shown.receipts.map((each) => readReceipt(each)?.situation.service),
      ['license', 'usage', 'usage'],
    );
    assert.equal(readCaseReceipt(shown.receipt)?.all.subscriptions.length, 3);
    assert.deepEqual(
      shown.answers.map(({ designation }) => designation),
      ['held', 'held', 'held'],
    );
    assert.deepEqual(planView(NEWEST, done), shown);
  });

  it('says between which subscriptions something gets in the way', () => {
    const [line, ...others] = conflictLines(
      en,
      planView(NEWEST, caseOf(SHARED, [LICENCES, AZURE, AZURE_DIRECT])),
    );
    assert.ok(line?.endsWith('Azure no. 1 ↔ Azure no. 2'), line);
    assert.deepEqual(others, []);
  });

  it('can be said of any case in any language: every step, caution and verdict of each', () => {
    const dice = new Dice(22);
    for (let count = 0; count < tries({ all: 1000, quick: 100 }); count += 1) {
      const language = LANGUAGES[dice.pick(LANGUAGE_TAGS)];
      const own = Array.from({ length: 1 + dice.roll(5) }, () => randomSituation(dice, dice.roll(10)));
      const view = planView(dice.pick(POLICIES), caseOf(randomSituation(dice, 3), own));
      const text = casePlanText(language, view);
      for (const { id } of view.plan.steps) assert.ok(text.includes(language.say(`step.${id}`)), id);
      for (const { id } of view.plan.cautions) assert.ok(text.includes(language.say(`caution.${id}`)), id);
      for (const { id } of view.plan.conflicts) assert.ok(text.includes(language.say(`conflict.${id}`)), id);
      assert.ok(text.includes(view.receipt));
      assert.doesNotMatch(text, /\$\{|undefined|\[object/);
    }
  });
});

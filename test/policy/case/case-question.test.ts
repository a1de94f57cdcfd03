import assert from 'node:assert/strict';
import { type Case, caseOf, withAnswer } from '../../../src/policy/case/case.js';
import { planFor } from '../../../src/policy/case/case-plan.js';
import { caseQuestionAbout, nextCaseQuestion } from '../../../src/policy/case/case-question.js';
import { nextQuestion, questionAbout } from '../../../src/policy/engine/interview.js';
import { type Policy, policyFor } from '../../../src/policy/engine/policy.js';
import { type Answer, FACT_IDS, outlasts } from '../../../src/policy/facts.js';
import { tries } from '../../effort.js';
import { Dice, nameOf, POLICIES, visit } from '../../proof/worlds.js';

const NEWEST = policyFor(undefined);
const LICENCES = { service: 'license' } as const;
const AZURE = { service: 'usage' } as const;

/** Everything that is told of a case, to be compared. */
function told(policy: Policy, all: Case): string {
  const { guidances, ...plan } = planFor(policy, all);
  return JSON.stringify([plan, guidances.map(({ situation: _, ...guidance }) => guidance)]);
}

/** Answers whatever is asked, and tells each question before it is answered. */
function walk(
  policy: Policy,
  begun: Case,
  answer: (options: readonly Answer[]) => Answer,
  see: (all: Case, question: NonNullable<ReturnType<typeof nextCaseQuestion>>) => void,
): Case {
  let all = begun;
  for (;;) {
    const question = nextCaseQuestion(policy, all);
    if (question === undefined) return all;
    see(all, question);
    all = withAnswer(all, question.subscriptions[0] ?? 0, question.fact, answer(question.options));
  }
}

describe('The next question of a case', () => {
  for (const policy of POLICIES) {
    it(`is the interview's own where there is one subscription: ${nameOf(policy)}`, () => {
      visit(policy, (situation) => {
        const next = nextQuestion(policy, situation);
        const own = nextCaseQuestion(policy, caseOf(situation, [situation]));
        assert.deepEqual(own, next && { ...next, subscriptions: [0] });
      });
    });
  }

  it('is asked once of the asker and the customer, and of each subscription what is its own', () => {
    const dice = new Dice(5);
    for (let count = 0; count < tries({ all: 1000, quick: 150 }); count += 1) {
      const policy = dice.pick(POLICIES);
      const asked = new Set<string>();
      let most = Number.POSITIVE_INFINITY;
      walk(
        policy,
        caseOf({}, [{}, {}, {}].slice(0, 1 + dice.roll(3))),
        (options) => dice.pick(options),
        (_, { fact, subscriptions, remaining }) => {
          const name = outlasts(fact) ? fact : `${fact} of ${subscriptions}`;
          assert.ok(!asked.has(name), `${name} is asked twice`);
          asked.add(name);
          assert.ok(remaining < most, `${remaining} questions are left after ${most}`);
          most = remaining;
        },
      );
    }
  });

  it('is never put in vain: some answer changes what is told of a subscription that it names', () => {
    const dice = new Dice(6);
    for (let count = 0; count < tries({ all: 300, quick: 40 }); count += 1) {
      const policy = dice.pick(POLICIES);
      walk(
        policy,
        caseOf({}, [LICENCES, AZURE, {}].slice(0, 1 + dice.roll(3))),
        (options) => dice.pick([...options, 'unknown']),
        (all, { fact, options, subscriptions: [at = 0] }) => {
          const ends = options.map((option) => told(policy, withAnswer(all, at, fact, option)));
          assert.ok(new Set(ends).size > 1, `${nameOf(policy)} ${fact} ${JSON.stringify(all)}`);
        },
      );
    }
  });

  it('names every subscription that the answer can change, and no other', () => {
    const all = caseOf({ cloud: 'public', partner: 'directBill' }, [
      { ...AZURE, seller: 'mcaEnterprise', goal: 'takeOver' },
      { ...LICENCES, seller: 'microsoft', goal: 'support' },
      { ...AZURE, seller: 'mcaEnterprise', goal: 'takeOver' },
    ]);
    const { remaining: _, ...question } = nextCaseQuestion(NEWEST, all) ?? {};
    assert.deepEqual(question, { fact: 'designation', options: ['held', 'notHeld'], subscriptions: [0, 2] });
    const settled = withAnswer(all, 2, 'designation', 'held');
    assert.equal(nextCaseQuestion(NEWEST, settled), undefined);
  });

  it('begins with what is asked once', () => {
    const all = caseOf({ cloud: 'public' }, [
      { ...LICENCES, goal: 'takeOver', seller: 'microsoft' },
      { ...AZURE, goal: 'takeOver', seller: 'enterpriseAgreement' },
    ]);
    const order: string[] = [];
    walk(
      NEWEST,
      all,
      ([first = 'unknown']) => first,
      (_, { fact, subscriptions }) => order.push(`${fact} ${subscriptions}`),
    );
    assert.equal(order[0], 'partner 0,1');
    assert.ok(order.length > 1);
  });

  it('can be put again, for all or for one', () => {
    const all = caseOf({ cloud: 'public', partner: 'directBill' }, [LICENCES, AZURE]);
    assert.deepEqual(caseQuestionAbout(NEWEST, all, 1, 'partner').subscriptions, [0, 1]);
    for (const fact of FACT_IDS) {
      const { options, subscriptions } = caseQuestionAbout(NEWEST, all, 1, fact);
      const situation = { cloud: 'public', partner: 'directBill', ...AZURE } as const;
      assert.deepEqual(options, questionAbout(NEWEST, situation, fact).options, fact);
      assert.ok(subscriptions.includes(1) && (outlasts(fact) || subscriptions.length === 1));
    }
  });
});

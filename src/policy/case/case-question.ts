import { matters, nextPlan, nextQuestion, type Question, questionAbout } from '../engine/interview.js';
import type { Policy } from '../engine/policy.js';
import { type FactId, type OptionId, outlasts, type Situation } from '../facts.js';
import { type Case, situationsIn } from './case.js';

/** A question of a case: one of the questions of its subscriptions, and which of them it is put for. */
export interface CaseQuestion extends Question {
  /** Those whose guidance the answer can still change, by place; just one where the fact is a subscription's. */
  readonly subscriptions: readonly number[];
}

/** How many questions one subscription may still need. */
function worst(policy: Policy, situation: Situation): number {
  return nextPlan(policy, situation)?.worst ?? 0;
}

/** The same question, put for the case: how far there may be to go adds up over its subscriptions. */
function forAll(
  policy: Policy,
  situations: readonly Situation[],
  question: Question,
  at: number,
): CaseQuestion {
  const { fact, options } = question;
  if (situations.length === 1) return { ...question, subscriptions: [at] };
  const canChange = ({ [fact]: _, ...others }: Situation): boolean => matters(policy, others, fact);
  const concerned = outlasts(fact)
    ? situations.flatMap((each, index) => (index === at || canChange(each) ? [index] : []))
    : [at];
  const after = (option: OptionId): number =>
    situations.reduce((sum, each, index) => {
      return sum + worst(policy, concerned.includes(index) ? { ...each, [fact]: option } : each);
    }, 0);
  return { fact, options, remaining: Math.max(...options.map(after)), subscriptions: concerned };
}

/**
 * The next question of a case, or undefined when every subscription has its guidance. It is the next question of one of
 * them, so that nothing is asked in vain; first what is the asker's or the customer's, because it is asked once and may
 * settle others, and then one subscription after the other. Of one subscription alone it is the interview's.
 */
export function nextCaseQuestion(policy: Policy, all: Case): CaseQuestion | undefined {
  const situations = situationsIn(policy, all);
  const next = situations.map((each) => nextQuestion(policy, each));
  const common = next.findIndex((question) => question !== undefined && outlasts(question.fact));
  const at = common >= 0 ? common : next.findIndex((question) => question !== undefined);
  const question = next[at];
  return question === undefined ? undefined : forAll(policy, situations, question, at);
}

/** The question about one fact of a subscription, whether or not it is the next one. */
export function caseQuestionAbout(
  policy: Policy,
  all: Case,
  subscription: number,
  fact: FactId,
): CaseQuestion {
  const situations = situationsIn(policy, all);
  const question = questionAbout(policy, situations[subscription] ?? {}, fact);
  return forAll(policy, situations, question, subscription);
}

import { answersFor, type Case } from '../../policy/case/case.js';
import { type CasePlan, planFor } from '../../policy/case/case-plan.js';
import { type CaseQuestion, nextCaseQuestion } from '../../policy/case/case-question.js';
import type { Policy } from '../../policy/engine/policy.js';
import type { Situation } from '../../policy/facts.js';
import { receiptOfCase } from '../../receipt/case-receipt.js';
import { receiptOf } from '../../receipt/receipt.js';

interface ShownOfCase {
  /** Everything that was answered for each subscription, by its place: what it is called is read off this. */
  readonly answers: readonly Situation[];
}

/** Something is still to be asked for a case. */
export interface CaseQuestionView extends ShownOfCase {
  readonly kind: 'caseQuestion';
  readonly question: CaseQuestion;
}

/** The plan of a case: everything that a card of it has to show. */
export interface CasePlanView extends ShownOfCase {
  readonly kind: 'casePlan';
  readonly plan: CasePlan;
  /** The receipt of each subscription alone, by its place. */
  readonly receipts: readonly string[];
  /** The receipt of the whole case; of one subscription its own. */
  readonly receipt: string;
}

export type CaseView = CaseQuestionView | CasePlanView;

function answersOfEach(all: Case): readonly Situation[] {
  return all.subscriptions.map((_, at) => answersFor(all, at));
}

/** The plan of a case, whether or not something is still to be asked. */
export function planView(policy: Policy, all: Case): CasePlanView {
  const plan = planFor(policy, all);
  return {
    kind: 'casePlan',
    answers: answersOfEach(all),
    plan,
    receipts: plan.guidances.map(receiptOf),
    receipt: receiptOfCase(policy, all),
  };
}

/** What is shown of a case now: the next question, or the plan. */
export function caseView(policy: Policy, all: Case): CaseView {
  const question = nextCaseQuestion(policy, all);
  return question === undefined
    ? planView(policy, all)
    : { kind: 'caseQuestion', question, answers: answersOfEach(all) };
}

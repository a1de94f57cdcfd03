import { subscriptionNames } from '../cards/case-text.js';
import type { CasePlanView } from '../conversation/interview/case-view.js';
import type { Language } from '../language/language.js';
import type { CaseQuestion } from '../policy/case/case-question.js';
import type { ForSome } from '../policy/case/combine.js';
import { articleOf, type Guidance } from '../policy/engine/guidance.js';
import { ASKING, item, linkData, questionData, saidOfChange, saidOfGuidance, stepData } from './said-data.js';

/** A whole case as data: each subscription as if it were alone, and the plan. Subscriptions are named by place, from 0. */

/** What is assumed, by fact. */
export function assumedData({ assumed }: Pick<Guidance, 'assumed'>) {
  return Object.fromEntries(assumed.map(({ fact, option }) => [fact, option]));
}

/** The next question; of several subscriptions, with those it is put for. */
export function askData(language: Language, ask: CaseQuestion, alone: boolean) {
  const question = questionData(language, ask);
  return alone ? question : { ...question, subscriptions: ask.subscriptions };
}

/** Each subscription, with its own guidance once nothing is asked any more. */
export function subscriptionsData(
  language: Language,
  { plan, answers, receipts }: CasePlanView,
  done: boolean,
) {
  const names = subscriptionNames(language, answers);
  return plan.guidances.map((guidance, at) => ({
    name: names[at]?.full ?? '',
    situation: guidance.situation,
    assumed: assumedData(guidance),
    ...(done ? saidOfGuidance(language, guidance) : ASKING),
    receipt: done ? (receipts[at] ?? null) : null,
  }));
}

/** The plan: everything once, with the subscriptions that it is for. */
export function planData(language: Language, { plan }: CasePlanView) {
  const forSome = <Data extends object>({ subscriptions }: ForSome<unknown>, data: Data) => ({
    ...data,
    subscriptions,
  });
  const links = [...new Set([...plan.links, articleOf(plan.edition)])];
  return {
    reasons: plan.reasons.map((each) => forSome(each, item(language, `reason.${each.id}`, each))),
    steps: plan.steps.map((each) => forSome(each, stepData(language, each))),
    cautions: plan.cautions.map((each) => forSome(each, item(language, `caution.${each.id}`, each))),
    conflicts: plan.conflicts.map((each) => ({
      ...item(language, `conflict.${each.id}`, each),
      one: each.one,
      other: each.other,
    })),
    links: links.map((page) => ({ id: page, ...linkData(language, page) })),
    changes: plan.changes.map((each) => forSome(each, saidOfChange(language, each))),
    assumed: plan.assumed,
  };
}

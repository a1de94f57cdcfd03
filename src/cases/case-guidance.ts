import { answersFor, type Case, caseOf, commonIn, situationsIn } from '../policy/case/case.js';
import { type Guidance, guide } from '../policy/engine/guidance.js';
import { policyFor } from '../policy/engine/policy.js';
import { answersIn, type Situation } from '../policy/facts.js';
import type { KeptCase } from './kept-case.js';

/** The answers of a case as it is kept. */
export type KeptAnswers = Pick<KeptCase, 'shared' | 'subscriptions'>;

/** The case that is kept, as the policy knows cases. */
export function caseIn({ shared, subscriptions }: KeptAnswers): Case {
  return caseOf(
    Object.fromEntries(shared),
    subscriptions.map((each) => Object.fromEntries(each)),
  );
}

/** The same the other way: what is to be kept of a case. */
export function keptAnswers(all: Case): KeptAnswers {
  return {
    shared: answersIn(commonIn(all)),
    subscriptions: all.subscriptions.map((each) => answersIn(each)),
  };
}

/** What is known of one subscription of a case, with what all of them share. */
export function situationIn(kept: KeptAnswers, subscription: number): Situation {
  return answersFor(caseIn(kept), subscription);
}

/**
 * The guidance for each subscription of a case, in their order.
 * @param edition another edition than the one that the case asks for
 */
export function guidanceOfCase(kept: KeptCase, edition = kept.edition): readonly Guidance[] {
  const policy = policyFor(edition);
  const all = caseIn(kept);
  return situationsIn(policy, all).map((situation, at) => guide(policy, situation, answersFor(all, at)));
}

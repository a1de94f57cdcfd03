import { LRUCache } from 'lru-cache';
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

/** Cases of a few people who come back again and again. */
const MOST_KNOWN = 1000;

/**
 * Something small that the guidance for a case has, found once for the same answers: whoever comes back has all their cases
 * looked through, and guidance costs a hundred times as much as what is looked for.
 */
export function ofGuidance<Found extends object>(
  find: (all: readonly Guidance[]) => Found,
): (kept: KeptCase) => Found {
  const known = new LRUCache<string, Found>({ max: MOST_KNOWN });
  return (kept) => {
    const key = JSON.stringify([kept.edition ?? '', kept.shared, kept.subscriptions]);
    const there = known.get(key);
    if (there !== undefined) return there;
    const found = find(guidanceOfCase(kept));
    known.set(key, found);
    return found;
  };
}

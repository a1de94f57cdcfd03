import type { CasePlan } from '../policy/case/case-plan.js';
import { type Guidance, guidanceToday } from '../policy/engine/guidance.js';
import { type AskableFact, isAskable, outlasts, type Situation } from '../policy/facts.js';
import type { CasePlanView } from './interview/case-view.js';

/** What a customer is told and asked about one of several subscriptions. */
export interface ToldSubscription {
  /** What is known of it: what it is called is read off this. */
  readonly answers: Situation;
  /** What is true today, whichever edition is read. */
  readonly guidance: Guidance;
  /** What only the customer knows, and is true of this one alone. */
  readonly facts: readonly AskableFact[];
}

/** What a customer is told and asked about all subscriptions, in one message. */
export interface ToldCase {
  readonly each: readonly ToldSubscription[];
  /** What only the customer knows, and is true of all: asked once. */
  readonly facts: readonly AskableFact[];
  readonly conflicts: CasePlan['conflicts'];
}

/** What is open of a guidance and the customer can know; what today's edition turns on is asked in the same message. */
export function askedOfCustomer({ dependsOn, now }: Guidance): readonly AskableFact[] {
  const open = new Set([...dependsOn.map(({ fact }) => fact), ...(now?.turnsOn ?? [])]);
  return [...open].filter(isAskable);
}

/** What is true today of a guidance that says what is true; what is still open stays as it is. */
export function toldOf(guidance: Guidance): Guidance {
  return guidance.eligibility === 'depends' ? guidance : guidanceToday(guidance);
}

export function toldCase({ plan, answers }: CasePlanView): ToldCase {
  const open = plan.guidances.map(askedOfCustomer);
  return {
    each: plan.guidances.map((guidance, place) => ({
      answers: answers[place] ?? {},
      guidance: toldOf(guidance),
      facts: (open[place] ?? []).filter((fact) => !outlasts(fact)),
    })),
    facts: [...new Set(open.flat().filter(outlasts))],
    conflicts: plan.conflicts,
  };
}

import { relevant } from '../engine/interview.js';
import type { Policy } from '../engine/policy.js';
import {
  type Answer,
  answersIn,
  FACT_IDS,
  FACTS,
  type FactId,
  type FactOwner,
  type Situation,
  type SituationOf,
} from '../facts.js';

/** One customer: what is true of it once, what is true of the asker once, and each subscription with its own facts. */
export interface Case {
  readonly asker: SituationOf<'asker'>;
  readonly customer: SituationOf<'customer'>;
  /** In the order in which they were told of; at least one. A subscription is named by its place, from 0. */
  readonly subscriptions: readonly SituationOf<'subscription'>[];
}

/**
 * So many subscriptions make up a case; a customer with more has several. Few enough for a plan that people read, a card
 * that channels take (80 KB, with all that can be said of each) and one receipt.
 */
export const MOST_SUBSCRIPTIONS = 5;

/** What of a situation is one owner's, in the order of the vocabulary. */
function part(situation: Situation, of: FactOwner): Situation {
  return Object.fromEntries(
    FACT_IDS.flatMap((fact) => {
      const answer = FACTS[fact].of === of ? situation[fact] : undefined;
      return answer === undefined ? [] : [[fact, answer]];
    }),
  );
}

/**
 * A case from what is known of all subscriptions and of each. What is the asker's or the customer's is taken from
 * `common` alone, what is a subscription's from its own situation alone.
 */
export function caseOf(common: Situation, subscriptions: readonly Situation[]): Case {
  return {
    asker: part(common, 'asker'),
    customer: part(common, 'customer'),
    subscriptions: subscriptions.map((each) => part(each, 'subscription')),
  };
}

/** What is the asker's and the customer's: it counts for every subscription. */
export function commonIn({ asker, customer }: Case): Situation {
  return { ...asker, ...customer };
}

/** Everything that was answered and counts for one subscription, in the order of the vocabulary. */
export function answersFor(all: Case, subscription: number): Situation {
  const answers: Situation = { ...commonIn(all), ...all.subscriptions[subscription] };
  return Object.fromEntries(
    FACT_IDS.filter((fact) => answers[fact] !== undefined).map((fact) => [fact, answers[fact]]),
  );
}

/** The situation of each subscription: of what was answered, what still matters to it. */
export function situationsIn(policy: Policy, all: Case): readonly Situation[] {
  return all.subscriptions.map((_, at) => relevant(policy, answersIn(answersFor(all, at))));
}

/**
 * The case with one more answer, where it belongs: the asker's and the customer's count for every subscription,
 * whichever it was given for.
 * @param answer undefined takes the answer back
 */
export function withAnswer(all: Case, subscription: number, fact: FactId, answer: Answer | undefined): Case {
  const { of } = FACTS[fact];
  const put = (known: Situation): Situation => {
    const { [fact]: _, ...others } = known;
    return answer === undefined ? others : part({ ...others, [fact]: answer }, of);
  };
  if (of !== 'subscription') return { ...all, [of]: put(all[of]) };
  const subscriptions = all.subscriptions.map((each, at) => (at === subscription ? put(each) : each));
  return { ...all, subscriptions };
}

/** The case without what no longer matters: of what is the asker's or the customer's, to none of the subscriptions. */
export function relevantIn(policy: Policy, all: Case): Case {
  const situations = situationsIn(policy, all);
  return caseOf(Object.assign({}, ...situations), situations);
}

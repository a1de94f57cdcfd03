import { type Case, MOST_SUBSCRIPTIONS } from '../../policy/case/case.js';
import { type Answer, answersIn, type FactId, outlasts } from '../../policy/facts.js';

type Pairs = readonly (readonly [FactId, Answer])[];

/** One of the customer's subscriptions that is not talked about just now. */
export interface OtherSubscription {
  /** Counted from 1 in the order in which they were begun; it stays when another one is left out. */
  readonly number: number;
  /** What is true of this one alone; the customer's facts and the asker's stand in the conversation's answers, once. */
  readonly answers: Pairs;
}

/** The subscription that is talked about, beside the others. */
interface Subscriptions {
  readonly answers: Pairs;
  /** Of the one that is talked about; 1 where nothing is said. */
  readonly number?: number;
  readonly others?: readonly OtherSubscription[];
}

/** The number of the subscription that is talked about. */
export function numberNow({ number = 1 }: Pick<Subscriptions, 'number'>): number {
  return number;
}

/** What is true of the customer and of the asker, whichever subscription it is. */
export function sharedAnswers({ answers }: Pick<Subscriptions, 'answers'>): Pairs {
  return answers.filter(([fact]) => outlasts(fact));
}

/** What is true of the subscription that is talked about alone. */
export function ownAnswersNow({ answers }: Pick<Subscriptions, 'answers'>): Pairs {
  return answers.filter(([fact]) => !outlasts(fact));
}

/** Whether there is room for one more. */
export function hasRoom({ others = [] }: Subscriptions): boolean {
  return others.length + 1 < MOST_SUBSCRIPTIONS;
}

/** All of them in the order of their numbers, the one that is talked about among them. */
export function allOf(conversation: Subscriptions): readonly OtherSubscription[] {
  const now = { number: numberNow(conversation), answers: ownAnswersNow(conversation) };
  return [...(conversation.others ?? []), now].toSorted((a, b) => a.number - b.number);
}

/** The answers of one of them, as if it were talked about. */
export function answersBeside(conversation: Subscriptions, { answers }: OtherSubscription): Pairs {
  return [...sharedAnswers(conversation), ...answers];
}

/** All subscriptions of a case but the first, which is talked about. */
export function othersIn({ subscriptions }: Case): readonly OtherSubscription[] {
  return subscriptions.slice(1).map((each, at) => ({ number: at + 2, answers: answersIn(each) }));
}

/** No more of them than a conversation may have. */
export function atMost(others: readonly OtherSubscription[]): readonly OtherSubscription[] {
  return others.slice(0, MOST_SUBSCRIPTIONS - 1);
}

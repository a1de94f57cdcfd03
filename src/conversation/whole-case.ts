import type { SaidStep } from '../policy/engine/statement.js';
import type { Desk } from './desk.js';
import type { CasePlanView } from './interview/case-view.js';
import type { Conversation } from './interview/state.js';
import { amongOf } from './interview/viewed.js';
import { doneOf } from './ticks.js';

/** All subscriptions of a customer with their one plan, and what is done of it. */
export interface WholeCase extends CasePlanView {
  /** The steps that are done of each subscription, by its place, in the order in which they were done. */
  readonly done: readonly (readonly SaidStep[])[];
}

/** Everything that is known of the customer; undefined where there is just one subscription. */
export function wholeToTake(conversation: Conversation, { done = [] }: Desk): WholeCase | undefined {
  const among = amongOf(conversation);
  if (among === undefined) return undefined;
  return { ...among.whole, done: among.numbers.map((number) => doneOf(done, number)) };
}

/** The same where it is the whole customer that is shown, and not one of the subscriptions. */
export function wholeShown(conversation: Conversation, desk: Desk): WholeCase | undefined {
  return conversation.alone ? undefined : wholeToTake(conversation, desk);
}

import type { EditionId, Eligibility } from '../policy/edition.js';
import type { FactId, Situation } from '../policy/facts.js';

/** What one subscription comes to. */
interface Answered {
  readonly eligibility: Eligibility;
  /** What is true today, where an old edition was asked for and today's says something else. */
  readonly now?: {
    readonly edition: EditionId;
    readonly eligibility: Eligibility;
    readonly differs: 'cloud' | 'verdict' | 'steps';
    readonly turnsOn: readonly FactId[];
  };
  readonly situation: Situation;
}

/** What a person needs who takes over: the case in words and as data, and whom to answer. */
export interface HandedOver extends Answered {
  /** The same id is the same hand-over: whoever receives it twice has received it once. */
  readonly id: string;
  /** Of the whole case, where there are several subscriptions. */
  readonly receipt: string;
  readonly edition: EditionId;
  /**
   * Each subscription in the order in which they were begun, where there are several; `eligibility`, `now` and `situation`
   * beside it are then those of the one that was talked about last.
   */
  readonly subscriptions?: readonly (Answered & { readonly receipt: string })[];
  /** BCP 47 tag of the language that the words are in. */
  readonly language: string;
  /** Of the support request that is drafted. */
  readonly title: string;
  readonly description: string;
  readonly topic: string;
  /** Everything in plain words. */
  readonly text: string;
  /** The same as an Adaptive Card. */
  readonly card: object;
  readonly from: {
    readonly channel: string;
    readonly conversation: string;
    readonly user: string;
    readonly name: string;
  };
}

/** Brings a case to a person. */
export interface HandOver {
  /** When it resolves, the other side has taken the case. Rejects with `HandOverError`. */
  send(one: HandedOver): Promise<void>;
}

/** A case did not arrive. The message tells the operator what to do, and nothing about the case or the address. */
export class HandOverError extends Error {
  override readonly name = 'HandOverError';
}

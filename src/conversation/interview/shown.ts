import type { Guidance } from '../../policy/engine/guidance.js';
import type { Question } from '../../policy/engine/interview.js';
import type { Answer, FactId, OptionId } from '../../policy/facts.js';
import type { CountryPair } from '../../policy/regions/regions.js';
import type { CasePlanView } from './case-view.js';
import type { Proposal } from './proposal.js';
import type { Origin } from './state.js';
import type { Whereabouts } from './whereabouts.js';

/** What an interview shows, whatever its words. */
export interface Shown {
  /** The answers that matter, in the order they were given. */
  readonly answers: readonly (readonly [FactId, Answer])[];
  /** Which of them nobody gave in this interview. */
  readonly granted: readonly FactId[];
  /** The two countries that the answer about the region comes from, where it comes from any. */
  readonly places?: CountryPair | undefined;
  readonly origin: Origin;
}

export interface QuestionView extends Question, Shown {
  readonly kind: 'question';
  readonly number: number;
  /** The answer given before, when the question is put again. */
  readonly current: Answer | undefined;
  /** The countries that were named so far, where it is the region that is asked for. */
  readonly named?: Whereabouts | undefined;
}

export interface GuidanceView extends Shown {
  readonly kind: 'guidance';
  readonly guidance: Guidance;
  /** The service of the customer's next subscription, where one was told of. */
  readonly next?: Answer | undefined;
  /** Where the customer has several subscriptions: all of them. */
  readonly among?: Among;
}

/** A subscription among all those of the customer. */
export interface Among {
  /** Its number. */
  readonly number: number;
  /** The numbers of all of them, in the order in which they were begun: that of the plan. */
  readonly numbers: readonly number[];
  readonly whole: CasePlanView;
  /** Whether its own guidance is to be shown, and not the plan for all. */
  readonly alone: boolean;
}

/** One fact read from the person's words, with what was answered before, where that was something else. */
export interface ReadFact {
  readonly fact: FactId;
  readonly value: Answer;
  readonly said: string;
  readonly before: Answer | undefined;
  /** The two countries that it was read from, where it was read from any. */
  readonly places?: CountryPair | undefined;
}

/** What was understood, to be confirmed before anything relies on it. */
export interface UnderstoodView extends Shown {
  readonly kind: 'understood';
  readonly read: readonly ReadFact[];
  readonly excluded: Proposal['excluded'];
  /** A fact with several readings, to choose from. */
  readonly unclear:
    | { readonly fact: FactId; readonly options: readonly OptionId[]; readonly said: string }
    | undefined;
  /** The services of the customer's other subscriptions, which come afterwards. */
  readonly later: readonly Answer[];
}

export type InterviewView = QuestionView | GuidanceView | UnderstoodView;

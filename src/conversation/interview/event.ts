import type { Case } from '../../policy/case/case.js';
import type { EditionId } from '../../policy/edition.js';
import type { Answer, FactId, Situation } from '../../policy/facts.js';
import type { SubscriptionChange } from './among.js';
import type { Later, Proposal } from './proposal.js';
import type { Granted, Origin } from './state.js';
import type { Whereabouts } from './whereabouts.js';

/** What can happen in an interview. `origin` says which card it was tapped on; what is typed has none. */
export type InterviewEvent =
  | { readonly kind: 'show' }
  | { readonly kind: 'answer'; readonly fact: FactId; readonly value: Answer; readonly origin?: Origin }
  /** Countries were named, as the answer about the region or a part of it. */
  | { readonly kind: 'countries'; readonly named: Whereabouts; readonly origin?: Origin }
  | { readonly kind: 'change'; readonly fact: FactId; readonly origin?: Origin }
  | { readonly kind: 'back'; readonly origin?: Origin }
  /** Another subscription of the same customer, or one of them again, without one, or all of them. */
  | { readonly kind: 'subscription'; readonly what: SubscriptionChange; readonly origin?: Origin }
  /** The next customer; `granted` and `home`, the asker's own country, are what need not be asked again. */
  | {
      readonly kind: 'restart';
      readonly granted?: Granted;
      readonly home?: string | undefined;
      readonly origin?: Origin;
    }
  | { readonly kind: 'edition'; readonly edition: EditionId | undefined; readonly origin?: Origin }
  /** Facts were read from the person's own words. */
  | {
      readonly kind: 'propose';
      readonly proposal: Proposal;
      /** The countries that the region was read from. */
      readonly named?: Whereabouts | undefined;
      /** What the same words said of further subscriptions. */
      readonly later?: Later | undefined;
    }
  /**
   * What was read is right. With a fact, that reading of it; with a fact and no value, none of its readings.
   */
  | { readonly kind: 'accept'; readonly fact?: FactId; readonly value?: Answer; readonly origin?: Origin }
  | { readonly kind: 'dismiss'; readonly origin?: Origin }
  /** A form came back: what it showed when it was drawn, and what it says now. */
  | { readonly kind: 'fill'; readonly drawn: Situation; readonly wanted: Situation; readonly origin?: Origin }
  /** A situation is taken over as a whole, such as that of a receipt. */
  | { readonly kind: 'adopt'; readonly situation: Situation; readonly edition: EditionId | undefined }
  /** The same with all subscriptions of a customer. */
  | { readonly kind: 'adoptCase'; readonly all: Case; readonly edition: EditionId | undefined };

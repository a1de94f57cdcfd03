import type { LanguageTag } from '../language/languages.js';
import type { Eligibility } from '../policy/edition.js';
import type { Guidance } from '../policy/engine/guidance.js';
import type { OptionId } from '../policy/facts.js';
import type { CountryPair } from '../policy/regions/regions.js';
import type { RemindData } from './action.js';
import type { CaseAnswersNow, CaseEffect } from './case-deed.js';
import type { Desk } from './desk.js';
import type { Conversation, Granted } from './interview/state.js';
import type { View } from './view.js';
import type { WholeCase } from './whole-case.js';

/** What one turn starts from. */
export interface Session {
  readonly conversation: Conversation;
  /** The language this turn is answered in. */
  readonly language: LanguageTag;
  readonly desk: Desk;
  readonly around: Surroundings;
  /** What is known of the asker from earlier conversations. */
  readonly asker?: Granted;
  /** The country of the asker's own tenant, as they said last. */
  readonly home?: string | undefined;
}

/** What is the case around the conversation; the dialog has no clock and no settings of its own. */
export interface Surroundings {
  /** Today, as an ISO date, for what is written down. */
  readonly day: string;
  /** Whether somebody is set up to receive hand-overs. */
  readonly handOver: boolean;
  /** For how many days without a message a conversation is kept. */
  readonly retentionDays: number;
  /** The cloud of the Teams that the reader sits in, where that says which one customers are in. */
  readonly cloud?: OptionId<'cloud'>;
  /** Where the bot is reached by browsers, such as `https://advisor.contoso.com`, if that is known. */
  readonly address?: string;
  /** Whether the person is written to where they are, without having asked. */
  readonly written?: boolean;
  /** The id of a case that would be kept now; undefined where none can be. */
  readonly newCase?: string;
  /** The case that is to be opened, as it is kept; undefined where there is none such. */
  readonly opened?: OpenedCase | undefined;
}

/** A kept case on its way into a conversation. */
export interface OpenedCase extends CaseAnswersNow {
  readonly id: string;
}

/** Something to be done outside the conversation. Done twice under the same id, it counts once. */
export type Effect =
  | {
      readonly kind: 'feedback';
      readonly id: string;
      readonly helped: boolean;
      readonly reason: string;
      readonly guidance: Guidance;
      readonly eligibility: Eligibility;
      /** The rules that made it, by id. */
      readonly rules: readonly string[];
    }
  | {
      readonly kind: 'handOver';
      readonly id: string;
      /** What the desk remembers of it once it was sent. */
      readonly mark: string;
      readonly guidance: Guidance;
      /** All subscriptions of the customer, where there are several. */
      readonly all?: WholeCase | undefined;
      /** The two countries that the answer about the region comes from. */
      readonly places?: CountryPair | undefined;
    }
  /** Something is done about a case that the person keeps. */
  | ({ readonly kind: 'remind' } & RemindData)
  | { readonly kind: 'case'; readonly deed: CaseEffect }
  /** Everything that is kept of the person is deleted. */
  | { readonly kind: 'forget' };

export interface Turn extends Session {
  readonly view: View;
  /** Whether the person chose the language just now, so that it is worth remembering. */
  readonly languageChosen: boolean;
  readonly effects: readonly Effect[];
}

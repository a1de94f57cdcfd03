import type { LanguageTag } from '../language/languages.js';
import type { InterviewView, Note, Origin } from '../policy/conversation.js';
import type { Difference } from '../policy/difference.js';
import type { EditionId } from '../policy/edition.js';
import type { FactId } from '../policy/facts.js';
import type { Guidance } from '../policy/guidance.js';
import type { Explanation } from '../policy/why.js';

/** Something to tell beside what is shown; its words are `notice.<kind>`. */
export type DialogNote =
  | Note
  | { readonly kind: 'notUnderstood' | 'tooLong' | 'noAttachments' | 'reaction' }
  | { readonly kind: 'languageSet' };

/** Why the guidance is what it is, and what another edition says instead. */
export interface WhyScreen {
  readonly kind: 'why';
  readonly guidance: Guidance;
  readonly explanation: Explanation;
  readonly compared: { readonly edition: EditionId; readonly difference: Difference } | undefined;
  readonly origin: Origin;
}

/** A message that asks the customer for what is missing, in the customer's language. */
export interface CustomerMessageScreen {
  readonly kind: 'customerMessage';
  readonly facts: readonly FactId[];
  readonly customer: LanguageTag;
}

/** What a person can be shown: data with ids; the words and the card come later. */
export type Screen =
  | InterviewView
  | WhyScreen
  | CustomerMessageScreen
  | { readonly kind: 'welcome' }
  | { readonly kind: 'help' }
  | { readonly kind: 'languages'; readonly current: LanguageTag }
  | { readonly kind: 'editions'; readonly origin: Origin }
  | { readonly kind: 'failure' };

export interface View {
  readonly screen: Screen;
  readonly notes: readonly DialogNote[];
  /** Whose card this is and where it was drawn; undefined for a card that is nobody's own, such as the welcome. */
  readonly origin: Origin | undefined;
}

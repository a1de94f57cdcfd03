import type { LanguageTag } from '../language/languages.js';
import type { InterviewView, Note, Origin } from '../policy/conversation.js';

/** Something to tell beside what is shown; its words are `notice.<kind>`. */
export type DialogNote =
  | Note
  | { readonly kind: 'notUnderstood' | 'tooLong' | 'noAttachments' | 'reaction' }
  | { readonly kind: 'languageSet' };

/** What a person can be shown: data with ids; the words and the card come later. */
export type Screen =
  | InterviewView
  | { readonly kind: 'welcome' }
  | { readonly kind: 'help' }
  | { readonly kind: 'languages'; readonly current: LanguageTag }
  | { readonly kind: 'editions'; readonly origin: Origin }
  | { readonly kind: 'failure' };

export interface View {
  readonly screen: Screen;
  readonly notes: readonly DialogNote[];
}

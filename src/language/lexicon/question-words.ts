import { isThere, late } from '../../late/late.js';
import type { LanguageTag } from '../languages.js';
import type { QuestionCue } from './concepts.js';

/** By which words one knows a question about the rules, as phrases of a lexicon are written. */
export interface QuestionWords {
  readonly language: string;
  readonly cues: { readonly [C in QuestionCue]?: readonly string[] };
}

/** The question words of a language, read when a line may be a question; a language may have none yet. */
export function questionWordsOf(tag: LanguageTag): QuestionWords {
  const file = new URL(`./questions/${tag}.json`, import.meta.url);
  return isThere(file) ? late<QuestionWords>(file)() : { language: tag, cues: {} };
}

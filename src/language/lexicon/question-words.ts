import type { LanguageTag } from '../languages.js';
import type { QuestionCue } from './concepts.js';
import { ownFile } from './own-file.js';

/** By which words one knows a question about the rules, as phrases of a lexicon are written. */
export interface QuestionWords {
  readonly language: string;
  readonly cues: { readonly [C in QuestionCue]?: readonly string[] };
}

/** The question words of a language, read when a line may be a question; a language may have none yet. */
export function questionWordsOf(tag: LanguageTag): QuestionWords {
  return ownFile(tag, 'questions') ?? { language: tag, cues: {} };
}

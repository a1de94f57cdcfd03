import type { LanguageTag } from '../../languages.js';
import { QUESTION_CUES, type QuestionCue } from '../../lexicon/concepts.js';
import { questionWordsOf } from '../../lexicon/question-words.js';
import type { CountSteps } from '../phrases/mentions.js';
import { Phrasebook } from '../phrases/phrasebook.js';
import { Search } from '../phrases/search.js';
import { tonguesOf } from '../phrases/tongues.js';
import { whileSpoken } from '../phrases/while-spoken.js';
import { SENTENCE, type Word } from '../text/word.js';

/** A cue in a line, by the words it has. */
export interface FoundCue {
  readonly cue: QuestionCue;
  readonly words: readonly number[];
}

const book = whileSpoken(
  (tag) => new Phrasebook(tag, { language: tag, concepts: questionWordsOf(tag).cues }),
);

const CUES: ReadonlySet<string> = new Set(QUESTION_CUES);

function isCue(concept: string): concept is QuestionCue {
  return CUES.has(concept);
}

/** Every cue of a line, however they share its words. */
export function cuesIn(
  words: readonly Word[],
  reader: LanguageTag,
  count: CountSteps = () => undefined,
): readonly FoundCue[] {
  const phrases = book(tonguesOf(words, reader).home);
  phrases.ready(words, false);
  const sense = words.map((word) => ({ numbers: phrases.vocabulary.find(word), slip: false }));
  const { found, steps } = new Search(words, sense, phrases, 0);
  count(steps + found.length);
  return found.flatMap(({ concepts, words: own }) =>
    concepts.filter(isCue).map((cue) => ({ cue, words: own })),
  );
}

/** The places of the words of each sentence, from one up to another. */
export function sentencesOf(words: readonly Word[]): readonly (readonly [first: number, next: number])[] {
  const begins = words.flatMap(({ breakBefore }, at) => (breakBefore === SENTENCE || at === 0 ? [at] : []));
  return begins.map((first, index) => [first, begins[index + 1] ?? words.length] as const);
}

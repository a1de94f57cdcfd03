import type { LanguageTag } from '../../languages.js';
import { lexiconOf } from '../../lexicon/lexicons.js';
import { asOneWord, JOINED, type Word } from '../text/word.js';
import { glossary } from './phrasebook.js';

/** "Bank kártyával", "fel függesztett": shorter words are two, and so are shorter pieces. */
const LEAST_PIECE = 3;
const LEAST_WHOLE = 9;
const DIGIT = /\d/;

/** Whether two words that stand apart are one that the lexicon has. */
function isOne(before: Word, after: Word, tag: LanguageTag): boolean {
  if (after.breakBefore > JOINED || after.glued || DIGIT.test(after.folded)) return false;
  const [first, second] = [before.folded.length, after.folded.length];
  if (first < LEAST_PIECE || second < LEAST_PIECE || first + second < LEAST_WHOLE) return false;
  const words = glossary(tag);
  const folded = before.folded + after.folded;
  if (!words.begins(before.folded) || (words.lists(before.folded) && words.lists(after.folded))) return false;
  return words.lists(folded) || words.stems(before.lower + after.lower, folded);
}

/** In a language that writes compounds in one word: those that were written apart are put together. */
export function together(words: readonly Word[], tag: LanguageTag): readonly Word[] {
  if (lexiconOf(tag).compounds !== true) return words;
  const whole: Word[] = [];
  for (const word of words) {
    const before = whole.at(-1);
    if (before === undefined || !isOne(before, word, tag)) {
      whole.push(word);
      continue;
    }
    const [lower, folded] = [before.lower + word.lower, before.folded + word.folded];
    whole[whole.length - 1] = asOneWord(before, word, lower, folded);
  }
  return whole.length === words.length ? words : whole;
}

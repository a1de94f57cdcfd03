import type { LanguageTag } from '../../languages.js';
import type { Word } from '../text/word.js';
import { glossary, type Phrasebook } from './phrasebook.js';

/** What a word of the line may be, in one language. */
export interface Sense {
  readonly numbers: readonly number[];
  readonly slip: boolean;
  /** Of a word that only begins or ends as some do, those that it may be a slip of. */
  readonly also?: readonly number[];
  /** It is one only where the words beside it are of the same phrase. */
  readonly perhaps?: true;
}

/** Looked up in often, and long for "the": made once for each list of numbers. */
const sets = new WeakMap<readonly number[], ReadonlySet<number>>();
const SHORT = 8;

/** Whether a word may stand at a place of a phrase. */
export function mayStand({ numbers }: Sense, number: number): boolean {
  if (numbers.length <= SHORT) return numbers.includes(number);
  const known = sets.get(numbers);
  if (known !== undefined) return known.has(number);
  const made = new Set(numbers);
  sets.set(numbers, made);
  return made.has(number);
}

export const NONE: Sense = { numbers: [], slip: false };
/** A word of this length may be a slip in one language and a word of another. */
const LONG = 7;

/** What a word may be in the language of its line, and in each of the others. */
export function senses(
  word: Word,
  home: Phrasebook,
  others: readonly Phrasebook[],
  tags: readonly LanguageTag[],
): readonly Sense[] {
  const books = [home, ...others];
  if (home.own.has(word.folded)) {
    return books.map((book) => (book === home ? { numbers: home.vocabulary.find(word), slip: false } : NONE));
  }
  const listed = tags.some((tag) => glossary(tag).lists(word.folded));
  // A slip of the language this line is in is likelier than a form of a word in another; a long word may be both a
  // slip here and a word there ("indirekt"), and the phrases around it decide.
  const slips = home.glossary.knows(word) || (listed && word.folded.length < LONG) ? [] : home.near(word);
  const slip: Sense = { numbers: slips, slip: true };
  if (slips.length > 0 && !listed) return books.map((book) => (book === home ? slip : NONE));
  const found: readonly Sense[] = books.map(({ vocabulary }) => ({
    numbers: vocabulary.find(word),
    slip: false,
  }));
  const also = home.besides(word);
  if (also.length > 0) {
    const widened = ({ numbers }: Sense): Sense => ({
      numbers: [...new Set([...numbers, ...also])],
      slip: false,
      also: also.filter((number) => !numbers.includes(number)),
    });
    return found.map((sense, rank) => (rank === 0 ? widened(sense) : sense));
  }
  if (slips.length > 0) return found.map((sense, rank) => (rank === 0 ? slip : sense));
  if (listed || found.some(({ numbers }) => numbers.length > 0)) return found;
  const english = books.map((book) =>
    book.tag === 'en' && book !== home ? { numbers: book.near(word), slip: true } : NONE,
  );
  if (english.some(({ numbers }) => numbers.length > 0)) return english;
  return books.map((book) =>
    book.tag === 'en' || book === home
      ? { numbers: book.perhaps(word), slip: true, perhaps: true as const }
      : NONE,
  );
}

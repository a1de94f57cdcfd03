import type { LanguageTag } from '../../languages.js';
import { gazetteerOf } from '../../lexicon/gazetteers.js';
import { lexiconOf } from '../../lexicon/lexicons.js';
import { whileSpoken } from '../phrases/while-spoken.js';
import { Affixes } from '../text/affixes.js';
import { fold, type Word } from '../text/word.js';

const HAN = /^\p{Script=Han}/u;

/** Small words around a place, as a gazetteer lists them, and who is written to. */
export type SmallWords =
  | 'companies'
  | 'located'
  | 'both'
  | 'too'
  | 'alike'
  | 'aside'
  | 'event'
  | 'own'
  | 'yours'
  | 'merely'
  | 'once'
  | 'you';

/** Small words of one kind, and the first words of them: most words of a line begin none. */
interface SmallIndex {
  readonly all: ReadonlySet<string>;
  /** Endings of single words, with how long a word is at least. */
  readonly ends: Affixes<number>;
  readonly beginnings: ReadonlySet<string>;
}

const small = whileSpoken(() => new Map<SmallWords, SmallIndex>());

function smallIndex(tag: LanguageTag, which: SmallWords): SmallIndex {
  const ofTag = small(tag);
  const before = ofTag.get(which);
  if (before !== undefined) return before;
  const listed = which === 'you' ? (lexiconOf(tag).letters?.you ?? []) : gazetteerOf(tag)[which];
  const ends = new Affixes<number>('suffix');
  for (const form of listed) if (form.startsWith('-')) ends.add(fold(form.slice(1)), form.length + 2);
  const all = listed.filter((form) => !form.startsWith('-')).map(fold);
  const first = (name: string): string => (HAN.test(name) ? name.charAt(0) : (name.split(' ', 1)[0] ?? ''));
  const made = { all: new Set(all), ends, beginnings: new Set(all.map(first)) };
  ofTag.set(which, made);
  return made;
}

/** No small word is longer, in words or in Han characters. */
const LONGEST_SMALL = 6;

/** "Irodánkban", "székhelyünk": a word that ends so. */
function endsSo(
  { folded }: Word,
  at: number,
  which: SmallWords,
  tags: readonly LanguageTag[],
): number | undefined {
  const ends = tags.some((tag) =>
    smallIndex(tag, which)
      .ends.of(folded)
      .some((least) => folded.length >= least),
  );
  return ends ? at + 1 : undefined;
}

/** Where the small words of one kind, one of which begins or ends at a word, end or begin; undefined where none does. */
export function smallAt(
  words: readonly Word[],
  at: number,
  which: SmallWords,
  tags: readonly LanguageTag[],
): number | undefined {
  const word = words[at];
  if (word === undefined) return undefined;
  if (!tags.some((tag) => smallIndex(tag, which).beginnings.has(word.folded)))
    return endsSo(word, at, which, tags);
  const joint = HAN.test(word.folded) ? '' : ' ';
  for (let next = Math.min(words.length, at + LONGEST_SMALL); next > at; next--) {
    const said = words
      .slice(at, next)
      .map(({ folded }) => folded)
      .join(joint);
    if (tags.some((tag) => smallIndex(tag, which).all.has(said))) return next;
  }
  return endsSo(word, at, which, tags);
}

import type { LanguageTag } from '../../languages.js';
import { lexiconOf } from '../../lexicon/lexicons.js';
import { glossary } from '../phrases/phrasebook.js';
import { stemsOf } from '../text/stems.js';
import { TypoIndex } from '../text/typos.js';
import type { Word } from '../text/word.js';

/** Shorter names have too many other words around them. */
const SHORTEST = 5;
const LETTERS = /^[\p{Script=Latin}\p{Script=Cyrillic}]+$/u;
/** Letters that the ear takes for one another: "franse", "Kracow". */
const ALIKE: readonly (readonly [RegExp, string])[] = [
  [/ph/g, 'f'],
  [/[csz]/g, 's'],
  [/[kq]/g, 'k'],
  [/[yj]/g, 'i'],
  [/w/g, 'v'],
  [/(.)\1/g, '$1'],
];

function heard(name: string): string {
  return ALIKE.reduce((sound, [letters, as]) => sound.replace(letters, as), name);
}

/** The names of one language, to be found from what somebody typed instead. */
export class PlaceSlips {
  readonly #near = new TypoIndex<string>();
  readonly #heard = new Map<string, string>();
  readonly #endings: readonly string[];

  constructor(
    readonly tag: LanguageTag,
    names: Iterable<string>,
  ) {
    const { from = [], endings = [] } = lexiconOf(tag).names ?? {};
    this.#endings = [...from, ...endings];
    for (const name of names) {
      if (name.length < SHORTEST || !LETTERS.test(name)) continue;
      this.#near.add(name, name);
      const sound = heard(name);
      // Two places that sound alike are neither.
      this.#heard.set(sound, this.#heard.has(sound) ? '' : name);
    }
  }

  /** The names that a word which means nothing else may be a slip of, the nearest ones. */
  meant({ lower, folded }: Word): readonly string[] {
    if (folded.length < SHORTEST || !LETTERS.test(folded) || this.#isWord({ lower, folded })) return [];
    for (const form of [folded, ...this.#stems(lower, folded)]) {
      if (form.length < SHORTEST - 1) continue;
      const found = this.#near.find(form);
      if (found.length > 0) return found;
      const alike = this.#heard.get(heard(form));
      if (alike !== undefined && alike !== '') return [alike];
    }
    return [];
  }

  /** A word of a phrase, in some form; what only ends as one does may be anything. */
  #isWord({ lower, folded }: Pick<Word, 'lower' | 'folded'>): boolean {
    return [...new Set<LanguageTag>([this.tag, 'en'])].some(
      (tag) =>
        glossary(tag).lists(folded) || glossary(tag).stems(lower, folded) || glossary(tag).goesOn(folded),
    );
  }

  /** Without an ending, as the stemmer takes it away and as names have them. */
  *#stems(lower: string, folded: string): Generator<string> {
    yield* stemsOf(lower, folded, this.tag);
    for (const ending of this.#endings) if (folded.endsWith(ending)) yield folded.slice(0, -ending.length);
  }
}

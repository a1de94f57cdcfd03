import type { LanguageTag } from '../../languages.js';
import { Affixes } from '../text/affixes.js';
import { Memo, MOST_WORDS } from '../text/memo.js';
import { stemsOf } from '../text/stems.js';
import type { Word } from '../text/word.js';
import type { PhrasePlace } from './pattern.js';

/** What it costs a match that a word is another form of the listed one, or could have been; a slip costs 1. */
const OTHER_FORM = 0.1;
const ANY_FORM = 0.01;

interface AffixPlace {
  readonly number: number;
  readonly order: number;
}

/** The places of the phrases of one language, each with a number, and how to find them for a word of a line. */
export class PhrasePlaces {
  readonly #numbers = new Map<string, number>();
  readonly #numberOf = new WeakMap<readonly PhrasePlace[], number>();
  readonly #places: (readonly PhrasePlace[])[] = [];
  readonly #exact = new Map<string, number[]>();
  /** Words whose accents tell them from another word: "é" (is) from "e" (and). */
  readonly #accented = new Map<string, number[]>();
  readonly #stems = new Map<string, number[]>();
  /** In the order in which they came. */
  readonly #beginnings = new Affixes<AffixPlace>('prefix');
  readonly #endings = new Affixes<AffixPlace>('suffix');
  #affixes = 0;
  readonly #stemsOf = new Map<string, readonly string[]>();
  readonly #forms = new Set<string>();
  /** Where a listed word form may stand, once it has been looked up. */
  readonly #known = new Map<string, readonly number[]>();
  /** The same for others, for as long as they are few: what people type has no end. */
  readonly #others = new Memo<readonly number[]>(MOST_WORDS);

  constructor(readonly tag: LanguageTag) {}

  /** The number of a place of a phrase: of the words any of which may stand there. */
  number(place: readonly PhrasePlace[]): number {
    const before = this.#numberOf.get(place);
    if (before !== undefined) return before;
    const number = this.#byName(place);
    this.#numberOf.set(place, number);
    return number;
  }

  #byName(place: readonly PhrasePlace[]): number {
    // Places with a choice are the same list if they are the same choice; those of one word are many.
    const [only] = place;
    const name = place.length === 1 && only !== undefined ? `${only.form} ${only.lower}` : undefined;
    const known = name === undefined ? undefined : this.#numbers.get(name);
    if (known !== undefined) return known;
    const number = this.#places.length;
    if (name !== undefined) this.#numbers.set(name, number);
    this.#places.push(place);
    for (const each of place) this.#index(each, number);
    if (this.#known.size > 0) this.#known.clear();
    this.#others.clear();
    return number;
  }

  #index(place: PhrasePlace, number: number): void {
    if (place.form === 'prefix' || place.form === 'suffix') {
      const affixes = place.form === 'prefix' ? this.#beginnings : this.#endings;
      affixes.add(place.folded, { number, order: this.#affixes++ });
      return;
    }
    this.#forms.add(place.folded);
    if (place.form === 'accented') push(this.#accented, place.lower, number);
    else push(this.#exact, place.folded, number);
    if (place.form !== 'stem') return;
    for (const stem of this.#listedStems(place)) {
      push(this.#stems, stem, number);
    }
  }

  #listedStems({ lower, folded }: PhrasePlace): readonly string[] {
    const known = this.#stemsOf.get(lower);
    if (known !== undefined) return known;
    const stems = stemsOf(lower, folded, this.tag);
    this.#stemsOf.set(lower, stems);
    return stems;
  }

  /** How far a word is from what stands at that place: nothing if it is that very form, and a little if any form will do. */
  distance(number: number, folded: string | undefined): number {
    let least = OTHER_FORM;
    for (const place of this.#places[number] ?? []) {
      if (place.folded !== folded) continue;
      if (place.form === 'exact' || place.form === 'accented') return 0;
      least = ANY_FORM;
    }
    return least;
  }

  /** The numbers of the places where this word, or a form of it, may stand. */
  find({ lower, folded }: Pick<Word, 'lower' | 'folded'>): readonly number[] {
    const known = this.#known.get(lower) ?? this.#others.get(lower);
    if (known !== undefined) return known;
    const numbers = this.#resolve(lower, folded);
    if (!this.#forms.has(folded)) return this.#others.keep(lower, numbers);
    this.#known.set(lower, numbers);
    return numbers;
  }

  /** The numbers of the places of a listed word, or of the words with a stem. */
  like(listed: Pick<Word, 'lower' | 'folded'> | string): readonly number[] {
    return typeof listed === 'string' ? (this.#stems.get(listed) ?? []) : this.find(listed);
  }

  #resolve(lower: string, folded: string): readonly number[] {
    const numbers = new Set(this.#exact.get(folded));
    for (const number of this.#accented.get(lower) ?? []) numbers.add(number);
    for (const stem of stemsOf(lower, folded, this.tag)) {
      for (const number of this.#stems.get(stem) ?? []) numbers.add(number);
    }
    const affixed = [...this.#beginnings.of(folded), ...this.#endings.of(folded)];
    if (affixed.length > 1) affixed.sort((a, b) => a.order - b.order);
    for (const { number } of affixed) numbers.add(number);
    return [...numbers];
  }
}

function push(lists: Map<string, number[]>, key: string, id: number): void {
  const list = lists.get(key);
  if (list === undefined) lists.set(key, [id]);
  else list.push(id);
}

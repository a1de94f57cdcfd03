/** What is longer is no word that comes again; one "word" of 4,000 characters can be 150 KB once it is folded. */
const LONGEST = 60;

/**
 * What was made of single words, kept for the words that come again: most of what people type is a few hundred. It
 * never grows beyond `most` words of usual length; then it begins anew.
 */
export class Memo<V> {
  readonly #kept = new Map<string, V>();

  constructor(readonly most: number) {}

  get(word: string): V | undefined {
    return word.length > LONGEST ? undefined : this.#kept.get(word);
  }

  keep(word: string, made: V): V {
    if (word.length > LONGEST) return made;
    if (this.#kept.size >= this.most) this.#kept.clear();
    this.#kept.set(word, made);
    return made;
  }

  clear(): void {
    this.#kept.clear();
  }
}

/** So many words of a language: a text of 4,000 characters has some three hundred. */
export const MOST_WORDS = 2000;

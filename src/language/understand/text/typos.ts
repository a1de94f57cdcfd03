import { distance } from 'fastest-levenshtein';
import { isFingerSlip, isVowelSlip } from './finger-slips.js';

/** Shorter words have too many true neighbours; of these, two letters that changed places are looked for ("tkae"). */
const SHORTEST = 5;
const SHORTEST_HINT = 3;
const LONG = 9;
/** No word of a lexicon is as long: a longer one is no slip of any, and has too many neighbours to look at. */
const LONGEST = 40;

function* deletions(word: string): Generator<string> {
  for (let at = 0; at < word.length; at++) yield word.slice(0, at) + word.slice(at + 1);
}

/** Two letters that changed places count as one slip. */
function swapped(a: string, b: string): boolean {
  if (a.length !== b.length) return false;
  let at = 0;
  while (at < a.length && a[at] === b[at]) at++;
  return a[at] === b[at + 1] && a[at + 1] === b[at] && a.slice(at + 2) === b.slice(at + 2);
}

function slips(a: string, b: string): number {
  return swapped(a, b) ? 1 : distance(a, b);
}

/** A short word has many true neighbours: only one that a finger or an ear makes of it is a slip. */
function isLikelySlip(typed: string, meant: string): boolean {
  return typed === meant || isFingerSlip(typed, meant) || isVowelSlip(typed, meant);
}

interface IndexedWord<T> {
  readonly word: string;
  readonly value: T;
}

/**
 * Finds the words that a mistyped one is near to, by its deletion neighbourhood: two words one slip apart share a
 * form with at most one letter deleted; for two slips the halves of long words are looked up the same way.
 */
export class TypoIndex<T> {
  /** One entry mostly: a list for each key would be most of the memory of a language. */
  readonly #near = new Map<string, IndexedWord<T> | readonly IndexedWord<T>[]>();
  /** Slips are looked for in one language or two only: the others need not be indexed. */
  #waiting: IndexedWord<T>[] = [];

  add(word: string, value: T): void {
    if (word.length < SHORTEST - 1) return;
    this.#waiting.push({ word, value });
  }

  /** The values of all words that share a form of one letter less: those that one slip makes of each other, and some more. */
  around(word: string): readonly T[] {
    this.#indexAll();
    const found = [word, ...deletions(word)].flatMap((key) => this.#near.get(key) ?? []);
    return [...new Set(found.map(({ value }) => value))];
  }

  /**
   * The values of the words that a slip of one letter makes of each other, however short: too many to go by, unless the
   * words beside it say which is meant.
   */
  perhaps(word: string): readonly T[] {
    if (word.length < SHORTEST_HINT || word.length > LONGEST || /\d/.test(word)) return [];
    this.#indexAll();
    const found = new Set([word, ...deletions(word)].flatMap((key) => this.#near.get(key) ?? []));
    return [...found]
      .filter((each) => each.word[0] === word[0] && slips(word, each.word) === 1)
      .map(({ value }) => value);
  }

  #indexAll(): void {
    for (const entry of this.#waiting) this.#index(entry);
    this.#waiting = [];
  }

  #index(entry: IndexedWord<T>): void {
    for (const key of this.#keys(entry.word)) {
      const found = this.#near.get(key);
      this.#near.set(key, found === undefined ? entry : 'word' in found ? [found, entry] : [...found, entry]);
    }
  }

  /** The values of the nearest words within the tolerance; none for a short word. */
  find(word: string): readonly T[] {
    if (word.length < SHORTEST - 1 || word.length > LONGEST || /\d/.test(word)) return [];
    this.#indexAll();
    const tolerance = word.length >= LONG ? 2 : 1;
    let nearest = tolerance;
    let values: T[] = [];
    const seen = new Set<IndexedWord<T>>();
    for (const key of this.#keys(word)) {
      const found = this.#near.get(key) ?? [];
      for (const entry of 'word' in found ? [found] : found) {
        if (seen.has(entry)) continue;
        seen.add(entry);
        const { word: candidate, value } = entry;
        // At least as many slips as letters too many.
        if (Math.abs(word.length - candidate.length) > nearest) continue;
        // A long word that is only near a short one is another word; so is a short one that begins otherwise.
        if (candidate.length < LONG - 1 && word.length > candidate.length + 1) continue;
        if (word.length <= SHORTEST + 1 && candidate[0] !== word[0]) continue;
        if (word.length < SHORTEST && !swapped(word, candidate)) continue;
        if (word.length <= SHORTEST + 1 && !isLikelySlip(word, candidate)) continue;
        const apart = slips(word, candidate);
        if (apart < nearest) values = [];
        if (apart <= nearest) {
          nearest = apart;
          values.push(value);
        }
      }
    }
    return values;
  }

  *#keys(word: string): Generator<string> {
    yield word;
    yield* deletions(word);
    if (word.length < LONG - 1) return;
    // Of two slips in a long word, one at most is in each half, or one half is untouched.
    const half = 5;
    const [head, tail] = [word.slice(0, half), word.slice(-half)];
    yield `<${head}`;
    yield `>${tail}`;
  }
}

import type { Concept } from '../../lexicon/concepts.js';
import { JOINED, type Word } from '../text/word.js';
import { GAP, type PhrasePlace, parse, type Slots } from './pattern.js';

/** Shorter phrases have too many true neighbours. */
const SHORTEST = 4;
const LONGEST = 8;
/** All before it are no Han characters: most lines have none. */
const FIRST = '⺀';
const HAN = /^\p{Script=Han}$/u;
/** Has a way through it of nothing but Han, none of it marked. */
const PURE = /^[\p{Script=Han}|?\s]+$/u;
/** Stands for the one character that may be wrong. */
const ANY = '＊';

/** A phrase found with one character replaced by another. */
export interface HanSlip {
  readonly concepts: readonly Concept[];
  readonly words: readonly number[];
  /** The place of the wrong character. */
  readonly wrong: number;
}

interface WaitingHan {
  readonly phrase: string;
  readonly concept: Concept;
}

/** More spellings than this are a pattern rather than a term: nobody mistypes a pattern. */
const MOST_SPELLINGS = 60;

/** All spellings of a phrase that is Han from end to end; none for any other. */
function spellings(slots: ReturnType<typeof parse>): readonly string[] {
  let all: readonly string[] = [''];
  for (const slot of slots) {
    if (slot === GAP) return [];
    const choices = slot.ways.flatMap(writings);
    if (choices.length === 0) return [];
    const longer =
      choices.length * all.length > MOST_SPELLINGS
        ? []
        : all.flatMap((begun) => choices.map((choice) => begun + choice));
    all = slot.optional ? [...all, ...longer] : longer;
  }
  return all.filter((written) => written.length >= SHORTEST && written.length <= LONGEST);
}

/** A way of several words has one choice each; the one-word ways of a slot stand together. */
function writings(way: readonly (readonly PhrasePlace[])[]): readonly string[] {
  const han = (place: readonly PhrasePlace[]) =>
    place.filter(({ form, lower }) => form === 'stem' && HAN.test(lower));
  return way.reduce<readonly string[]>(
    (all, place) => all.flatMap((begun) => han(place).map(({ lower }) => begun + lower)),
    [''],
  );
}

/** From each place on the Han characters that nothing stands between, as many as a phrase may have. */
export function runsOf(words: readonly Word[]): readonly string[] {
  const runs: string[] = new Array(words.length).fill('');
  let behind = '';
  for (let at = words.length - 1; at >= 0; at--) {
    const word = words[at];
    if (word === undefined) continue;
    const { lower } = word;
    const run = lower >= FIRST && HAN.test(lower) ? (lower + behind).slice(0, LONGEST) : '';
    runs[at] = run;
    behind = word.breakBefore === JOINED ? run : '';
  }
  return runs;
}

/**
 * Finds long phrases of Chinese in spite of one other character in the same place, whatever it sounds like: those that
 * sound right are put right before, where that can be told.
 */
export class HanIndex {
  /** Only needed where a line is Chinese. */
  #waiting: WaitingHan[] = [];
  readonly #masked = new Map<string, Set<Concept>>();
  /** How each begins and ends: of most characters of a line nothing more need be asked. */
  readonly #beginnings = new Set<string>();
  readonly #ends = new Set<string>();

  add(phrase: string, concept: Concept): void {
    this.#waiting.push({ phrase, concept });
  }

  #index({ phrase, concept }: WaitingHan, known: Slots): void {
    if (!PURE.test(phrase)) return;
    for (const written of spellings(parse(phrase, known))) {
      this.#beginnings.add(written.slice(0, 2));
      this.#ends.add(written.slice(-2));
      for (let at = 0; at < written.length; at++) {
        const masked = written.slice(0, at) + ANY + written.slice(at + 1);
        this.#masked.set(masked, (this.#masked.get(masked) ?? new Set()).add(concept));
      }
    }
  }

  /** The slips in a line, longest first. A spelling that two concepts share after a slip is nobody's. */
  find(words: readonly Word[]): readonly HanSlip[] {
    const known: Slots = new Map();
    for (const each of this.#waiting) this.#index(each, known);
    this.#waiting = [];
    if (this.#masked.size === 0) return [];
    const slips: HanSlip[] = [];
    const runs = runsOf(words);
    const begins = runs.map((run) => this.#beginnings.has(run.slice(0, 2)));
    const ends = runs.map((run) => this.#ends.has(run.slice(0, 2)));
    for (let length = LONGEST; length >= SHORTEST; length--) {
      for (const [first, run] of runs.entries()) {
        if (run.length < length) continue;
        // One character is wrong: it is not in the first two, or not in the last two.
        const from = ends[first + length - 2] === true ? 0 : 2;
        const to = begins[first] === true ? length : 2;
        if (from >= to) continue;
        const written = run.slice(0, length);
        for (let at = from; at < to; at++) {
          const concepts = this.#masked.get(written.slice(0, at) + ANY + written.slice(at + 1));
          if (concepts?.size !== 1) continue;
          slips.push({
            concepts: [...concepts],
            words: Array.from({ length }, (_, index) => first + index),
            wrong: first + at,
          });
        }
      }
    }
    return slips;
  }
}

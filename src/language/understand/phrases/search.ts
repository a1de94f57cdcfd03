import type { Concept } from '../../lexicon/concepts.js';
import { JOINED, type Word } from '../text/word.js';
import type { Phrasebook } from './phrasebook.js';
import { mayStand, type Sense } from './senses.js';
import type { PhraseNode } from './tree.js';

/** A phrase found in a line. */
export interface Mention {
  readonly concepts: readonly Concept[];
  /** The places of its words, in order; between two of them others may stand. */
  readonly words: readonly number[];
}

export interface FoundMention extends Mention {
  /** How far its words are from the listed ones. */
  readonly cost: number;
  readonly rank: number;
}

/** Where a phrase goes on after its first word, and what that word cost. */
interface PhraseHead {
  readonly node: PhraseNode;
  readonly cost: number;
}

const NO_NODES: readonly PhraseNode[] = [];
const LONGEST_GAP = 3;
/**
 * So many places of the tree are looked at for the phrases that begin with one word. Phrases with several gaps
 * multiply where a line repeats itself; what people write needs a tenth of it.
 */
const MOST_STEPS = 2000;
/** So many letters have to stand beside what may be a slip: "GCC Hgh", "azure pan", but no "we hvae". */
const LEAST_BESIDE = 3;
/** What a slip costs. */
export const SLIP = 1;

/** Finds every phrase of one language in a line. */
export class Search {
  readonly found: FoundMention[] = [];
  /** How many places of the tree were looked at. */
  steps = 0;
  readonly #path: number[] = [];
  readonly #heads = new Map<Sense, readonly PhraseHead[]>();
  #until = 0;

  constructor(
    readonly words: readonly Word[],
    readonly sense: readonly Sense[],
    readonly book: Phrasebook,
    readonly rank: number,
  ) {
    for (const [first, each] of sense.entries()) {
      const heads = this.#headsOf(each, first);
      this.#until = this.steps + MOST_STEPS;
      this.steps += heads.length;
      this.#path.push(first);
      for (const { node, cost } of heads) this.#arrive(node, first, cost);
      this.#path.pop();
    }
  }

  /** Where the phrases go on that begin with a word: looked up once, however often the line has it. */
  #headsOf(sense: Sense, at: number): readonly PhraseHead[] {
    const known = this.#heads.get(sense);
    if (known !== undefined) return known;
    const heads: PhraseHead[] = [];
    this.steps += sense.numbers.length;
    for (const number of sense.numbers) {
      const node = this.book.root.next?.get(number);
      if (node !== undefined) heads.push({ node, cost: this.#cost(number, at) });
    }
    this.#heads.set(sense, heads);
    return heads;
  }

  #cost(number: number, at: number): number {
    const sense = this.sense[at];
    if (sense?.slip === true || sense?.also?.includes(number) === true) return SLIP;
    return this.book.vocabulary.distance(number, this.words[at]?.folded);
  }

  #step(node: PhraseNode, at: number, cost: number): void {
    const sense = this.sense[at];
    if (sense === undefined) return;
    const following = node.next;
    if (following === undefined || this.steps >= this.#until) return;
    this.steps += 1 + Math.min(sense.numbers.length, following.size);
    this.#path.push(at);
    // The shorter list is walked: "the" stands in hundreds of places, and most places allow few words.
    if (sense.numbers.length <= following.size) {
      for (const number of sense.numbers) {
        const next = following.get(number);
        if (next !== undefined) this.#enter(next, number, at, cost);
      }
    } else {
      for (const [number, next] of following) {
        if (mayStand(sense, number)) this.#enter(next, number, at, cost);
      }
    }
    this.#path.pop();
  }

  #enter(node: PhraseNode, number: number, at: number, before: number): void {
    this.#arrive(node, at, before + this.#cost(number, at));
  }

  /** One word that may be a slip, and others that say of which. */
  #isSure(): boolean {
    const { sense, words } = this;
    const unsure = this.#path.filter((at) => sense[at]?.perhaps === true);
    if (unsure.length === 0) return true;
    const others = this.#path.filter((at) => sense[at]?.slip !== true);
    const letters = others.reduce((sum, at) => sum + (words[at]?.folded.length ?? 0), 0);
    return unsure.length === 1 && others.length === this.#path.length - 1 && letters >= LEAST_BESIDE;
  }

  #arrive(node: PhraseNode, at: number, cost: number): void {
    const { words, rank } = this;
    if (node.concepts !== undefined && this.#isSure())
      this.found.push({ concepts: node.concepts, words: [...this.#path], cost, rank });
    for (const join of node.joins ?? NO_NODES) this.#arrive(join, at, cost);
    if (words[at + 1]?.breakBefore !== JOINED) return;
    if (node.next !== undefined) this.#step(node, at + 1, cost);
    if (node.gap === undefined) return;
    const from = (words[at]?.place ?? 0) + (words[at]?.width ?? 0);
    for (let then = at + 1; then < words.length; then++) {
      const word = words[then];
      if (word === undefined || word.breakBefore !== JOINED || word.place - from > LONGEST_GAP) break;
      this.#step(node.gap, then, cost);
    }
  }
}

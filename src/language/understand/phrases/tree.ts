import type { Concept } from '../../lexicon/concepts.js';
import { GAP, type PhrasePlace, type parse, type Slot } from './pattern.js';
import type { PhrasePlaces } from './vocabulary.js';

/** A place in the tree of phrases: what may come next, and what is meant if the phrase ends here. */
export class PhraseNode {
  /** There are thousands of these, and most lead nowhere: no list is made before it holds something. */
  next: Map<number, PhraseNode> | undefined = undefined;
  gap: PhraseNode | undefined = undefined;
  /** Places that are reached with this one: where the ways through a phrase come together again. */
  joins: PhraseNode[] | undefined = undefined;
  concepts: Concept[] | undefined = undefined;
}

/** More ends than this come together in one place: else every alternative would multiply all that follow. */
const MOST_ENDS = 2;

/** Grows the tree by one phrase. */
export class Growth {
  #ends: readonly PhraseNode[];
  /** For the place after a gap, the one before it: the gap is void where what follows it is left out. */
  readonly #beforeGap = new Map<PhraseNode, PhraseNode>();

  constructor(
    readonly root: PhraseNode,
    readonly vocabulary: PhrasePlaces,
    slots: ReturnType<typeof parse>,
  ) {
    this.#ends = [root];
    for (const slot of slots) {
      if (slot === GAP) this.#gap();
      else this.#slot(slot);
    }
  }

  finish(concept: Concept): void {
    for (const end of this.#ends) {
      const last = this.#beforeGap.get(end) ?? end;
      if (last === this.root) continue;
      last.concepts ??= [];
      if (!last.concepts.includes(concept)) last.concepts.push(concept);
      // One order, whichever phrase was grown first.
      last.concepts.sort();
    }
  }

  #gap(): void {
    this.#ends = this.#ends.map((end) => {
      if (end === this.root) return end;
      end.gap ??= new PhraseNode();
      this.#beforeGap.set(end.gap, end);
      return end.gap;
    });
  }

  #slot({ ways, optional }: Slot): void {
    const reached = this.#ends.flatMap((end) => ways.map((way) => this.#follow(end, way)));
    const left = optional ? this.#ends : [];
    this.#ends = [...(reached.length > MOST_ENDS ? [joined(reached)] : reached), ...left];
  }

  #follow(from: PhraseNode, way: readonly (readonly PhrasePlace[])[]): PhraseNode {
    return way.reduce((at, place) => {
      const number = this.vocabulary.number(place);
      at.next ??= new Map();
      const known = at.next.get(number);
      if (known !== undefined) return known;
      const next = new PhraseNode();
      at.next.set(number, next);
      return next;
    }, from);
  }
}

function joined(ends: readonly PhraseNode[]): PhraseNode {
  const join = new PhraseNode();
  for (const end of new Set(ends)) {
    end.joins ??= [];
    end.joins.push(join);
  }
  return join;
}

import { LANGUAGE_TAGS, type LanguageTag } from '../languages.js';
import { LEXICONS, type LexiconFile } from '../lexicon/lexicons.js';
import { CONCEPTS, type Concept, isValue } from './concepts.js';
import { HanIndex } from './han.js';
import { BadPhrase, GAP, type Place, parse, type Slot } from './pattern.js';
import { Vocabulary } from './vocabulary.js';

/** A place in the tree of phrases: what may come next, and what is meant if the phrase ends here. */
export interface Node {
  readonly next: Map<number, Node>;
  gap: Node | undefined;
  /** Places that are reached with this one: where the ways through a phrase come together again. */
  readonly joins: Node[];
  readonly concepts: Concept[];
}

/** One language's phrases, ready to be found. */
export interface Phrasebook {
  readonly tag: LanguageTag;
  readonly vocabulary: Vocabulary;
  readonly root: Node;
  /** The word forms that mean something by themselves: they shadow the same letters in another language. */
  readonly own: ReadonlySet<string>;
  readonly han: HanIndex;
}

function node(): Node {
  return { next: new Map(), gap: undefined, joins: [], concepts: [] };
}

/** More ends than this come together in one place: else every alternative would multiply all that follow. */
const MOST_ENDS = 2;

/** Grows the tree by one phrase. */
class Growth {
  #ends: readonly Node[];
  /** For the place after a gap, the one before it: the gap is void where what follows it is left out. */
  readonly #beforeGap = new Map<Node, Node>();

  constructor(
    readonly root: Node,
    readonly vocabulary: Vocabulary,
  ) {
    this.#ends = [root];
  }

  gap(): void {
    this.#ends = this.#ends.map((end) => {
      if (end === this.root) return end;
      end.gap ??= node();
      this.#beforeGap.set(end.gap, end);
      return end.gap;
    });
  }

  slot({ ways, optional }: Slot): void {
    const reached = this.#ends.flatMap((end) => ways.map((way) => this.#follow(end, way)));
    const left = optional ? this.#ends : [];
    this.#ends = [...(reached.length > MOST_ENDS ? [joined(reached)] : reached), ...left];
  }

  finish(concept: Concept): void {
    for (const end of this.#ends) {
      const last = this.#beforeGap.get(end) ?? end;
      if (last !== this.root && !last.concepts.includes(concept)) last.concepts.push(concept);
    }
  }

  #follow(from: Node, way: readonly (readonly Place[])[]): Node {
    return way.reduce((at, place) => {
      const number = this.vocabulary.number(place);
      const next = at.next.get(number) ?? node();
      at.next.set(number, next);
      return next;
    }, from);
  }
}

function joined(ends: readonly Node[]): Node {
  const join = node();
  for (const end of new Set(ends)) end.joins.push(join);
  return join;
}

/** A phrase that cannot be read is left out, and a test names it: the others are worth having. */
function legible(phrase: string): ReturnType<typeof parse> {
  try {
    return parse(phrase);
  } catch (error) {
    if (error instanceof BadPhrase) return [];
    throw error;
  }
}

/** The words that are a phrase by themselves. */
function alone(slots: ReturnType<typeof parse>): readonly string[] {
  const needed = slots.filter((slot) => slot !== GAP && !slot.optional);
  const candidates = needed.length > 0 ? needed : slots;
  const [only] = candidates;
  if (candidates.length !== 1 || only === undefined || only === GAP) return [];
  return only.ways.flatMap((way) => (way.length === 1 ? (way[0] ?? []) : [])).map(({ folded }) => folded);
}

/** Builds the tree of one lexicon. */
export function compile(tag: LanguageTag, { concepts }: LexiconFile): Phrasebook {
  const vocabulary = new Vocabulary(tag);
  const root = node();
  const own = new Set<string>();
  const han = new HanIndex();
  for (const concept of CONCEPTS) {
    for (const phrase of concepts[concept] ?? []) {
      const slots = legible(phrase);
      const growth = new Growth(root, vocabulary);
      for (const slot of slots) {
        if (slot === GAP) growth.gap();
        else growth.slot(slot);
      }
      if (slots.length > 0) growth.finish(concept);
      if (isValue(concept)) han.add(slots, concept);
      for (const word of alone(slots)) own.add(word);
    }
  }
  return { tag, vocabulary, root, own, han };
}

const books = new Map<LanguageTag, Phrasebook>();

/** The phrases of one language; made when first needed, because most programs that load this never ask. */
export function phrasebook(tag: LanguageTag): Phrasebook {
  const known = books.get(tag) ?? compile(tag, LEXICONS[tag]);
  books.set(tag, known);
  return known;
}

/** Makes every phrasebook now, so that the first line somebody types need not wait for them. */
export function preparePhrasebooks(): void {
  for (const tag of LANGUAGE_TAGS) phrasebook(tag);
}

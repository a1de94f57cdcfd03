import { LANGUAGE_TAGS, type LanguageTag } from '../languages.js';
import { LEXICONS, type LexiconFile } from '../lexicon/lexicons.js';
import { CONCEPTS, type Concept, isValue } from './concepts.js';
import { HanIndex } from './han.js';
import { BadPhrase, GAP, type Place, parse, type Slot, type Slots } from './pattern.js';
import { Vocabulary } from './vocabulary.js';

/** A place in the tree of phrases: what may come next, and what is meant if the phrase ends here. */
export class Node {
  /** There are tens of thousands of these, and most lead nowhere: no list is made before it holds something. */
  next: Map<number, Node> | undefined = undefined;
  gap: Node | undefined = undefined;
  /** Places that are reached with this one: where the ways through a phrase come together again. */
  joins: Node[] | undefined = undefined;
  concepts: Concept[] | undefined = undefined;
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
      end.gap ??= new Node();
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
      if (last === this.root) continue;
      last.concepts ??= [];
      if (!last.concepts.includes(concept)) last.concepts.push(concept);
    }
  }

  #follow(from: Node, way: readonly (readonly Place[])[]): Node {
    return way.reduce((at, place) => {
      const number = this.vocabulary.number(place);
      at.next ??= new Map();
      const known = at.next.get(number);
      if (known !== undefined) return known;
      const next = new Node();
      at.next.set(number, next);
      return next;
    }, from);
  }
}

function joined(ends: readonly Node[]): Node {
  const join = new Node();
  for (const end of new Set(ends)) {
    end.joins ??= [];
    end.joins.push(join);
  }
  return join;
}

/** A phrase that cannot be read is left out, and a test names it: the others are worth having. */
function legible(phrase: string, known: Slots): ReturnType<typeof parse> {
  try {
    return parse(phrase, known);
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

const HAN = /\p{Script=Han}/u;

/** Builds the tree of one lexicon. */
export function compile(tag: LanguageTag, { concepts }: LexiconFile): Phrasebook {
  const vocabulary = new Vocabulary(tag);
  const root = new Node();
  const known: Slots = new Map();
  const own = new Set<string>();
  const han = new HanIndex();
  for (const concept of CONCEPTS) {
    for (const phrase of concepts[concept] ?? []) {
      const slots = legible(phrase, known);
      const growth = new Growth(root, vocabulary);
      for (const slot of slots) {
        if (slot === GAP) growth.gap();
        else growth.slot(slot);
      }
      if (slots.length > 0) growth.finish(concept);
      if (isValue(concept) && HAN.test(phrase)) han.add(slots, concept);
      for (const word of alone(slots)) own.add(word);
    }
  }
  return { tag, vocabulary, root, own, han };
}

/** Milliseconds between two languages. */
const PAUSE = 50;

const books = new Map<LanguageTag, Phrasebook>();

/** The phrases of one language; made when first needed, because most programs that load this never ask. */
export function phrasebook(tag: LanguageTag): Phrasebook {
  const known = books.get(tag) ?? compile(tag, LEXICONS[tag]);
  books.set(tag, known);
  return known;
}

/**
 * Makes every phrasebook soon, so that the first line somebody types need not wait for them: one language at a time,
 * between which others are served.
 */
export function preparePhrasebooks(): void {
  const [next, ...rest] = LANGUAGE_TAGS.filter((tag) => !books.has(tag));
  if (next === undefined) return;
  phrasebook(next);
  if (rest.length > 0) setTimeout(preparePhrasebooks, PAUSE).unref();
}

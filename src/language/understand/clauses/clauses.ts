import { type Concept, isValue } from '../../lexicon/concepts.js';
import type { Mention } from '../phrases/search.js';
import { CLAUSE, SENTENCE, type Word } from '../text/word.js';

/** A mention in its place: where it stands and which clause and sentence it belongs to. */
export interface PlacedMention {
  readonly concepts: ReadonlySet<Concept>;
  /** Whether it says something about the case (rather than whose it is). */
  readonly value: boolean;
  /** Its first word and the one after its last. */
  readonly first: number;
  readonly next: number;
  /** Where it begins and ends, counted in words (see `Word.place`). */
  readonly from: number;
  readonly to: number;
  readonly clause: number;
  readonly sentence: number;
  /** A bracket opens right before it. */
  readonly bracketed: boolean;
  /** What stands right before it, where it explains that in brackets. */
  readonly explains: PlacedMention | undefined;
}

/** A stretch in which cues and values belong together, and how it is joined to the one before. */
export interface Clause {
  readonly join: 'sentence' | 'comma' | 'and' | 'or' | 'but' | 'clause';
  readonly sentence: number;
  /** Its first word. */
  readonly first: number;
  /** A question mark closes it. */
  readonly asks: boolean;
  /** A slash stands before it: "Open / VL". */
  readonly slash: boolean;
  readonly parts: readonly PlacedMention[];
}

const JOINS = ['or', 'but', 'and', 'clause'] as const;

/**
 * What weighs one clause looks at the others, so their number is bounded: after so many, those in which nothing is
 * named are one.
 */
export const MOST_CLAUSES = 200;

/** Whether a part says something about the case (rather than whose it is). */
export function hasValue({ value }: PlacedMention): boolean {
  return value;
}

/** Whether a part is one of these. */
export function is(part: PlacedMention | undefined, ...concepts: readonly Concept[]): boolean {
  if (part === undefined) return false;
  // It is asked more often than anything else: a callback for each question is what a long text would pay for.
  for (const concept of concepts) if (part.concepts.has(concept)) return true;
  return false;
}

/** Whether it says what somebody wants. */
export function setsGoal({ concepts }: PlacedMention): boolean {
  return [...concepts].some((concept) => concept.startsWith('goal.'));
}

const SELLERS = /^(seller\.|kind\.|microsoft$|vianet$)/;

/** Whether it names who sold, or may have. */
export function namesSeller({ concepts }: PlacedMention): boolean {
  return [...concepts].some((concept) => SELLERS.test(concept));
}

/** What stands before a part in its clause, passing over small words and what else is named. */
export function lastBefore(
  part: PlacedMention,
  { parts }: Clause,
  ...passed: readonly Concept[]
): PlacedMention | undefined {
  return parts.slice(0, parts.indexOf(part)).findLast((each) => !is(each, 'filler', ...passed));
}

/** What is asked of every part of a line, and put together once. */
interface SortedParts {
  readonly bySentence: ReadonlyMap<number, readonly PlacedMention[]>;
  readonly values: readonly PlacedMention[];
}

const sortedBefore = new WeakMap<readonly Clause[], SortedParts>();

function sortedParts(clauses: readonly Clause[]): SortedParts {
  const known = sortedBefore.get(clauses);
  if (known !== undefined) return known;
  const bySentence = new Map<number, PlacedMention[]>();
  for (const { sentence, parts } of clauses) {
    const sofar = bySentence.get(sentence);
    if (sofar === undefined) bySentence.set(sentence, [...parts]);
    else sofar.push(...parts);
  }
  const made = { bySentence, values: [...bySentence.values()].flat().filter(hasValue) };
  sortedBefore.set(clauses, made);
  return made;
}

/** What is named in a sentence. */
export function partsOf(sentence: number, clauses: readonly Clause[]): readonly PlacedMention[] {
  return sortedParts(clauses).bySentence.get(sentence) ?? [];
}

/** What says something about the case, in the order of the line. */
export function valuesIn(clauses: readonly Clause[]): readonly PlacedMention[] {
  return sortedParts(clauses).values;
}

/** A clause with those of its sentence right before and right behind it. */
export function withNeighbours(clause: Clause, clauses: readonly Clause[]): readonly Clause[] {
  const number = clauses.indexOf(clause);
  const around = clauses.slice(Math.max(0, number - 1), number + 2);
  return around.filter(({ sentence }) => sentence === clause.sentence);
}

/** The places of the words from one up to another. */
export function placesOf({ first, next }: Pick<PlacedMention, 'first' | 'next'>): readonly number[] {
  return Array.from({ length: next - first }, (_, at) => first + at);
}

/** Whether a sentence may begin with it. */
function isSubject({ concepts }: Mention): boolean {
  return concepts.some((concept) => concept === 'we' || concept === 'they');
}

/** Cuts a line into clauses at punctuation and at joining words. */
export function clausesOf(words: readonly Word[], mentions: readonly Mention[]): readonly Clause[] {
  const clauses: {
    join: Clause['join'];
    sentence: number;
    first: number;
    asks: boolean;
    slash: boolean;
    parts: PlacedMention[];
  }[] = [];
  const mentionsAt = new Map<number | undefined, Mention[]>();
  for (const mention of mentions) {
    const [first] = mention.words;
    mentionsAt.set(first, [...(mentionsAt.get(first) ?? []), mention]);
  }
  let sentence = -1;
  for (const [at, word] of words.entries()) {
    const here = mentionsAt.get(at) ?? [];
    const join = word.glued
      ? undefined
      : JOINS.find((each) => here.some(({ concepts }) => concepts.includes(each)));
    // "Not us. they're on …": no abbreviation has a subject behind it.
    const ends = word.breakBefore === SENTENCE || (word.stopped && here.some(isSubject));
    if (ends) sentence++;
    const cut = ends ? 'sentence' : word.breakBefore === CLAUSE ? 'comma' : undefined;
    if (join !== undefined || cut !== undefined || clauses.length === 0) {
      const open = clauses.length < MOST_CLAUSES ? undefined : clauses.at(-1);
      const empty = open?.parts.length === 0 ? clauses.pop() : undefined;
      clauses.push({
        join: join ?? cut ?? 'sentence',
        sentence,
        first: empty?.first ?? at,
        asks: false,
        slash: word.slashed,
        parts: [],
      });
    }
    const open = clauses.at(-1);
    if (open !== undefined && word.asks) open.asks = true;
    for (const mention of here) {
      const next = (mention.words.at(-1) ?? at) + 1;
      const end = words[next - 1] ?? word;
      const explains: PlacedMention | undefined = word.bracketed
        ? clauses.findLast(({ parts }) => parts.length > 0)?.parts.at(-1)
        : undefined;
      clauses.at(-1)?.parts.push({
        concepts: new Set(mention.concepts),
        value: mention.concepts.some(isValue),
        first: at,
        next,
        from: word.place,
        to: end.place + end.width,
        clause: clauses.length - 1,
        sentence,
        bracketed: word.bracketed,
        explains,
      });
    }
  }
  return clauses.map((clause, at) =>
    inquires(clause, clauses[at - 1]) ? { ...clause, asks: true } : clause,
  );
}

/** "They asked if we could …", "спрашивают не могли бы мы …": a question that is told has no mark. */
function inquires(clause: Clause, before: Clause | undefined): boolean {
  const told = (each: Clause | undefined): boolean =>
    each?.parts.some((part) => is(part, 'inquires')) === true;
  const goesOn = before?.sentence === clause.sentence && clause.join !== 'and' && clause.join !== 'but';
  return told(clause) || (goesOn && told(before) && before?.parts.some(hasValue) === false);
}

/** How many words stand between two parts of a line. */
export function between(before: PlacedMention, after: PlacedMention): number {
  return after.from - before.to;
}

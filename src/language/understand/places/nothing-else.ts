import { hasPlainSigns } from '../../plain-signs.js';
import { type Clause, is } from '../clauses/clauses.js';
import type { Word } from '../text/word.js';
import { type NamedPlace, smallAt } from './place-names.js';
import type { PlacesLine } from './places-line.js';

type NamedStretch = Pick<NamedPlace, 'first' | 'next'>;

const FLAG = /[\u{1f1e6}-\u{1f1ff}]{2}/gu;

/** "No, Germany and Brazil": the question is answered, and then it is said why. */
const HEAD = ['yes', 'no'] as const;

function covers({ first, next }: NamedStretch, at: number): boolean {
  return first <= at && at < next;
}

/** "We are in Germany and Austria" names two countries of one company: whose the other is, nobody said. */
function isOfOne(places: readonly NamedStretch[], clauses: readonly Clause[]): boolean {
  const [one, other] = [places[0], places.at(-1)];
  if (one === undefined || other === undefined || one === other) return false;
  const cues = clauses
    .flatMap(({ parts }) => parts)
    .filter((part) => is(part, 'we', 'they') && !places.some((each) => covers(each, part.first)))
    .map(({ first }) => first);
  const between = cues.some((at) => one.first < at && at < other.first);
  const around = cues.some((at) => at < one.first) && cues.some((at) => at > other.first);
  return cues.length > 0 && !between && !around;
}

function headOf(clauses: readonly Clause[], words: readonly Word[]): number {
  const head = clauses[0]?.parts.find((part) => part.first === 0);
  const stops = head !== undefined && (words[head.next]?.breakBefore ?? 1) > 0;
  return stops && is(head, ...HEAD) ? head.next : 0;
}

/**
 * Whether a line says where the two companies are, and nothing else: beside the places stand only words that change
 * nothing of it. "Maybe", "if", "oder" and whatever nobody knows may. Where it is unsaid whose a place is, so may nearly
 * all: "customer in Germany, tenant in Austria" says nothing of us.
 */
export function saysNothingElse(
  { words, text, clauses, tags }: Pick<PlacesLine, 'words' | 'text' | 'clauses' | 'tags'>,
  places: readonly NamedStretch[],
  unsaid = false,
): boolean {
  if (!hasPlainSigns(text.replaceAll(FLAG, ' ')) || isOfOne(places, clauses)) return false;
  for (let at = headOf(clauses, words); at < words.length; ) {
    const place = places.find((each) => covers(each, at));
    const next = place?.next ?? smallAt(words, at, unsaid ? 'between' : 'beside', tags);
    if (next === undefined) return false;
    at = next;
  }
  return true;
}

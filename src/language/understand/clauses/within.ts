import type { Concept } from '../../lexicon/concepts.js';
import { type Clause, is, type PlacedMention, partsOf } from './clauses.js';

/** So few are looked through as quickly. */
const FEW = 8;

/** What is named anywhere in a clause or a sentence: every part of it asks, so it is put together once. */
const namedIn = new WeakMap<readonly PlacedMention[], ReadonlySet<Concept>>();

function conceptsIn(parts: readonly PlacedMention[]): ReadonlySet<Concept> {
  const known = namedIn.get(parts);
  if (known !== undefined) return known;
  const all = new Set(parts.flatMap(({ concepts }) => [...concepts]));
  namedIn.set(parts, all);
  return all;
}

/** Whether a part of these is one of these concepts. */
export function anyIs(parts: readonly PlacedMention[], ...concepts: readonly Concept[]): boolean {
  if (parts.length <= FEW) {
    for (const part of parts) if (is(part, ...concepts)) return true;
    return false;
  }
  const all = conceptsIn(parts);
  for (const concept of concepts) if (all.has(concept)) return true;
  return false;
}

/** What stands before a part in its sentence; none of it is looked at for that. */
export function earlierIn(part: PlacedMention, clauses: readonly Clause[]): readonly PlacedMention[] {
  const parts = partsOf(part.sentence, clauses);
  let [low, high] = [0, parts.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((parts[middle]?.first ?? Number.POSITIVE_INFINITY) < part.first) low = middle + 1;
    else high = middle;
  }
  return parts.slice(0, low);
}

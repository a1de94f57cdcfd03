import { is } from '../clauses/clauses.js';
import type { NamedPlace } from './place-names.js';
import { clauseAt, type PlacedSide, type PlacesLine, type Whose } from './places-line.js';
import { smallAt } from './small-words.js';

/** "… not Slovak": so many words stand between a denial and what is denied. */
const DENIAL_REACH = 2;

function corrects(line: PlacesLine, number: number): boolean {
  return line.clauses[number]?.parts.some((part) => is(part, 'correction')) === true;
}

/** Whether a correction opens what a place is named in: its sentence, or the one right before where that says nothing else. */
function isCorrecting(line: PlacesLine, number: number): boolean {
  const sentence = line.clauses[number]?.sentence ?? 0;
  for (let at = number; at >= 0; at--) {
    const clause = line.clauses[at];
    if (clause === undefined || clause.sentence < sentence - 1) return false;
    if (corrects(line, at)) return clause.sentence === sentence || clause.parts.length === 1;
  }
  return false;
}

function isDenied({ clauses }: PlacesLine, place: NamedPlace): boolean {
  const parts = clauses[clauseAt({ clauses }, place.first)]?.parts ?? [];
  return parts.some(
    (part) => is(part, 'not') && part.next <= place.first && place.first - part.next <= DENIAL_REACH,
  );
}

/**
 * "Customer's in Denver. Scratch that, Vancouver": a place that corrects another is of whom that was. Where both had been
 * placed, the one that is denied beside it tells: "it's Ukrainian, not Slovak".
 */
export function correctedSide(
  line: PlacesLine,
  place: NamedPlace,
  places: readonly NamedPlace[],
  settled: readonly PlacedSide[],
): Whose | undefined {
  const number = clauseAt(line, place.first);
  if (!isCorrecting(line, number)) return undefined;
  const sentence = line.clauses[number]?.sentence;
  const denied = places.filter(
    (each) => line.clauses[clauseAt(line, each.first)]?.sentence === sentence && isDenied(line, each),
  );
  const replaced = settled.filter(({ place: { code } }) => denied.some((each) => each.code === code));
  const sides = new Set((replaced.length > 0 ? replaced : settled).map(({ whose }) => whose));
  const [only, ...others] = sides;
  return others.length === 0 ? only : undefined;
}

/** "At first I said they were in Macao", "it was in Macao". */
function isPast(line: PlacesLine, { place }: PlacedSide): boolean {
  const clause = line.clauses[clauseAt(line, place.first)];
  if (clause?.parts.some((part) => is(part, 'past') && part.first <= place.next)) return true;
  for (let at = clause?.first ?? 0; at < place.first; at++)
    if (smallAt(line.words, at, 'once', line.tags) !== undefined) return true;
  return false;
}

/** So near beside a place stands that it is only that of a warehouse. */
const MERELY_REACH = 2;

/** "In Almaty is only the warehouse": said of a place besides that where a company is. */
export function isMerely(line: PlacesLine, place: NamedPlace): boolean {
  const from = Math.max(0, place.first - MERELY_REACH);
  for (let at = from; at <= place.next + MERELY_REACH; at++)
    if (smallAt(line.words, at, 'merely', line.tags) !== undefined) return true;
  return false;
}

/** Where somebody is no more, or is with something else than the company. */
export function isAside(line: PlacesLine, said: PlacedSide): boolean {
  return isPast(line, said) || isMerely(line, said.place);
}

/**
 * What was said before a correction, of a side that is spoken of again after it, is taken back; and so is where a side was
 * that is said to be somewhere else later in the line.
 */
export function standing(line: PlacesLine, settled: readonly PlacedSide[]): readonly PlacedSide[] {
  const corrections = line.clauses.flatMap(({ parts }) => parts).filter((part) => is(part, 'correction'));
  return settled.filter((said) => {
    const again = settled.filter(
      ({ place, whose }) => whose === said.whose && place.first > said.place.first,
    );
    if (isAside(line, said) && again.some((each) => !isAside(line, each))) return false;
    return !corrections.some(
      ({ first }) => first >= said.place.next && again.some(({ place }) => place.first > first),
    );
  });
}

import { PARTNER_NOUNS } from '../claims/roles.js';
import { type Clause, hasValue, is, namesSeller, type PlacedMention, setsGoal } from '../clauses/clauses.js';
import { correctedSide, isAside, isMerely, standing } from './corrected.js';
import { movesTo } from './moves.js';
import { opensNote, withOther } from './other-side.js';
import { isOwn } from './own-place.js';
import { type NamedPlace, placesIn } from './place-names.js';
import { clauseAt, type PlacedSide, type PlacesLine, type Whose } from './places-line.js';
import { type SideCue, sideCuesIn } from './side-cues.js';
import { smallAt } from './small-words.js';

/** How many words may stand between a place and whose it is. */
const REACH = 6;
/** "The customer is a German company". */
const PEOPLE_REACH = 3;
const NEGATION_REACH = 2;
const FORMER_REACH = 2;
/** "Like yourselves, we have our offices in Almaty". */
const ALIKE = 10;
/** "We and the customer are in Germany": the first of them stands alone. */
const ALONE = 3;
/** "… and we are too". */
const SHORT = 6;
/** A text that names more places than this does not tell where two companies are. */
const MOST_PLACES = 32;
const HAN = /^\p{Script=Han}/u;

function endOf({ clauses, words }: PlacesLine, number: number): number {
  return clauses[number + 1]?.first ?? words.length;
}

/** A word such as "in", "из" or 在 stands right before. */
function locatedBefore({ words, tags }: PlacesLine, at: number): boolean {
  const longest = HAN.test(words[at - 1]?.folded ?? '') ? 2 : 1;
  return [1, longest].some((back) => smallAt(words, at - back, 'located', tags) === at);
}

/** Whether the name of a people, or a city that may be something else, says where a company is. */
function isPredicate(
  line: PlacesLine,
  { next }: NamedPlace,
  end: number,
  parts: readonly PlacedMention[],
): boolean {
  const word = line.words[next];
  if (next >= end || word === undefined || word.breakBefore > 0) return true;
  if (smallAt(line.words, next, 'companies', line.tags) !== undefined) return true;
  if (smallAt(line.words, next, 'too', line.tags) !== undefined) return true;
  return parts.some(
    (part) => part.first === next && is(part, 'they', 'we', 'and', 'but', 'clause', 'filler'),
  );
}

/** Whether a name is that of a language, or of where somebody else is: a seller, or what is denied. */
function isElsewhere(place: NamedPlace, { first, parts }: Clause, before: SideCue | undefined): boolean {
  const overlaps = (part: PlacedMention): boolean => part.first < place.next && place.first < part.next;
  const behind = (reach: number, ...concepts: Parameters<typeof is>[1][]): boolean =>
    parts.some(
      (part) => is(part, ...concepts) && part.next <= place.first && place.first - part.next <= reach,
    );
  // "They bought in Germany": that is where the seller is.
  const since = before?.next ?? first;
  const traded = parts.some(
    (part) => part.first >= since && part.next <= place.first && is(part, 'bought', 'sold'),
  );
  const language = place.kind === 'people' && behind(1, 'speaks');
  return (
    traded ||
    language ||
    behind(NEGATION_REACH, 'not') ||
    parts.some((part) => hasValue(part) && !setsGoal(part) && overlaps(part) && !isOwn(part, place, parts))
  );
}

/** "We met at the fair in Barcelona": where something happened. */
function isEvent(line: PlacesLine, number: number): boolean {
  for (let at = line.clauses[number]?.first ?? 0; at < endOf(line, number); at++)
    if (smallAt(line.words, at, 'event', line.tags) !== undefined) return true;
  return false;
}

/** "In Limassol is our former office". */
function isOfFormer({ first, next }: NamedPlace, { parts }: Clause): boolean {
  return parts.some(
    (part) => is(part, 'former') && part.first - next <= FORMER_REACH && first - part.next <= FORMER_REACH,
  );
}

/** "A German distributor": what sells stands right behind. */
function sellerBehind({ next }: NamedPlace, { parts }: Clause): boolean {
  return parts.some((part) => {
    const away = part.first - next;
    return away >= 0 && away <= 1 && namesSeller(part) && !is(part, 'we', 'they');
  });
}

/** "Their partner is in Poland", "we work with a German distributor", 从新加坡公司买的: where a seller is. */
function isOfSeller(
  { words }: PlacesLine,
  place: NamedPlace,
  clause: Clause,
  before: SideCue | undefined,
  whose: Whose | undefined,
): boolean {
  const { parts } = clause;
  const between = parts.filter(
    (part) => part.first >= (before?.next ?? clause.first) && part.next <= place.first,
  );
  if (sellerBehind(place, clause))
    return whose !== 'partner' || between.some((part) => is(part, 'our', 'from'));
  if (whose === 'partner') return false;
  // "Their partner", "o parceiro deles".
  const owned = [...between, ...parts.filter((part) => part.next === before?.first)];
  if (
    before?.writer !== true &&
    owned.some((part) => is(part, ...PARTNER_NOUNS, 'kind.advisor') && !is(part, 'we', 'our'))
  )
    return true;
  const from = parts.some((part) => part.next === place.first && is(part, 'from'));
  const bought = parts.some((part) => is(part, 'bought', 'sold') && part.first >= place.next);
  return from && bought && HAN.test(words[place.first]?.folded ?? '');
}

/** "Szabadkai konzervgyár az ügyfél": who is from there is told at the end, and nothing else is said of them. */
function isSubjectBehind(
  line: PlacesLine,
  { kind, first, next }: NamedPlace,
  clause: Clause,
  cue: SideCue,
): boolean {
  const between = clause.parts.filter((part) => part.first >= next && part.next <= cue.first);
  return (
    kind === 'people' &&
    first === clause.first &&
    cue.next === endOf(line, line.clauses.indexOf(clause)) &&
    cue.first - next <= PEOPLE_REACH &&
    between.every((part) => is(part, 'filler'))
  );
}

/** Whose a place is; undefined where the line leaves it open, `nobody` where it speaks of somebody or something else. */
function whoseIs(
  line: PlacesLine,
  place: NamedPlace,
  places: readonly NamedPlace[],
  settled: readonly PlacedSide[],
): PlacedSide['whose'] | 'nobody' {
  const last = settled.at(-1);
  // "In Buffalo, New York": the same place, told more exactly.
  if (last?.place.next === place.first && last.place.code === place.code) return last.whose;
  const number = clauseAt(line, place.first);
  const begun = line.clauses[number];
  if (begun === undefined) return undefined;
  // 新加坡: a character that joins clauses is a part of the name.
  const cut = line.clauses[number + 1];
  const goesOn = cut !== undefined && cut.first < place.next;
  const clause = goesOn ? { ...begun, parts: [...begun.parts, ...cut.parts] } : begun;
  const cues = sideCuesIn(line, number, places);
  const before = cues.findLast(({ next }) => next <= place.first);
  const after = cues.find(({ first }) => first >= place.next);
  if (isElsewhere(place, clause, before) || (line.customer && isEvent(line, number))) return 'nobody';
  const corrected = cues.length > 0 ? undefined : correctedSide(line, place, places, settled);
  if (corrected !== undefined) return corrected;
  if (cues.length === 0 && settled.length > 0 && isMerely(line, place)) return 'nobody';
  if (isOfFormer(place, clause) || clause.parts.some((part) => is(part, 'aside'))) return 'nobody';
  const located = locatedBefore(line, place.first) || (place.kind === 'city' && place.inflected);
  const near = before !== undefined && place.first - before.next <= 1;
  const ahead = after === undefined ? REACH : after.first - place.next;
  // "A German customer", "UK tenant", "a torontói irodánk".
  const people = place.kind === 'people' && line.customer;
  const attributive =
    after !== undefined &&
    (after.whose === 'customer' || line.customer) &&
    (ahead <= 1 || isSubjectBehind(line, place, clause, after)) &&
    (!located || people) &&
    !near;
  const whose = attributive ? after.whose : (before?.whose ?? inherited(line, number, place, cues, settled));
  const named = sellerBehind(place, clause);
  if (isOfSeller(line, place, clause, before, attributive ? after.whose : whose)) return 'nobody';
  if (attributive) return whose;
  const away = before === undefined ? 0 : place.first - before.next;
  const says = named || isPredicate(line, place, endOf(line, goesOn ? number + 1 : number), clause.parts);
  if (place.kind === 'people' && (away > PEOPLE_REACH || !says)) return 'nobody';
  // "Our partner is Brazilian": no more than one of them.
  const owns = before?.writer === false && before.whose === 'customer';
  if (people && owns && !attributive && smallAt(line.words, place.next, 'companies', line.tags) === undefined)
    return 'nobody';
  // "We are here in Foz, you know, in Brazil".
  const again =
    last !== undefined && last.place.code === place.code && clauseAt(line, last.place.first) === number;
  if (again && (before === undefined || before.next <= last.place.first)) return last.whose;
  if (away > REACH || (place.kind === 'city' && !located && away > 0)) return undefined;
  return whose ?? (ahead <= PEOPLE_REACH ? after?.whose : undefined);
}

/** Whose a place is in a clause that does not say it: "customer: Germany", "we are an MSP, based in Denver". */
function inherited(
  line: PlacesLine,
  number: number,
  place: NamedPlace,
  cues: readonly SideCue[],
  settled: readonly PlacedSide[],
): Whose | undefined {
  const { sentence, parts, join } = line.clauses[number] ?? {};
  const [last] = settled.slice(-1);
  // "In Macao or in Hong Kong": of the same.
  if (join === 'or' && last !== undefined && clauseAt(line, last.place.first) === number - 1)
    return last.whose;
  if (
    cues.length > 0 ||
    parts === undefined ||
    parts.some((part) => (hasValue(part) && !movesTo(part, place)) || is(part, 'bought', 'sold', 'other'))
  )
    return undefined;
  for (let at = number - 1; at >= 0 && line.clauses[at]?.sentence === sentence; at--) {
    if (last !== undefined && clauseAt(line, last.place.first) === at) {
      // "They used to be in Sydney, but are in Auckland".
      return last.place.code === place.code || isAside(line, last) ? last.whose : undefined;
    }
    const cue = sideCuesIn(line, at, []).at(-1);
    if (cue !== undefined) return cue.whose;
  }
  return undefined;
}

/** "Like you we are in Kazakhstan", "мы, как и вы, находимся в …": a customer of the same place. */
function isAlike({ words, clauses, tags }: PlacesLine, { sentence }: Clause, place: NamedPlace): boolean {
  const begins = clauses.find((each) => each.sentence === sentence)?.first ?? 0;
  const ends = clauses.find((each) => each.sentence > sentence)?.first ?? words.length;
  const [from, to] = [Math.max(begins, place.first - ALIKE), Math.min(ends, place.next + ALIKE)];
  for (let at = from; at < to; at++) if (smallAt(words, at, 'alike', tags) !== undefined) return true;
  return false;
}

/** "Both in Germany", "we and the customer are in Germany". */
function isBoth(line: PlacesLine, place: NamedPlace, places: readonly NamedPlace[]): boolean {
  const number = clauseAt(line, place.first);
  const clause = line.clauses[number];
  if (clause === undefined) return false;
  if (line.customer && isAlike(line, clause, place)) return true;
  for (let at = Math.max(clause.first, place.first - REACH); at < place.first; at++) {
    // 资源都在香港: all that somebody has.
    if (smallAt(line.words, at, 'both', line.tags) !== undefined)
      return !line.customer || [number, number - 1].some((each) => sideCuesIn(line, each, places).length > 0);
  }
  const before = line.clauses[number - 1];
  if (clause.join !== 'and' || before === undefined || before.sentence !== clause.sentence) return false;
  const empty = !places.some(({ first }) => before.first <= first && first < clause.first);
  const alone =
    empty && clause.first - before.first <= ALONE && before.parts.every((part) => !hasValue(part));
  const sides = [...sideCuesIn(line, number - 1, []), ...sideCuesIn(line, number, [place])].map(
    ({ whose }) => whose,
  );
  return alone && new Set(sides).size === 2 && sides.length === 2;
}

/** "… and so are we": where the other one is said to be as well. */
function alsoThere(line: PlacesLine, settled: readonly PlacedSide[]): readonly PlacedSide[] {
  const [only] = settled.slice(-1);
  if (only?.whose === undefined || settled.some(({ whose }) => whose !== only.whose)) return [];
  const from = clauseAt(line, only.place.first) + 1;
  for (let number = from; number < line.clauses.length; number++) {
    const first = line.clauses[number]?.first ?? 0;
    const end = endOf(line, number);
    const [cue, ...others] = sideCuesIn(line, number, []);
    if (cue === undefined || others.length > 0 || cue.whose === only.whose || end - first > SHORT) continue;
    for (let at = first; at < end; at++) {
      if (smallAt(line.words, at, 'too', line.tags) !== undefined)
        return [{ place: only.place, whose: cue.whose }];
    }
  }
  return [];
}

/**
 * Where the two companies are, place by place; where a third one is, or what is no place, is left out. Nothing of a text
 * that names more than `MOST_PLACES`: what weighs one looks at all others, and at all that is said.
 */
export function sidesIn(line: PlacesLine): readonly PlacedSide[] {
  const places = placesIn(line.words, line.text, line.tags);
  if (places.length > MOST_PLACES) return [];
  const said = line.clauses.reduce((sum, { parts }) => sum + 1 + parts.length, 0);
  line.count?.(places.length * (places.length + said));
  const settled: PlacedSide[] = [];
  for (const place of places) {
    if (isBoth(line, place, places)) {
      settled.push({ place, whose: 'customer' }, { place, whose: 'partner' });
      continue;
    }
    const whose = whoseIs(line, place, places, settled);
    if (whose !== 'nobody' && (whose !== undefined || place.kind !== 'people' || opensNote(line, place)))
      settled.push({ place, whose });
  }
  return standing(line, withOther(line, [...settled, ...alsoThere(line, settled)]));
}

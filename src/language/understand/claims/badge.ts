import { between, type Clause, hasValue, is, lastBefore, type PlacedMention } from '../clauses/clauses.js';

/** What a designation's place in a line says of it, where nobody says "we have". */

type Around = Readonly<{ clauses: readonly Clause[]; clause: Clause }>;

/** What lapsed or was lost in a clause that names nothing else: "we had the designation, but it has lapsed". */
function goesOnAbout(
  badge: PlacedMention,
  clauses: readonly Clause[],
  number: number,
): readonly PlacedMention[] {
  const own = clauses[badge.clause];
  const between = clauses.slice(badge.clause + 1, number + 1);
  if (between.some(({ sentence }) => sentence !== own?.sentence)) return [];
  const parts = between.flatMap(({ parts: each }) => each);
  return parts.some((part) => hasValue(part) && !is(part, 'runs', 'stopped', 'lapsed')) ? [] : parts;
}

/** "Our designation has lapsed", "perdemos a designação em maio": it was held once. */
export function isLost(badge: PlacedMention, { clauses, clause }: Around): boolean {
  const after = clause.parts.filter((part) => part.first > badge.first);
  const later = clauses
    .slice(badge.clause + 1)
    .flatMap((_, at) => goesOnAbout(badge, clauses, badge.clause + 1 + at));
  const end = [...after, ...later].find(
    (part) => is(part, 'lapsed', 'ended', 'stopped') || (hasValue(part) && part !== badge),
  );
  return end !== undefined && is(end, 'lapsed', 'ended', 'stopped') && !isDenied(end, clauses[end.clause]);
}

/** "It hasn't lapsed". */
function isDenied(part: PlacedMention, clause: Clause | undefined): boolean {
  return clause?.parts.some((each) => is(each, 'not') && each.first < part.first) === true;
}

/** "Frontier Distributor, hundreds of resellers buy from us": who writes a note lists what they are. */
export function isListed(badge: PlacedMention, { clauses, clause }: Around): boolean {
  const alone = clause.parts.every((part) => part === badge || is(part, 'filler', 'and'));
  const number = clauses.indexOf(clause);
  const beside = [clauses[number - 1], clauses[number + 1]].filter(
    (each) => each?.sentence === clause.sentence,
  );
  return (
    alone &&
    !clause.asks &&
    beside.some(
      (each) =>
        each?.parts.some((part) =>
          is(part, 'kind.directBill', 'kind.indirectProvider', 'kind.indirectReseller'),
        ) === true &&
        !each.parts.some((part) => is(part, 'they', 'from', 'bought', 'other', 'former', 'not')),
    )
  );
}

/** "The Solutions Partner badge for Azure", "the Infrastructure (Azure) designation": a part of its name. */
export function ofDesignation(part: PlacedMention, { clause, clauses }: Around): boolean {
  const before = lastBefore(part, clause);
  if (before !== undefined && is(before, 'designation') && between(before, part) <= 2) return true;
  if (!part.bracketed) return false;
  const sentence = clauses.filter((each) => each.sentence === clause.sentence).flatMap(({ parts }) => parts);
  return sentence.some(
    (each) =>
      is(each, 'designation') && (each.first < part.first ? between(each, part) : between(part, each)) < 1,
  );
}

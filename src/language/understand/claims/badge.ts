import {
  between,
  type Clause,
  hasValue,
  is,
  lastBefore,
  type PlacedMention,
  partsOf,
  withNeighbours,
} from '../clauses/clauses.js';
import { anyIs } from '../clauses/within.js';

/** What a designation's place in a line says of it, where nobody says "we have". */

type Around = Readonly<{ clauses: readonly Clause[]; clause: Clause }>;

/** What stands behind its clause, as long as nothing else is named: "we had the designation, but it has lapsed". */
function goesOnAbout(badge: PlacedMention, clauses: readonly Clause[]): readonly PlacedMention[] {
  const later = clauses.slice(badge.clause + 1);
  // "Earlier I told you that we hold it. My colleague says that we lost it": what was said before goes on.
  const reported = clauses.some(
    ({ sentence, parts }) => sentence === badge.sentence && anyIs(parts, 'reported', 'past'),
  );
  const last = badge.sentence + (reported ? 1 : 0);
  const end = later.findIndex(
    ({ sentence, parts }) =>
      sentence > last || parts.some((part) => hasValue(part) && !is(part, 'runs', 'stopped', 'lapsed')),
  );
  return (end === -1 ? later : later.slice(0, end)).flatMap(({ parts }) => parts);
}

/** "Our designation has lapsed", "perdemos a designação em maio": it was held once. */
export function isLost(badge: PlacedMention, { clauses, clause }: Around): boolean {
  const after = clause.parts.filter((part) => part.first > badge.first);
  const end = [...after, ...goesOnAbout(badge, clauses)].find(
    (part) => is(part, 'lapsed', 'ended', 'stopped') || (hasValue(part) && part !== badge),
  );
  return end !== undefined && is(end, 'lapsed', 'ended', 'stopped') && !isDenied(end, clauses[end.clause]);
}

/** "It hasn't lapsed". */
function isDenied(part: PlacedMention, clause: Clause | undefined): boolean {
  return clause?.parts.some((each) => is(each, 'not') && each.first < part.first) === true;
}

/** Right behind it, small words aside, something is denied: perhaps that it is held. */
export function isLeftOpen(badge: PlacedMention, { clause }: Around): boolean {
  const after = clause.parts.slice(clause.parts.indexOf(badge) + 1);
  return is(
    after.find((part) => !is(part, 'filler', 'we', 'our', 'they')),
    'not',
  );
}

/** "Frontier Distributor, hundreds of resellers buy from us": who writes a note lists what they are. */
export function isListed(badge: PlacedMention, { clauses, clause }: Around): boolean {
  const alone = clause.parts.every((part) => part === badge || is(part, 'filler', 'and'));
  const beside = withNeighbours(clause, clauses).filter((each) => each !== clause);
  return (
    alone &&
    !clause.asks &&
    beside.some(
      ({ parts }) =>
        anyIs(parts, 'kind.directBill', 'kind.indirectProvider', 'kind.indirectReseller') &&
        !anyIs(parts, 'they', 'from', 'bought', 'other', 'former', 'not'),
    )
  );
}

/** "The Solutions Partner badge for Azure", "the Infrastructure (Azure) designation": a part of its name. */
export function ofDesignation(part: PlacedMention, { clause, clauses }: Around): boolean {
  const before = lastBefore(part, clause);
  if (before !== undefined && is(before, 'designation') && between(before, part) <= 2) return true;
  if (!part.bracketed) return false;
  return partsOf(clause.sentence, clauses).some(
    (each) =>
      is(each, 'designation') && (each.first < part.first ? between(each, part) : between(part, each)) < 1,
  );
}

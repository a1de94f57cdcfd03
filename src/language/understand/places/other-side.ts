import { PARTNER_NOUNS } from '../claims/roles.js';
import { is } from '../clauses/clauses.js';
import { type NamedPlace, smallAt } from './place-names.js';
import { clauseAt, type PlacedSide, type PlacesLine } from './places-line.js';

/** "A company with its seat in Lyon". */
const NAMED_BEFORE = 4;

/** "A law firm in Exeter": a company is named right before where it is, and nobody sells there. */
function isOfCompany(line: PlacesLine, place: NamedPlace): boolean {
  const clause = line.clauses[clauseAt(line, place.first)];
  if (
    clause === undefined ||
    clause.parts.some((part) => is(part, 'bought', 'sold', 'from', 'other', ...PARTNER_NOUNS))
  )
    return false;
  for (let at = Math.max(clause.first, place.first - NAMED_BEFORE); at < place.first; at++)
    if (smallAt(line.words, at, 'companies', line.tags) !== undefined) return true;
  return false;
}

/** A line is about two companies: one that is named with its place beside who is known is the other. */
export function withOther(line: PlacesLine, settled: readonly PlacedSide[]): readonly PlacedSide[] {
  const [only, ...others] = new Set(settled.flatMap(({ whose }) => whose ?? []));
  if (only === undefined || others.length > 0) return settled;
  const whose = only === 'customer' ? 'partner' : 'customer';
  return settled.map((each) =>
    each.whose === undefined && isOfCompany(line, each.place) ? { ...each, whose } : each,
  );
}

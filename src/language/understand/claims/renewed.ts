import { type Clause, is, type PlacedMention } from '../clauses/clauses.js';
import { anyIs } from '../clauses/within.js';
import { EA } from './agreements.js';
import { type Claim, claim } from './claim.js';

/** Said as what is still to come, or as what did not: "they want it renewed", "it was never renewed". */
function isOpen({ parts, asks }: Clause): boolean {
  return asks || anyIs(parts, 'not', 'no', 'wish', 'need', 'unsure', 'whether', 'allowed');
}

/** Where the text says last that what had run out was renewed. */
function renewedLast(clauses: readonly Clause[], after: number): PlacedMention | undefined {
  for (const clause of clauses.toReversed()) {
    const found = clause.parts.findLast((part) => is(part, 'renewed') && part.first > after);
    if (found !== undefined) return isOpen(clause) ? undefined : found;
  }
  return undefined;
}

/** "It has expired, expired I said, meanwhile it was renewed": what ran out and was renewed after that is active. */
export function withRenewed(claims: readonly Claim[], clauses: readonly Clause[]): readonly Claim[] {
  const isExpired = ({ fact, kind, options }: Claim): boolean =>
    fact === 'state' && kind === 'is' && options.join() === 'expired';
  const [first] = claims.filter(isExpired);
  if (first === undefined) return claims;
  const renewed = renewedLast(clauses, first.part.first);
  if (renewed === undefined) return claims;
  const left = claims.filter((each) => !isExpired(each) || each.part.first > renewed.first);
  // "Their EA lapsed, … it has been renewed": of an agreement it says nothing of the subscription.
  if (clauses.some(({ parts }) => anyIs(parts, ...EA) && anyIs(parts, 'lapsed', 'renewed'))) return left;
  return left.length < claims.length ? [...left, claim(renewed, 'state', 'active')] : claims;
}

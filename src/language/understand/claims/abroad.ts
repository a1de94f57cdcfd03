import { between, is, lastBefore, type PlacedMention } from '../clauses/clauses.js';
import { anyIs } from '../clauses/within.js';
import { type Claim, claim } from './claim.js';
import type { LineContext } from './line-context.js';

/**
 * Many countries share a CSP region, and the same country is one region always: "the same country" says where they are,
 * "another country" says nothing of the region, and takes back that it was the same.
 */

/** What says nothing by itself and takes back "the same country". */
function isVoid({ kind, options }: Claim): boolean {
  return kind === 'is' && options.length === 0;
}

/** The claims that stand: what "another country" takes back later in the line is gone, and so is what says nothing. */
export function withoutVoided(claims: readonly Claim[]): readonly Claim[] {
  const last = claims.filter(isVoid).reduce((at, { part }) => Math.max(at, part.first), -1);
  if (last < 0) return claims;
  return claims.filter((each) => !isVoid(each) && !(is(each.part, 'country.same') && each.part.first < last));
}

/** Whether a line speaks of another country. */
export function isAbroad(parts: readonly PlacedMention[]): boolean {
  return anyIs(parts, 'country.different');
}

/** One country is one region; another one may be in the same region, so that it says nothing. */
export function countryClaims(
  concept: 'country.same' | 'country.different',
  part: PlacedMention,
  { clause, negated }: LineContext,
): readonly Claim[] {
  const after = clause.parts[clause.parts.indexOf(part) + 1];
  // "A local partner sold it": where the seller is.
  const sellers = after?.first === part.next && [...after.concepts].some((each) => each.startsWith('kind.'));
  if (sellers && !is(after, 'they')) return [];
  // "Some IT company down the road".
  const before = lastBefore(part, clause);
  if (is(before, 'kind.reseller') && before !== undefined && between(before, part) < 1) return [];
  const same = (concept === 'country.same') !== negated;
  return [claim(part, 'region', same ? 'same' : [])];
}

import { type Clause, hasValue, is, placesOf } from '../clauses/clauses.js';
import { anyIs } from '../clauses/within.js';
import type { Claim } from './claim.js';

/** "…, that was a mistake": nothing else stands before it in its clause; in "the High was a mistake" that is what it is about. */
function isSubject({ parts, first }: Clause): boolean {
  const aside = parts.find((part) => is(part, 'aside'));
  const before = parts.filter((part) => part.first < (aside?.first ?? first));
  return new Set(before.flatMap(placesOf)).size >= (aside?.first ?? first) - first;
}

/**
 * What stands in a line and is not said of this case: "I put Azure by mistake", "GCC High is another customer". Where the
 * clause that says so names nothing itself, it is of the last that did: "forget GCC High, that's another customer".
 */
export function asideIn(clauses: readonly Clause[]): ReadonlySet<number> {
  const aside = new Set<number>();
  for (const [number, clause] of clauses.entries()) {
    const { parts, sentence } = clause;
    if (!anyIs(parts, 'aside')) continue;
    const about = parts.some(hasValue)
      ? number
      : !isSubject(clause)
        ? -1
        : clauses.findLastIndex(
            (each, at) => at < number && each.sentence === sentence && each.parts.some(hasValue),
          );
    if (about >= 0) aside.add(about);
  }
  return aside;
}

/** Without what is not said of this case. */
export function withoutAside(claims: readonly Claim[], clauses: readonly Clause[]): readonly Claim[] {
  const aside = asideIn(clauses);
  return aside.size === 0 ? claims : claims.filter(({ part }) => !aside.has(part.clause));
}

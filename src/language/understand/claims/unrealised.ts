import { type Clause, hasValue, is, placesOf } from '../clauses/clauses.js';
import { anyIs } from '../clauses/within.js';
import type { Claim } from './claim.js';

/** "… but they didn't sign it": so many words say no more than that. */
const SHORT = 5;

/** "They were thinking about an EA but didn't": a clause against the one before, which only denies it. */
function denies({ join, parts }: Clause): boolean {
  return (
    join === 'but' &&
    anyIs(parts, 'not', 'no') &&
    !parts.some((part) => hasValue(part) || is(part, 'unsure', 'now', 'past', 'accepted', 'sent'))
  );
}

/** "But didn't", and not "but they didn't renew it". */
function isElliptic({ parts, first }: Clause, next: number): boolean {
  const light = parts.every((part) => is(part, 'but', 'not', 'no', 'they', 'bought', 'filler'));
  return light && new Set(parts.flatMap(placesOf)).size >= next - first;
}

/** Without what somebody wanted or considered, and did not do in the end. */
export function withoutUnrealised(
  claims: readonly Claim[],
  clauses: readonly Clause[],
  words: number,
): readonly Claim[] {
  const unrealised = new Set<number>();
  for (const [number, clause] of clauses.entries()) {
    const before = clauses[number - 1];
    if (before === undefined || before.sentence !== clause.sentence) continue;
    if (!denies(clause) || anyIs(before.parts, 'not', 'have')) continue;
    const next = clauses[number + 1]?.first ?? words;
    const wanted = anyIs(before.parts, 'wish') && next - clause.first <= SHORT;
    if (wanted || isElliptic(clause, next)) unrealised.add(number - 1);
  }
  if (unrealised.size === 0) return claims;
  return claims.filter(({ part, kind, fact }) => {
    const taken = kind === 'is' && (fact === 'seller' || fact === 'enrollment' || fact === 'goal');
    return !(taken && unrealised.has(part.clause));
  });
}

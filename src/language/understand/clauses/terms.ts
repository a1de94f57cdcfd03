import { type Clause, is, partsOf } from './clauses.js';

/** What makes a "what is …" a question about the case rather than about a word. */
const CASE = [
  'we',
  'our',
  'they',
  'bought',
  'sold',
  'supply',
  'goal.support',
  'goal.takeOver',
  'goal.addServices',
  'goal.resell',
] as const;

/**
 * The sentences that only ask what a word means: nothing in them is said about the case. A customer who tells what they
 * have ("a debit that nobody can explain") asks with a question mark.
 */
export function silenced(
  clauses: readonly Clause[],
  perspective?: 'asker' | 'customer',
): ReadonlySet<number> {
  const quiet = new Set<number>();
  for (const sentence of new Set(clauses.map((clause) => clause.sentence))) {
    const parts = partsOf(sentence, clauses);
    if (perspective === 'customer' && !clauses.some((each) => each.sentence === sentence && each.asks))
      continue;
    const asks = parts.some((part) => is(part, 'term'));
    if (!asks && parts.some((part) => is(part, 'intent.why'))) continue;
    const mayAsk = parts.some((part) => is(part, 'term.weak')) && !parts.some((part) => is(part, ...CASE));
    if (asks || mayAsk) quiet.add(sentence);
  }
  return quiet;
}

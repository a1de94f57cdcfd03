import { type Clause, is, type PlacedMention } from '../clauses/clauses.js';
import { anyIs } from '../clauses/within.js';

/** What a customer tells of the supply of whom they write to: "you order through Ingram, if I understood your colleague". */

const SUBJECTS = ['you', 'we', 'they', 'other'] as const;

/** Whoever orders, in the clause or, where it has none of its own, in the one that it goes on from. */
function whoOrders(
  part: PlacedMention,
  clause: Clause,
  clauses: readonly Clause[],
): PlacedMention | undefined {
  const own = clause.parts.findLast(
    (each) => each.first < part.first && is(each, ...SUBJECTS) && !is(each, 'from'),
  );
  const before = clauses[clauses.indexOf(clause) - 1];
  if (own !== undefined || before?.sentence !== clause.sentence) return own;
  return before.parts.findLast((each) => is(each, ...SUBJECTS) && !is(each, 'from'));
}

/** "You told me that (we) order …": in whose words it is said does not tell whose order it is. */
function isRelayed(clause: Clause, clauses: readonly Clause[]): boolean {
  const before = clauses[clauses.indexOf(clause) - 1];
  return (
    clause.join === 'clause' &&
    before?.sentence === clause.sentence &&
    anyIs(before.parts, 'you') &&
    anyIs(before.parts, 'speaks', 'reported') &&
    anyIs(clause.parts, 'we') &&
    !anyIs(clause.parts, 'you')
  );
}

function isOrder({ parts }: Clause, part: PlacedMention): boolean {
  const ordered = parts.some((each) => is(each, 'bought', 'supply', 'our') && !is(each, 'sold'));
  return ordered && (is(part, 'from') || anyIs(parts, 'from', 'supply', 'our'));
}

/** Whether a distributor is the one that the asker buys from; `false`: whose it is the line leaves open. */
export function suppliedByOne(
  part: PlacedMention,
  clause: Clause,
  clauses: readonly Clause[],
): boolean | undefined {
  if (is(part, 'former', 'other') || clause.asks || anyIs(clause.parts, 'not', 'wish', 'sell'))
    return undefined;
  if (!isOrder(clause, part)) return undefined;
  if (isRelayed(clause, clauses)) return false;
  const who = whoOrders(part, clause, clauses);
  return is(who, 'you') && !is(who, 'we', 'bought') ? true : undefined;
}

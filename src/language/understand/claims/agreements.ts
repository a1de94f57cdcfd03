import { hasValue, is, type PlacedMention, partsOf, valuesIn } from '../clauses/clauses.js';
import { anyIs } from '../clauses/within.js';
import type { LineContext } from './line-context.js';

/** An Enterprise Agreement, whatever is said of its kind. */
export const EA = [
  'seller.enterpriseAgreement',
  'enrollment.direct',
  'enrollment.indirect',
  'enrollment.government',
] as const;

/** "EA, indirect", "not a government EA. Direct.": alone in its clause it belongs to the agreement named before. */
function apposed(part: PlacedMention, { clause, clauses }: LineContext): boolean {
  const alone = clause.parts.every(
    (each) => each === part || (!hasValue(each) && !is(each, 'we', 'bought', 'sold', 'from')),
  );
  if (!alone || clause === clauses[0]) return false;
  const values = valuesIn(clauses);
  const before = values
    .slice(0, values.indexOf(part))
    .findLast((each) => !is(each, 'direct', 'indirect', 'government'));
  return is(before, ...EA);
}

/** "The EA is an indirect one", "EA type: direct". */
export function ofAgreement(part: PlacedMention, around: LineContext): boolean {
  const { clause, clauses } = around;
  if (apposed(part, around)) return true;
  const parts = partsOf(clause.sentence, clauses);
  const before = parts.slice(0, parts.indexOf(part));
  // "Enterprise agreement, он индирект": the pronoun is the agreement.
  const subject = before.findLast(
    (each) => !is(each, 'filler', 'from', 'bought', 'they', 'have') || hasValue(each),
  );
  if (subject === undefined) return false;
  return (
    is(subject, 'about.enrollment') ||
    (is(subject, ...EA) && subject.clause === part.clause && subject !== before.at(-1))
  );
}

/** "Direct or indirect, we don't know": where both are named beside an EA, both are kinds of it. */
export function eitherKind({ clause, clauses }: LineContext): boolean {
  const sentence = partsOf(clause.sentence, clauses);
  const both = sentence.some((each) => is(each, 'direct')) && sentence.some((each) => is(each, 'indirect'));
  return both && clauses.some(({ parts }) => anyIs(parts, ...EA));
}

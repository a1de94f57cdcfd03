import { hasValue, is, type PlacedMention } from '../clauses/clauses.js';
import { anyIs } from '../clauses/within.js';
import type { LineContext } from './line-context.js';

/** "… through another partner, who is in CSP": said of the one before. */
function describedBefore(
  part: PlacedMention,
  { clause, clauses }: Pick<LineContext, 'clause' | 'clauses'>,
): PlacedMention | undefined {
  const noun = clauses[clauses.indexOf(clause) - 1]?.parts.at(-1);
  const describes = is(part, 'kind.csp') && clause.join === 'clause' && clause.parts.find(hasValue) === part;
  return describes && is(noun, 'kind.reseller') ? noun : undefined;
}

/** "We want to sell to them, but not ourselves, but through another partner". */
function throughOthers(
  part: PlacedMention,
  { clause, clauses }: Pick<LineContext, 'clause' | 'clauses'>,
): boolean {
  const noun = describedBefore(part, { clause, clauses });
  const before = noun && clauses[noun.clause];
  if (before) return throughOthers(noun, { clause: before, clauses });
  const opening = clause.parts.slice(0, clause.parts.indexOf(part));
  const light = opening.every((each) => is(each, 'but', 'from', 'other', 'filler', 'and', 'not', 'we'));
  if (clause.join !== 'but' || !light || !opening.some((each) => is(each, 'from'))) return false;
  return clauses
    .slice(0, clauses.indexOf(clause))
    .some(
      ({ sentence, parts }) =>
        sentence === clause.sentence &&
        parts.some((each) => is(each, 'sell') && !is(each, 'sold')) &&
        anyIs(parts, 'we') &&
        anyIs(parts, 'wish'),
    );
}

/** "Sell it through another CSP partner": whom it is to be sold through, not who sold it. */
export function reselling(part: PlacedMention, around: LineContext): boolean {
  const { clause } = around;
  if (throughOthers(part, around)) return true;
  const past = anyIs(clause.parts, 'bought', 'sold');
  if (!past && anyIs(clause.parts, 'goal.resell')) return true;
  if (!anyIs(clause.parts, 'sell')) return false;
  const before = clause.parts.slice(0, clause.parts.indexOf(part));
  const selling = before.findLastIndex((each) => is(each, 'sell'));
  if (selling === -1 || before.slice(selling).some((each) => is(each, 'bought', 'sold'))) return false;
  return !is(
    before.slice(0, selling).findLast((each) => is(each, 'we', 'they')),
    'they',
  );
}

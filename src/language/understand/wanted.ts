import type { OptionId } from '../../policy/facts.js';
import { type Claim, claim } from './claim.js';
import { between, is, type PlacedMention } from './clauses.js';
import { betweenClouds, didThemselves, keeps, unwanted } from './goals.js';
import type { LineContext } from './kinds.js';

/** "Another partner manages it today" is not what the asker wants. */
function othersGoal(part: PlacedMention, { clause }: LineContext): boolean {
  const index = clause.parts.indexOf(part);
  const subject = clause.parts.slice(0, index).findLast((each) => !is(each, 'filler', 'have', 'sold'));
  if (subject === undefined || between(subject, part) > 4 || is(subject, 'from')) return false;
  // "From another CSP to support": that one is not who supports.
  if (is(clause.parts[clause.parts.indexOf(subject) - 1], 'from')) return false;
  return is(subject, 'kind.reseller', 'kind.csp') && !clause.parts.some((each) => is(each, 'we'));
}

/** What the asker wants, or does not want. */
export function goalClaims(
  part: PlacedMention,
  option: OptionId<'goal'>,
  around: LineContext,
): readonly Claim[] {
  if (othersGoal(part, around)) return [];
  // "The billing stays with them": it is not to be taken over.
  if (option === 'takeOver' && (keeps(around.clause) || betweenClouds(around.clause))) return [];
  if (around.customer && didThemselves(part, around.clause)) return [];
  // "Sell them managed services": what is to be sold.
  const before = around.clause.parts[around.clause.parts.indexOf(part) - 1];
  if (option === 'support' && is(before, 'goal.addServices') && before && between(before, part) <= 1)
    return [];
  const said = claim(part, 'goal', option);
  return [unwanted(around.clauses, part) ? { ...said, kind: 'isNot' } : said];
}

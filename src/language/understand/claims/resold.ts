import { type Clause, hasValue, is, type PlacedMention } from '../clauses/clauses.js';
import { anyIs } from '../clauses/within.js';
import type { Claim } from './claim.js';
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

/** 想通过一家 CSP 合作伙伴把 E3 卖给他们: through whom is said before what is to be done. */
function sellsThrough(part: PlacedMention, { parts }: LineContext['clause']): boolean {
  const at = parts.indexOf(part);
  const [before, after] = [parts.slice(0, at), parts.slice(at + 1)];
  const through = before.findLast((each) => !is(each, 'filler', 'other', 'kind.reseller'));
  return (
    is(through, 'from') &&
    anyIs(before, 'wish') &&
    !anyIs(before, 'they', 'bought', 'sold') &&
    anyIs(after, 'sell', 'sold') &&
    anyIs(after, 'they') &&
    !anyIs(after, 'bought', 'we')
  );
}

/**
 * Without whom a line calls its seller that is to be resold through or to: "there is another CSP partner and we would
 * like to pass it on to them".
 */
export function withoutResold(claims: readonly Claim[], clauses: readonly Clause[]): readonly Claim[] {
  const resold = claims.filter(
    ({ fact, kind, options }) => fact === 'goal' && kind === 'is' && options.join() === 'resell',
  );
  if (resold.length === 0) return claims;
  const isResold = ({ fact, kind, options, part }: Claim): boolean =>
    fact === 'seller' &&
    kind === 'is' &&
    options.join() === 'cspPartner' &&
    is(part, 'kind.csp') &&
    !anyIs(clauses[part.clause]?.parts ?? [], 'bought', 'sold') &&
    resold.some((each) => each.part.sentence === part.sentence);
  return claims.filter((each) => !isResold(each));
}

/** "Sell it through another CSP partner": whom it is to be sold through, not who sold it. */
export function reselling(part: PlacedMention, around: LineContext): boolean {
  const { clause } = around;
  if (throughOthers(part, around) || sellsThrough(part, clause)) return true;
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

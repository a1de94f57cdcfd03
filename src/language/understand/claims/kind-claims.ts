import type { OptionId } from '../../../policy/facts.js';
import { between, type Clause, is, lastBefore, type PlacedMention, setsGoal } from '../clauses/clauses.js';
import { anyIs } from '../clauses/within.js';
import { type Claim, claim } from './claim.js';
import type { LineContext } from './line-context.js';
import { type SpeakerRole, strengthOf } from './roles.js';
import { suppliesUs } from './supply.js';
import { suppliedByOne } from './their-supply.js';

/** "You are, as far as I know, a direct-bill partner". */
const YOURS = 5;

/** "We move to a distributor": where it is to go. */
function goesThere(part: PlacedMention, clause: Clause): boolean {
  const before = lastBefore(part, clause);
  return before !== undefined && between(before, part) <= 1 && setsGoal(before);
}

/** "It's from Arrow, the distributor": what somebody is who was named right before. */
function apposed(part: PlacedMention, clause: Clause, clauses: readonly Clause[]): boolean {
  const before = clauses[clauses.indexOf(clause) - 1]?.parts.at(-1);
  const alone = clause.parts.every((each) => each === part || is(each, 'filler'));
  return alone && before?.sentence === part.sentence && is(before, 'named');
}

/** "Through a distributor, ALSO, we order": who is named right behind is that distributor, and supplies us. */
function namedBehind(part: PlacedMention, clause: Clause, clauses: readonly Clause[]): boolean {
  const next = clauses[clauses.indexOf(clause) + 1];
  if (next?.sentence !== clause.sentence || next.join !== 'comma') return false;
  if (clause.parts.at(-1) !== part || anyIs(clause.parts, 'they', 'other', 'former')) return false;
  const named = next.parts.find((each) => !is(each, 'filler'));
  return (
    named !== undefined &&
    is(named, 'kind.indirectProvider') &&
    is(named, 'named') &&
    suppliesUs(named, next, clauses)
  );
}

/** "You say that you are an indirect reseller": what a customer tells of whom they write to. */
function told(part: PlacedMention, { parts, asks }: Clause): boolean {
  const light = ['kind.csp', 'have', 'clause', 'and', 'kind.reseller', 'filler'] as const;
  const before = parts.findLast(
    (each) => each.first < part.first && (is(each, 'you') || !is(each, ...light)),
  );
  return (
    !asks &&
    before !== undefined &&
    is(before, 'you') &&
    !is(before, 'from') &&
    between(before, part) <= YOURS
  );
}

/** "Since you are Ingram's reseller", "mivel Önök az ALSO viszonteladói": whose reseller the asker is said to be. */
function isTheirReseller(part: PlacedMention, { parts }: Clause): boolean {
  const near = (each: PlacedMention): boolean =>
    each !== part && Math.min(Math.abs(between(part, each)), Math.abs(between(each, part))) <= 2;
  const [supplier, reseller] = is(part, 'named')
    ? [part, parts.find((each) => near(each) && is(each, 'kind.reseller', 'kind.indirectReseller'))]
    : [parts.find((each) => near(each) && is(each, 'named')), part];
  if (supplier === undefined || reseller === undefined || !is(supplier, 'kind.indirectProvider'))
    return false;
  if (is(reseller, 'other', 'named', 'from', 'kind.indirectProvider')) return false;
  const first = Math.min(supplier.first, reseller.first);
  // 贵司作为英迈的下级经销商: "as" says nobody else.
  const subject = parts.findLast(
    (each, at) =>
      each.first < first && (is(each, 'you', 'they') || (is(each, 'we') && !is(parts[at - 1], 'you'))),
  );
  return is(subject, 'you') && !anyIs(parts, 'bought', 'sold');
}

/** "We used to be a direct partner": what we were ourselves is no seller. */
export function weWere(part: PlacedMention, clause: Clause, customer: boolean): boolean {
  const subject = lastBefore(part, clause, 'former', 'past', 'now', 'have');
  // "The previous partner told us nothing": that one is somebody else.
  const since = subject?.next ?? part.first;
  const were = clause.parts.some((each) => is(each, 'past') && each.first >= since && each.first < part.next);
  return !customer && were && subject !== undefined && is(subject, 'we') && !is(subject, 'they', 'from');
}

export function kindClaims(
  part: PlacedMention,
  option: OptionId<'partner'>,
  role: SpeakerRole,
  { clauses, clause, customer }: LineContext,
): readonly Claim[] {
  if (option === 'indirectProvider' && !customer && suppliesUs(part, clause, clauses))
    return [claim(part, 'partner', 'indirectReseller')];
  if (option === 'indirectProvider' && !customer && namedBehind(part, clause, clauses))
    return [claim(part, 'partner', 'indirectReseller')];
  if (
    role === 'bare' &&
    option === 'indirectProvider' &&
    (goesThere(part, clause) || apposed(part, clause, clauses))
  )
    return [];
  if (customer && option !== 'directBill' && isTheirReseller(part, clause))
    return [claim(part, 'partner', 'indirectReseller')];
  if (customer && option === 'indirectProvider') {
    const supplied = suppliedByOne(part, clause, clauses);
    if (supplied !== undefined) return supplied ? [claim(part, 'partner', 'indirectReseller')] : [];
  }
  if (customer && told(part, clause)) return [claim(part, 'partner', option)];
  // "We buy directly from Microsoft", from a customer's mouth.
  const others = clause.parts.some(
    (each) => each !== part && is(each, 'we', 'you', 'kind.reseller', 'other'),
  );
  if (customer && option === 'directBill' && role === 'nobody' && !others)
    return [claim(part, 'seller', 'microsoft')];
  switch (role) {
    case 'asker':
    case 'bare':
      // Who is called by a name is somebody else.
      if (is(part, 'named')) return [];
      return [claim(part, 'partner', option, strengthOf(role))];
    case 'seller':
    case 'theirs':
      return [claim(part, 'seller', 'cspPartner')];
    case 'former':
      if (weWere(part, clause, customer)) return [];
      return [claim(part, 'seller', ['cspPartner', 'formerCspPartner'])];
    case 'nobody':
      return [];
  }
}

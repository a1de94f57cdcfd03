import type { OptionId } from '../../../policy/facts.js';
import {
  between,
  type Clause,
  hasValue,
  is,
  lastBefore,
  namesSeller,
  type PlacedMention,
  partsOf,
  setsGoal,
  withNeighbours,
} from '../clauses/clauses.js';
import { anyIs } from '../clauses/within.js';
import { BY_DEFAULT, type Claim, claim } from './claim.js';
import type { LineContext } from './line-context.js';
import { keeps } from './more.js';

/** So many words stand between what is looked after and for whom. */
const FOR_WHOM = 4;

/** How far the work may stand from the taking over: "take their Exchange Online and Teams into support". */
const WORK_REACH = 6;

/** "Another partner manages it today" is not what the asker wants. */
function othersGoal(part: PlacedMention, { clause }: LineContext): boolean {
  const subject = lastBefore(part, clause, 'have', 'sold');
  if (subject === undefined || between(subject, part) > 4 || is(subject, 'from')) return false;
  // "We look for a partner for the administration": somebody who shall.
  const sought = clause.parts.some((each) => each.first < subject.first && is(each, 'wish'));
  if (sought && !is(subject, 'other')) return false;
  // "From another CSP to support": that one is not who supports.
  if (is(clause.parts[clause.parts.indexOf(subject) - 1], 'from')) return false;
  return is(subject, 'kind.reseller', 'kind.csp') && !anyIs(clause.parts, 'we');
}

/** "I took over as office manager": what the customer did. */
function didThemselves(part: PlacedMention, clause: Clause): boolean {
  const { parts, asks } = clause;
  const before = lastBefore(part, clause);
  return (
    !asks &&
    before !== undefined &&
    is(before, 'we') &&
    between(before, part) <= 1 &&
    !anyIs(parts, 'wish', 'you')
  );
}

/** "Our monitoring on top", "vendidos por vocês": a service of ours that is to be sold is no support by itself. */
function isSold(part: PlacedMention, { clauses, clause }: LineContext): boolean {
  const owner = lastBefore(part, clause);
  const behind = clause.parts[clause.parts.indexOf(part) + 1];
  const sold = is(behind, 'sold') && behind !== undefined && between(part, behind) <= 1;
  const ours =
    sold ||
    (owner !== undefined && is(owner, 'our', 'sell', 'goal.addServices') && between(owner, part) <= 2);
  const around = withNeighbours(clause, clauses).flatMap(({ parts }) => parts);
  return ours && around.some((each) => is(each, 'goal.addServices'));
}

/** "You already look after our network": what the asker does today is no wish. */
function doneAlready(part: PlacedMention, { parts, asks }: Clause): boolean {
  const before = parts.filter((each) => each.first < part.first);
  return (
    !asks &&
    before.some((each) => is(each, 'you')) &&
    before.some((each) => is(each, 'have')) &&
    !before.some((each) => is(each, 'wish'))
  );
}

/** "Look after it for us", "cuidar do ambiente pra nós": for whom, and not where to. */
function forThem(part: PlacedMention, { parts }: Clause): boolean {
  const before = parts.slice(0, parts.indexOf(part)).findLast(setsGoal);
  return before !== undefined && is(before, 'goal.support') && between(before, part) <= FOR_WHOM;
}

/** "From the worldwide version to the one of 21Vianet": between clouds is not between partners. */
function betweenClouds({ parts }: Clause): boolean {
  const clouds = parts.flatMap(({ concepts }) =>
    [...concepts].filter((concept) => concept.startsWith('cloud.') || concept === 'vianet'),
  );
  return new Set(clouds).size > 1;
}

/** "Take over the support", "átvennénk a hibajegyeket": what is taken over is the work. */
function takesWork(part: PlacedMention, { parts }: Clause): boolean {
  const rest = parts.filter(
    (each) => each !== part && !is(each, 'filler', 'we', 'they', 'our', 'you', 'wish'),
  );
  const work = rest.find((each) => is(each, 'goal.support'));
  if (work === undefined || rest.some((each) => is(each, 'invoice', 'not', 'keeps'))) return false;
  const [left, right] = work.first < part.first ? [work, part] : [part, work];
  return left.next <= right.first && between(left, right) <= WORK_REACH;
}

/** "We don't want that it is transferred": what is not wanted is said in the next clause. */
function unwanted(clauses: readonly Clause[], part: PlacedMention): boolean {
  const clause = clauses[part.clause];
  const before = clauses[part.clause - 1];
  if (clause === undefined || before === undefined || before.sentence !== clause.sentence) return false;
  if (clause.join !== 'clause') return false;
  const not = before.parts.findLast((each) => !is(each, 'filler', 'wish', 'we', 'they'));
  return is(not, 'not') && !before.parts.some(hasValue) && clause.parts.find(hasValue) === part;
}

/** "They switched those to NCE", "átálltak, most már NCE", "переподписали, теперь direct": what they did with what they have. */
function changedTheirs(part: PlacedMention, { clauses, clause }: LineContext): boolean {
  if (is(part, 'toUs')) return false;
  const [at, to] = [clauses.indexOf(clause), part.first];
  const next = clauses[at + 1];
  const behind = [
    ...clause.parts.filter((each) => each.first > to),
    ...(next?.sentence === clause.sentence && next.join === 'comma' ? next.parts : []),
  ];
  const target = behind.find((each) => hasValue(each) || is(each, 'we', 'our', 'you'));
  const isPlatform =
    target !== undefined &&
    [...target.concepts].some((each) =>
      /^(licensePlatform|azurePlatform|enrollment|legacy|direct|indirect)/.test(each),
    );
  if (!isPlatform) return false;
  const own = partsOf(clause.sentence, clauses).filter(({ first }) => first <= target.first);
  const isNow = own.some((each) => is(each, 'now') && each.first > part.first);
  const theirs = clause.parts.some((each) => is(each, 'they') && each.first < part.first);
  return isNow || (theirs && !own.some((each) => is(each, 'wish', 'we', 'our', 'you')));
}

/** Who sold it to a customer, told by words that would be the asker's wish to sell. */
function soldTo(part: PlacedMention, { clause: { parts } }: LineContext): readonly Claim[] {
  if (anyIs(parts, 'wish', 'not')) return [];
  const csp = anyIs(parts, 'kind.csp', 'kind.indirectProvider', 'kind.directBill');
  return [claim(part, 'seller', csp ? 'cspPartner' : ['cspPartner', 'otherReseller'], BY_DEFAULT)];
}

/** "Gerido pela matriz", "managed by the group": somebody who does it. */
function doneBy(part: PlacedMention, { parts }: Clause): boolean {
  const by = parts[parts.indexOf(part) + 1];
  return (
    by?.first === part.next &&
    is(by, 'from') &&
    !parts.some((each) => is(each, 'you') && each.first >= by.first)
  );
}

/** "Next to those Azure on an EA", "the shop sold them some E3 as well": what is there besides, from whom it comes, is not to be sold. */
function isThereBesides(part: PlacedMention, { clause, customer }: LineContext): boolean {
  const { parts, asks } = clause;
  if (asks || is(part, 'we', 'our', 'toUs')) return false;
  if (parts.some((each) => is(each, 'we', 'our', 'wish', 'sell', 'allowed') || (customer && is(each, 'you'))))
    return false;
  // "Adding our services on top of what Microsoft sold them" begins with what is wanted.
  return parts.some(
    (each) => namesSeller(each) && (each.first < part.first || (clause.join === 'and' && each !== part)),
  );
}

/** What the asker wants, or does not want. */
export function goalClaims(
  part: PlacedMention,
  option: OptionId<'goal'>,
  around: LineContext,
): readonly Claim[] {
  // "Fornecidas por outro parceiro": a customer tells who sold.
  if (around.customer && option === 'resell' && !around.clause.asks) return soldTo(part, around);
  if (othersGoal(part, around)) return [];
  if (around.customer && option === 'support' && doneBy(part, around.clause)) return [];
  if (option === 'addServices' && isThereBesides(part, around)) return [];
  // "The billing stays with them": it is not to be taken over.
  if (option === 'takeOver' && (keeps(around.clause) || betweenClouds(around.clause))) return [];
  if (option === 'takeOver' && takesWork(part, around.clause)) return [];
  if (option === 'takeOver' && !around.clause.asks && changedTheirs(part, around)) return [];
  if (around.customer && didThemselves(part, around.clause)) return [];
  // "You were recommended to us", "the invoice still comes to us": not to whom they write.
  if (around.customer && is(part, 'toUs')) return [];
  // "Sell them managed services": what is to be sold.
  const before = around.clause.parts[around.clause.parts.indexOf(part) - 1];
  if (option === 'support' && is(before, 'goal.addServices') && before && between(before, part) <= 1)
    return [];
  if (option === 'support' && (isSold(part, around) || (around.customer && doneAlready(part, around.clause))))
    return [];
  if (option === 'takeOver' && around.customer && forThem(part, around.clause)) return [];
  const said = claim(part, 'goal', option);
  return [unwanted(around.clauses, part) ? { ...said, kind: 'isNot' } : said];
}

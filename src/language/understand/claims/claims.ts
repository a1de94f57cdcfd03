import type { FactId, OptionId } from '../../../policy/facts.js';
import { type Concept, isValue, outright } from '../../lexicon/concepts.js';
import { between, is, lastBefore, type PlacedMention, partsOf, valuesIn } from '../clauses/clauses.js';
import { deniesNext } from '../clauses/negation.js';
import { anyIs, earlierIn } from '../clauses/within.js';
import { countryClaims } from './abroad.js';
import { EA, eitherKind, ofAgreement } from './agreements.js';
import { isLeftOpen, isListed, isLost, ofDesignation } from './badge.js';
import {
  boughtFromMicrosoft,
  customerAgreement,
  isBoxed,
  isNamedShop,
  isOutside,
  isOwnShop,
  isTheirTrade,
} from './bought.js';
import { BY_DEFAULT, type Claim, claim, SAID } from './claim.js';
import { sellsMore } from './goals.js';
import { partnerClaims } from './kinds.js';
import type { LineContext } from './line-context.js';
import { reselling } from './resold.js';
import { roleIn } from './role-in.js';
import { sells, strengthOf } from './roles.js';
import { ranOut, standingClaims } from './standing.js';
import { ordersThroughOne } from './supply.js';
import { goalClaims } from './wanted.js';

/** The value that stands right behind, as in "direct EA", or that this explains in brackets: "EA (direct)". */
function before(
  part: PlacedMention,
  { clause, clauses }: LineContext,
  ...concepts: readonly Concept[]
): boolean {
  const explained = partsOf(clause.sentence, clauses);
  if (part.explains && explained.some((each) => each.first < part.first && is(each, ...concepts)))
    return true;
  const next = clauses[clauses.indexOf(clause) + 1];
  // "A közvetlen (direct) Enterprise Agreement".
  const closed = part.bracketed && next?.first === part.next ? next.parts[0] : undefined;
  const after = clause.parts[clause.parts.indexOf(part) + 1] ?? closed;
  return after !== undefined && after.first === part.next && is(after, ...concepts);
}

/** "EA gov", "on an EA. Not government": the value before is what it is about. */
function behind(part: PlacedMention, { clauses }: LineContext, ...concepts: readonly Concept[]): boolean {
  const values = valuesIn(clauses);
  return is(values[values.indexOf(part) - 1], ...concepts);
}

function enrollment(part: PlacedMention, option: OptionId<'enrollment'>): readonly Claim[] {
  return [claim(part, 'enrollment', option), claim(part, 'seller', 'enterpriseAgreement')];
}

/** What may be called a government's: "EA indirect gov" has told its kind, and names the customer. */
const UNTOLD_EA = ['seller.enterpriseAgreement', 'enrollment.government'] as const;

function direct(part: PlacedMention, around: LineContext): readonly Claim[] {
  const { clause, asked } = around;
  if (eitherKind(around)) return [claim(part, 'enrollment', 'direct', BY_DEFAULT)];
  if (before(part, around, ...EA) || ofAgreement(part, around)) return enrollment(part, 'direct');
  const index = clause.parts.indexOf(part);
  const left = clause.parts[index - 1];
  const right = clause.parts
    .slice(index + 1)
    .some((each) => is(each, 'bought', 'sold', 'sell', 'goal.support', 'goal.takeOver'));
  const us = left !== undefined && is(left, 'we') && between(left, part) <= 1;
  if (us && !right && !around.customer) return [claim(part, 'partner', 'directBill', SAID)];
  const named = clause.parts.some((each) =>
    [...each.concepts].some((concept) => /^(kind\.|seller\.|vianet)/.test(concept)),
  );
  const bought = anyIs(clause.parts, 'bought', 'about.seller');
  // "We'd buy from you directly": not from Microsoft.
  const yours = around.customer && anyIs(clause.parts, 'you');
  if (bought && !named && !yours) return [claim(part, 'seller', 'microsoft', SAID)];
  if (asked === 'enrollment') return [claim(part, 'enrollment', 'direct', BY_DEFAULT)];
  return [];
}

function indirect(part: PlacedMention, around: LineContext): readonly Claim[] {
  if (before(part, around, ...EA) || ofAgreement(part, around)) return enrollment(part, 'indirect');
  if (around.asked === 'enrollment' || eitherKind(around))
    return [claim(part, 'enrollment', 'indirect', BY_DEFAULT)];
  // "Энтерпрайз агримент косвенный": an adjective behind its noun.
  const noun = around.clause.parts[around.clause.parts.indexOf(part) - 1];
  if (noun?.next === part.first && is(noun, 'seller.enterpriseAgreement'))
    return enrollment(part, 'indirect');
  const role = roleIn(part, around);
  if (role !== 'asker' && role !== 'bare') return [];
  return [claim(part, 'partner', ['indirectProvider', 'indirectReseller'], strengthOf(role))];
}

/** Legacy Azure or legacy licences: by what else is named in the clause, else anywhere in the line. */
function legacy(part: PlacedMention, { clauses, clause, asked }: LineContext): readonly Claim[] {
  for (const parts of [clause.parts, clauses.flatMap((each) => each.parts)]) {
    const usage = anyIs(parts, 'service.usage', 'azurePlatform.azurePlan', 'azurePlatform.legacyAzure');
    const license = anyIs(parts, 'service.license', 'licensePlatform.newCommerce');
    if (usage && license) continue;
    if (usage) return azurePlatform(part, 'legacyAzure');
    if (license) return [claim(part, 'licensePlatform', 'legacy')];
  }
  if (asked === 'azurePlatform') return [claim(part, 'azurePlatform', 'legacyAzure')];
  return [claim(part, 'licensePlatform', 'legacy', BY_DEFAULT)];
}

function azurePlatform(part: PlacedMention, option: OptionId<'azurePlatform'>): readonly Claim[] {
  return [claim(part, 'azurePlatform', option), claim(part, 'service', 'usage')];
}

/** "0145P, to be brought to our Azure plan": what it is to become. */
function isGoalPlan(part: PlacedMention, { clauses, clause }: LineContext): boolean {
  const before = lastBefore(part, clause);
  const towards = before !== undefined && between(before, part) < 1 && is(before, 'our', 'goal.takeOver');
  return towards && clauses.some(({ parts }) => anyIs(parts, 'azurePlatform.legacyAzure'));
}

/** What a clause names besides Microsoft. */
function beside({ parts }: LineContext['clause']): boolean {
  return anyIs(parts, ...EA, 'seller.volumeLicensing', 'seller.formerCspPartner');
}

/** "An EA with Microsoft": the agreement says where it was bought. */
function microsoft(part: PlacedMention, { clause, asked }: LineContext): readonly Claim[] {
  if (!sells(part, clause, asked)) return [];
  return [claim(part, 'seller', 'microsoft', beside(clause) ? BY_DEFAULT : SAID)];
}

/** "Congratulations on your Solutions Partner badge": what a customer says of whom they write to. */
function isAskers({ clauses, clause }: LineContext): boolean {
  const parts = partsOf(clause.sentence, clauses);
  const asks = clauses.some((each) => each.sentence === clause.sentence && each.asks);
  return !asks && anyIs(parts, 'you') && !anyIs(parts, 'not', 'wish', 'need', 'unsure');
}

function standing(
  part: PlacedMention,
  around: LineContext,
  fact: 'designation' | 'relationship',
): readonly Claim[] {
  const [yes] = fact === 'designation' ? (['held'] as const) : (['yes'] as const);
  // "We are an indirect provider and Frontier Distributor": the subject goes on.
  const before = around.clauses[around.clauses.indexOf(around.clause) - 1];
  const goesOn =
    around.clause.join === 'and' && fact === 'designation' && before?.sentence === around.clause.sentence;
  const holds = [...around.clause.parts, ...(goesOn ? before.parts : [])].some((each) =>
    fact === 'designation'
      ? is(each, 'have', 'we') || (is(each, 'our') && each.first > part.first)
      : is(each, 'have'),
  );
  const told = around.customer && fact === 'designation' && !around.negated && isAskers(around);
  if (told) return [claim(part, fact, yes)];
  const listed = fact === 'designation' && isListed(part, around);
  if (fact === 'designation' && !around.negated && isLost(part, around))
    return [{ ...claim(part, fact, yes), kind: 'isNot' }];
  if (fact === 'designation' && !around.negated && isLeftOpen(part, around)) return [];
  // "Temos a designação?" asks it.
  const asks = around.clause.asks && !around.negated && around.asked !== fact;
  return !asks && (holds || listed || around.negated || around.asked === fact)
    ? [claim(part, fact, yes, SAID)]
    : [];
}

/** What one concept of a mention says. */
function claimsFor(concept: Concept, part: PlacedMention, around: LineContext): readonly Claim[] {
  switch (concept) {
    case 'licensePlatform.newCommerce':
      // "Azure plan (new commerce)" says nothing about licences.
      return is(part.explains, 'azurePlatform.azurePlan')
        ? []
        : [claim(part, 'licensePlatform', 'newCommerce')];
    case 'cloud.gcc':
      // Without "High" it is a part of the public cloud; "not GCC" may be the rest of that as well as another cloud.
      return around.negated ? [] : [claim(part, 'cloud', 'public')];
    case 'government':
      if (before(part, around, ...UNTOLD_EA) || behind(part, around, ...UNTOLD_EA))
        return enrollment(part, 'government');
      return around.asked === 'enrollment'
        ? [claim(part, 'enrollment', 'government', BY_DEFAULT)]
        : // Governments everywhere use the public cloud; a cloud of its own has that of the United States.
          [claim(part, 'cloud', ['public', 'usGov'])];
    case 'vianet':
      return sells(part, around.clause, around.asked)
        ? [claim(part, 'seller', 'vianet'), claim(part, 'cloud', 'china')]
        : [claim(part, 'cloud', 'china')];
    case 'microsoft':
      return microsoft(part, around);
    case 'kind.directBill':
    case 'kind.indirectProvider':
    case 'kind.indirectReseller':
    case 'kind.csp':
    case 'kind.notCsp':
    case 'kind.advisor':
    case 'kind.reseller':
    case 'seller.formerCspPartner':
      return partnerClaims(concept, part, around);
    case 'direct':
      return direct(part, around);
    case 'indirect':
      return indirect(part, around);
    case 'legacy':
      return legacy(part, around);
    case 'service.license':
      if (isBoxed(around)) return [];
      return [claim(part, 'service', 'license', sellsMore(around.clause) ? BY_DEFAULT : SAID)];
    case 'service.usage':
      return ofDesignation(part, around) ? [] : [claim(part, 'service', 'usage')];
    case 'mca':
      return [customerAgreement(part, around)];
    case 'seller.otherReseller':
      // "We're a direct bill shop": what the asker is.
      if (isOwnShop(part, around) || isTheirTrade(part, around) || isNamedShop(part, around)) return [];
      if (roleIn(part, around) !== 'asker') return [claim(part, 'seller', 'otherReseller')];
      // "We've never been part of the CSP program".
      return isOutside(part, around) ? [claim(part, 'partner', 'notCsp')] : [];
    case 'seller.microsoft':
      return boughtFromMicrosoft(part, around, beside(around.clause) ? BY_DEFAULT : SAID);
    case 'runs':
    case 'stopped':
    case 'lapsed':
      return standingClaims(part, concept, around.clauses, around.clause, around.asked);
    case 'state.trial':
      return ranOut(part, around.clauses) ? [] : [claim(part, 'state', 'trial')];
    case 'designation':
    case 'relationship':
      return standing(part, around, concept);
    case 'relationship.no':
      return around.negated || deniesNext(part, around.clause) ? [] : [claim(part, 'relationship', 'no')];
    case 'country.same':
    case 'country.different':
      return countryClaims(concept, part, around);
    case 'azurePlatform.azurePlan':
      return isGoalPlan(part, around) ? [] : azurePlatform(part, 'azurePlan');
    case 'azurePlatform.legacyAzure':
      return azurePlatform(part, 'legacyAzure');
    case 'enrollment.direct':
    case 'enrollment.indirect':
    case 'enrollment.government':
      return enrollment(part, outright(concept)?.option as OptionId<'enrollment'>);
    default: {
      const named = outright(concept);
      if (named === undefined) return [];
      if (named.fact === 'goal') return goalClaims(part, named.option as OptionId<'goal'>, around);
      return [claim(part, named.fact, named.option)];
    }
  }
}

/** What "need to be" leaves open. */
const HYPOTHETICAL: ReadonlySet<FactId> = new Set(['partner', 'designation', 'relationship', 'region']);

/** "Not X": X is not so; what X would imply is not said at all. */
function turned(claims: readonly Claim[]): readonly Claim[] {
  const [first] = claims;
  if (first === undefined) return [];
  if (first.fact === 'partner' && first.options[0] === 'notCsp') return [first];
  return [{ ...first, kind: 'isNot' }];
}

/** "A shop that isn't even a Microsoft partner": said of the seller who was named before. */
function isNoPartner(part: PlacedMention, { clauses }: LineContext): boolean {
  if (is(part, 'named', 'from', 'other', 'former')) return false;
  const before = earlierIn(part, clauses);
  const subject = before.findLast((each) => is(each, 'we', 'seller.otherReseller') || is(each, 'named'));
  return subject !== undefined && is(subject, 'seller.otherReseller', 'kind.reseller') && !is(subject, 'we');
}

/** What one mention says about the case. */
export function claimsOf(part: PlacedMention, around: LineContext): readonly Claim[] {
  const concept = [...part.concepts].find(isValue);
  if (concept === undefined) return [];
  if (around.negated && concept === 'kind.reseller' && isNoPartner(part, around))
    return [claim(part, 'seller', 'otherReseller')];
  const claims = claimsFor(concept, part, around);
  const partner = concept.startsWith('kind.') || concept === 'seller.cspPartner';
  const resold =
    partner && !around.customer && claims.some(({ fact }) => fact === 'seller') && reselling(part, around);
  if (resold) return [{ ...claim(part, 'goal', 'resell'), kind: around.negated ? 'isNot' : 'is' }];
  const hypothetical = anyIs(around.clause.parts, 'need');
  if (around.negated && concept === 'kind.indirectProvider' && ordersThroughOne(part, around))
    return [claim(part, 'partner', 'indirectReseller')];
  const held = hypothetical ? claims.filter(({ fact }) => !HYPOTHETICAL.has(fact)) : claims;
  // "Forget what I said of Ingram": taken back, not denied.
  const forgotten = around.negated ? lastBefore(part, around.clause) : undefined;
  const said = forgotten !== undefined && forgotten.next - forgotten.first > 2;
  if (said && is(forgotten, 'correction') && is(forgotten, 'not')) return [];
  // "Can't we administer it?" asks whether it can be.
  const asks = around.clauses.some(
    (each) =>
      each.asks && each.sentence === around.clause.sentence && (around.customer || each === around.clause),
  );
  if (around.negated && asks && held.some(({ fact }) => fact === 'goal')) return held;
  // What is denied of a CSP, or of a country, has been thought through where it is read.
  const turnedAlready = concept === 'kind.csp' || concept === 'kind.notCsp' || concept.startsWith('country.');
  return around.negated && !turnedAlready ? turned(held) : held;
}

import type { OptionId } from '../../../policy/facts.js';
import type { Concept } from '../../lexicon/concepts.js';
import {
  between,
  type Clause,
  is,
  lastBefore,
  namesSeller,
  type PlacedMention,
  partsOf,
} from '../clauses/clauses.js';
import { anyIs, earlierIn } from '../clauses/within.js';
import { BY_DEFAULT, type Claim, claim } from './claim.js';
import { RELATIONSHIP } from './invitation.js';
import { kindClaims, weWere } from './kind-claims.js';
import type { LineContext } from './line-context.js';
import { roleIn } from './role-in.js';
import type { SpeakerRole } from './roles.js';
import { buysFromUs, suppliesUs } from './supply.js';

const KINDS = {
  'kind.directBill': 'directBill',
  'kind.indirectProvider': 'indirectProvider',
  'kind.indirectReseller': 'indirectReseller',
} as const satisfies { readonly [C in Concept]?: OptionId<'partner'> };

/** "It's not CSP, it's EA": what is named instead was bought, so was what is denied. */
function instead(part: PlacedMention, clause: Clause, clauses: readonly Clause[]): boolean {
  const next = clauses[clauses.indexOf(clause) + 1]?.parts ?? [];
  const rest = [...clause.parts.filter((each) => each.first > part.first), ...next];
  const named = rest.some((each) => [...each.concepts].some((concept) => concept.startsWith('seller.')));
  return named && !rest.some((each) => is(each, 'they', 'we', 'have'));
}

/** "… from Allsoft, they aren't in CSP, it seems": they are those who were named before. */
function theySold(part: PlacedMention, clause: Clause, clauses: readonly Clause[]): boolean {
  const subject = clause.parts.findLast((each) => each.first < part.first && is(each, 'we', 'they'));
  if (subject === undefined || is(subject, 'we')) return false;
  const before = clauses
    .slice(0, clauses.indexOf(clause))
    .filter(({ sentence }) => clause.sentence - sentence <= 1);
  return before.some(({ parts }) => parts.some((each) => is(each, 'kind.reseller') && is(each, 'named')));
}

/** "Not in CSP": of us, of the reseller that a relative clause is about, or not bought from one. */
function notInCsp(
  part: PlacedMention,
  role: SpeakerRole,
  { clause, clauses }: LineContext,
): readonly Claim[] {
  if (role === 'asker') return [claim(part, 'partner', 'notCsp')];
  // "The partner who sold it isn't in CSP": the subject goes on, unless it is us.
  const sentence = clauses.filter((each) => each.sentence === clause.sentence);
  const about = sentence.flatMap(({ parts }) => parts).filter((each) => each.first < part.first);
  const described =
    clause.join === 'clause' ||
    (role === 'bare' && !about.some((each) => is(each, 'we', 'our'))) ||
    clause.parts.some((each) => each.first < part.first && is(each, 'kind.reseller'));
  const reseller = about.some((each) => is(each, 'kind.reseller'));
  if ((described && reseller) || theySold(part, clause, clauses))
    return [claim(part, 'seller', 'otherReseller')];
  if (role === 'bare' && !instead(part, clause, clauses))
    return [claim(part, 'partner', 'notCsp', BY_DEFAULT)];
  return role === 'nobody' ? [] : [{ ...claim(part, 'seller', 'cspPartner'), kind: 'isNot' }];
}

/** "CSP" alone names no kind of partner: it says who sold, or with a negation who we are. */
function csp(part: PlacedMention, role: SpeakerRole, around: LineContext): readonly Claim[] {
  if (around.negated) return notInCsp(part, role, around);
  // "Into our CSP", and what a customer calls "your CSP": the asker's.
  const { parts } = around.clause;
  const owner = lastBefore(part, around.clause);
  const askers = around.customer ? is(owner, 'you') : is(owner, 'our') && !is(owner, 'we', 'they');
  if (owner !== undefined && askers && between(owner, part) < 1) return [];
  if (parts.some((each) => is(each, 'goal.takeOver') && each.next === part.first)) return [];
  if (role === 'seller' || role === 'theirs') return [claim(part, 'seller', 'cspPartner')];
  if (role === 'former') return [claim(part, 'seller', ['cspPartner', 'formerCspPartner'])];
  // "Another partner sold it, also in CSP": it is said of the reseller before.
  const reseller = around.clauses
    .slice(0, around.clauses.indexOf(around.clause) + 1)
    .some(({ sentence, parts }) => sentence === around.clause.sentence && anyIs(parts, 'kind.reseller'));
  if (role === 'asker' || !reseller) return [];
  // "The previous partner was a CSP": it may have been one only then.
  const former = anyIs(around.clause.parts, 'former');
  return [claim(part, 'seller', former ? ['cspPartner', 'formerCspPartner'] : 'cspPartner')];
}

/** "Our CSP authorisation has lapsed", "nosso credenciamento ainda não saiu". */
function isOurs(part: PlacedMention, { clause, customer }: LineContext): boolean {
  const owner = lastBefore(part, clause);
  return (
    !customer && owner !== undefined && is(owner, 'our') && !is(owner, 'they') && between(owner, part) < 1
  );
}

/** "Bought from a dealer who is neither in CSP nor in any other program": said of who was named last in the sentence. */
function ofSellerBefore(part: PlacedMention, { clause, clauses }: LineContext): boolean {
  const subject = partsOf(clause.sentence, clauses).findLast(
    (each) =>
      each.first < part.first &&
      (is(each, 'we', 'our', 'they', 'bought', 'from') ||
        (namesSeller(each) && !is(each, 'kind.notCsp', 'kind.csp'))),
  );
  // "Comprou de um mercadinho, loja que não é parceira": of a seller that no word names.
  const unnamed = is(subject, 'from') && subject?.clause !== part.clause;
  const told = is(subject, 'seller.otherReseller', 'kind.reseller') || unnamed;
  // "We're just an outsourcer, not in CSP": what we are ourselves.
  const who = partsOf(clause.sentence, clauses).findLast(
    (each) => subject !== undefined && each.first <= subject.first && is(each, 'we', 'our', 'they', 'bought'),
  );
  return told && !is(who, 'we', 'our');
}

function notCsp(part: PlacedMention, role: SpeakerRole, around: LineContext): readonly Claim[] {
  if (role === 'asker' || isOurs(part, around)) return [claim(part, 'partner', 'notCsp')];
  const reseller = anyIs(around.clause.parts, 'kind.reseller');
  if (role === 'seller' || role === 'former' || reseller || theySold(part, around.clause, around.clauses))
    return [claim(part, 'seller', 'otherReseller')];
  if (role === 'bare' && ofSellerBefore(part, around)) return [claim(part, 'seller', 'otherReseller')];
  if (role === 'bare' && instead(part, around.clause, around.clauses))
    return [{ ...claim(part, 'seller', 'cspPartner'), kind: 'isNot' }];
  return role === 'bare' ? [claim(part, 'partner', 'notCsp', BY_DEFAULT)] : [];
}

function reseller(
  part: PlacedMention,
  role: SpeakerRole,
  { clause, clauses, customer }: LineContext,
): readonly Claim[] {
  // "Reseller relationship": an attribute.
  const after = clause.parts[clause.parts.indexOf(part) + 1];
  const attribute = is(after, ...RELATIONSHIP);
  if (attribute && after?.first === part.next) return [];
  if (!customer && buysFromUs(part, clause)) return [claim(part, 'partner', 'indirectProvider')];
  // "Отношения реселлера".
  const relation = clause.parts[clause.parts.indexOf(part) - 1];
  if (relation?.next === part.first && is(relation, ...RELATIONSHIP)) return [];
  // "A third-party marketplace offer": whose product it is.
  if (is(part, 'other') && is(after, 'service.other') && after?.first === part.next) return [];
  if (role === 'former') {
    if (weWere(part, clause, customer)) return [];
    return [claim(part, 'seller', ['cspPartner', 'formerCspPartner'], BY_DEFAULT)];
  }
  // "I had Microsoft down as the seller, but it was an IT company", "who sold it to us was the operator".
  if (role === 'bare' || role === 'nobody') {
    const earlier = earlierIn(part, clauses);
    const subject = earlier.findLast((each) =>
      is(each, 'about.seller', 'we', 'they', 'other', 'have', 'our'),
    );
    if (is(subject, 'about.seller'))
      return [claim(part, 'seller', ['cspPartner', 'otherReseller'], BY_DEFAULT)];
  }
  // "We buy from Crayon as our distributor": what somebody is to us who was named before.
  const told = anyIs(clause.parts, 'kind.indirectProvider')
    ? clause.parts.find((each) => each.first > part.first && is(each, 'kind.indirectProvider'))
    : undefined;
  if (is(part, 'named') && told !== undefined && suppliesUs(told, clause, clauses)) return [];
  // "GoDaddy 365": whose name stands beside what was bought has sold it, unless it is our own.
  const ours =
    anyIs(clause.parts, 'we', 'our') &&
    clause.parts.some((each) => is(each, 'we', 'our') && each.first < part.first);
  const named = is(part, 'named') && role !== 'asker' && !ours;
  return role === 'seller' || named
    ? [claim(part, 'seller', ['cspPartner', 'otherReseller'], BY_DEFAULT)]
    : [];
}

/** Who was the customer's Advisor: another partner, or the asker. */
function advisor(part: PlacedMention, role: SpeakerRole, around: LineContext): readonly Claim[] {
  const { parts } = around.clause;
  const ours = anyIs(parts, 'we') && !anyIs(parts, 'from', 'bought');
  // "We ourselves, as Advisor at that time": the subject stands in the clause before.
  const before = around.clauses[around.clauses.indexOf(around.clause) - 1];
  const goesOn =
    before?.sentence === around.clause.sentence &&
    anyIs(before.parts, 'we') &&
    before.parts.every((each) => is(each, 'we', 'filler', 'nothing', 'but')) &&
    !anyIs(parts, 'they', 'from', 'other');
  // "You are registered as Advisor", to the asker.
  const you = parts.findLast(
    (each) => each.first < part.first && is(each, 'you', 'we', 'they', 'other', 'from'),
  );
  if (around.customer && is(you, 'you') && !is(you, 'from')) return [claim(part, 'seller', 'ownAdvisor')];
  const own = role === 'asker' || goesOn || (ours && (role === 'former' || role === 'bare'));
  return [claim(part, 'seller', own && !around.customer ? 'ownAdvisor' : 'advisor')];
}

/** "We're direct bill, the customer bought from somebody who …": somebody else came between. */
function othersBefore({ clauses, clause }: LineContext): boolean {
  return clauses.some(
    (each) => each.sentence === clause.sentence && each.first < clause.first && anyIs(each.parts, 'they'),
  );
}

/** What the name of a kind of partner says: who is asking, or who sold. */
export function partnerClaims(concept: Concept, part: PlacedMention, around: LineContext): readonly Claim[] {
  const role = roleIn(part, around);
  switch (concept) {
    case 'kind.directBill':
    case 'kind.indirectProvider':
    case 'kind.indirectReseller':
      return kindClaims(part, KINDS[concept], role, around);
    case 'kind.csp':
      return csp(part, role, around);
    case 'kind.notCsp':
      return notCsp(part, role, around);
    case 'kind.advisor':
      return advisor(part, role, around);
    case 'kind.reseller':
      return reseller(part, role, around);
    case 'seller.formerCspPartner':
      // "We were in CSP, but have left it": the subject goes on, unless another one came between.
      return role === 'asker' ||
        isOurs(part, around) ||
        (role === 'bare' && around.roleBefore === 'asker' && !othersBefore(around))
        ? [claim(part, 'partner', 'notCsp')]
        : [claim(part, 'seller', 'formerCspPartner')];
    default:
      return [];
  }
}

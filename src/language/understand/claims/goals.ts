import { between, type Clause, hasValue, is, type PlacedMention } from '../clauses/clauses.js';
import { anyIs } from '../clauses/within.js';
import { type Claim, claim } from './claim.js';
import { hasOther, keeps, moreFromUs } from './more.js';

/** How far who invoices may stand from the invoice: "the invoices should from now on come from us". */
const REACH = 6;
/** So many clauses may stand between the invoice and whose it is to be. */
const BEHIND = 3;

/** The asker, whom a customer calls "you". */
function isAsker(part: PlacedMention, customer: boolean): boolean {
  return customer ? is(part, 'you') : is(part, 'we', 'our') && !is(part, 'they');
}

/** Somebody wants it so, or asks whether it can be so: in the clause, or before in its sentence. */
function wished(clauses: readonly Clause[], number: number): boolean {
  const clause = clauses[number];
  if (clause === undefined) return false;
  const next = clauses[number + 1];
  // "The invoices came from us and not from Microsoft" is how it should be.
  if (next?.sentence === clause.sentence && anyIs(next.parts, 'not') && anyIs(next.parts, 'from'))
    return true;
  return clauses
    .filter(
      ({ sentence }, at) => sentence === clause.sentence && (at <= number || clauses[at]?.asks === true),
    )
    .some(({ parts, asks }) => asks || anyIs(parts, 'wish'));
}

function denied({ parts }: Clause, part: PlacedMention): boolean {
  return parts.some((each) => is(each, 'not') && each.first < part.first);
}

/** "Copilot on top", "sell them Copilot": what is to be sold is not what the customer has, where that is named too. */
export function sellsMore({ parts }: Clause): boolean {
  return parts.some((part) => is(part, 'goal.addServices') || (is(part, 'sell') && !is(part, 'sold')));
}

/** "One invoice - ours": whose it is to be stands behind a pause. */
function ownedBehind(clauses: readonly Clause[], number: number): readonly PlacedMention[] {
  const [clause, next] = [clauses[number], clauses[number + 1]];
  if (next === undefined || next.sentence !== clause?.sentence) return [];
  return next.parts.every((part) => is(part, 'our', 'filler', 'from', 'we')) ? next.parts : [];
}

/** What a clause may have that only says who it is to be: "and we would like that to be you". */
const WHO = [
  'filler',
  'we',
  'our',
  'you',
  'they',
  'from',
  'bought',
  'wish',
  'clause',
  'and',
  'now',
  'past',
  'have',
  'nothing',
] as const;

/**
 * "Somebody has to invoice it, and we would like that to be you", "one bill, and it should come from us", "in the invoice
 * | which we send her": whose it is stands in what goes on from it in the sentence, which names nothing else.
 */
function saidBehind(clauses: readonly Clause[], number: number, customer: boolean): boolean {
  const clause = clauses[number];
  const behind: PlacedMention[] = [];
  for (const next of clauses.slice(number + 1, number + 1 + BEHIND)) {
    if (next.sentence !== clause?.sentence || next.join === 'or' || next.join === 'but') break;
    if (!next.parts.every((part) => is(part, ...WHO) && !hasValue(part) && !is(part, 'not'))) break;
    behind.push(...next.parts);
  }
  const who = behind.find((part) => isAsker(part, customer));
  if (who === undefined) return false;
  if (customer) return behind.some((part) => is(part, 'wish'));
  const [first] = behind;
  const wants = behind.some((part) => is(part, 'wish')) && behind.some((part) => is(part, 'from', 'bought'));
  return wants || (is(first, 'clause') && behind[1] === who && wished(clauses, number));
}

/** "The invoice should come from us": who invoices takes over. */
function invoicing(clauses: readonly Clause[], number: number, customer: boolean): Claim | undefined {
  const clause = clauses[number];
  const invoice = clause?.parts.find((part) => is(part, 'invoice'));
  if (clause === undefined || invoice === undefined || keeps(clause)) return undefined;
  const behind = saidBehind(clauses, number, customer);
  if (!behind && !wished(clauses, number)) return undefined;
  if (anyIs(clause.parts, 'kind.directBill', 'seller.microsoft')) return undefined;
  // "They'd buy Teams from us in addition, invoiced by us": what comes on top.
  const { sentence } = clause;
  if (clauses.some((each) => each.sentence === sentence && anyIs(each.parts, 'goal.addServices')))
    return undefined;
  const invoices = clause.parts.filter((part) => is(part, 'invoice'));
  const us = [...clause.parts, ...ownedBehind(clauses, number)].find(
    (part) =>
      isAsker(part, customer) &&
      invoices.some(
        (each) => Math.min(Math.abs(between(part, each)), Math.abs(between(each, part))) <= REACH,
      ),
  );
  if (us === undefined && !behind && !(is(invoice, 'we') && !customer)) return undefined;
  const said = claim(invoice, 'goal', 'takeOver');
  return denied(clause, invoice) ? { ...said, kind: 'isNot' } : said;
}

/** "We'd buy twenty Copilot from you": a product, from whoever has another one already. */
function buysMore(clauses: readonly Clause[], number: number): boolean {
  const clause = clauses[number];
  return (
    clause?.parts.some((part) => is(part, 'service.license')) === true &&
    (clause.asks || anyIs(clause.parts, 'wish')) &&
    !anyIs(clause.parts, 'invoice', 'past') &&
    hasOther(clauses, number)
  );
}

/** "Can we sell them Copilot?", "we'd like to buy Copilot from you": more is to be sold, to somebody who has some. */
function selling(clauses: readonly Clause[], number: number, customer: boolean): Claim | undefined {
  const clause = clauses[number];
  const [first] = clause?.parts ?? [];
  const terse = number === 0 && !customer && is(first, 'sell');
  if (clause === undefined || !(terse || wished(clauses, number))) return undefined;
  const cue = clause.parts.find((part) =>
    customer ? is(part, 'bought') && !is(part, 'sold') : is(part, 'sell'),
  );
  if (cue === undefined || denied(clause, cue)) return undefined;
  // "Through another partner" is another goal.
  if (
    clause.parts.some(
      (part) => hasValue(part) && [...part.concepts].some((each) => /^(goal|kind)\./.test(each)),
    )
  )
    return undefined;
  // From whom they want to buy more, they buy what they keep from somebody else.
  if (customer)
    return anyIs(clause.parts, 'you') && (clauses.some(keeps) || buysMore(clauses, number))
      ? claim(cue, 'goal', 'addServices')
      : undefined;
  const subject = clause.parts.findLast((part) => part.first < cue.first && is(part, 'we', 'they'));
  const theirs = is(subject, 'they') && !is(subject, 'we');
  const product = anyIs(clause.parts, 'service.license');
  return product && !theirs ? claim(cue, 'goal', 'addServices') : undefined;
}

/** What is wanted, told by who is to invoice, and by who is to sell what. */
export function goalsIn(clauses: readonly Clause[], customer: boolean): readonly Claim[] {
  return clauses.flatMap((_, number) =>
    [
      invoicing(clauses, number, customer),
      selling(clauses, number, customer) ?? moreFromUs(clauses, number, customer),
    ].filter((each) => each !== undefined),
  );
}

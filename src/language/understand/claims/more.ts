import { between, type Clause, hasValue, is, type PlacedMention } from '../clauses/clauses.js';
import { anyIs } from '../clauses/within.js';
import { type Claim, claim } from './claim.js';

/**
 * What a customer has stays where it is, and something else comes from the asker: "E3 stays put, they want Copilot from
 * us", "they keep the EA and we sell them Visio".
 */

/** "They want Visio sold by us": so many words stand between a product and whom it is to come from. */
const REACH = 3;
/** "We would only sell". */
const ADVERBS = 2;

/** "They keep their contract": it does not come to us. */
export function keeps({ parts }: Clause): boolean {
  return anyIs(parts, 'keeps');
}

function isProduct(part: PlacedMention): boolean {
  return is(part, 'service.license');
}

/** Who is asked to sell: the asker, whom a customer calls "you". */
function isAsker(part: PlacedMention, customer: boolean): boolean {
  return customer ? is(part, 'you') : is(part, 'we') && !is(part, 'they');
}

function goalNamed({ parts }: Clause): boolean {
  return parts.some(
    (part) => hasValue(part) && [...part.concepts].some((each) => /^(goal|kind|seller)\./.test(each)),
  );
}

/** "They want Copilot from us": a product with whom it is to come from right behind it. */
function wantedFrom({ parts }: Clause, customer: boolean): PlacedMention | undefined {
  if (!anyIs(parts, 'wish') || anyIs(parts, 'not')) return undefined;
  return parts.find((part, at) => {
    const behind = parts.slice(at + 1).find((each) => !is(each, 'filler', 'sold', 'from', 'bought', 'sell'));
    return (
      isProduct(part) && behind !== undefined && isAsker(behind, customer) && between(part, behind) <= REACH
    );
  });
}

/** "We sell Copilot", "could you sell us the fifteen Visio". */
function soldBy({ parts }: Clause, customer: boolean): PlacedMention | undefined {
  const cue = parts.find((part) => is(part, 'sell', 'sold'));
  if (cue === undefined || anyIs(parts, 'not', 'past')) return undefined;
  const seller = parts.findLast((part) => part.first < cue.first && is(part, 'we', 'they', 'you'));
  if (seller === undefined || !isAsker(seller, customer) || between(seller, cue) > ADVERBS) return undefined;
  const product = parts.some((part) => isProduct(part) && part.first > cue.first);
  return product || customer ? cue : undefined;
}

/** "The pharmacy buys Copilot from us". */
function boughtFromUs({ parts }: Clause): PlacedMention | undefined {
  const from = parts.some(
    (part, at) => is(part, 'from') && [part, parts[at + 1] ?? part].some((each) => isAsker(each, false)),
  );
  if (!from || anyIs(parts, 'not', 'past') || !parts.some(isProduct)) return undefined;
  return parts.find((part) => is(part, 'bought') && !is(part, 'sold', 'from'));
}

/** A product that the customer has is named before, in a clause of its own. */
export function hasOther(clauses: readonly Clause[], number: number): boolean {
  return clauses
    .slice(0, number)
    .some(({ parts }) => parts.some(isProduct) && anyIs(parts, 'have', 'bought', 'sold', 'from', 'keeps'));
}

/** What is to be added from the asker, where the line says that what is there stays. */
export function moreFromUs(clauses: readonly Clause[], number: number, customer: boolean): Claim | undefined {
  const clause = clauses[number];
  if (clause === undefined || goalNamed(clause)) return undefined;
  const stays = clauses.some(keeps);
  const wanted = wantedFrom(clause, customer);
  if (wanted !== undefined && (stays || hasOther(clauses, number)))
    return claim(wanted, 'goal', 'addServices');
  const sold = stays
    ? (soldBy(clause, customer) ?? (customer ? undefined : boughtFromUs(clause)))
    : undefined;
  return sold && claim(sold, 'goal', 'addServices');
}

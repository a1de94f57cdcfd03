import { between, is, lastBefore, type PlacedMention } from '../clauses/clauses.js';
import { anyIs } from '../clauses/within.js';
import { type Claim, claim } from './claim.js';
import type { LineContext } from './line-context.js';

/** So far from the name of a company stands what it is. */
const SHOP_REACH = 2;

/** Signed with somebody of Microsoft a Customer Agreement is one for enterprises; else it is the one on the web. */
export function customerAgreement(part: PlacedMention, { clauses, clause }: LineContext): Claim {
  const signed = clauses.some(
    ({ sentence, parts }) => sentence === clause.sentence && anyIs(parts, 'representative'),
  );
  return claim(part, 'seller', signed ? 'mcaEnterprise' : 'microsoft');
}

/** "世纪互联官网": a web site belongs to whoever was named right before. */
function siteOfVianet(part: PlacedMention, { clause }: LineContext): boolean {
  const before = lastBefore(part, clause);
  return before !== undefined && is(before, 'vianet', 'cloud.china') && between(before, part) <= 1;
}

/** "Our web shop is down": a customer's own, where nothing was bought from it. */
export function isOwnShop(part: PlacedMention, { clause, customer }: LineContext): boolean {
  return customer && !is(part, 'from') && !anyIs(clause.parts, 'bought', 'sold', 'from');
}

/** "In one of JD's shops": of a shop that has a name nobody knows whether it is in CSP. */
export function isNamedShop(part: PlacedMention, { clause }: LineContext): boolean {
  return clause.parts.some((each) => {
    const away = each.first < part.first ? between(each, part) : between(part, each);
    return is(each, 'named') && is(each, 'kind.reseller') && away <= SHOP_REACH;
  });
}

/** "The customer is a machine shop": what they are. */
export function isTheirTrade(part: PlacedMention, { clauses, clause }: LineContext): boolean {
  const pause = clause.parts.find((each) => !is(each, 'filler')) === part;
  const subject = clauses[clauses.indexOf(clause) - 1];
  // "Клиент - интернет-магазин": a dash stands between.
  if (pause && clause.join === 'comma' && subject?.sentence === clause.sentence) {
    const parts = subject.parts.filter((each) => !is(each, 'filler'));
    if (parts.length === 1 && is(parts[0], 'they') && !is(parts[0], 'our')) return true;
  }
  const before = lastBefore(part, clause);
  return (
    before !== undefined &&
    is(before, 'they') &&
    !is(before, 'have') &&
    between(before, part) <= 3 &&
    !is(part, 'from') &&
    !clause.parts.some((each) => is(each, 'bought', 'from') && each.first < part.first)
  );
}

/** "Картой на сайте Softline": whoever is named right behind has the site. */
function siteOfOther(part: PlacedMention, { clause }: LineContext): boolean {
  const after = clause.parts[clause.parts.indexOf(part) + 1];
  return after !== undefined && after.first === part.next && is(after, 'named');
}

/** "Perpetual Office 2021 boxes": Office, but no subscription. */
export function isBoxed({ clauses, clause }: LineContext): boolean {
  const next = clauses[clauses.indexOf(clause) + 1];
  const near =
    next?.join === 'comma' && next.sentence === clause.sentence
      ? [...clause.parts, ...next.parts]
      : clause.parts;
  return near.some((each) => is(each, 'service.other'));
}

/** 贵司我看官网是在曼谷: what a customer read on the site of whom they write to. */
function siteOfAsker(part: PlacedMention, { clause }: LineContext): boolean {
  const before = clause.parts.filter((each) => each.first < part.first);
  return (
    before.some((each) => is(each, 'you')) &&
    !is(part, 'bought', 'from') &&
    !anyIs(clause.parts, 'bought', 'sold', 'invoice')
  );
}

/** "We settle directly with Microsoft": who pays Microsoft is the asker, not the customer. */
function ownBill(part: PlacedMention, { clause, customer }: LineContext): boolean {
  const before = lastBefore(part, clause, 'from');
  const theirs = anyIs(clause.parts, 'they');
  return before !== undefined && !customer && !theirs && is(before, 'we') && between(before, part) <= 3;
}

/** Who deals with Microsoft is not the customer. */
function isDirect(part: PlacedMention, { clause }: LineContext): boolean {
  return !clause.parts.some((each) => is(each, 'they') && each.first < part.first);
}

/** What is said of whom one deals with who deals with Microsoft itself. */
export function boughtFromMicrosoft(
  part: PlacedMention,
  around: LineContext,
  strength: number,
): readonly Claim[] {
  // "Your website says": the asker's own.
  if (around.customer && siteOfAsker(part, around)) return [];
  if (siteOfVianet(part, around)) return [claim(part, 'seller', 'vianet'), claim(part, 'cloud', 'china')];
  // "We settle directly with Microsoft", to who we are.
  if (around.asked === 'partner' && isDirect(part, around)) return [claim(part, 'partner', 'directBill')];
  return ownBill(part, around) || siteOfOther(part, around)
    ? []
    : [claim(part, 'seller', 'microsoft', strength)];
}

/** What is said of the CSP program right behind: "never been part of CSP". */
export function isOutside(part: PlacedMention, { clause }: LineContext): boolean {
  const after = clause.parts.find((each) => each.first >= part.next && !is(each, 'filler'));
  return after !== undefined && is(after, 'kind.csp') && between(part, after) <= 1;
}

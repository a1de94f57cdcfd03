import { between, is, lastBefore, type PlacedMention } from '../clauses/clauses.js';
import { type Claim, claim } from './claim.js';
import type { LineContext } from './kinds.js';

/** Signed with somebody of Microsoft a Customer Agreement is one for enterprises; else it is the one on the web. */
export function customerAgreement(part: PlacedMention, { clauses, clause }: LineContext): Claim {
  const signed = clauses.some(
    ({ sentence, parts }) => sentence === clause.sentence && parts.some((each) => is(each, 'representative')),
  );
  return claim(part, 'seller', signed ? 'mcaEnterprise' : 'microsoft');
}

/** "世纪互联官网": a web site belongs to whoever was named right before. */
export function siteOfVianet(part: PlacedMention, { clause }: LineContext): boolean {
  const before = lastBefore(part, clause);
  return before !== undefined && is(before, 'vianet', 'cloud.china') && between(before, part) <= 1;
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

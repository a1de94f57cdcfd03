import type { EditionId } from '../policy/edition.js';
import type { Answer, FactId } from '../policy/facts.js';

/**
 * What editions and answers are written as in a receipt. Frozen: a code that was given is never given to
 * anything else, because receipts are read for ever.
 *
 * Formats are told apart by the check (see `formatOf`), so that each begins with codes of its own: 0 is the
 * first format (`first-format.ts`), 2 the present one. With 2, and an edition that the first format had no
 * digit for, not even two wrong characters make one of the first format out of a receipt. Formats from 16 on
 * are kept for receipts of a whole case.
 */
export const FIRST_FORMAT = 0;

/** The format of an edition's receipts and its digit there, from 2 to 9: a receipt has a digit that nobody types as a letter, and no word is one. */
type EditionCode = readonly [format: number, digit: number];

/** A new edition takes the next digit that is free, also below: 5, 8, 9, and then those of format 3. */
export const EDITION_CODES: Readonly<Record<EditionId, EditionCode>> = {
  '2018-10-21vianet': [2, 2],
  '2019-03': [2, 3],
  '2020-06': [2, 4],
  '2026-11': [2, 7],
};

/** The editions that were the newest of their clouds while the named one was the newest of all. Digits of the same row. */
export const EVERY_CLOUD_CODES: Readonly<Partial<Record<EditionId, EditionCode>>> = { '2026-11': [2, 6] };

/**
 * The facts of nearly every situation: three characters for all of them (32,256 of 32,768). The size of a
 * place is one more than the number of answers it has room for.
 */
export const PLACES = [
  ['cloud', 6],
  ['partner', 7],
  ['service', 6],
  ['seller', 16],
  ['goal', 8],
] as const satisfies readonly (readonly [FactId, number])[];

/**
 * Of a whole case: what is added to the format of its edition, so that formats from 16 on are those of cases; and the places,
 * two characters for what is common to all subscriptions, with how many there are, and two for each of them.
 */
export const CASE_FORMATS = 14;

export const COMMON_PLACES = [
  ['cloud', 6],
  ['partner', 7],
  ['subscriptions', 24],
] as const;

export const OWN_PLACES = [
  ['service', 6],
  ['seller', 16],
  ['goal', 8],
] as const satisfies readonly (readonly [FactId, number])[];

type Placed = (typeof PLACES)[number][0];

/**
 * A number is what an answer counts in the place of its fact: a new option takes the next one below the size
 * of the place. A text is what an answer is listed as: a new option where there is no place, or no room in
 * it, and every answer of a new fact, takes the next one that nobody has. Those of one character are `1` to
 * `R`, for what is often said (`P` is next); then `S0` to `YZ` (`S4` is next), then `Z00` to `ZZZ`.
 */
export const ANSWER_CODES: {
  readonly [F in FactId]: { readonly [A in Answer<F>]: F extends Placed ? number | string : string };
} = {
  cloud: { unknown: 1, public: 2, usGov: 3, china: 4 },
  partner: { unknown: 1, directBill: 2, indirectProvider: 3, indirectReseller: 4, notCsp: 5 },
  service: { unknown: 1, license: 2, usage: 3, other: 4 },
  seller: {
    unknown: 1,
    microsoft: 2,
    enterpriseAgreement: 3,
    volumeLicensing: 4,
    advisor: 5,
    ownAdvisor: 6,
    cspPartner: 7,
    formerCspPartner: 8,
    syndicationPartner: 9,
    otherReseller: 10,
    vianet: 11,
    mcaEnterprise: 12,
  },
  goal: { unknown: 1, support: 2, addServices: 3, takeOver: 4, resell: 5 },
  azurePlatform: { unknown: '1', azurePlan: '2', legacyAzure: '3' },
  enrollment: { unknown: '4', direct: '5', indirect: '6', government: '7' },
  designation: { unknown: '8', held: '9', notHeld: 'A' },
  licensePlatform: { unknown: 'S0', newCommerce: 'B', legacy: 'C' },
  region: { unknown: 'S1', same: 'D', different: 'E', unlisted: 'N' },
  relationship: { unknown: 'S2', yes: 'F', no: 'G' },
  state: { unknown: 'S3', active: 'H', trial: 'J', suspended: 'K', expired: 'M' },
};

import { EDITION_IDS, type EditionId } from './edition.js';
import type { Answer, FactId, OptionId, Situation } from './facts.js';
import type { Guidance } from './guidance.js';

/** What a receipt says: which edition answered, and the answers it was given. Nobody's name, nothing stored. */
export interface Receipt {
  readonly edition: EditionId;
  readonly situation: Situation;
  /** The cloud is open and no edition was asked for: the newest editions of all clouds spoke, as of this one. */
  readonly everyCloud: boolean;
}

/** Crockford's base 32: no I, L, O or U. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const BASE = ALPHABET.length;

/**
 * Frozen: a number that was given is never given to another edition. From 2 to 9, so that a receipt has a
 * digit that nobody types as a letter, and no word is one. Whoever runs out of digits sees to that first.
 */
const EDITION_CODES: Readonly<Record<EditionId, number>> = {
  '2018-10-21vianet': 2,
  '2019-03': 3,
  '2020-06': 4,
  '2026-11': 5,
};

/** Frozen as well: the editions that were the newest of their clouds while the named one was the newest of all. */
const EVERY_CLOUD_CODES: Readonly<Partial<Record<EditionId, number>>> = { '2026-11': 6 };

/** Added to the edition where the receipt would have digits only: posts of Microsoft's Message Center are called MC718254. */
const LETTER = 16;

const ABSENT = 0;
const UNKNOWN = 1;

type Place<F extends FactId> = readonly [size: number, codes: Readonly<Record<OptionId<F>, number>>];

/**
 * Where each fact stands in a receipt, whatever its place in FACTS: from the least significant place to the
 * most significant, so that what is rarely asked costs nothing when it is absent. Frozen. A new option takes
 * the next number below the size of its place, and a new fact the next place at the end: receipts written
 * before stay what they were. What outgrows its size needs the next VERSION.
 *
 * The edition fills the last character, and the first five facts the three before it (31,360 of 32,768).
 */
const PLACES: { readonly [F in FactId]: Place<F> } = {
  cloud: [7, { public: 2, usGov: 3, china: 4 }],
  partner: [7, { directBill: 2, indirectProvider: 3, indirectReseller: 4, notCsp: 5 }],
  service: [5, { license: 2, usage: 3 }],
  seller: [
    16,
    {
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
    },
  ],
  goal: [8, { support: 2, addServices: 3, takeOver: 4, resell: 5 }],
  azurePlatform: [5, { azurePlan: 2, legacyAzure: 3 }],
  enrollment: [6, { direct: 2, indirect: 3, government: 4 }],
  designation: [5, { held: 2, notHeld: 3 }],
  licensePlatform: [6, { newCommerce: 2, legacy: 3 }],
  region: [6, { same: 2, different: 3 }],
  relationship: [6, { yes: 2, no: 3 }],
};

const FIELDS = (Object.keys(PLACES) as FactId[]).map((fact) => {
  const [size, options] = PLACES[fact];
  const codes = new Map(Object.entries({ unknown: UNKNOWN, ...options }) as [Answer, number][]);
  return { fact, size, codes, answers: new Map([...codes].map(([answer, code]) => [code, answer])) };
});

/**
 * The version of the format, mixed into the check: a receipt of another version is refused. As only the
 * second of the two sums differs, no single wrong character makes one version out of another.
 */
const VERSION = 1;

/** Multiplies by the generator of GF(32): x, modulo x⁵ + x² + 1. */
function timesX(value: number): number {
  return value < 16 ? value << 1 : (value << 1) ^ 0b100101;
}

/**
 * The two sums of a whole receipt, which must be 0 and VERSION: of its digits, and of its digits by powers
 * of x. A Reed-Solomon code with the roots 1 and x: up to two wrong digits always show, so every slip and
 * every swap does.
 */
function sums(digits: readonly number[]): readonly [number, number] {
  return [
    digits.reduce((sum, digit) => sum ^ digit, 0),
    digits.reduce((sum, digit) => timesX(sum) ^ digit, 0),
  ];
}

/** Division by 1 + x. */
const QUOTIENTS = new Map([...ALPHABET].map((_, value) => [value ^ timesX(value), value]));

/** The two digits that bring both sums right. */
function checksOf(digits: readonly number[]): readonly number[] {
  const [sum, weighted] = sums([...digits, 0, 0]);
  const first = QUOTIENTS.get(sum ^ weighted ^ VERSION) ?? 0;
  return [first, sum ^ first];
}

export function printed(body: string): string {
  return `MC-${body.replaceAll(/.{4}(?=.)/g, '$&-')}`;
}

/** The longest that is looked at; two characters check up to 31. */
const LONGEST = 'MC-XXXX-XXXX-X'.length;

/** A number in base 32, the most significant digit first, and what checks it. */
function sealed(number: number): string {
  const digits: number[] = [];
  for (let rest = number; rest > 0; rest = Math.floor(rest / BASE)) digits.unshift(rest % BASE);
  return [...digits, ...checksOf(digits)].map((digit) => ALPHABET[digit]).join('');
}

function editionCode({ edition, everyCloud }: Receipt): number {
  const code = everyCloud ? EVERY_CLOUD_CODES[edition] : EDITION_CODES[edition];
  if (code === undefined) throw new Error(`Give ${edition} a number in EVERY_CLOUD_CODES of receipt.ts.`);
  return code;
}

/** The edition that a number stands for, and whether it spoke for every cloud. */
function editionOf(code: number): Pick<Receipt, 'edition' | 'everyCloud'> | undefined {
  for (const everyCloud of [false, true]) {
    const codes = everyCloud ? EVERY_CLOUD_CODES : EDITION_CODES;
    const edition = EDITION_IDS.find((id) => codes[id] === code);
    if (edition !== undefined) return { edition, everyCloud };
  }
  return undefined;
}

/**
 * The one receipt of an edition and its answers: `MC-`, up to seven characters that say them and two that
 * check those, in groups of four. Throws where an answer is not in the vocabulary.
 */
export function writeReceipt(receipt: Receipt): string {
  const { situation } = receipt;
  const answers = FIELDS.reduceRight((all, { fact, size, codes }) => {
    const answer = situation[fact];
    const code = answer === undefined ? ABSENT : codes.get(answer);
    if (code === undefined) throw new Error(`Give ${fact}=${answer} a number in PLACES of receipt.ts.`);
    return all * size + code;
  }, 0);
  const number = answers * BASE + editionCode(receipt);
  const body = sealed(number);
  return printed(/[A-Z]/.test(body) ? body : sealed(number + LETTER));
}

/** What a receipt says, if it is written exactly as it was printed; undefined otherwise. For what people type, `findReceipt`. */
export function readReceipt(text: unknown): Receipt | undefined {
  if (typeof text !== 'string' || text.length > LONGEST) return undefined;
  const digits = [...text.slice('MC-'.length).replaceAll('-', '')].map((sign) => ALPHABET.indexOf(sign));
  const [sum, weighted] = sums(digits);
  if (digits.includes(-1) || sum !== 0 || weighted !== VERSION) return undefined;
  const number = digits.slice(0, -2).reduce((all, digit) => all * BASE + digit, 0);
  const answered = editionOf(number % LETTER);
  let rest = Math.floor(number / BASE);
  const pairs: (readonly [FactId, Answer | undefined])[] = [];
  for (const { fact, size, answers } of FIELDS) {
    if (rest % size !== ABSENT) pairs.push([fact, answers.get(rest % size)]);
    rest = Math.floor(rest / size);
  }
  if (answered === undefined || pairs.some(([, answer]) => answer === undefined)) return undefined;
  const situation: Situation = Object.fromEntries(pairs);
  // Zeros in front, a letter that is not needed: only one text may say this, because people compare them.
  if (answered.everyCloud && isKnown(situation)) return undefined;
  const receipt = { ...answered, situation };
  return writeReceipt(receipt) === text ? receipt : undefined;
}

/** The receipt of guidance. */
export function receiptOf({ edition, pinned, situation }: Guidance): string {
  const everyCloud = pinned === undefined && !isKnown(situation);
  return writeReceipt({ edition, situation, everyCloud });
}

function isKnown({ cloud }: Situation): boolean {
  return cloud !== undefined && cloud !== 'unknown';
}

import { EDITION_IDS, type EditionId } from '../policy/edition.js';
import { type Answer, cloudIn, type FactId, type OptionId, type Situation } from '../policy/facts.js';
import { BASE, digitsOf, printed, SIGNS, sealed } from './check.js';
import { FIRST_FORMAT } from './codes.js';
import type { Receipt } from './content.js';

/*
 * The format of the receipts that were given out until November 2026. They are read for ever, and no new one
 * is written: nothing is ever added here.
 */

const EDITIONS: Readonly<Partial<Record<EditionId, number>>> = {
  '2018-10-21vianet': 2,
  '2019-03': 3,
  '2020-06': 4,
  '2026-11': 5,
};

const EVERY_CLOUD: Readonly<Partial<Record<EditionId, number>>> = { '2026-11': 6 };

/** Added to the edition where the receipt would have digits only. */
const LETTER = 16;

const ABSENT = 0;
const UNKNOWN = 1;

type FirstPlace<F extends FactId> = readonly [
  fact: F,
  size: number,
  options: { readonly [O in OptionId<F>]?: number },
];
type AnyPlace = { readonly [F in FactId]: FirstPlace<F> }[FactId];

/** Where each fact stands, from the least significant place to the most significant. */
const PLACES = [
  ['cloud', 7, { public: 2, usGov: 3, china: 4 }],
  ['partner', 7, { directBill: 2, indirectProvider: 3, indirectReseller: 4, notCsp: 5 }],
  ['service', 5, { license: 2, usage: 3 }],
  [
    'seller',
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
  ['goal', 8, { support: 2, addServices: 3, takeOver: 4, resell: 5 }],
  ['azurePlatform', 5, { azurePlan: 2, legacyAzure: 3 }],
  ['enrollment', 6, { direct: 2, indirect: 3, government: 4 }],
  ['designation', 5, { held: 2, notHeld: 3 }],
  ['licensePlatform', 6, { newCommerce: 2, legacy: 3 }],
  ['region', 6, { same: 2, different: 3 }],
  ['relationship', 6, { yes: 2, no: 3 }],
] as const satisfies readonly AnyPlace[];

const FIELDS = PLACES.map(([fact, size, options]) => {
  const codes = new Map<Answer, number>([
    ['unknown', UNKNOWN],
    ...(Object.entries(options) as [OptionId, number][]),
  ]);
  return { fact, size, codes, answers: new Map([...codes].map(([answer, code]) => [code, answer])) };
});

/** Up to seven characters that say the answers, and two that check those. */
export const LONGEST_FIRST = 9;

function spelled(number: number): string {
  const digits: string[] = [];
  for (let rest = number; rest > 0; rest = Math.floor(rest / BASE)) digits.unshift(SIGNS[rest % BASE] ?? '');
  return sealed(digits.join(''), FIRST_FORMAT);
}

/** The one body that said this. */
function bodyOf({ edition, situation, everyCloud }: Receipt): string {
  const answers = FIELDS.reduceRight((all, { fact, size, codes }) => {
    const answer = situation[fact];
    return all * size + (answer === undefined ? ABSENT : (codes.get(answer) ?? ABSENT));
  }, 0);
  const number = answers * BASE + ((everyCloud ? EVERY_CLOUD : EDITIONS)[edition] ?? 0);
  const body = spelled(number);
  return /[A-Z]/.test(body) ? body : spelled(number + LETTER);
}

/** The edition that a number stands for, and whether it spoke for every cloud. */
function editionOf(code: number): Pick<Receipt, 'edition' | 'everyCloud'> | undefined {
  for (const everyCloud of [false, true]) {
    const edition = EDITION_IDS.find((id) => (everyCloud ? EVERY_CLOUD : EDITIONS)[id] === code);
    if (edition !== undefined) return { edition, everyCloud };
  }
  return undefined;
}

/** What a receipt of the first format says, if it is written exactly as it was printed; undefined otherwise. */
export function readFirst(text: string): Receipt | undefined {
  const payload = text.slice('MC-'.length).replaceAll('-', '').slice(0, -2);
  const number = (digitsOf(payload) ?? []).reduce((all, digit) => all * BASE + digit, 0);
  const answered = editionOf(number % LETTER);
  let rest = Math.floor(number / BASE);
  const pairs: (readonly [FactId, Answer])[] = [];
  for (const { fact, size, answers } of FIELDS) {
    const answer = answers.get(rest % size);
    if (answer !== undefined) pairs.push([fact, answer]);
    else if (rest % size !== ABSENT) return undefined;
    rest = Math.floor(rest / size);
  }
  const situation: Situation = Object.fromEntries(pairs);
  if (answered === undefined || (answered.everyCloud && cloudIn(situation) !== undefined)) return undefined;
  const receipt = { ...answered, situation };
  // Zeros in front, a letter that is not needed: only one text may say this, because people compare them.
  return printed(bodyOf(receipt)) === text ? receipt : undefined;
}

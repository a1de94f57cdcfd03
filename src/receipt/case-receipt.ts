import {
  answersFor,
  type Case,
  caseOf,
  commonIn,
  MOST_SUBSCRIPTIONS,
  relevantIn,
} from '../policy/case/case.js';
import { editionFor, type Policy } from '../policy/engine/policy.js';
import { type Answer, cloudIn, FACT_IDS, type FactId, outlasts } from '../policy/facts.js';
import { digitsOf, formatOf, printed, SIGNS, sealed } from './check.js';
import { ANSWER_CODES, CASE_FORMATS, COMMON_PLACES, OWN_PLACES } from './codes.js';
import type { CaseReceipt } from './content.js';
import { editionCode, editionOf, LETTER, writeReceipt } from './receipt.js';
import { type Codes, LISTED, spelling } from './spelling.js';

/** How many subscriptions there are is written as an answer of its own. */
type Common = FactId | 'subscriptions';
type CountText = `${number}`;

/** A receipt of one subscription is that of its guidance, so that these begin with two. */
const FEWEST = 2;
/** How many characters the places fill, of what is common and of each subscription. */
const PLACED = 2;

function codesOf(wanted: (fact: FactId) => boolean): Codes<FactId, Answer> {
  const entries = FACT_IDS.map((fact) => [fact, wanted(fact) ? ANSWER_CODES[fact] : {}]);
  return Object.fromEntries(entries) as Codes<FactId, Answer>;
}

const COUNTS = Object.fromEntries(
  Array.from({ length: MOST_SUBSCRIPTIONS - FEWEST + 1 }, (_, more) => [`${FEWEST + more}`, FEWEST + more]),
) as Readonly<Record<CountText, number>>;

const COMMON = spelling<Common, Answer | CountText>(
  COMMON_PLACES,
  { ...codesOf(outlasts), subscriptions: COUNTS },
  PLACED,
);
const OWN = spelling<FactId, Answer>(
  OWN_PLACES,
  codesOf((fact) => !outlasts(fact)),
  PLACED,
);

/** Stands between the lists: no listed answer begins with it. */
const BETWEEN = '0';
const PARTS = new RegExp(`${BETWEEN}|${LISTED.source}`, 'gy');

/** The most characters that are not hyphens, `MC` left out: every list and place, the edition, two that check them. */
export const LONGEST_CASE_BODY = COMMON.longest + MOST_SUBSCRIPTIONS * (OWN.longest + BETWEEN.length) + 3;

const LONGEST = printed('X'.repeat(LONGEST_CASE_BODY)).length;

/** The listed answers of each part, without what is empty at the end. */
function joined(lists: readonly string[]): string {
  const last = lists.findLastIndex((list) => list !== '');
  return lists.slice(0, last + 1).join(BETWEEN);
}

/** The listed answers of each part again; undefined where the text is not made of them. */
function parted(text: string): readonly string[] | undefined {
  const tokens = text.match(PARTS) ?? [];
  if (tokens.join('') !== text) return undefined;
  const lists = [''];
  for (const token of tokens) {
    if (token === BETWEEN) lists.push('');
    else lists.push(`${lists.pop()}${token}`);
  }
  return lists;
}

/**
 * The one receipt of a case of several subscriptions: `MC-`, what is listed of all and of each, the places of each and of
 * all, the edition, and two characters that check all of it, in groups of four. Two characters a subscription and seven
 * more, where only the usual is known. Throws where an answer has no code, or there are too few or too many subscriptions.
 */
export function writeCaseReceipt(receipt: CaseReceipt): string {
  const { all } = receipt;
  const [format, digit] = editionCode(receipt);
  const count: CountText = `${all.subscriptions.length}`;
  const texts = [
    COMMON.write({ ...commonIn(all), subscriptions: count }),
    ...all.subscriptions.map((own) => OWN.write(own)),
  ];
  const [common = '', ...own] = texts.map((text) => text.slice(-PLACED));
  const lists = joined(texts.map((text) => text.slice(0, -PLACED)));
  const bodyWith = (last: number): string =>
    sealed(`${lists}${own.join('')}${common}${SIGNS[last]}`, CASE_FORMATS + format);
  const body = bodyWith(digit);
  return printed(/[A-Z]/.test(body) ? body : bodyWith(digit + LETTER));
}

/** The number of subscriptions that the common part names. */
function countIn(answers: readonly (readonly [Common, Answer | CountText])[]): number {
  return Number(answers.find(([fact]) => fact === 'subscriptions')?.[1] ?? 0);
}

function readBody(body: string, format: number): CaseReceipt | undefined {
  const payload = body.slice(0, -2);
  const [last] = digitsOf(payload.slice(-1)) ?? [];
  const answered = last === undefined ? undefined : editionOf(format - CASE_FORMATS, last % LETTER);
  const places = payload.slice(0, -1).slice(-PLACED);
  const count = countIn(COMMON.read(places) ?? []);
  const before = payload.slice(0, -1 - PLACED);
  const from = before.length - count * PLACED;
  const lists = parted(before.slice(0, Math.max(0, from)));
  if (answered === undefined || count === 0 || from < 0 || lists === undefined) return undefined;
  const common = COMMON.read(`${lists[0] ?? ''}${places}`);
  const each = Array.from({ length: count }, (_, at) =>
    OWN.read(`${lists[at + 1] ?? ''}${before.slice(from + at * PLACED, from + (at + 1) * PLACED)}`),
  );
  if (common === undefined) return undefined;
  const all = caseOf(
    Object.fromEntries(common.filter(([fact]) => fact !== 'subscriptions')),
    each.map((own) => Object.fromEntries(own ?? [])),
  );
  return answered.everyCloud && cloudIn(commonIn(all)) !== undefined ? undefined : { ...answered, all };
}

/** What the receipt of a case says, if it is written exactly as it was printed; undefined otherwise. */
export function readCaseReceipt(text: unknown): CaseReceipt | undefined {
  if (typeof text !== 'string' || text.length > LONGEST) return undefined;
  const body = text.slice('MC-'.length).replaceAll('-', '');
  const format = formatOf(body);
  if (format === undefined || format < CASE_FORMATS) return undefined;
  const receipt = readBody(body, format);
  // Another order, another number of zeros: only one text may say this, because people compare them.
  return receipt !== undefined && writeCaseReceipt(receipt) === text ? receipt : undefined;
}

/** The receipt of a case: of what still matters. That of one subscription is the receipt of its guidance. */
export function receiptOfCase(policy: Policy, all: Case): string {
  const own = relevantIn(policy, all);
  const common = commonIn(own);
  const answered = {
    edition: editionFor(policy, common).id,
    everyCloud: policy.pinned === undefined && cloudIn(common) === undefined,
  };
  return own.subscriptions.length < FEWEST
    ? writeReceipt({ ...answered, situation: answersFor(own, 0) })
    : writeCaseReceipt({ ...answered, all: own });
}

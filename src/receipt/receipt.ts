import { EDITION_IDS } from '../policy/edition.js';
import type { Guidance } from '../policy/engine/guidance.js';
import { cloudIn, type Situation } from '../policy/facts.js';
import { digitsOf, formatOf, printed, SIGNS, sealed } from './check.js';
import { ANSWER_CODES, EDITION_CODES, EVERY_CLOUD_CODES, FIRST_FORMAT, PLACES } from './codes.js';
import type { Receipt } from './content.js';
import { LONGEST_FIRST, readFirst } from './first-format.js';
import { spelling } from './spelling.js';

/** Added to the edition's digit where the receipt would have digits only: posts of Microsoft's Message Center are called MC718254. */
export const LETTER = 16;

const SPELLING = spelling(PLACES, ANSWER_CODES);

/** The most characters of a receipt that are not hyphens, `MC` left out: all answers, the edition, two that check them. */
export const LONGEST_BODY = Math.max(SPELLING.longest + 3, LONGEST_FIRST);

const LONGEST = printed('X'.repeat(LONGEST_BODY)).length;

/** The format and the digit of an edition. Throws where it has none. */
export function editionCode({
  edition,
  everyCloud,
}: Pick<Receipt, 'edition' | 'everyCloud'>): readonly [format: number, digit: number] {
  const code = everyCloud ? EVERY_CLOUD_CODES[edition] : EDITION_CODES[edition];
  if (code === undefined)
    throw new Error(`Give ${edition} a code in EVERY_CLOUD_CODES of src/receipt/codes.ts.`);
  return code;
}

/** The edition that a digit stands for in a format, and whether it spoke for every cloud. */
export function editionOf(
  format: number,
  digit: number,
): Pick<Receipt, 'edition' | 'everyCloud'> | undefined {
  for (const everyCloud of [false, true]) {
    const codes = everyCloud ? EVERY_CLOUD_CODES : EDITION_CODES;
    const edition = EDITION_IDS.find((id) => codes[id]?.[0] === format && codes[id]?.[1] === digit);
    if (edition !== undefined) return { edition, everyCloud };
  }
  return undefined;
}

/**
 * The one receipt of an edition and its answers: `MC-`, the answers, the edition, and two characters that check
 * all of it, in groups of four. Six characters where the five usual facts are known, one or two more for each
 * other fact. Throws where an answer has no code.
 */
export function writeReceipt(receipt: Receipt): string {
  const [format, digit] = editionCode(receipt);
  const answers = SPELLING.write(receipt.situation);
  const bodyWith = (last: number): string => sealed(`${answers}${SIGNS[last]}`.replace(/^0+/, ''), format);
  const body = bodyWith(digit);
  return printed(/[A-Z]/.test(body) ? body : bodyWith(digit + LETTER));
}

function readPresent(body: string, format: number): Receipt | undefined {
  const payload = body.slice(0, -2).padStart(4, '0');
  const [last] = digitsOf(payload.slice(-1)) ?? [];
  const answered = last === undefined ? undefined : editionOf(format, last % LETTER);
  const answers = SPELLING.read(payload.slice(0, -1));
  if (answered === undefined || answers === undefined) return undefined;
  const situation: Situation = Object.fromEntries(answers);
  return answered.everyCloud && cloudIn(situation) !== undefined ? undefined : { ...answered, situation };
}

/** What a receipt says, if it is written exactly as it was printed; undefined otherwise. For what people type, `findReceipt`. */
export function readReceipt(text: unknown): Receipt | undefined {
  if (typeof text !== 'string' || text.length > LONGEST) return undefined;
  const body = text.slice('MC-'.length).replaceAll('-', '');
  const format = formatOf(body);
  if (format === undefined) return undefined;
  if (format === FIRST_FORMAT) return readFirst(text);
  const receipt = readPresent(body, format);
  // Zeros in front, another order: only one text may say this, because people compare them.
  return receipt !== undefined && writeReceipt(receipt) === text ? receipt : undefined;
}

/** The receipt of guidance. */
export function receiptOf({ edition, pinned, situation }: Guidance): string {
  const everyCloud = pinned === undefined && cloudIn(situation) === undefined;
  return writeReceipt({ edition, situation, everyCloud });
}

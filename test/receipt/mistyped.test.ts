import assert from 'node:assert/strict';
import { EDITION_IDS } from '../../src/policy/edition.js';
import { formatOf } from '../../src/receipt/check.js';
import { ANSWER_CODES, FIRST_FORMAT, PLACES } from '../../src/receipt/codes.js';
import { readReceipt, writeReceipt } from '../../src/receipt/receipt.js';
import { tries } from '../effort.js';
import { Dice, randomSituation } from '../proof/worlds.js';
import {
  ALPHABET,
  body,
  doubleSlips,
  FIRST,
  printed,
  sample,
  sealed,
  slips,
  USUAL,
  write,
} from './receipts.js';

/** The format of the receipts that are written now. */
const PRESENT = 2;

describe('A receipt that was mistyped', () => {
  it('is refused with any one wrong character, and with any two neighbours swapped', () => {
    for (const code of sample(tries({ all: 3000, quick: 500 }), 1)) {
      for (const wrong of slips(body(code))) {
        assert.equal(readReceipt(printed(wrong)), undefined, `${wrong} for ${code}`);
      }
    }
  });

  it('is refused so too if it is of the first format: neither is ever taken for the other', () => {
    for (const code of FIRST.keys()) {
      for (const wrong of slips(body(code))) {
        assert.equal(readReceipt(printed(wrong)), undefined, `${wrong} for ${code}`);
      }
    }
  });

  it('is of no format at all then, whatever formats there will be', () => {
    const dice = new Dice(5);
    for (let count = 0; count < 500; count += 1) {
      const payload = body(write(dice.pick(EDITION_IDS), randomSituation(dice, 4))).slice(0, -2);
      const right = body(sealed(payload, dice.roll(32)));
      for (const wrong of slips(right)) assert.equal(formatOf(wrong), undefined, `${wrong} for ${right}`);
    }
  });

  it('is never another one of its format with any two wrong characters', () => {
    for (const code of [
      write('2019-03', {}),
      ...sample(8, 2),
      ...[...FIRST.keys()].slice(0, tries({ all: 60, quick: 15 })),
    ]) {
      const format = formatOf(body(code));
      for (const wrong of doubleSlips(body(code))) {
        assert.ok(formatOf(wrong) !== format || readReceipt(printed(wrong)) === undefined, wrong);
      }
    }
  });

  it('is refused with any two wrong characters if it is of the newest edition', () => {
    const dice = new Dice(2);
    const codes = Array.from({ length: 12 }, () => write('2026-11', randomSituation(dice, 4)));
    for (const code of [write('2026-11', {}), write('2026-11', USUAL), ...codes]) {
      for (const wrong of doubleSlips(body(code))) {
        assert.equal(readReceipt(printed(wrong)), undefined, `${wrong} for ${code}`);
      }
    }
  });

  it('is refused in any form but the printed one, so that equal receipts are equal texts', () => {
    const code = write('2026-11', { ...USUAL, region: 'same', relationship: 'unknown' });
    const right = body(code);
    const payload = right.slice(0, -2);
    assert.equal(sealed(payload, PRESENT), code);
    const usual = body(write('2026-11', USUAL)).slice(0, -2);
    assert.equal(payload, `DS2${usual}`);
    const others = [
      sealed(`0${payload}`, PRESENT),
      sealed(`00${payload}`, PRESENT),
      sealed(`0${usual}`, PRESENT),
      // In another order, one twice, two answers of one fact, a list that ends too early.
      sealed(`S2D${usual}`, PRESENT),
      sealed(`DD${usual}`, PRESENT),
      sealed(`DE${usual}`, PRESENT),
      sealed(`S${usual}`, PRESENT),
      sealed(`Z2${usual}`, PRESENT),
      `MC-0${right}`,
      `MC-${right}`,
      `MC${right}`,
      code.toLowerCase(),
      ` ${code}`,
      `${code}\n`,
      `${code}-`,
      code.replace('MC', 'MD'),
      code.replaceAll('-', '–'),
    ];
    for (const other of others) assert.equal(readReceipt(other), undefined, other);
    for (const other of [undefined, null, 7, {}, [code], '', 'MC', 'MC-', 'MC-0', 'MC-00', 'MC-000']) {
      assert.equal(readReceipt(other), undefined);
    }
  });

  it('is refused where it says what nobody can have answered, or an edition that there is not', () => {
    const readable = (payload: string, format = PRESENT): boolean =>
      readReceipt(sealed(payload, format)) !== undefined;
    const listed = new Set(Object.values(ANSWER_CODES).flatMap((codes): unknown[] => Object.values(codes)));
    for (const digit of ALPHABET) {
      // The last character of a receipt that has letters elsewhere is the digit of its edition.
      assert.equal(readable(`8Q2${digit}`), '2347'.includes(digit), digit);
      // A receipt in which the cloud is open may speak for every cloud.
      assert.equal(readable(`8Q0${digit}`), '23467'.includes(digit), digit);
      for (let format = 0; format < 32; format += 1) {
        const known = format === FIRST_FORMAT || format === PRESENT;
        if (!known) assert.ok(!readable(`8Q2${digit}`, format), `${digit} in format ${format}`);
      }
      // One listed answer each, as far as they were handed out.
      for (const code of [digit, `S${digit}`, `Z0${digit}`]) {
        assert.equal(readable(`${code}8Q27`), listed.has(code), code);
      }
    }
    const answered = (number: number): boolean => {
      const digits = [number >> 10, (number >> 5) & 31, number & 31];
      return readable(`G${digits.map((digit) => ALPHABET[digit]).join('')}7`);
    };
    let weight = 1;
    for (const [fact, size] of PLACES) {
      const codes = new Set<unknown>(Object.values(ANSWER_CODES[fact]));
      for (let code = 1; code < size; code += 1) {
        assert.equal(answered(code * weight), codes.has(code), `${fact} ${code}`);
      }
      weight *= size;
    }
    for (const beyond of [weight, 32_767]) assert.ok(!answered(beyond), `${beyond}`);
  });

  it('says for every cloud only while the cloud is open', () => {
    const { cloud: _, ...open } = USUAL;
    for (const situation of [open, { ...open, cloud: 'unknown' as const }]) {
      const code = writeReceipt({ edition: '2026-11', situation, everyCloud: true });
      assert.deepEqual(readReceipt(code), { edition: '2026-11', situation, everyCloud: true });
    }
    const known = writeReceipt({ edition: '2026-11', situation: USUAL, everyCloud: true });
    assert.equal(readReceipt(known), undefined);
    assert.throws(() => writeReceipt({ edition: '2019-03', situation: open, everyCloud: true }), /codes\.ts/);
  });
});

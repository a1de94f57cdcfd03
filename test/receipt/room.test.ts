import assert from 'node:assert/strict';
import { FACT_IDS } from '../../src/policy/facts.js';
import { formatOf, sealed } from '../../src/receipt/check.js';
import { ANSWER_CODES, PLACES } from '../../src/receipt/codes.js';
import { type Code, spelling } from '../../src/receipt/spelling.js';
import { tries } from '../effort.js';
import { Dice } from '../proof/worlds.js';
import { ALPHABET, slips } from './receipts.js';

type Codes = Record<string, Record<string, Code>>;

/** Every text that can stand for a listed answer, in the order in which they are handed out. */
function* listable(): Generator<string> {
  const signs = [...ALPHABET];
  for (const sign of signs.slice(1, 25)) yield sign;
  for (const sign of signs.slice(25, 31)) for (const second of signs) yield sign + second;
  for (const second of signs) for (const third of signs) yield `Z${second}${third}`;
}

/** A vocabulary with twice the facts of today and twice the options of each, up to 32 of a new one. */
function grown(): Codes {
  const codes: Codes = Object.fromEntries(FACT_IDS.map((fact) => [fact, { ...ANSWER_CODES[fact] }]));
  const taken = new Set(Object.values(codes).flatMap((own) => Object.values(own)));
  const free = [...listable()].filter((code) => !taken.has(code)).values();
  const next = (): string => {
    const { value } = free.next();
    if (value === undefined) throw new Error('There is no code left.');
    return value;
  };
  const sizes = new Map<string, number>(PLACES);
  for (const [fact, own] of Object.entries(codes)) {
    const options = Object.keys(own).length - 1;
    for (let more = 1; more <= options; more += 1) {
      const number = Object.keys(own).length + 1;
      own[`more${more}`] = number < (sizes.get(fact) ?? 0) ? number : next();
    }
  }
  for (const [index] of FACT_IDS.entries()) {
    const options = [2, 3, 4, 32][index % 4] ?? 2;
    const answers = ['unknown', ...Array.from({ length: options }, (_, at) => `option${at}`)];
    codes[`new${index}`] = Object.fromEntries(answers.map((answer) => [answer, next()]));
  }
  return codes;
}

function situation(dice: Dice, codes: Codes, absentInTen: number): Record<string, string> {
  return Object.fromEntries(
    Object.entries(codes).flatMap(([fact, own]) =>
      dice.roll(10) < absentInTen ? [] : [[fact, dice.pick(Object.keys(own))]],
    ),
  );
}

describe('A vocabulary that has grown to twice its size', () => {
  const codes = grown();
  const now = spelling(PLACES, ANSWER_CODES);
  const later = spelling<string, string>(PLACES, codes);

  it('has room in a receipt', () => {
    assert.equal(Object.keys(codes).length, 2 * FACT_IDS.length);
    const dice = new Dice(22);
    for (let count = 0; count < tries({ all: 20_000, quick: 3000 }); count += 1) {
      const answers = situation(dice, codes, dice.roll(10));
      const text = later.write(answers);
      assert.deepEqual(Object.fromEntries(later.read(text) ?? []), answers, text);
      assert.ok(text.length <= later.longest);
    }
  });

  it('writes what there was before as it was written before', () => {
    const dice = new Dice(23);
    for (let count = 0; count < tries({ all: 5000, quick: 1000 }); count += 1) {
      const answers = situation(dice, { ...ANSWER_CODES }, dice.roll(10));
      assert.equal(later.write(answers), now.write(answers));
    }
  });

  it('has short receipts still: the five usual facts and two more in ten characters', () => {
    const dice = new Dice(24);
    const usual = PLACES.map(([fact]) => [fact, dice.pick(Object.keys(ANSWER_CODES[fact]))]);
    const others = Object.keys(codes).filter((fact) => !PLACES.some(([placed]) => placed === fact));
    for (const one of others.slice(0, -1)) {
      for (const other of others.slice(others.indexOf(one) + 1)) {
        const more = [one, other].map((fact) => [fact, dice.pick(Object.keys(codes[fact] ?? {}))]);
        assert.ok(later.write(Object.fromEntries([...usual, ...more])).length + 3 <= 10);
      }
    }
  });

  it('has every slip and every swap refused, however long the receipt', () => {
    const dice = new Dice(25);
    for (let count = 0; count < 300; count += 1) {
      const right = sealed(`${later.write(situation(dice, codes, count % 4))}7`, 2);
      assert.equal(formatOf(right), 2);
      for (const wrong of slips(right)) assert.equal(formatOf(wrong), undefined, `${wrong} for ${right}`);
    }
  });
});

import assert from 'node:assert/strict';
import { LANGUAGES } from '../../src/language/languages.js';
import { EDITION_IDS, type EditionId } from '../../src/policy/edition.js';
import { type Answer, FACT_IDS, type FactId, optionsOf, type Situation } from '../../src/policy/facts.js';
import { findReceipt } from '../../src/policy/find-receipt.js';
import { guide } from '../../src/policy/guidance.js';
import { nextQuestion } from '../../src/policy/interview.js';
import { type Policy, policyFor } from '../../src/policy/policy.js';
import { readReceipt, receiptOf, writeReceipt } from '../../src/policy/receipt.js';
import { reopen } from '../../src/policy/reopen.js';
import { combinations, Dice, POLICIES, randomSituation } from './worlds.js';

const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

function write(edition: EditionId, situation: Situation): string {
  return writeReceipt({ edition, situation, everyCloud: false });
}

/** How much further an edition's letter is than its digit. */
const LETTER = 16;

/** Handed out once and for all: what an edition, and an answer, adds to the number that a receipt stands for. */
const EDITION_NUMBERS: Readonly<Record<EditionId, number>> = {
  '2018-10-21vianet': 2,
  '2019-03': 3,
  '2020-06': 4,
  '2026-11': 5,
};
const SELLERS =
  'microsoft enterpriseAgreement volumeLicensing advisor ownAdvisor cspPartner formerCspPartner syndicationPartner otherReseller vianet';
const FROZEN: readonly (readonly [FactId, weight: number, answers: string])[] = [
  ['cloud', 32, 'unknown public usGov china'],
  ['partner', 224, 'unknown directBill indirectProvider indirectReseller notCsp'],
  ['service', 1568, 'unknown license usage'],
  ['seller', 7840, `unknown ${SELLERS}`],
  ['goal', 125_440, 'unknown support addServices takeOver resell'],
  ['azurePlatform', 1_003_520, 'unknown azurePlan legacyAzure'],
  ['enrollment', 5_017_600, 'unknown direct indirect government'],
  ['designation', 30_105_600, 'unknown held notHeld'],
  ['licensePlatform', 150_528_000, 'unknown newCommerce legacy'],
  ['region', 903_168_000, 'unknown same different'],
  ['relationship', 5_419_008_000, 'unknown yes no'],
];
/** Where the next fact would begin: 7 characters, less what is left over. */
const END = 32_514_048_000;

const MAIN: readonly FactId[] = ['cloud', 'partner', 'service', 'seller', 'goal'];
const USUAL: Situation = {
  cloud: 'public',
  partner: 'indirectReseller',
  service: 'license',
  seller: 'enterpriseAgreement',
  goal: 'support',
};

function body(code: string): string {
  return code.slice(3).replaceAll('-', '');
}

function printed(text: string): string {
  return `MC-${text.match(/.{1,4}/g)?.join('-')}`;
}

/** The number that a receipt stands for; the edition counts the same as a letter. */
function numberIn(code: string): number {
  const number = [...body(code).slice(0, -2)].reduce((all, sign) => all * 32 + ALPHABET.indexOf(sign), 0);
  return number % 32 < LETTER ? number : number - LETTER;
}

function spell(number: number): string {
  const last = ALPHABET[number % 32] ?? '';
  return number < 32 ? last : spell(Math.floor(number / 32)) + last;
}

/** The product in GF(32), modulo x⁵ + x² + 1. */
function times(a: number, b: number): number {
  let product = 0;
  for (let bit = 0; bit < 5; bit += 1) if ((b >> bit) & 1) product ^= a << bit;
  for (let bit = 9; bit > 4; bit -= 1) if ((product >> bit) & 1) product ^= 0b100101 << (bit - 5);
  return product;
}

/** Any characters with the two that check them, found by trying. */
function sealed(payload: string, version = 1): string {
  for (const first of ALPHABET) {
    for (const second of ALPHABET) {
      const digits = [...payload, first, second].map((sign) => ALPHABET.indexOf(sign));
      const value = (x: number): number => digits.reduce((sum, digit) => times(sum, x) ^ digit, 0);
      if (value(1) === 0 && value(2) === version) return printed(payload + first + second);
    }
  }
  throw new Error(`Nothing checks ${payload}.`);
}

function same(one: Situation, other: Situation): boolean {
  return FACT_IDS.every((fact) => one[fact] === other[fact]);
}

/** Writes and reads; different situations that read back have different receipts. Returns the length of the body. */
function roundTrip(edition: EditionId, situation: Situation): number {
  const code = write(edition, situation);
  const receipt = readReceipt(code);
  if (receipt?.edition !== edition || !same(receipt.situation, situation)) {
    assert.fail(`${code} does not say ${edition} ${JSON.stringify(situation)}`);
  }
  assert.ok(/[0-9]/.test(code) && /[A-Z]/.test(body(code)), `${code} may be a word or a number`);
  return body(code).length;
}

function longest(situations: Iterable<Situation>): number {
  let most = 0;
  for (const situation of situations) {
    for (const edition of EDITION_IDS) most = Math.max(most, roundTrip(edition, situation));
  }
  return most;
}

function everything(fact: FactId): readonly (Answer | undefined)[] {
  return [undefined, 'unknown', ...optionsOf(fact)];
}

/** Every situation in which the interview gives guidance, whoever answers what. */
function guided(policy: Policy, situation: Situation = {}): readonly Situation[] {
  const question = nextQuestion(policy, situation);
  if (question === undefined) return [situation];
  return [...question.options, 'unknown'].flatMap((option) =>
    guided(policy, { ...situation, [question.fact]: option }),
  );
}

function sample(count: number, seed: number): readonly string[] {
  const dice = new Dice(seed);
  return Array.from({ length: count }, () => write(dice.pick(EDITION_IDS), randomSituation(dice, 4)));
}

describe('The receipt', function () {
  this.timeout(60_000);

  it('keeps the numbers that were handed out, and has one for every answer', () => {
    assert.deepEqual(new Set(FROZEN.map(([fact]) => fact)), new Set(FACT_IDS));
    for (const [edition, number] of Object.entries(EDITION_NUMBERS)) {
      assert.equal(numberIn(write(edition as EditionId, {})), number);
    }
    for (const [fact, weight, answers] of FROZEN) {
      const all = answers.split(' ');
      assert.deepEqual(new Set(all), new Set(['unknown', ...optionsOf(fact)]), fact);
      for (const [index, answer] of all.entries()) {
        assert.equal(numberIn(write('2026-11', { [fact]: answer })), 5 + weight * (index + 1));
      }
    }
  });

  it('stays what it was', () => {
    assert.equal(write('2026-11', USUAL), 'MC-8FZ5-R5');
  });

  it('has room for one more option of every fact, and tells every edition from a letter', () => {
    for (const [index, [fact, weight, answers]] of FROZEN.entries()) {
      const next = FROZEN[index + 1]?.[1] ?? END;
      assert.ok(answers.split(' ').length + 1 < next / weight, fact);
      assert.equal(next % weight, 0);
    }
    assert.deepEqual(Object.keys(EDITION_NUMBERS), EDITION_IDS);
    for (const number of Object.values(EDITION_NUMBERS)) assert.ok(number >= 2 && number <= 9);
  });

  it('reads back: the five main facts in every way, known, unknown and absent', () => {
    assert.equal(longest(combinations(MAIN, everything)), 6);
  });

  it('reads back: all other facts in every way', () => {
    const others = FACT_IDS.filter((fact) => !MAIN.includes(fact));
    assert.equal(longest(combinations(others, everything)), 9);
  });

  it('reads back: every complete situation of every edition', () => {
    assert.equal(longest(combinations(FACT_IDS, optionsOf)), 9);
  });

  it('reads back: 200,000 situations of any kind', () => {
    const dice = new Dice(2026);
    for (let count = 0; count < 200_000; count += 1) {
      roundTrip(dice.pick(EDITION_IDS), randomSituation(dice, dice.roll(10)));
    }
  });

  for (const policy of POLICIES) {
    it(`${policy.pinned ?? 'the newest'}: gives every guidance of the interview again`, () => {
      const lengths: number[] = [];
      for (const situation of guided(policy)) {
        const guidance = guide(policy, situation);
        lengths.push(roundTrip(guidance.edition, situation));
        const receipt = readReceipt(receiptOf(guidance));
        assert.ok(receipt);
        const { pinned } = reopen(receipt);
        const { pinned: _, ...again } = guide(policyFor(pinned), receipt.situation);
        const { pinned: __, ...before } = guidance;
        assert.deepEqual(again, before);
      }
      assert.ok(Math.max(...lengths) <= 8);
      const usual = lengths.filter((length) => length <= 6).length;
      assert.ok(usual / lengths.length > 0.85, `${usual} of ${lengths.length}`);
    });
  }
});

describe('A receipt that was mistyped', function () {
  this.timeout(60_000);

  it('is refused with any one wrong character, and with any two neighbours swapped', () => {
    for (const code of sample(3000, 1)) {
      const right = body(code);
      for (let at = 0; at < right.length; at += 1) {
        for (const sign of ALPHABET) {
          const wrong = printed(right.slice(0, at) + sign + right.slice(at + 1));
          if (wrong !== code) assert.equal(readReceipt(wrong), undefined, `${wrong} for ${code}`);
        }
        const [one = '', other = ''] = right.slice(at, at + 2);
        const swapped = printed(right.slice(0, at) + other + one + right.slice(at + 2));
        if (swapped !== code) assert.equal(readReceipt(swapped), undefined, `${swapped} for ${code}`);
      }
    }
  });

  it('is refused with any two wrong characters', () => {
    for (const code of ['MC-45FE', ...sample(8, 2)]) {
      const right = [...body(code)];
      for (const [at, old] of right.entries()) {
        for (let next = at + 1; next < right.length; next += 1) {
          for (const sign of ALPHABET.replace(old, '')) {
            for (const another of ALPHABET.replace(right[next] ?? '', '')) {
              const wrong = printed(right.with(at, sign).with(next, another).join(''));
              assert.equal(readReceipt(wrong), undefined, `${wrong} for ${code}`);
            }
          }
        }
      }
    }
  });

  it('is refused in any form but the printed one, so that equal receipts are equal texts', () => {
    const code = write('2026-11', USUAL);
    const right = body(code);
    assert.equal(sealed(right.slice(0, -2)), code);
    const others = [
      sealed(`0${right.slice(0, -2)}`),
      sealed(`00${right.slice(0, -2)}`),
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

  it('is refused where it says what nobody can have answered, or is of another version', () => {
    const texts = (number: number): readonly string[] =>
      [number, number + LETTER].map((each) => sealed(spell(each)));
    const readable = (number: number): number =>
      texts(number).filter((text) => readReceipt(text) !== undefined).length;
    assert.equal(readable(5), 1);
    // 6 stands for the newest editions of every cloud, so only while the cloud is open.
    assert.deepEqual([6, 6 + 32, 6 + 64].map(readable), [1, 1, 0]);
    for (const edition of [0, 1, 7, 15]) assert.equal(readable(edition), 0);
    for (const [index, [fact, weight, answers]] of FROZEN.entries()) {
      const size = (FROZEN[index + 1]?.[1] ?? END) / weight;
      for (let code = 1; code < size; code += 1) {
        const known = code <= answers.split(' ').length;
        assert.equal(readable(5 + weight * code), known ? 1 : 0, `${fact} ${code}`);
      }
    }
    for (const beyond of [END + 5, 32 ** 7 + 5, 32 ** 9 + 5, 32 ** 11 + 5]) {
      assert.equal(readable(beyond), 0);
    }
    for (const version of [0, 2, 31]) assert.equal(readReceipt(sealed('5', version)), undefined);
  });
});

const CYRILLIC: Readonly<Record<string, string>> = Object.fromEntries(
  [...'ABEKMHOPCTYX'].map((latin, index) => [latin, 'АВЕКМНОРСТУХ'[index] ?? '']),
);

/** The ways in which people write a receipt. */
const WAYS: Readonly<Record<string, (code: string) => string>> = {
  'as printed': (code) => code,
  'in lower case': (code) => code.toLowerCase(),
  'without hyphens': (code) => code.replaceAll('-', ''),
  'without hyphens, in lower case': (code) => code.replaceAll('-', '').toLowerCase(),
  'with spaces': (code) => code.replaceAll('-', ' '),
  'with no-break spaces': (code) => code.replaceAll('-', '\u00a0'),
  'with long dashes between spaces': (code) => code.replaceAll('-', ' — '),
  'with dashes of all kinds': (code) => code.replace('-', '\u2011').replace('-', '\u2212').replace('-', '–'),
  'in fullwidth characters': (code) =>
    code.replaceAll(/./g, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0)),
  'in Cyrillic letters': (code) => code.replaceAll(/./g, (sign) => CYRILLIC[sign] ?? sign),
  'in small Cyrillic letters': (code) =>
    code.replaceAll(/./g, (sign) => CYRILLIC[sign] ?? sign).toLowerCase(),
  'with O for 0 and I for 1': (code) => code.replaceAll('0', 'O').replaceAll('1', 'I'),
  'with o for 0 and l for 1': (code) => code.replaceAll('0', 'o').replaceAll('1', 'l'),
  'with what copying leaves': (code) => code.replaceAll('-', '-\u200b').replace('C', 'C\u00ad'),
};

const PLACES: readonly (readonly [before: string, after: string])[] = [
  ['', ''],
  ['https://csp.example/r/', ''],
  ['https://csp.example:8080/r/', '?locale=hu#top'],
  ['Please look at <', '>, thanks'],
  ['**', '**'],
  ['“', '”.'],
  ['🧾 MC, MCA and MC 2024: ', ' 🙂'],
  ['我的凭据', '是什么意思'],
  ['Квитанция ', ', что дальше?'],
];

/** Every word of every language, as a person may put it behind MC. */
function* words(): Generator<string> {
  for (const language of Object.values(LANGUAGES)) {
    for (const fact of FACT_IDS) {
      for (const key of ['question', 'hint', 'name']) yield* language.say(`fact.${fact}.${key}`).split(' ');
      for (const option of optionsOf(fact)) yield* language.say(`option.${fact}.${option}`).split(' ');
    }
  }
}

describe('Finding a receipt', () => {
  for (const [way, write] of Object.entries(WAYS)) {
    it(`${way}, wherever it stands`, () => {
      for (const code of sample(400, 3)) {
        for (const [before, after] of PLACES) {
          const typed = write(code);
          const found = findReceipt(before + typed + after);
          assert.deepEqual(
            found,
            {
              code,
              start: before.length,
              end: before.length + typed.length,
              receipt: readReceipt(code),
            },
            before + typed + after,
          );
        }
      }
    });
  }

  it('takes the first that checks, and otherwise what looks like one', () => {
    const code = write('2026-11', USUAL);
    const wrong = code.replace('MC-8', 'MC-9');
    assert.equal(findReceipt(`${wrong} ${code} MC-45FE`)?.code, code);
    for (const typed of [wrong, wrong.toLowerCase(), wrong.replaceAll('-', ''), wrong.replaceAll('-', ' ')]) {
      const text = `It was ${typed}, I think`;
      assert.deepEqual(findReceipt(text), {
        code: wrong,
        start: 7,
        end: 7 + typed.length,
        receipt: undefined,
      });
    }
    assert.equal(findReceipt(`https://csp.example/r/${wrong}`)?.receipt, undefined);
    for (const typed of ['MC-7K3F-9U', 'MC-7K3F-9', 'MC-7K3F-9QXD-2MAA', 'MC-ABCD-3E']) {
      const found = findReceipt(typed);
      assert.ok(found !== undefined && found.receipt === undefined, typed);
    }
  });

  it('finds none in words, names, years, seats and Message Center ids', () => {
    const texts = [
      'MC MCA MCA-E MCA-2024 mca-e3 MCSE2012 McAfee2024 EMC-7K3F-9Q MC7K3F9Qwertyuiop MC-7K3F-9Qж',
      'MC718254 MC1045211 MC 718254 MC-718254 MC-7182-54 MC 7182 54 MC 365 MC-21-300 MC 2024-25 MC-2024-25 MC 2024 plan',
      'MC E5, MC-E5, MC Office365, MC-Office365, MC 16GB RAM, MC-based, mc-team-lead, mc donald',
      'multi-channel 7K3F-9Q, M C-7K3F-9Q, MC_7K3F_9Q, MC/7K3F/9Q, MC.7K3F.9Q, D-7K3F-9Q, /r/7K3F-9Q',
      'мс мск-2024 «МС»',
    ];
    for (const text of texts) assert.equal(findReceipt(text), undefined, text);
    for (const word of words()) {
      for (const text of [word, `MC${word}`, `MC ${word}`, `mc-${word}`, `MC ${word} 365 ${word}`]) {
        assert.equal(findReceipt(text), undefined, text);
      }
    }
  });

  it('bears whatever it is given, and looks at the first 2000 units', () => {
    const code = write('2026-11', USUAL);
    const hostile = [
      'MC',
      'MC-',
      'MC-7K3F',
      'MC ',
      '-',
      'A',
      '7',
      ' ',
      '\u200b',
      'MC7',
      '\ud83d',
      '\ufdfa',
      '\0',
    ];
    for (const piece of hostile) {
      const text = piece.repeat(2000);
      assert.equal(findReceipt(text)?.receipt, undefined);
      assert.equal(findReceipt(`${text} ${code}`)?.receipt, undefined);
      assert.equal(readReceipt(text), undefined);
      assert.equal(readReceipt(`MC-${text}`), undefined);
    }
    assert.equal(findReceipt(`${'.'.repeat(2000 - code.length)}${code}`)?.code, code);
    assert.equal(findReceipt(`${'.'.repeat(2000)}${code}`), undefined);
  });
});

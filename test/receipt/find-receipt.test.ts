import assert from 'node:assert/strict';
import { LANGUAGES } from '../../src/language/languages.js';
import { optionKey } from '../../src/language/policy-keys.js';
import { FACT_IDS, optionsOf } from '../../src/policy/facts.js';
import { findReceipt } from '../../src/receipt/find-receipt.js';
import { readReceipt } from '../../src/receipt/receipt.js';
import { tries } from '../effort.js';
import { FIRST, sample, USUAL, write } from './receipts.js';

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
      for (const key of ['question', 'hint', 'name'] as const)
        yield* language.say(`fact.${fact}.${key}`).split(' ');
      for (const option of optionsOf(fact)) yield* language.say(optionKey(fact, option)).split(' ');
    }
  }
}

describe('Finding a receipt', () => {
  for (const [way, typedAs] of Object.entries(WAYS)) {
    it(`${way}, wherever it stands`, () => {
      for (const code of [...sample(tries({ all: 400, quick: 100 }), 3), ...FIRST.keys()]) {
        for (const [before, after] of PLACES) {
          const typed = typedAs(code);
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

  it('bears whatever it is given, and looks at the first 4000 units', () => {
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
      const text = piece.repeat(4000);
      assert.equal(findReceipt(text)?.receipt, undefined);
      assert.equal(findReceipt(`${text} ${code}`)?.receipt, undefined);
      assert.equal(readReceipt(text), undefined);
      assert.equal(readReceipt(`MC-${text}`), undefined);
    }
    assert.equal(findReceipt(`${'.'.repeat(4000 - code.length)}${code}`)?.code, code);
    assert.equal(findReceipt(`${'.'.repeat(4000)}${code}`), undefined);
  });
});

import assert from 'node:assert/strict';
import { Affixes } from '../../../src/language/understand/text/affixes.js';
import { Memo } from '../../../src/language/understand/text/memo.js';
import { wordsOf } from '../../../src/language/understand/text/word.js';

const segmenter = new Intl.Segmenter('en', { granularity: 'word' });

/** Where the segmenter begins and ends its words. */
function segmented(text: string): readonly string[] {
  return [...segmenter.segment(text)]
    .filter(({ isWordLike }) => isWordLike)
    .map(({ segment, index }) => `${index} ${segment}`);
}

const TEXTS = [
  'they have Azure and 25 seats of E3',
  'у клиента ещё есть подписка',
  'o cliente já comprou três licenças',
  'az ügyfél már előfizetett rá',
  'two  blanks\tand a tab\nand a line',
  "don't know whose, M365-öt 3rd",
  'a\u0301 e\u0301 mark and a soft\u00adhyphen',
  'mixed кириллица latinица 7й',
  '한국어 ภาษาไทย नमस्ते',
];

describe('The words of a line', () => {
  for (const text of TEXTS) {
    it(`are where the segmenter has them: ${JSON.stringify(text)}`, () => {
      const words = wordsOf(text).map(({ start, end }) => `${start} ${text.slice(start, end)}`);
      assert.deepEqual(words, segmented(text));
    });
  }

  it('are compared without case, accents and a possessive', () => {
    const forms = wordsOf("Customer's ÜGYFÉL ＥＡ Its").map(({ lower, folded }) => [lower, folded]);
    assert.deepEqual(forms, [
      ["customer's", 'customer'],
      ['ügyfél', 'ugyfel'],
      ['ea', 'ea'],
      ['its', 'its'],
    ]);
  });
});

describe('What is known of single words', () => {
  it('is found by every beginning, and by every ending, that a word has', () => {
    const [beginnings, endings] = [new Affixes<string>('prefix'), new Affixes<string>('suffix')];
    for (const affix of ['lic', 'licen', 'li']) beginnings.add(affix, affix);
    endings.add('ing', 'ing');
    assert.deepEqual(new Set(beginnings.of('license')), new Set(['lic', 'licen', 'li']));
    assert.deepEqual(beginnings.of('l'), []);
    assert.deepEqual(endings.of('billing'), ['ing']);
    assert.deepEqual(endings.of('ingot'), []);
  });

  it('takes no more room than that of so many words', () => {
    const memo = new Memo<number>(2);
    assert.equal(memo.keep('a', 1), 1);
    memo.keep('b', 2);
    assert.equal(memo.get('a'), 1);
    memo.keep('c', 3);
    assert.deepEqual([memo.get('a'), memo.get('b'), memo.get('c')], [undefined, undefined, 3]);
  });
});

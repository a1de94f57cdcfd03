import assert from 'node:assert/strict';
import { quoted } from '../../src/cards/quote.js';
import { Dice } from '../proof/worlds.js';

/** Signs that Markdown, templates, mentions, HTML, or the direction of a text are made of, and letters between them. */
const SIGNS = [
  ...'[](){}<>*_~`#|\\"&=@^\u0024',
  ...'\u202A\u202B\u202C\u202D\u202E\u2066\u2067\u2068\u2069\u200E\u200F\u200B\u00AD\uFEFF\u0000\u0007\u001B',
  '\n',
  '\r',
  '\t',
  ' ',
  ...'aZяж客ő1٣é',
  '𝒜',
  '🙂',
  '\uD83D',
];

describe('A quotation on a card', () => {
  it('is letters, digits and plain punctuation, whatever it was made of', () => {
    const dice = new Dice(5);
    for (let times = 0; times < 3000; times += 1) {
      const text = Array.from({ length: dice.roll(120) }, () => dice.pick(SIGNS)).join('');
      const shown = quoted(text);
      assert.doesNotMatch(shown, /[[\](){}<>*_~`#|\\"&=@^\n\r\t]/, JSON.stringify(text));
      assert.doesNotMatch(shown, /\p{Cf}|\p{Cc}|\p{Cs}/u, JSON.stringify(text));
      assert.ok(shown.length <= 80);
      assert.equal(shown, shown.trim());
    }
  });

  it('leaves ordinary words as they are', () => {
    for (const text of [
      'Office 365 E3',
      'pay-as-you-go',
      'наш прежний посредник',
      '从世纪互联购买',
      'revendedor indireto (não)'.replace(/[()]/g, ''),
      'közvetett viszonteladó',
      'that’s 100% €5, isn’t it?',
      'непрямой ресел…',
    ])
      assert.equal(quoted(text), text);
  });

  it('is cut where it is long, between two characters, and says so', () => {
    for (let before = 60; before < 90; before += 1)
      assert.doesNotMatch(quoted(`${'a'.repeat(before)}𝒜𝒜𝒜𝒜`), /\p{Cs}/u, `${before}`);
    for (const letter of ['é', 'e\u0323\u0302', 'ก\u0e49'])
      assert.equal(quoted(letter.repeat(100)).replaceAll(letter.normalize('NFC'), ''), '…', letter);
    assert.ok(quoted('word '.repeat(50)).endsWith('…'));
    assert.equal(quoted(''), '');
  });
});

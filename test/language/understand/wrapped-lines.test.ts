import assert from 'node:assert/strict';
import type { LanguageTag } from '../../../src/language/languages.js';
import { unwrapped } from '../../../src/language/understand/text/wrapped-lines.js';
import { understand } from '../../../src/language/understand/understand.js';

/** As a program for mail wraps it: each line takes as many words as there is room for. */
function wrap(text: string, width: number): string {
  const lines = [''];
  for (const word of text.split(' ')) {
    const longer = `${lines.at(-1)} ${word}`.trimStart();
    if (longer.length > width) lines.push(word);
    else lines.splice(-1, 1, longer);
  }
  return lines.join('\n');
}

function told(text: string, language: LanguageTag): unknown {
  const { readings, subscriptions } = understand(text, { language });
  return [...readings, ...(subscriptions ?? []).flat()].map((each) =>
    each.kind === 'is' ? [each.fact, each.value] : [each.fact, each.kind, each.options],
  );
}

/** What is denied, and what denies it, come to stand on two lines. */
const WRAPPED: readonly (readonly [LanguageTag, string])[] = [
  ['en', 'They got our relationship request last week, so far nobody over there has accepted it, though.'],
  [
    'en',
    'They told us they have had these licences for quite a while, and never through an Enterprise Agreement.',
  ],
  [
    'ru',
    'Они сообщили нам, что лицензии у них уже довольно давно, и что купили они их не по EA, а у Microsoft.',
  ],
  [
    'pt-BR',
    'Eles disseram que as licenças são antigas, e que a assinatura deles não foi comprada por EA, mas da Microsoft.',
  ],
  [
    'hu',
    'Azt mondták, hogy a licenceket már régen vették, és hogy azt az egészet nem EA keretében vették meg annak idején, legalábbis ő így emlékszik erre az egész dologra, ha jól értettem.',
  ],
];

describe('A text that a program has wrapped', () => {
  for (const [language, text] of WRAPPED) {
    it(`says what it says on one line: ${text}`, () => {
      const plain = told(text, language);
      for (let width = 66; width <= 80; width += 1) {
        assert.deepEqual(told(wrap(text, width), language), plain, `${width}`);
        assert.deepEqual(told(wrap(text, width).replaceAll('\n', '\r\n'), language), plain, `${width}`);
      }
    });
  }

  it('keeps the place of each word', () => {
    for (const [, text] of WRAPPED) assert.equal(unwrapped(wrap(text, 72)), text);
    for (const [, text] of WRAPPED)
      assert.equal(
        unwrapped(wrap(text, 72).replaceAll('\n', '\r\n')).length,
        wrap(text, 72).replaceAll('\n', '\r\n').length,
      );
  });

  const LINES: Readonly<Record<string, string>> = {
    'short lines': 'customer has azure\nwe are indirect\nthey want us to take over',
    'lines as long as somebody types them':
      'they have had these licences for quite some time\nnevertheless they want to leave',
    'a list': `${'the first line of this is as long as lines of a mail can get, or'}\n- not azure\n- EA\n1) ours`,
    'lines that had room for more':
      'they have had these licences for a while\nand told us that they want to stay with whoever it is who sold them',
    'lines that are no mail program’s': `${'we spoke with them at great length '.repeat(4)}\nthey want to stay`,
    'a line that is closed':
      'they have had these licences for quite a while, so they told us:\nazure\nand more of it',
    'lines that begin with capitals alone':
      'The customer has had these licences for quite a while, says Anna\nBob says otherwise',
    'an empty line':
      'they have had these licences for quite a while, and they told us\n\nthat they want to stay',
  };
  for (const [what, text] of Object.entries(LINES)) {
    it(`is not ${what}`, () => {
      assert.equal(unwrapped(text), text);
    });
  }

  it('is whatever text there is, and takes as long as it is', () => {
    for (const piece of ['\n', '\r\n', 'a\n', ' \n', 'a b\n', `${'a '.repeat(35)}\n`, '\r', '\u2028'])
      assert.equal(unwrapped(piece.repeat(2000)).length, piece.length * 2000);
  });
});

import assert from 'node:assert/strict';
import type { LanguageTag } from '../../../src/language/languages.js';
import { otherLayouts } from '../../../src/language/layout.js';
import { readTyped } from '../../../src/language/typed.js';
import { otherwiseTyped } from '../../../src/language/understand/mistyped.js';
import { understand } from '../../../src/language/understand/understand.js';
import { said, short } from './reading.js';

const MEANT: readonly (readonly [LanguageTag, typed: string, meant: string])[] = [
  ['ru', 'rkbtyn regbk jabc 365 e lheujuj csp gfhnythf', 'клиент купил офис 365 у другого csp партнера'],
  ['ru', '[jnzn xnj,s vs flvbybkb b[ fpeh', 'хотят чтобы мы админили их азур'],
  ['ru', 'фягку здфт', 'azure plan'],
  ['en', '[jnzn xnj,s vs flvbybkb b[ fpeh', 'хотят чтобы мы админили их азур'],
];

/** Says something, or nothing, as it stands. */
const AS_TYPED = [
  'we bought it from Microsoft',
  'CSP NCE xyz',
  'Schwartz & Krzysztof GmbH',
  'asdf',
  'qwerty',
  'клиент купил офис у партнера',
  'ыва',
];

describe('A line typed with the wrong keyboard layout', () => {
  it('is read as it was meant, with the words as they were typed', () => {
    for (const [language, typed, meant] of MEANT) {
      assert.equal(said(typed, { language }), said(meant, { language: 'ru' }), typed);
      assert.notEqual(said(typed, { language }), '', typed);
      for (const { said: words } of understand(typed, { language }).readings)
        assert.equal(words.text, typed.slice(words.start, words.end));
    }
  });

  it('is not tried where the line says something as it stands, or the other layout makes no words of it', () => {
    for (const line of AS_TYPED)
      for (const language of ['en', 'ru'] as const) {
        assert.equal(otherwiseTyped(line, language), undefined, line);
        if (/^(asdf|qwerty|ыва)$/.test(line))
          assert.deepEqual(short(understand(line, { language })), [], line);
      }
  });

  it('counts as a command or an answer where it is one as it was meant', () => {
    assert.deepEqual(readTyped('yfpfl', 'ru', undefined), { kind: 'command', command: 'back' });
    assert.deepEqual(readTyped('руд', 'en', undefined), { kind: 'nothing' });
    assert.deepEqual(readTyped('ghbdtn', 'ru', undefined), readTyped('привет', 'ru', undefined));
    assert.deepEqual(otherLayouts('365'), []);
  });
});

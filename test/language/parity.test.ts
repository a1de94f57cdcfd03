import assert from 'node:assert/strict';
import { isDeepStrictEqual } from 'node:util';
import { IntlMessageFormat } from 'intl-messageformat';
import { MissingWords } from '../../src/language/language.js';
import { LANGUAGE_TAGS, LANGUAGES, type LanguageTag } from '../../src/language/languages.js';
import type { MessageKey } from '../../src/language/message-keys.js';
import { isForTerminal, isWordList, messagesOf, OTHERS, placeholders, valuesFor } from './messages.js';

const english = messagesOf('en');
const COUNTS = [0, 1, 2, 3, 5, 21, 22, 25, 100];

/** Names, and words that are the same in several languages. */
const NAMES = [
  'Multi-channel Advisor',
  'Microsoft Cloud for US Government',
  'Azure',
  'GDAP',
  '21Vianet',
  'China (21Vianet)',
  'Enterprise Agreement',
  'Enterprise Agreement (EA)',
  'Extended Service Terms',
  'GCC',
  'PAL',
  'DPOR',
  'Lighthouse',
  'Links',
  'China',
  'India',
  'Korea',
  'Taiwan',
  'Total',
];

/** Portuguese counts the first of a month, and no other day. */
const FIRST_OF_FEBRUARY: Readonly<Record<LanguageTag, string>> = {
  en: '1 February 2026',
  ru: '1 февраля 2026 г.',
  'zh-CN': '2026 年 2 月 1 日',
  'pt-BR': '1º de fevereiro de 2026',
  hu: '2026. február 1.',
};

/** Languages in which a noun stays as it is after a number. */
const UNCHANGING = ['hu', 'zh-CN'];

function sameOnPurpose(message: string): boolean {
  const letters = message.replace(/\{[^{}]*\}/g, '').replace(/\b(?:KB|ms)\b/g, '');
  return NAMES.includes(message) || !/\p{L}/u.test(letters);
}

function sentences(tag: LanguageTag): readonly (readonly [MessageKey, string])[] {
  return [...messagesOf(tag)].filter(([key]) => !isWordList(key));
}

/** Whether Web Chat or Teams would take some of it for Markdown. */
function looksLikeMarkdown(text: string): boolean {
  return /[*_`~<>\\[\]]|^\s*(#|\d+[.)]\s|[-+]\s)/.test(text);
}

describe('The languages', () => {
  it('are at least the five that are promised', () => {
    for (const tag of ['en', 'ru', 'zh-CN', 'pt-BR', 'hu'])
      assert.ok(
        LANGUAGE_TAGS.some((each) => each === tag),
        tag,
      );
  });

  for (const tag of OTHERS) {
    const own = messagesOf(tag);

    it(`${tag} has the messages of English, in the same order`, () => {
      const missing = [...english.keys()].filter((key) => !own.has(key));
      const added = [...own.keys()].filter((key) => !english.has(key));
      assert.deepEqual({ missing, added }, { missing: [], added: [] });
      assert.deepEqual([...own.keys()], [...english.keys()]);
    });

    it(`${tag} has the placeholders of English, of the same kinds`, () => {
      const differing = sentences(tag).filter(([key, message]) => {
        const wanted = placeholders(english.get(key) ?? '', 'en');
        const found = placeholders(message, tag);
        return !isDeepStrictEqual(found, wanted);
      });
      assert.deepEqual(
        differing.map(([key]) => key),
        [],
      );
    });

    it(`${tag} translates everything but names`, () => {
      const same = sentences(tag).filter(
        ([key, message]) => message === english.get(key) && !sameOnPurpose(message),
      );
      assert.deepEqual(same, []);
    });
  }

  for (const tag of LANGUAGE_TAGS) {
    const language = LANGUAGES[tag];

    it(`${tag}: every message is one, and comes out whole for every number`, () => {
      for (const [key, message] of sentences(tag)) {
        assert.notEqual(message.trim(), '', key);
        assert.equal(message, message.trim(), key);
        for (const count of COUNTS) {
          const text = language.say(key, valuesFor(message, tag, count));
          assert.doesNotMatch(text, /[{}]|undefined|NaN|\$\{/, `${key} with ${count}: ${text}`);
        }
      }
    });

    it(`${tag}: a plural has the forms its language has, and no others`, () => {
      const categories = new Intl.PluralRules(tag).resolvedOptions().pluralCategories;
      for (const [key, message] of sentences(tag)) {
        for (const [, body] of message.matchAll(/\{\w+, plural,((?:[^{}]|\{(?:[^{}]|\{[^{}]*\})*\})*)\}/g)) {
          const forms = [...(body ?? '').matchAll(/(=\d+|\w+)\s*\{/g)].map(([, form]) => form ?? '');
          const named = forms.filter(
            (form) => !form.startsWith('=') && /^(zero|one|two|few|many|other)$/.test(form),
          );
          assert.ok(named.includes('other'), `${key} lacks other`);
          assert.deepEqual(
            named.filter((form) => !categories.includes(form as Intl.LDMLPluralRule)),
            [],
            key,
          );
          const needed = COUNTS.map((count) => new Intl.PluralRules(tag).select(count));
          const fallen = needed.filter((form) => form !== 'other' && !named.includes(form));
          const invariable = named.length === 1 && UNCHANGING.some((each) => each === tag);
          const exact = forms.some((form) => form.startsWith('='));
          if (!invariable && !exact) assert.deepEqual([...new Set(fallen)], [], `${key} lacks forms`);
        }
      }
    });

    it(`${tag}: no message is taken for Markdown, for a template or for an escape`, () => {
      for (const [key, message] of sentences(tag)) {
        assert.doesNotMatch(message, /\$\{/, key);
        assert.doesNotMatch(message, /'/, `${key}: an ASCII apostrophe is an escape in ICU`);
        const control = isForTerminal(key) ? /[^\P{C}\n]/u : /\p{C}/u;
        assert.doesNotMatch(message, control, `${key}: a character nobody can see`);
        if (!isForTerminal(key) && key !== 'ui.listNumber') {
          const text = language.say(key, valuesFor(message, tag, 1));
          assert.ok(!looksLikeMarkdown(text), `${key}: ${text}`);
        }
      }
    });

    it(`${tag}: typed words are listed once each, without bars at the ends`, () => {
      for (const [key, message] of messagesOf(tag)) {
        if (!isWordList(key)) continue;
        const words = message.split(' | ');
        assert.ok(
          words.every((word) => word !== '' && word === word.trim() && !word.includes('|')),
          key,
        );
        assert.deepEqual(
          words.filter((word, index) => words.indexOf(word) !== index),
          [],
          key,
        );
      }
    });

    it(`${tag}: dates are written out, as precise as they are given`, () => {
      const [day, month, year] = ['2019-03-15', '2019-03', '2019'].map((iso) => language.date(iso));
      assert.match(day ?? '', /15/);
      assert.doesNotMatch(month ?? '', /15/);
      for (const text of [day, month, year]) assert.match(text ?? '', /2019/);
      assert.notEqual(month, year);
    });

    it(`${tag}: the first of a month is written as people write it`, () => {
      const first = LANGUAGES[tag].date('2026-02-01').replaceAll('\u00a0', ' ');
      assert.equal(first, FIRST_OF_FEBRUARY[tag]);
    });

    it(`${tag}: lists end in its own “and” and “or”`, () => {
      assert.notEqual(language.all(['A', 'B']), language.either(['A', 'B']));
      assert.equal(language.all(['A']), 'A');
    });
  }

  it('say so when a message is missing', () => {
    // @ts-expect-error: a key that no language has does not compile.
    assert.throws(() => LANGUAGES.en.say('no.such.words'), MissingWords);
    // @ts-expect-error: nor does one that no id could have words under.
    assert.equal(LANGUAGES.en.maybe('no.such.words'), undefined);
    // @ts-expect-error: a sentence is no list of words to type.
    assert.equal(LANGUAGES.en.alternatives('app.name').length, 1);
    assert.equal(LANGUAGES.en.has('toString'), false);
    assert.equal(LANGUAGES.en.has('constructor'), false);
  });

  it('give their own name to their tag', () => {
    const names = LANGUAGE_TAGS.map((tag) => LANGUAGES[tag].say('language.self'));
    assert.equal(new Set(names).size, names.length);
    for (const tag of LANGUAGE_TAGS) assert.equal(LANGUAGES[tag].tag, tag);
  });

  it('would be caught with broken words', () => {
    assert.throws(() => new IntlMessageFormat('{count, plural, one {#}}', 'en').format({ count: 2 }));
    assert.ok(looksLikeMarkdown('*bold*') && looksLikeMarkdown('[a](b)') && looksLikeMarkdown('1. one'));
    assert.ok(!looksLikeMarkdown('A sentence. 1 of 2, at most.'));
    assert.ok(!sameOnPurpose('Start over') && sameOnPurpose('{a}: {b, number}'));
  });
});

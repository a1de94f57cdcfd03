import assert from 'node:assert/strict';
import { isLanguageTag, LANGUAGE_TAGS, LANGUAGES } from '../../src/language/languages.js';
import { languageFor, negotiate } from '../../src/language/negotiate.js';
import { cost } from '../cost.js';

const FITTING: readonly (readonly [string, string])[] = [
  ['en', 'en'],
  ['en-US', 'en'],
  ['EN_gb', 'en'],
  ['en-IN', 'en'],
  ['pt-BR', 'pt-BR'],
  ['pt', 'pt-BR'],
  ['pt-PT', 'pt-BR'],
  ['pt_AO', 'pt-BR'],
  ['zh', 'zh-CN'],
  ['zh-CN', 'zh-CN'],
  ['zh-Hans', 'zh-CN'],
  ['zh-Hans-SG', 'zh-CN'],
  ['zh-TW', 'zh-CN'],
  ['zh-Hant-HK', 'zh-CN'],
  ['zh_CN', 'zh-CN'],
  ['ru', 'ru'],
  ['ru-RU', 'ru'],
  ['RU-ua', 'ru'],
  ['ru-Latn', 'ru'],
  ['hu', 'hu'],
  ['hu-HU', 'hu'],
  [' hu-hu ', 'hu'],
  ['hu-HU-u-nu-latn', 'hu'],
];

const NONE: readonly string[] = [
  '',
  ' ',
  '-',
  'xx-XX',
  'uk',
  'uk-UA',
  'ja',
  'de-DE',
  'x-klingon',
  'i-klingon',
  'constructor',
  '__proto__',
  'toString',
  '\u0024{1+1}',
  '../../etc/passwd',
  '<script>',
  'en\u0000',
  'русский',
  '🇭🇺',
  'hu'.repeat(1000),
];

describe('The reader’s language', () => {
  for (const [locale, tag] of FITTING) {
    it(`${locale} is answered in ${tag}`, () => {
      assert.equal(languageFor(locale), tag);
      assert.equal(negotiate([locale]), tag);
    });
  }

  for (const locale of NONE) {
    it(`${JSON.stringify(locale.slice(0, 20))} is no language of ours: English`, () => {
      assert.equal(negotiate([locale]), 'en');
      assert.equal(negotiate([locale, 'hu']), 'hu', 'the next one that fits is taken');
    });
  }

  it('every language is found by its own tag, in any letter case', () => {
    for (const tag of LANGUAGE_TAGS) {
      assert.equal(negotiate([tag]), tag);
      assert.equal(negotiate([tag.toUpperCase()]), tag);
      assert.equal(negotiate([tag.toLowerCase().replace('-', '_')]), tag);
      assert.equal(negotiate([LANGUAGES[tag].learn]), tag);
    }
  });

  it('what is not text is no locale', () => {
    assert.equal(negotiate([undefined, null, 7, {}, ['hu'], { toString: () => 'hu' }]), 'en');
    assert.equal(negotiate([]), 'en');
    assert.equal(negotiate([undefined, 'ru-RU', 'hu']), 'ru');
  });

  it('a huge locale is not even looked at', () => {
    const [long, huge] = ['a-'.repeat(500), 'a-'.repeat(5_000_000)];
    const often = (locale: string) => () => {
      for (let times = 0; times < 2000; times += 1) assert.equal(negotiate([locale]), 'en');
    };
    assert.ok(cost(often(huge)) < 20 * cost(often(long)), 'ten thousand times as long');
  });

  it('a tag is one only if it is registered', () => {
    for (const text of ['toString', '__proto__', 'EN', 'pt', '', undefined, 1])
      assert.equal(isLanguageTag(text), false);
    for (const tag of LANGUAGE_TAGS) assert.equal(isLanguageTag(tag), true);
  });
});

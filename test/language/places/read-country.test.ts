import assert from 'node:assert/strict';
import { LANGUAGE_TAGS, LANGUAGES, type LanguageTag } from '../../../src/language/languages.js';
import { countryName } from '../../../src/language/places/country-names.js';
import { placesText } from '../../../src/language/places/places-text.js';
import { readCountry } from '../../../src/language/places/read-country.js';
import { COUNTRIES, REGION_IDS } from '../../../src/policy/regions/regions.js';

const NAMED: Readonly<Record<LanguageTag, Readonly<Record<string, string>>>> = {
  en: {
    Germany: 'DE',
    'the Netherlands': 'NL',
    UK: 'GB',
    USA: 'US',
    'u.s.': 'US',
    Turkey: 'TR',
    Burma: 'MM',
  },
  ru: {
    Германия: 'DE',
    ФРГ: 'DE',
    США: 'US',
    великобритания: 'GB',
    ЮАР: 'ZA',
    'Южная Корея': 'KR',
    Белоруссия: 'BY',
  },
  'zh-CN': { 德国: 'DE', 英国: 'GB', 香港: 'HK', 台湾: 'TW', 阿联酋: 'AE', 美国: 'US', 中国: 'CN' },
  'pt-BR': {
    Alemanha: 'DE',
    alemanha: 'DE',
    EUA: 'US',
    Inglaterra: 'GB',
    Austria: 'AT',
    Áustria: 'AT',
    Holanda: 'NL',
  },
  hu: { Németország: 'DE', nemetorszag: 'DE', USA: 'US', Ausztria: 'AT', 'Nagy-Britannia': 'GB', NSZK: 'DE' },
};

describe('A country that is named', () => {
  it('has a name in every language, which is understood again', () => {
    for (const tag of LANGUAGE_TAGS) {
      // Without the data of all languages the platform would fall back to English, or to the code.
      assert.equal(Intl.DisplayNames.supportedLocalesOf(tag).length, 1, tag);
      const names = COUNTRIES.map((code) => countryName(tag, code));
      assert.equal(new Set(names).size, COUNTRIES.length, tag);
      for (const code of COUNTRIES) {
        const name = countryName(tag, code);
        assert.doesNotMatch(name, /^[A-Z]{2}$/, `${tag} ${code}`);
        assert.equal(readCountry(name, tag), code, `${tag} ${name}`);
        for (const other of LANGUAGE_TAGS) {
          const read = readCountry(name, other);
          assert.ok(read === code || read === undefined, `${tag} ${name} read in ${other}: ${read}`);
        }
      }
    }
    assert.notEqual(countryName('hu', 'DE'), countryName('ru', 'DE'));
  });

  for (const tag of LANGUAGE_TAGS) {
    it(`is known by its usual names in ${tag}`, () => {
      for (const [name, code] of Object.entries(NAMED[tag])) assert.equal(readCountry(name, tag), code, name);
    });
  }

  it('is known by its code, by its flag, and by what it calls itself', () => {
    for (const [text, code] of [
      ['DE', 'DE'],
      ['de', 'DE'],
      [' At ', 'AT'],
      ['DEU', 'DE'],
      ['uk', 'GB'],
      ['us', 'US'],
      ['xk', 'XK'],
      ['🇩🇪', 'DE'],
      ['🇦🇹', 'AT'],
      ['Deutschland', 'DE'],
      ['Österreich', 'AT'],
      ['polska', 'PL'],
      ['Україна', 'UA'],
    ] as const)
      for (const tag of LANGUAGE_TAGS) assert.equal(readCountry(text, tag), code, `${tag} ${text}`);
  });

  it('may be mistyped where one country alone is meant', () => {
    for (const [text, code] of [
      ['Germny', 'DE'],
      ['Austira', 'AT'],
      ['Swizerland', 'CH'],
      ['Untied Kingdom', 'GB'],
      ['Austrlia', undefined],
      ['Nigera', undefined],
      ['Slovania', undefined],
      ['Irag', undefined],
      ['Korea', undefined],
      ['Congo', undefined],
    ] as const)
      assert.equal(readCountry(text, 'en'), code, text);
    assert.equal(readCountry('Гермния', 'ru'), 'DE');
    assert.equal(readCountry('Nemetorszg', 'hu'), 'DE');
  });

  it('is nobody’s where two countries have the name', () => {
    assert.equal(readCountry('刚果', 'zh-CN'), undefined);
    assert.equal(readCountry('Виргинские о-ва', 'ru'), undefined);
  });

  it('is nothing else, however hostile', () => {
    for (const text of [
      '',
      ' ',
      'ZZ',
      '🇿🇿',
      '🏴',
      '🇩',
      'Atlantis',
      '42',
      'D E',
      'Germany and Austria',
      '__proto__',
      'constructor',
      "'; drop table",
      '{DE}',
    ])
      assert.equal(readCountry(text, 'en'), undefined, text);
    for (const text of ['x'.repeat(128_000), '\u0301'.repeat(128_000), '🇩🇪'.repeat(40_000)])
      assert.equal(readCountry(text, 'en'), undefined);
    // What cannot be seen does not make another country.
    assert.equal(readCountry('\u202eGermany\u202c', 'en'), 'DE');
    assert.equal(readCountry('Ger\u200bmany', 'en'), 'DE');
  });
});

describe('What two countries decide, in words', () => {
  it('names both, their regions and the date of the list', () => {
    const said = (tag: LanguageTag, customer: string, partner: string): string =>
      placesText(LANGUAGES[tag], { customer, partner });
    assert.equal(
      said('en', 'DE', 'AT'),
      'Germany and Austria: both in the region Europe (list of 17 August 2023)',
    );
    assert.equal(
      said('en', 'DE', 'RS'),
      'Germany and Serbia: different regions, Europe and Middle East, Central Europe, and Eastern Europe (list of 17 August 2023)',
    );
    assert.equal(
      said('ru', 'DE', 'AT'),
      'Германия и Австрия: один регион\u00a0— «Европа» (список от 17\u00a0августа 2023\u00a0г.)',
    );
    assert.equal(
      said('zh-CN', 'DE', 'AT'),
      '德国和奥地利：同属“欧洲”区域（2023\u00a0年 8\u00a0月 17\u00a0日的列表）',
    );
    assert.equal(
      said('pt-BR', 'DE', 'AT'),
      'Alemanha e Áustria: os dois na região Europa (lista de 17\u00a0de agosto de 2023)',
    );
    assert.equal(
      said('hu', 'DE', 'AT'),
      'Németország és Ausztria: közös régió (Európa; a lista kelte: 2023. augusztus\u00a017.)',
    );
    for (const tag of LANGUAGE_TAGS) {
      const name = (code: string): string => countryName(tag, code);
      for (const [customer, partner] of [
        ['DE', 'DE'],
        ['US', 'CA'],
        ['DE', 'RU'],
        ['CN', 'CN'],
      ] as const) {
        const text = said(tag, customer, partner);
        assert.ok(text.includes(name(customer)) && text.includes(name(partner)), text);
        assert.match(text, /2023/);
      }
      assert.equal(said(tag, 'DE', 'DE').split(name('DE')).length, 2);
      // Only what is open is named as open.
      assert.equal(said(tag, 'DE', 'RU').split(name('RU')).length, 3);
      assert.equal(said(tag, 'DE', 'RU').split(name('DE')).length, 2);
    }
  });

  it('has a word for every region', () => {
    for (const tag of LANGUAGE_TAGS) {
      const words = REGION_IDS.map((id) => LANGUAGES[tag].say(`region.${id}`));
      assert.equal(new Set(words).size, REGION_IDS.length);
    }
  });
});

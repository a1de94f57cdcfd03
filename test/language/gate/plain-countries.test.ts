import assert from 'node:assert/strict';
import { countryForms } from '../../../src/language/gate/country-forms.js';
import { plainCountries } from '../../../src/language/gate/plain-countries.js';
import { LANGUAGE_TAGS, LANGUAGES, type LanguageTag } from '../../../src/language/languages.js';
import { COUNTRIES } from '../../../src/policy/regions/regions.js';
import { tries } from '../../effort.js';
import { doubts, SIGNS } from './doubts.js';

/** Two countries as each language names them, and as it says "in" each. */
const NAMED: Readonly<Record<LanguageTag, readonly [readonly [string, string], readonly [string, string]]>> =
  {
    en: [
      ['Germany', 'in Germany'],
      ['Brazil', 'in Brazil'],
    ],
    ru: [
      ['Германия', 'в Германии'],
      ['Бразилия', 'в Бразилии'],
    ],
    'zh-CN': [
      ['德国', '在德国'],
      ['巴西', '在巴西'],
    ],
    'pt-BR': [
      ['Alemanha', 'na Alemanha'],
      ['Brasil', 'no Brasil'],
    ],
    hu: [
      ['Németország', 'Németországban'],
      ['Brazília', 'Brazíliában'],
    ],
  };

type Frames = 'customer' | 'partner' | 'sides' | 'pair' | 'joint';

function frames(tag: LanguageTag, key: Frames): readonly string[] {
  return LANGUAGES[tag].alternatives(`tenants.${key}`);
}

function filled(frame: string, [name, there]: readonly [string, string]): string {
  return frame.replace('{name}', name).replace('{there}', there);
}

/** Every frame with two countries in it, and what it says. */
function* everyFrame(tag: LanguageTag) {
  const [germany, brazil] = NAMED[tag];
  const theirs = frames(tag, 'customer').map((frame) => filled(frame, germany));
  const ours = frames(tag, 'partner').map((frame) => filled(frame, brazil));
  const two = (frame: string, one: string, other: string) =>
    frame.replace('{one}', one).replace('{other}', other);
  for (const line of theirs) yield { line, says: { customer: 'DE' } };
  for (const line of ours) yield { line, says: { partner: 'BR' } };
  for (const frame of frames(tag, 'joint'))
    yield { line: filled(frame, germany), says: { customer: 'DE', partner: 'DE' } };
  for (const frame of frames(tag, 'pair'))
    yield { line: two(frame, germany[0], brazil[0]), says: { customer: 'DE', partner: 'BR', unsaid: true } };
  for (const frame of frames(tag, 'sides')) {
    for (const [at, one] of theirs.entries()) {
      const other = ours[at % ours.length] ?? '';
      yield { line: two(frame, one, other), says: { customer: 'DE', partner: 'BR' } };
      yield { line: two(frame, other, one), says: { customer: 'DE', partner: 'BR' } };
    }
  }
}

describe('Countries that count unseen', () => {
  for (const tag of LANGUAGE_TAGS) {
    it(`stand in one of the frames that are listed (${tag})`, () => {
      for (const { line, says } of everyFrame(tag)) {
        assert.deepEqual(plainCountries(line, tag), says, line);
        assert.deepEqual(plainCountries(` ${line.toUpperCase()}. `, tag), says, line);
      }
    });

    it(`are every country, by the name that it is shown with (${tag})`, () => {
      const display = new Intl.DisplayNames(tag, { type: 'region' });
      const unread = COUNTRIES.filter((code) => {
        const name = display.of(code) ?? '';
        return plainCountries(name, tag)?.customer !== code;
      });
      // Those of two islands by one name, and a sea with its lands.
      assert.ok(unread.length <= 3, unread.join());
    });

    it(`are no word of the languages that doubts or denies (${tag})`, () => {
      const { names, there } = countryForms(tag);
      for (const word of doubts()) assert.ok(!names.has(word) && !there.has(word), word);
      for (const word of ['us', 'no', 'it', 'in', 'is', 'da', 'de', 'me']) assert.ok(!names.has(word), word);
    });

    it(`count no longer with anything added (${tag})`, () => {
      const added = [...doubts(), ...SIGNS.filter((sign) => !/^[-–—]$/u.test(sign))];
      let number = 0;
      for (const { line } of everyFrame(tag)) {
        const places = [0, line.length, line.length >> 1];
        for (let at = line.indexOf(' '); at > 0; at = line.indexOf(' ', at + 1)) places.push(at);
        for (const at of places) {
          for (let many = 0; many < tries({ all: 12, quick: 2 }); many++) {
            number += 1;
            const word = added[(number * 7919) % added.length] ?? assert.fail();
            const joint = /^\p{L}/u.test(word) ? ' ' : '';
            const changed = `${line.slice(0, at)}${joint}${word}${joint}${line.slice(at)}`;
            // Nothing but another kind of comma is another line of the list.
            if (/^[,;+&/:а]$/u.test(word) || changed.trim() === line) continue;
            assert.equal(plainCountries(changed, tag), undefined, changed);
          }
        }
      }
    });
  }

  it('are of one company only where the line says so of one', () => {
    for (const line of [
      'the customers are both in Germany',
      'both customers in Germany',
      'we are both in Germany and Brazil',
      'customer in Germany, customer in Brazil',
      'we are in Germany, we are in Brazil',
      'customer in Germany and Brazil',
      'Germany Brazil',
      'Germany, Brazil, Austria',
    ])
      assert.equal(plainCountries(line, 'en'), undefined, line);
  });

  it('may be codes in capitals and flags', () => {
    const two = { customer: 'DE', partner: 'AT', unsaid: true };
    for (const line of ['DE/AT', '🇩🇪🇦🇹', '🇩🇪 🇦🇹', 'Germany/AT'])
      assert.deepEqual(plainCountries(line, 'en'), two);
    assert.deepEqual(plainCountries('customer: DE, we: AT', 'en'), { customer: 'DE', partner: 'AT' });
    for (const line of ['de/at', 'no/us', 'NO, US', 'IT IS', '🇩🇪❌🇦🇹', '🇩🇪?', 'DE/AT/CH'])
      assert.equal(plainCountries(line, 'en'), undefined, line);
  });

  it('are looked for in short lines only', () => {
    assert.equal(plainCountries('Germany and '.repeat(1000), 'en'), undefined);
  });
});

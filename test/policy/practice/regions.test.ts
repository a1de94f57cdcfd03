import assert from 'node:assert/strict';
import { advise, adviseInWords } from '../../../src/advice/advice.js';
import { parseRequest } from '../../../src/advice/request.js';
import { LANGUAGE_TAGS, LANGUAGES } from '../../../src/language/languages.js';
import type { Eligibility } from '../../../src/policy/edition.js';

/** An Azure subscription bought directly, that the partner wants to sell services beside. */
const CASE = {
  cloud: 'public',
  partner: 'directBill',
  service: 'usage',
  seller: 'microsoft',
  goal: 'addServices',
};

/** Where the customer and the partner are, and whether that alone stands in the way. */
const SITUATIONS: readonly (readonly [
  customer: string,
  partner: string,
  region: string,
  Eligibility | undefined,
])[] = [
  ['DE', 'AT', 'same', undefined],
  ['CH', 'GB', 'same', undefined],
  ['MX', 'PR', 'same', undefined],
  ['US', 'CA', 'different', 'notEligible'],
  ['PR', 'US', 'different', 'notEligible'],
  ['RS', 'HU', 'different', 'notEligible'],
  ['BY', 'DE', 'unlisted', 'confirm'],
  ['CN', 'CN', 'unlisted', 'confirm'],
];

describe('Right in practice: a country is no market', () => {
  for (const tag of LANGUAGE_TAGS) {
    it(`is what ${tag} says, for neighbours in one region and in two`, () => {
      const language = LANGUAGES[tag];
      const usual = advise(parseRequest({ locale: tag, set: CASE })).eligibility;
      for (const [customerCountry, partnerCountry, region, wanted] of SITUATIONS) {
        const request = parseRequest({ locale: tag, set: { ...CASE, customerCountry, partnerCountry } });
        const { situation, eligibility } = advise(request);
        const name = `${customerCountry} ${partnerCountry}`;
        assert.equal(situation.region, region, name);
        assert.equal(eligibility, wanted ?? usual, name);
        const text = adviseInWords(request);
        const names = new Intl.DisplayNames(language.conventions, { type: 'region' });
        for (const code of [customerCountry, partnerCountry])
          assert.ok(text.includes(names.of(code) ?? '?'), text);
        assert.ok(text.includes(language.say(`eligibility.${wanted ?? usual ?? 'depends'}`)), text);
        assert.ok(text.includes(language.date('2023-08-17')), text);
      }
      assert.notEqual(usual, 'notEligible');
    });
  }
});

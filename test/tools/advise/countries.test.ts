import assert from 'node:assert/strict';
import { advise, adviseInWords } from '../../../src/advice/advice.js';
import { parseRequest } from '../../../src/advice/request.js';
import { RequestError } from '../../../src/advice/request-error.js';
import { LANGUAGE_TAGS, LANGUAGES } from '../../../src/language/languages.js';
import { placesText } from '../../../src/language/places/places-text.js';

const AZURE = {
  cloud: 'public',
  partner: 'directBill',
  service: 'usage',
  seller: 'microsoft',
  goal: 'addServices',
};

function asked(set: Readonly<Record<string, unknown>>, locale = 'en') {
  return parseRequest({ locale, set: { ...AZURE, ...set } });
}

function refused(set: Readonly<Record<string, unknown>>): string {
  try {
    asked(set);
  } catch (error) {
    assert.ok(error instanceof RequestError);
    return error.message;
  }
  return '';
}

describe('Advice for two countries', () => {
  it('answers the region by the list, and says so', () => {
    const { situation, places } = advise(asked({ customerCountry: 'DE', partnerCountry: 'Austria' }));
    assert.equal(situation.region, 'same');
    assert.deepEqual(places, {
      customer: { code: 'DE', name: 'Germany' },
      partner: { code: 'AT', name: 'Austria' },
      regions: { customer: { id: 'europe', name: 'Europe' }, partner: { id: 'europe', name: 'Europe' } },
      list: '2023-08-17',
      text: 'Germany and Austria: both in the region Europe (list of 17 August 2023)',
    });
    assert.equal(
      advise(asked({ customerCountry: 'US', partnerCountry: 'CA' })).situation.region,
      'different',
    );
    const open = advise(asked({ customerCountry: 'BY', partnerCountry: 'DE' }));
    assert.equal(open.situation.region, 'unlisted');
    assert.equal(open.eligibility, 'confirm');
    assert.equal(open.places?.regions.customer, null);
  });

  it('says it in every language, first of all', () => {
    for (const tag of LANGUAGE_TAGS) {
      const request = asked({ customerCountry: '🇩🇪', partnerCountry: 'AUT' }, tag);
      const text = placesText(LANGUAGES[tag], { customer: 'DE', partner: 'AT' });
      assert.ok(adviseInWords(request).startsWith(text), tag);
    }
  });

  it('keeps one country alone, which decides nothing', () => {
    const { situation, places } = advise(asked({ partnerCountry: 'at' }));
    assert.equal(situation.region, undefined);
    assert.deepEqual([places?.partner?.code, places?.customer, places?.text], ['AT', null, null]);
    assert.equal(advise(asked({})).places, null);
  });

  it('refuses in one sentence what it does not know, and what contradicts itself', () => {
    assert.match(
      refused({ customerCountry: 'Atlantis' }),
      /no one country “Atlantis” for “customerCountry”.*Germany.*DE\.$/,
    );
    assert.match(refused({ partnerCountry: '' }), /“partnerCountry”/);
    assert.match(refused({ partnerCountry: 42 }), /“42”/);
    assert.ok(refused({ partnerCountry: 'x'.repeat(128_000) }).length < 300);
    assert.match(
      refused({ region: 'different', customerCountry: 'DE', partnerCountry: 'AT' }),
      /“region=different” contradicts the countries DE and AT, which make it “same”/,
    );
    assert.equal(refused({ region: 'same', customerCountry: 'DE', partnerCountry: 'AT' }), '');
    assert.match(refused({ country: 'DE' }), /customerCountry, partnerCountry/);
  });
});

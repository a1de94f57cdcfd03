import assert from 'node:assert/strict';
import { LANGUAGE_TAGS, LANGUAGES } from '../../../src/language/languages.js';
import { sameRegion } from '../../../src/policy/regions/regions.js';
import { ask, missing } from './printed.js';

const base = { cloud: 'public', partner: 'directBill', service: 'license', seller: 'microsoft' } as const;
const GOALS = ['support', 'addServices', 'takeOver'] as const;

/** What the region is called, and what it must not be called any more. */
const CALLED = {
  en: [/CSP region/, /\bmarkets?\b/i],
  ru: [/регион\S* CSP/i, /рын(ок|ке|ка|ков|ком)/i],
  'zh-CN': [/CSP 区域/, /自己的市场|同一市场|不同市场/],
  'pt-BR': [/região do CSP/i, /\bmercados?\b/i],
  hu: [/CSP-régió/i, /piac(on|a|án|ok|ot)?\b/i],
} as const;

describe('In practice: CSP regions', () => {
  for (const goal of GOALS) {
    it(`R31 to R33: in another region it is not possible, and how to tell (${goal})`, () => {
      const said = ask({ ...base, goal, region: 'different' });
      assert.equal(said.verdict, 'notEligible');
      assert.equal(said.reasons[0], 'marketDiffers');
      assert.deepEqual(said.steps, ['lookUpTenantCountry', 'findLocalPartner', 'useOwnTenantThere']);
      assert.ok(said.cautions.includes('neighboursAreNotEnough'));
      assert.ok(said.links.includes('regionalMarkets'));
    });

    it(`R38: a country on no list is to be confirmed, never the same (${goal})`, () => {
      const said = ask({ ...base, goal, region: 'unlisted' });
      assert.equal(said.verdict, 'confirm');
      assert.deepEqual(said.steps, ['lookUpTenantCountry', 'askMicrosoft']);
      assert.ok(said.cautions.includes('neighboursAreNotEnough'));
    });
  }

  it('R34, R37: an own tenant in the region is a way, with an active PartnerID; below H, so to be checked', () => {
    const said = ask({ ...base, goal: 'takeOver', region: 'different' });
    assert.match(said.text('en'), /tenant of your own in that region, with an active PartnerID/);
  });

  it('R36: for resellers and providers the rule holds on every link', () => {
    for (const partner of ['indirectProvider', 'indirectReseller'] as const) {
      const said = ask({ ...base, partner, goal: 'takeOver', region: 'different' });
      assert.ok(said.cautions.includes('everyLinkInRegion'));
      assert.deepEqual(missing(said.links, 'supportedRelationships', 'resellerAgreement'), []);
    }
    assert.ok(
      !ask({ ...base, goal: 'takeOver', region: 'different' }).cautions.includes('everyLinkInRegion'),
    );
  });

  it('whether the region matters for support only is asked, and not claimed', () => {
    const said = ask({ ...base, goal: 'support', region: 'different' });
    const [caution] = said.guidance.cautions.filter(({ id }) => id === 'regionAndLicenceSupport');
    assert.equal(caution?.certain, false);
    assert.ok(
      !ask({ ...base, goal: 'takeOver', region: 'different' }).cautions.includes('regionAndLicenceSupport'),
    );
  });

  for (const [customer, partner, region] of [
    ['DE', 'AT', 'same'],
    ['GB', 'FR', 'same'],
    ['US', 'CA', 'different'],
    ['US', 'PR', 'different'],
    ['US', 'MX', 'different'],
    ['RS', 'DE', 'different'],
    ['UA', 'PL', 'different'],
    ['RU', 'DE', 'unlisted'],
  ] as const) {
    it(`a customer in ${customer} and a partner in ${partner}: ${region}`, () => {
      assert.equal(sameRegion({ customer, partner }), region);
    });
  }

  for (const tag of LANGUAGE_TAGS) {
    it(`is called a CSP region wherever it is spoken of (${tag})`, () => {
      const language = LANGUAGES[tag];
      const [called, not] = CALLED[tag];
      const keys = [
        'fact.region.name',
        'fact.region.question',
        'option.region.same',
        'option.region.different',
        'reason.marketDiffers',
        'section.region',
        'change.sameMarketOnly',
        'step.findLocalPartner',
      ] as const;
      for (const key of keys) {
        assert.match(language.say(key), called, key);
        assert.doesNotMatch(language.say(key), not, key);
      }
      for (const key of [
        'fact.region.hint',
        'ask.region',
        'aloud.reason.marketDiffers',
        'aloud.step.findLocalPartner',
      ] as const)
        assert.doesNotMatch(language.say(key), not, key);
      assert.match(ask({ ...base, goal: 'takeOver', region: 'different' }).text(tag), called);
      assert.match(ask({ ...base, goal: 'takeOver', region: 'different' }).text(tag), /2023/);
    });
  }
});

import assert from 'node:assert/strict';
import { LANGUAGE_TAGS, LANGUAGES } from '../../../src/language/languages.js';
import { optionsOf, type Situation } from '../../../src/policy/facts.js';
import { ask, missing } from './printed.js';
import { assertHeard } from './says.js';

const takeOver = { cloud: 'public', partner: 'directBill', service: 'license', goal: 'takeOver' } as const;
const asReseller = { partner: 'indirectReseller' } as const;
const EXTENSION = ['extendedServiceTerm', 'serviceStopsAtOnce', 'extendedTermSince', 'whoSetsTheEnding'];

describe('In practice: licences', () => {
  describe('R47, R48: on the older platform, from another CSP partner', () => {
    for (const seller of ['cspPartner', 'formerCspPartner'] as const) {
      const said = ask({ ...takeOver, seller, licensePlatform: 'legacy' });

      it(`are bought anew, and then the old ones end (${seller})`, () => {
        assert.equal(said.verdict, 'otherRoute');
        assert.equal(said.guidance.certain, true);
        const order = ['requestRelationship', 'customerAccepts', 'orderSameLicenses', 'endOldLicenses'];
        assert.deepEqual(
          said.steps.filter((id) => order.includes(id)),
          order,
        );
        assert.deepEqual(missing(said.reasons, 'licensesMoveByReorder', 'legacyLicensesStay'), []);
        assert.ok(!said.steps.includes('requestTransfer') && !said.steps.includes('waitOrCancel'));
        assert.match(said.text('en'), /same licences in the same number, on new commerce/);
      });

      it(`have both readings of the refund, and whom to ask (${seller})`, () => {
        assert.deepEqual(missing(said.cautions, 'legacyRefund', 'manySubscriptions'), []);
        for (const tag of LANGUAGE_TAGS) {
          const [caution] = said.json(tag).cautions.filter(({ id }) => id === 'legacyRefund');
          assert.match(caution?.text ?? '', /2021.*2023/s, tag);
          assert.equal(caution?.certain, true);
        }
      });

      it(`“cannot be transferred” is told as something to check (${seller})`, () => {
        const [reason] = said.guidance.reasons.filter(({ id }) => id === 'legacyLicensesStay');
        assert.equal(reason?.certain, false);
      });
    }

    it('through the provider, where the asker is a reseller', () => {
      const said = ask({ ...takeOver, ...asReseller, seller: 'cspPartner', licensePlatform: 'legacy' });
      assert.deepEqual(missing(said.steps, 'providerOrdersSameLicenses', 'endOldLicenses'), []);
    });

    it('“only then” is said nowhere', () => {
      for (const seller of optionsOf('seller') as readonly NonNullable<Situation['seller']>[]) {
        for (const edition of ['2019-03', '2020-06', '2026-11'] as const) {
          for (const licensePlatform of ['newCommerce', 'legacy'] as const) {
            const text = ask({ ...takeOver, seller, licensePlatform }, edition).text('en');
            assert.doesNotMatch(text, /only then/i, `${edition} ${seller}`);
          }
        }
      }
    });
  });

  it('R49: new-commerce licences of a CSP partner move by a request, answered line by line', () => {
    const said = ask({ ...takeOver, seller: 'cspPartner', licensePlatform: 'newCommerce' });
    assert.equal(said.verdict, 'otherRoute');
    assert.deepEqual(missing(said.steps, 'requestTransfer', 'currentPartnerAcceptsLicenses'), []);
    assert.deepEqual(missing(said.links, 'createTransfer', 'transferSubscriptions'), []);
    assert.deepEqual(missing(said.cautions, 'softwareStays', 'transferMayBeRefused', 'sevenDays'), []);
    assert.match(said.text('en'), /line by line/);
    // R49 is read on the developer page, not only in the article.
    assert.ok(said.guidance.reasons[0]?.citations.some(({ page }) => page === 'createTransfer'));
  });

  describe('R50 to R52: the Extended Service Term', () => {
    const warned: readonly Situation[] = [
      { seller: 'microsoft' },
      { seller: 'advisor' },
      { seller: 'ownAdvisor' },
      { seller: 'mcaEnterprise' },
      { seller: 'microsoft', ...asReseller },
    ];
    for (const rest of warned) {
      it(`is told where the old subscription is left to end: ${JSON.stringify(rest)}`, () => {
        const said = ask({ ...takeOver, ...rest });
        assert.deepEqual(missing(said.cautions, ...EXTENSION), []);
        assert.ok(said.links.includes('extendedTerms'));
        for (const { id, certain } of said.guidance.cautions) {
          if (EXTENSION.includes(id)) assert.equal(certain, false, id);
        }
        for (const tag of LANGUAGE_TAGS) {
          const text = said.text(tag);
          assert.match(text, /2026/, tag);
          assert.match(text, /23\s?%/, tag);
        }
      });
    }

    const unaffected: readonly Situation[] = [
      { seller: 'microsoft', licensePlatform: 'legacy' },
      { seller: 'enterpriseAgreement' },
      { seller: 'volumeLicensing' },
      { seller: 'cspPartner', licensePlatform: 'newCommerce', state: 'trial' },
      { seller: 'cspPartner', licensePlatform: 'legacy' },
      { seller: 'cspPartner', licensePlatform: 'newCommerce', state: 'expired' },
      { seller: 'microsoft', goal: 'support' },
      { seller: 'microsoft', goal: 'addServices' },
      { seller: 'microsoft', service: 'usage' },
      { seller: 'mcaEnterprise', service: 'usage', designation: 'held' },
      { seller: 'cspPartner', service: 'usage', azurePlatform: 'azurePlan' },
    ];
    for (const rest of unaffected) {
      it(`is not told where it does not apply: ${JSON.stringify(rest)}`, () => {
        const said = ask({ ...takeOver, ...rest });
        assert.deepEqual(missing(EXTENSION, ...said.cautions).length, said.cautions.length);
        assert.ok(!said.cautions.includes('leftToEndInstead'));
        assert.ok(!said.links.includes('extendedTerms'));
      });
    }

    for (const seller of ['cspPartner', 'formerCspPartner'] as const) {
      it(`is told where a transfer may be refused and the licences are then left to end: ${seller}`, () => {
        for (const rest of [{}, asReseller]) {
          assertHeard(
            { ...takeOver, ...rest, seller, licensePlatform: 'newCommerce' },
            {
              cautions: ['sevenDays', 'leftToEndInstead', 'whoSetsTheEnding'],
              links: ['extendedTerms'],
              doubted: ['leftToEndInstead', 'whoSetsTheEnding', 'transferMayBeRefused'],
            },
          );
        }
        for (const language of Object.values(LANGUAGES)) {
          const text = language.say('caution.leftToEndInstead');
          for (const part of [/2025/, /2026/, /3\s?%/, /23\s?%/]) assert.match(text, part, language.tag);
        }
      });
    }
  });

  it('R46: under an MCA-E, nobody promises a transfer: ask, with what is documented beside it', () => {
    for (const rest of [{}, asReseller]) {
      const said = ask({ ...takeOver, ...rest, seller: 'mcaEnterprise' });
      assert.equal(said.verdict, 'confirm');
      assert.equal(said.guidance.certain, false);
      assert.equal(said.reasons[0], 'customerAgreementLicences');
      assert.deepEqual(missing(said.steps, 'askMicrosoft', 'endOldLicenses'), []);
      assert.ok(said.steps.some((id) => /rdersSameLicenses|orderSameLicenses/.test(id)));
      assert.ok(!said.steps.some((id) => /ransfer/.test(id)));
    }
  });

  it('R16: licences of an Enterprise Agreement renew into CSP, a reseller’s through its provider', () => {
    const own = ask({ ...takeOver, seller: 'enterpriseAgreement' });
    assert.deepEqual(missing(own.steps, 'scheduleChannelTransfer', 'endOldLicenses'), []);
    const reseller = ask({ ...takeOver, ...asReseller, seller: 'enterpriseAgreement' });
    assert.deepEqual(missing(reseller.steps, 'providerSchedulesChannelTransfer', 'endOldLicenses'), []);
    assert.ok(!reseller.steps.includes('scheduleChannelTransfer'));
  });

  it('R4: from a seller outside CSP: probably, and to be confirmed', () => {
    const said = ask({ ...takeOver, goal: 'support', seller: 'otherReseller' });
    assert.equal(said.verdict, 'confirm');
    assert.match(said.text('en'), /probably still holds/);
  });

  describe('R59: what is not active gets no transfer', () => {
    const subscription = { ...takeOver, seller: 'cspPartner', licensePlatform: 'newCommerce' } as const;
    for (const [state, verdict, steps] of [
      ['trial', 'confirm', ['turnTrialIntoPaid']],
      ['suspended', 'notEligible', ['reactivateFirst']],
      ['expired', 'otherRoute', ['orderSameLicenses']],
    ] as const) {
      it(`${state}: ${verdict}`, () => {
        for (const rest of [{}, asReseller]) {
          const said = ask({ ...subscription, ...rest, state });
          assert.equal(said.verdict, verdict);
          const all = steps.map((id) =>
            id === 'orderSameLicenses' && 'partner' in rest ? 'providerOrdersSameLicenses' : id,
          );
          assert.deepEqual(missing(said.steps, ...all), []);
          assert.ok(!said.steps.some((id) => /equest(s)?Transfer|currentPartnerAccepts/.test(id)));
        }
      });
    }

    it('Azure of a CSP partner and under an agreement: only what is active moves', () => {
      const azure = { ...takeOver, service: 'usage' } as const;
      const plan = { ...azure, seller: 'cspPartner', azurePlatform: 'azurePlan' } as const;
      const agreements = [
        { ...azure, seller: 'enterpriseAgreement', enrollment: 'direct', designation: 'held' },
        { ...azure, seller: 'mcaEnterprise', designation: 'held' },
      ] as const;
      assert.ok(ask({ ...plan, state: 'active' }).steps.includes('requestTransfer'));
      for (const one of agreements)
        assert.ok(ask({ ...one, state: 'active' }).steps.includes('requestBillingTransfer'));
      for (const situation of [plan, { ...plan, ...asReseller }, ...agreements]) {
        for (const state of ['trial', 'suspended', 'expired'] as const) {
          const said = ask({ ...situation, state });
          const name = JSON.stringify(said.guidance.situation);
          assert.ok(!said.steps.some((id) => /ransfer|Accepts(Azure|Licenses)/.test(id)), name);
          assert.equal(said.verdict, state === 'suspended' ? 'notEligible' : 'otherRoute', name);
          const wanted =
            state === 'suspended' ? /reactivateFirst|enableAzureFirst/ : /(C|c)reates?AzureSubscription/;
          assert.ok(
            said.steps.some((id) => wanted.test(id)),
            name,
          );
        }
      }
    });

    it('active is assumed, is not asked, and one tap changes it', () => {
      const said = ask(subscription);
      assert.ok(said.guidance.assumed.some(({ fact, option }) => fact === 'state' && option === 'active'));
    });
  });
});

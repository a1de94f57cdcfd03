import assert from 'node:assert/strict';
import { LANGUAGE_TAGS, LANGUAGES } from '../../../src/language/languages.js';
import { optionsOf, type Situation } from '../../../src/policy/facts.js';
import { ask, missing } from './printed.js';

const customer = { cloud: 'public', partner: 'directBill' } as const;
const outside = ['microsoft', 'enterpriseAgreement', 'volumeLicensing', 'advisor', 'ownAdvisor'] as const;
const qualifying = [...outside, 'formerCspPartner', 'otherReseller'] as const;

/** “Provision or support”, the article's own phrase. */
const PROVISION = {
  en: /provision or support/,
  ru: /подготовили к работе или поддерживали/,
  'zh-CN': /预配或支持/,
  'pt-BR': /provisionar/,
  hu: /kiépítésével vagy támogatásával/,
} as const;

describe('In practice: what the articles of 2019 and 2020 said', () => {
  for (const edition of ['2019-03', '2020-06'] as const) {
    it(`${edition}: licences can be taken over when they have ended, but for those of a CSP or Syndication Partner`, () => {
      for (const seller of qualifying) {
        const said = ask({ ...customer, service: 'license', seller, goal: 'takeOver' }, edition);
        assert.equal(said.verdict, 'otherRoute', seller);
        assert.deepEqual(missing(said.reasons, 'licensesMoveAfterTheirEnd', 'supportMeanwhile'), []);
        assert.deepEqual(said.steps, ['waitOrCancel']);
      }
      for (const seller of ['cspPartner', 'syndicationPartner'] as const) {
        const said = ask({ ...customer, service: 'license', seller, goal: 'takeOver' }, edition);
        assert.equal(said.verdict, 'notEligible', seller);
        assert.deepEqual(said.steps, ['waitOrCancel']);
      }
    });

    it(`${edition}: who only adds services to Azure switches nothing`, () => {
      for (const seller of optionsOf('seller') as readonly NonNullable<Situation['seller']>[]) {
        const situation = { ...customer, service: 'usage', seller, goal: 'addServices' } as const;
        const said = ask(situation, edition);
        assert.ok(!said.steps.includes('switchAzure'), seller);
        assert.ok(!said.reasons.includes('azureCanSwitch'), seller);
        assert.ok(!said.links.includes('switchAzure'), seller);
      }
      const beside = { ...customer, service: 'usage', goal: 'addServices' } as const;
      assert.deepEqual(ask({ ...beside, seller: 'cspPartner' }, edition).steps, ['workTogether']);
      const left = ask({ ...beside, seller: 'formerCspPartner' }, edition);
      assert.equal(left.verdict, 'eligible');
      assert.deepEqual(left.steps, ['createAzureSubscription', 'enterDetails']);
    });

    it(`${edition}: “provision or support” is read, in every language`, () => {
      for (const seller of qualifying) {
        for (const service of ['license', 'usage'] as const) {
          const said = ask({ ...customer, service, seller, goal: 'support' }, edition);
          for (const tag of LANGUAGE_TAGS) assert.match(said.text(tag), PROVISION[tag], `${seller} ${tag}`);
        }
      }
    });

    it(`${edition}: the roles of the head are read in every answer, in every language, or in none`, () => {
      for (const goal of optionsOf('goal') as readonly NonNullable<Situation['goal']>[]) {
        for (const service of optionsOf('service') as readonly NonNullable<Situation['service']>[]) {
          for (const seller of ['microsoft', 'cspPartner', 'otherReseller', 'vianet'] as const) {
            const said = ask({ ...customer, service, seller, goal }, edition);
            for (const tag of LANGUAGE_TAGS) {
              const roles = (['salesAgent', 'userAdmin', 'globalAdmin'] as const).map((role) =>
                LANGUAGES[tag].say(`role.${role}`).toLowerCase(),
              );
              const text = said.text(tag).toLowerCase();
              const read = roles.filter((role) => text.includes(role));
              // What is outside its tables is told by today's words, and not by the article's.
              const spoken = edition === '2020-06' && said.verdict !== 'outOfScope';
              assert.deepEqual(read, spoken ? roles : [], `${goal} ${service} ${seller} ${tag}`);
            }
          }
        }
      }
    });
  }

  it('2018, 21Vianet: “provision or support” is read, in every language', () => {
    const situation = {
      cloud: 'china',
      partner: 'directBill',
      service: 'license',
      seller: 'vianet',
    } as const;
    const said = ask({ ...situation, goal: 'support' });
    for (const tag of LANGUAGE_TAGS) assert.match(said.text(tag), PROVISION[tag], tag);
  });
});

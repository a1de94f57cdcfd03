import assert from 'node:assert/strict';
import { aloud } from '../../../src/cards/aloud.js';
import { LANGUAGE_TAGS, LANGUAGES } from '../../../src/language/languages.js';
import { ask, missing } from './printed.js';

const base = { cloud: 'public', partner: 'directBill' } as const;

describe('In practice: what these rules do not cover, and one’s own company', () => {
  describe('R59: boxed, perpetual, marketplace, support plans', () => {
    for (const goal of ['support', 'addServices', 'takeOver'] as const) {
      it(`end honestly: not covered, which pages are, and what can be done (${goal})`, () => {
        for (const partner of ['directBill', 'indirectProvider', 'indirectReseller'] as const) {
          const said = ask({ ...base, partner, service: 'other', goal });
          assert.equal(said.verdict, 'outOfScope');
          assert.deepEqual(said.steps, [
            'arrangeSeparately',
            'moveSaasByTicket',
            'replaceSupportPlan',
            'sellBeside',
          ]);
          assert.deepEqual(said.cautions, ['returnOnlyBySeller', 'boxedIsOnNoPage']);
          assert.deepEqual(
            missing(said.links, 'subscriptionTransfer', 'billingTransfer', 'cancellation'),
            [],
          );
          assert.ok(!said.reasons.includes('turnsOnUnknown'));
        }
      });
    }

    it('is asked in one question less: where it was bought does not matter', () => {
      const { ask: question } = ask({ ...base, service: 'other', goal: 'takeOver' }).json('en');
      assert.equal(question, null);
    });

    it('the older editions say as well that their article does not speak of it', () => {
      for (const edition of ['2019-03', '2020-06'] as const) {
        const said = ask({ ...base, service: 'other', goal: 'takeOver' }, edition);
        assert.equal(said.verdict, 'outOfScope');
        assert.deepEqual(said.steps, ['arrangeSeparately']);
      }
    });

    for (const tag of LANGUAGE_TAGS) {
      it(`the customer hears what stays, and what can be had (${tag})`, () => {
        const language = LANGUAGES[tag];
        const { guidance } = ask({ ...base, service: 'other', goal: 'takeOver' });
        const said = aloud(language, guidance);
        assert.ok(said.includes(language.say('aloud.outOfScope')));
        assert.ok(said.includes(language.say('aloud.step.arrangeSeparately')));
        assert.ok(said.includes(language.say('aloud.step.sellBeside')));
      });
    }
  });

  it('R68: nobody sells to the own company or an affiliate, and where it matters it is said', () => {
    for (const goal of ['addServices', 'takeOver'] as const) {
      for (const service of ['license', 'usage'] as const) {
        for (const seller of ['microsoft', 'enterpriseAgreement', 'mcaEnterprise', 'cspPartner'] as const) {
          for (const designation of ['held', 'notHeld'] as const) {
            const said = ask({ ...base, service, goal, seller, designation, enrollment: 'direct' });
            assert.ok(said.cautions.includes('ownCompany'), `${goal} ${service} ${seller} ${designation}`);
          }
        }
      }
    }
    assert.ok(
      !ask({ ...base, service: 'license', goal: 'support', seller: 'microsoft' }).cautions.includes(
        'ownCompany',
      ),
    );
    const resell = ask({ ...base, partner: 'indirectReseller', goal: 'resell' });
    assert.deepEqual(missing(resell.cautions, 'ownUseTenant', 'resellerOwnUse'), []);
    assert.ok(resell.links.includes('supportedRelationships'));
    assert.ok(!ask({ ...base, goal: 'resell' }).cautions.includes('resellerOwnUse'));
  });

  it('R69: with several tenants, each step for each of them', () => {
    for (const goal of ['support', 'addServices', 'takeOver'] as const) {
      const said = ask({ ...base, service: 'license', goal, seller: 'enterpriseAgreement' });
      assert.ok(said.cautions.includes('severalTenants'), goal);
      const [caution] = said.guidance.cautions.filter(({ id }) => id === 'severalTenants');
      assert.equal(caution?.certain, true);
    }
    for (const goal of ['addServices', 'takeOver'] as const) {
      const said = ask({ ...base, service: 'usage', goal, seller: 'microsoft' });
      assert.ok(said.cautions.includes('severalTenants'), `Azure ${goal}`);
    }
  });
});

import assert from 'node:assert/strict';
import { LANGUAGES } from '../../../src/language/languages.js';
import { ask } from './printed.js';
import { assertHeard, pageOf } from './says.js';

const support = { cloud: 'public', partner: 'directBill', service: 'license', goal: 'support' } as const;
const agreement = { ...support, seller: 'enterpriseAgreement' } as const;
const direct = { ...support, seller: 'microsoft' } as const;

describe('In practice: admin rights', () => {
  it('R60: licences under an Enterprise Agreement: no GDAP, flatly', () => {
    for (const relationship of ['yes', 'no'] as const) {
      assertHeard(
        { ...agreement, relationship },
        {
          verdict: 'eligible',
          reasons: ['gdapExcludesAgreement'],
          never: ['requestGdap', 'customerApprovesGdap', 'mapGdapGroups'],
        },
      );
    }
  });

  it('R61 and R62: a user account is the way, as our reading; no guests for those with GDAP', () => {
    assertHeard(agreement, {
      steps: ['giveUserAccount'],
      cautions: ['guestCollides'],
      links: ['customersPartners'],
      doubted: ['giveUserAccount'],
    });
    assert.equal(pageOf(agreement, 'giveUserAccount'), 'customersPartners');
  });

  it('R63: GDAP and relationship are two things; GDAP without a relationship is a doubt', () => {
    assertHeard(direct, {
      steps: ['requestRelationship', 'requestGdap'],
      cautions: ['relationshipBeforeGdap'],
      doubted: ['relationshipBeforeGdap'],
    });
  });

  it('R29: what is left when the relationship ends, and when only the rights do', () => {
    assertHeard(
      { ...direct, relationship: 'yes' },
      { cautions: ['whenRelationshipEnds', 'whenRightsEnd'], never: ['requestRelationship'] },
    );
  });

  it('R64: DAP that is left over is replaced, and nobody is told to ask for it or to clear a box', () => {
    assertHeard({ ...direct, relationship: 'yes' }, { cautions: ['dapLeftOver'] });
    for (const language of Object.values(LANGUAGES)) {
      for (const id of ['requestRelationship', 'requestJointRelationship', 'requestGdap'] as const)
        assert.doesNotMatch(language.say(`step.${id}`), /\bDAP\b/, language.tag);
    }
  });

  it('R13: the link of a GDAP request is for one customer only', () => {
    assert.match(ask(direct).text('en'), /link is for this customer only/);
    assert.equal(pageOf(direct, 'requestGdap'), 'gdapRequest');
    assert.equal(pageOf(direct, 'customerApprovesGdap'), 'gdapApproval');
  });

  it('R42: credit for licences is claimed', () => {
    assertHeard(direct, { cautions: ['creditByClaim'] });
  });
});

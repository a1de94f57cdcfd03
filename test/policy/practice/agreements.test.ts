import assert from 'node:assert/strict';
import { LANGUAGES } from '../../../src/language/languages.js';
import { ask } from './printed.js';
import { assertHeard, rolesOf } from './says.js';

const license = { cloud: 'public', partner: 'directBill', service: 'license', seller: 'microsoft' } as const;
const adding = { ...license, goal: 'addServices' } as const;
const azure = { ...adding, service: 'usage' } as const;

describe('In practice: agreements, orders and who does what', () => {
  it('R10: the customer accepts the agreement itself; attesting is for API only, and not for resellers', () => {
    assertHeard(adding, {
      steps: ['customerAcceptsAgreement'],
      cautions: ['attestationByApi'],
      doubted: ['attestationByApi'],
    });
    assertHeard(
      { ...adding, partner: 'indirectReseller' },
      {
        steps: ['customerAcceptsAgreement'],
        cautions: ['resellerMayNotAttest'],
        never: ['attestationByApi'],
      },
    );
    assert.match(ask(adding).text('en'), /5 January 2026/);
  });

  it('R65: selling beside another seller needs the relationship and the agreement, and no GDAP', () => {
    for (const partner of ['directBill', 'indirectProvider', 'indirectReseller'] as const) {
      assertHeard(
        { ...adding, partner },
        {
          verdict: 'eligible',
          reasons: ['relationshipChangesNothing'],
          steps: ['customerAccepts', 'customerAcceptsAgreement'],
          cautions: ['gdapOnlyToManage'],
          never: ['requestGdap', 'customerApprovesGdap', 'mapGdapGroups'],
        },
      );
    }
    assertHeard(azure, { cautions: ['adminAgentsOwn', 'azureTickets'], never: ['requestGdap'] });
  });

  it('R66: rights to manage and to open tickets are told for taking over as well', () => {
    assertHeard({ ...license, goal: 'takeOver' }, { cautions: ['gdapOnlyToManage'], links: ['gdapFaq'] });
    assertHeard({ ...azure, goal: 'takeOver' }, { cautions: ['azureTickets'], links: ['gdapFaq'] });
    assertHeard(
      { ...azure, partner: 'indirectReseller' },
      { cautions: ['resellerNoAzureTickets'], never: ['azureTickets'] },
    );
  });

  it('R67: only direct-bill partners and providers order; a reseller asks its provider; some products only once', () => {
    assertHeard(adding, { steps: ['orderOwnServices'], cautions: ['oncePerCustomer'] });
    assertHeard(
      { ...adding, partner: 'indirectReseller' },
      { steps: ['requestJointRelationship', 'providerOrders'], never: ['orderOwnServices'] },
    );
  });

  it('R70 and R71: Sales agent or Admin agent asks, a Billing admin may accept, and the older page is named', () => {
    for (const partner of ['directBill', 'indirectReseller'] as const) {
      const situation = { ...adding, partner };
      const step = partner === 'directBill' ? 'requestRelationship' : 'requestJointRelationship';
      assert.deepEqual(new Set(rolesOf(situation, step)), new Set(['salesAgent', 'adminAgent']));
      assert.deepEqual(rolesOf(situation, 'customerAccepts'), ['billingAdmin', 'globalAdmin']);
      assert.deepEqual(rolesOf(situation, 'customerAcceptsAgreement'), ['billingAdmin', 'globalAdmin']);
      assertHeard(situation, { cautions: ['billingAdminAccepts'] });
    }
    for (const language of Object.values(LANGUAGES))
      assert.match(language.say('caution.billingAdminAccepts'), /2023/, language.tag);
  });

  it('R72: an Admin agent asks for GDAP, a Global admin approves', () => {
    const support = { ...license, goal: 'support' } as const;
    assert.deepEqual(rolesOf(support, 'requestGdap'), ['adminAgent']);
    assert.deepEqual(rolesOf(support, 'customerApprovesGdap'), ['globalAdmin']);
  });

  it('R73: Admin agents on both sides of a transfer between CSP partners', () => {
    const from = { ...license, service: 'usage', seller: 'cspPartner', goal: 'takeOver' } as const;
    const onPlan = { ...from, azurePlatform: 'azurePlan' } as const;
    assert.deepEqual(rolesOf(onPlan, 'requestTransfer'), ['adminAgent']);
    assert.deepEqual(rolesOf(onPlan, 'currentPartnerAcceptsAzure'), ['adminAgent']);
  });

  it('R2: Advisor and Open have closed, and it is said', () => {
    for (const seller of ['advisor', 'ownAdvisor'] as const)
      assertHeard({ ...adding, seller }, { verdict: 'eligible', cautions: ['programClosed'] });
    assertHeard(
      { ...adding, seller: 'volumeLicensing' },
      { verdict: 'eligible', cautions: ['openEnded'], doubted: ['openEnded'] },
    );
    for (const service of ['license', 'usage'] as const) {
      const taking = { ...license, service, goal: 'takeOver' } as const;
      assertHeard({ ...taking, seller: 'advisor' }, { cautions: ['programClosed'] });
      assertHeard({ ...taking, seller: 'volumeLicensing' }, { cautions: ['openEnded'] });
    }
  });
});

import assert from 'node:assert/strict';
import type { OptionId, Situation } from '../../../src/policy/facts.js';
import { ask } from './printed.js';
import { assertHeard, pageOf, rolesOf } from './says.js';

const azure = { cloud: 'public', partner: 'directBill', service: 'usage' } as const;
const support = { ...azure, goal: 'support' } as const;
const takeOver = { ...azure, goal: 'takeOver' } as const;
const SELLERS = [
  'microsoft',
  'mcaEnterprise',
  'enterpriseAgreement',
  'volumeLicensing',
  'advisor',
  'ownAdvisor',
] as const satisfies readonly OptionId<'seller'>[];
const SELLING = [
  'createAzureSubscription',
  'moveResources',
  'cancelOldAzure',
  'requestRelationship',
  'requestGdap',
];
const direct = {
  ...takeOver,
  seller: 'enterpriseAgreement',
  enrollment: 'direct',
  designation: 'held',
} as const;
const customerAgreement = { ...takeOver, seller: 'mcaEnterprise', designation: 'held' } as const;

describe('In practice: Azure that is only supported', () => {
  for (const seller of [...SELLERS, 'cspPartner', 'formerCspPartner'] as const) {
    it(`R39 to R42: bought as ${seller}, nothing moves; the customer gives access, and the work is credited`, () => {
      for (const partner of ['directBill', 'indirectProvider', 'indirectReseller'] as const) {
        assertHeard(
          { ...support, seller, partner },
          {
            reasons: ['azureNothingMoves'],
            steps: ['giveAzureRole', 'delegateWithLighthouse', 'linkPartnerId'],
            cautions: ['relationshipOpensNoAzure', 'lighthouseLimits', 'noEarnedCredit'],
            links: ['azureRoles', 'lighthouse', 'linkPartnerId'],
            never: [...SELLING, 'providerCreatesAzureSubscription', 'requestJointRelationship'],
          },
        );
      }
    });
  }

  it('the article’s row is told as the way to sell it, and only where it was bought outside CSP', () => {
    for (const seller of SELLERS) assertHeard({ ...support, seller }, { cautions: ['sellAzureInstead'] });
    assert.ok(!ask({ ...support, seller: 'cspPartner' }).cautions.includes('sellAzureInstead'));
  });

  it('R42: under an Enterprise Agreement DPOR too, with both readings as a doubt', () => {
    assertHeard(
      { ...support, seller: 'enterpriseAgreement' },
      { steps: ['setPartnerOfRecord'], cautions: ['creditTwoReadings'], doubted: ['creditTwoReadings'] },
    );
    assert.ok(!ask({ ...support, seller: 'microsoft' }).steps.includes('setPartnerOfRecord'));
  });

  it('R42: an indirect reseller opens no Azure tickets for a CSP subscription', () => {
    assertHeard(
      { ...support, seller: 'cspPartner', partner: 'indirectReseller' },
      { cautions: ['resellerNoAzureTickets'] },
    );
  });

  it('R40: who is not in CSP, or whose customer bought from a seller that is not named, may support it as well', () => {
    assertHeard(
      { ...support, partner: 'notCsp' },
      { verdict: 'notEligible', cautions: ['supportNeedsNoMove'] },
    );
    assertHeard(
      { ...support, seller: 'otherReseller' },
      { verdict: 'confirm', cautions: ['supportNeedsNoMove'] },
    );
  });

  it('R31: another region: a question about support alone, and a doubt', () => {
    assertHeard(
      { ...support, seller: 'microsoft', region: 'different' },
      { verdict: 'notEligible', cautions: ['regionDecidesSelling'], doubted: ['regionDecidesSelling'] },
    );
  });

  it('R74: an Owner or User Access Administrator gives the role, an Owner delegates', () => {
    const situation: Situation = { ...support, seller: 'microsoft' };
    assert.deepEqual(rolesOf(situation, 'giveAzureRole'), ['azureOwner', 'userAccessAdmin']);
    assert.deepEqual(rolesOf(situation, 'delegateWithLighthouse'), ['azureOwner']);
    assert.equal(pageOf(situation, 'giveAzureRole'), 'azureRoles');
    assert.equal(pageOf(situation, 'delegateWithLighthouse'), 'lighthouseOnboard');
    assert.equal(pageOf(situation, 'linkPartnerId'), 'linkPartnerId');
  });
});

describe('In practice: the billing of Azure under an agreement', () => {
  it('R43 and R44: a direct Enterprise Agreement: asked for in the Azure portal, access first, the EA administrator accepts', () => {
    assertHeard(direct, {
      verdict: 'eligible',
      reasons: ['azureBillingMoves'],
      steps: [
        'requestRelationship',
        'customerAcceptsAgreement',
        'ensureAzurePlan',
        'giveAzureRole',
        'requestBillingTransfer',
        'enterpriseAdminAccepts',
      ],
      cautions: [
        'noAccessWithBill',
        'staysBehindTransfer',
        'blocksTransfer',
        'currencyMayChange',
        'oneWayIntoCsp',
      ],
      links: ['billingTransfer'],
      never: ['createAzureSubscription', 'moveResources', 'cancelOldAzure'],
    });
    const { steps } = ask(direct);
    assert.ok(steps.indexOf('giveAzureRole') < steps.indexOf('requestBillingTransfer'));
    assert.deepEqual(rolesOf(direct, 'requestBillingTransfer'), ['adminAgent', 'billingAdmin']);
    assert.deepEqual(rolesOf(direct, 'enterpriseAdminAccepts'), ['enterpriseAdmin']);
    const text = ask(direct).text('en');
    assert.match(text, /Azure portal/);
    assert.match(text, /reservations and savings plans that move/);
    assert.doesNotMatch(text, /30 days/);
  });

  it('R46: an MCA-E has the same transfer, without a question for the kind of agreement', () => {
    assertHeard(customerAgreement, {
      verdict: 'eligible',
      steps: ['requestBillingTransfer', 'billingOwnerAccepts'],
      cautions: ['oneWayIntoCsp'],
      never: ['enterpriseAdminAccepts'],
    });
    assert.deepEqual(rolesOf(customerAgreement, 'billingOwnerAccepts'), [
      'billingOwner',
      'billingContributor',
    ]);
    assert.deepEqual(
      ask({ ...takeOver, seller: 'mcaEnterprise' }).guidance.dependsOn.map(({ fact }) => fact),
      ['designation'],
    );
  });

  it('R45: who may ask changed in 2026, and is a doubt', () => {
    for (const situation of [direct, customerAgreement])
      assertHeard(situation, { cautions: ['whoMayAskChanged'], doubted: ['whoMayAskChanged'] });
  });

  it('R45: an indirect or government agreement is not settled: both readings, ask first, and what works anyway', () => {
    for (const enrollment of ['indirect', 'government'] as const) {
      assertHeard(
        { ...takeOver, seller: 'enterpriseAgreement', enrollment },
        {
          verdict: 'confirm',
          reasons: ['billingMoveUnsettled'],
          steps: ['askMicrosoft'],
          cautions: ['newSubscriptionMeanwhile', 'whoMayAskChanged'],
          doubted: ['billingMoveUnsettled'],
          never: ['requestBillingTransfer', 'cancelOldAzure'],
        },
      );
    }
  });

  it('R45: without the designation: a new subscription in the same tenant, or support where it is', () => {
    for (const seller of ['enterpriseAgreement', 'mcaEnterprise'] as const) {
      assertHeard(
        { ...takeOver, seller, enrollment: 'direct', designation: 'notHeld' },
        {
          verdict: 'eligible',
          steps: ['createAzureSubscription', 'moveResources', 'cancelOldAzure'],
          cautions: [
            'billingTransferNeedsDesignation',
            'supportNeedsNoMove',
            'sameTenantOnly',
            'oneWayIntoCsp',
          ],
          never: ['requestBillingTransfer'],
        },
      );
    }
  });

  it('R43: an indirect reseller asks its provider, whose request can name it', () => {
    assertHeard(
      { ...takeOver, seller: 'enterpriseAgreement', partner: 'indirectReseller' },
      {
        steps: ['providerCreatesAzureSubscription'],
        cautions: ['providerMayTransferBilling'],
        never: ['requestBillingTransfer'],
      },
    );
  });
});

describe('In practice: Azure that is sold', () => {
  it('R21: bought directly: a new subscription in the same tenant, and reservations stay behind', () => {
    for (const seller of ['microsoft', 'volumeLicensing', 'advisor', 'ownAdvisor'] as const) {
      assertHeard(
        { ...takeOver, seller },
        {
          verdict: 'eligible',
          reasons: ['azureCoexists'],
          steps: ['requestRelationship', 'createAzureSubscription', 'moveResources', 'cancelOldAzure'],
          cautions: ['sameTenantOnly', 'adminAgentsOwn', 'supportNeedsNoMove'],
        },
      );
    }
  });

  it('R18 and R19: from a CSP partner: only active items, and legacy Azure may become an Azure plan first', () => {
    const from = { ...takeOver, seller: 'cspPartner' } as const;
    assertHeard({ ...from, azurePlatform: 'azurePlan' }, { cautions: ['whatTransfers'] });
    assertHeard({ ...from, azurePlatform: 'legacyAzure' }, { cautions: ['convertToPlanFirst'] });
  });
});

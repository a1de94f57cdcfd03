import type { Rule } from '../../edition.js';
import type { Own } from './own.js';
import {
  azurePlan,
  customerAgreementDesignated,
  directPartners,
  enterpriseDesignated,
  example,
} from './scope.js';

/** Azure that would be transferred if it were active: what is disabled, a free trial or over gets no transfer. */
const stopped = { state: ['trial', 'expired'] } as const;

const planned = example({
  service: 'usage',
  goal: 'takeOver',
  seller: 'cspPartner',
  azurePlatform: 'azurePlan',
});
const enterprise = example({ service: 'usage', goal: 'takeOver', enrollment: 'direct', designation: 'held' });
const customer = example({
  service: 'usage',
  goal: 'takeOver',
  seller: 'mcaEnterprise',
  designation: 'held',
});

const disabled = [
  ['plan', azurePlan, 'reactivateFirst', ['transferAzure2023', 'transferEligibility2023'], planned],
  ['enterprise', enterpriseDesignated, 'enableAzureFirst', ['billingAccepted2025'], enterprise],
  ['customerAgreement', customerAgreementDesignated, 'enableAzureFirst', ['billingAccepted2025'], customer],
] as const;

const over = [
  ['plan', azurePlan, planned],
  ['enterprise', enterpriseDesignated, enterprise],
  ['customerAgreement', customerAgreementDesignated, customer],
] as const;

export const azureStates = [
  ...disabled.map(
    ([name, when, step, cites, situation]) =>
      ({
        id: `azure.disabled.${name}`,
        when: { ...when, state: ['suspended'] },
        verdict: 'notEligible',
        reasons: ['disabledAzureStays'],
        steps: [step],
        cites,
        example: { ...situation, state: 'suspended' },
      }) as const satisfies Rule<Own>,
  ),
  ...over.flatMap(
    ([name, when, situation]) =>
      [
        {
          id: `azure.over.${name}`,
          when: { ...when, ...stopped },
          verdict: 'otherRoute',
          reasons: ['azureIsBegunAnew'],
          links: ['subscriptionTransfer'],
          cites: ['newAzure2022', 'products2025'],
          example: { ...situation, state: 'trial' },
        },
        {
          id: `azure.over.${name}.create`,
          when: { ...when, ...stopped, partner: directPartners },
          steps: ['createAzureSubscription'],
          cites: ['newAzure2022'],
          example: { ...situation, state: 'expired' },
        },
      ] as const satisfies readonly Rule<Own>[],
  ),
  {
    id: 'azure.over.plan.providerCreates',
    when: { ...azurePlan, ...stopped, partner: ['indirectReseller'] },
    steps: ['providerCreatesAzureSubscription'],
    cites: ['newAzure2022', 'resellerTasks2022'],
    example: { ...planned, partner: 'indirectReseller', state: 'trial' },
  },
] as const satisfies readonly Rule<Own>[];

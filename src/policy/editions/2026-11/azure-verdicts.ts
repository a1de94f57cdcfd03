import type { Rule } from '../../edition.js';
import type { Own } from './own.js';
import {
  activeAzurePlan,
  azureOfAgreement,
  billingOfCustomerAgreement,
  billingOfEnterprise,
  billingUnsettled,
  customerAgreementUndesignated,
  enterpriseUndesignated,
  example,
  legacyAzure,
  takeOver,
  withoutBillingMove,
} from './scope.js';

const taking = { service: 'usage', goal: 'takeOver' } as const;
const article = ['articleUsage', 'articleUsage2023'] as const;
const transfer = ['billingTransfer2025', 'transferHub2025'] as const;

/** The deciding rules for taking Azure over. */
export const takingAzureOver = [
  {
    id: 'usage.fromOutside',
    when: { ...takeOver, service: ['usage'], seller: withoutBillingMove },
    verdict: 'eligible',
    cites: article,
    example: example({ ...taking, seller: 'microsoft' }),
  },
  {
    id: 'usage.agreement.reseller',
    when: { ...azureOfAgreement, partner: ['indirectReseller'] },
    verdict: 'eligible',
    cites: article,
    example: example({ ...taking, partner: 'indirectReseller' }),
  },
  {
    id: 'usage.undesignated.enterprise',
    when: enterpriseUndesignated,
    verdict: 'eligible',
    cites: article,
    example: example({ ...taking, enrollment: 'direct', designation: 'notHeld' }),
  },
  {
    id: 'usage.undesignated.customerAgreement',
    when: customerAgreementUndesignated,
    verdict: 'eligible',
    cites: article,
    example: example({ ...taking, seller: 'mcaEnterprise', designation: 'notHeld' }),
  },
  {
    id: 'usage.billing.enterprise',
    when: billingOfEnterprise,
    verdict: 'eligible',
    cites: transfer,
    example: example({ ...taking, enrollment: 'direct', designation: 'held' }),
  },
  {
    id: 'usage.billing.customerAgreement',
    when: billingOfCustomerAgreement,
    verdict: 'eligible',
    cites: transfer,
    example: example({ ...taking, seller: 'mcaEnterprise', designation: 'held' }),
  },
  {
    id: 'usage.billing.unsettled',
    when: billingUnsettled,
    verdict: 'confirm',
    reasons: ['billingMoveUnsettled'],
    steps: ['askMicrosoft'],
    cautions: ['newSubscriptionMeanwhile', 'whoMayAskChanged'],
    links: ['billingTransfer', 'subscriptionTransfer'],
    cites: ['transferHub2025', 'billingTransfer2026'],
    uncertain: true,
    example: example({ ...taking, enrollment: 'indirect' }),
  },
  {
    id: 'usage.transfer',
    when: activeAzurePlan,
    verdict: 'otherRoute',
    reasons: ['azurePlanTransfers'],
    links: ['transferSubscriptions'],
    cites: ['transferAzure2023', 'transferCustomer2025'],
    changes: ['azureTransferRequest'],
    example: example({ ...taking, seller: 'cspPartner', azurePlatform: 'azurePlan' }),
  },
  {
    id: 'usage.switch',
    when: legacyAzure,
    verdict: 'otherRoute',
    reasons: ['legacyAzureByTicket'],
    links: ['switchAzure'],
    cites: ['switchAzure2023'],
    changes: ['legacyAzureOnly'],
    example: example({ ...taking, seller: 'cspPartner', azurePlatform: 'legacyAzure' }),
  },
] as const satisfies readonly Rule<Own>[];

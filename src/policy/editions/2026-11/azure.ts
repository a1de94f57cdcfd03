import type { Rule } from '../../edition.js';
import type { Own } from './own.js';
import {
  azureOfAgreement,
  customerAgreementUndesignated,
  directPartners,
  enterpriseUndesignated,
  example,
  inScope,
  outsideCsp,
  withMicrosoft,
  withoutBillingMove,
} from './scope.js';

/** Azure from outside CSP that is to be sold: a new subscription beside the old one, or in its place. */
const selling = {
  ...inScope,
  service: ['usage'],
  seller: outsideCsp,
  goal: ['addServices', 'takeOver'],
} as const;
const fromOthers = { ...selling, seller: withoutBillingMove } as const;

/**
 * Where a new Azure subscription is the way. The conditions are disjoint: together they are everything
 * from outside CSP but what has its billing moved.
 */
const newSubscription = [
  ['other', fromOthers],
  ['beside', { ...selling, seller: withMicrosoft, goal: ['addServices'] }],
  ['reseller', { ...azureOfAgreement, partner: ['indirectReseller'] }],
  ['designation', enterpriseUndesignated],
  ['designationForCustomerAgreement', customerAgreementUndesignated],
] as const;

const examples = {
  other: example({ service: 'usage', seller: 'microsoft', goal: 'takeOver' }),
  beside: example({ service: 'usage', goal: 'addServices' }),
  reseller: example({ service: 'usage', goal: 'takeOver', partner: 'indirectReseller' }),
  designation: example({
    service: 'usage',
    goal: 'takeOver',
    enrollment: 'direct',
    designation: 'notHeld',
  }),
  designationForCustomerAgreement: example({
    service: 'usage',
    goal: 'takeOver',
    seller: 'mcaEnterprise',
    designation: 'notHeld',
  }),
} as const;

const creating = newSubscription.flatMap(([name, when]) => {
  const has = (all: readonly string[], one: string): boolean => all.includes(one);
  const own = {
    id: `azure.create.${name}`,
    when: { ...when, partner: directPartners },
    steps: ['createAzureSubscription'],
    cites: ['articleUsage', 'articleUsage2023', 'newAzure2022'],
    example: examples[name],
  } as const satisfies Rule<Own>;
  const owner = {
    id: `azure.owner.${name}`,
    when: { ...when, partner: directPartners },
    cautions: ['adminAgentsOwn'],
    cites: ['gdapOrders2023'],
    example: examples[name],
  } as const satisfies Rule<Own>;
  const provider = {
    id: `azure.providerCreates.${name}`,
    when: { ...when, partner: ['indirectReseller'] },
    steps: ['providerCreatesAzureSubscription'],
    cites: ['articleUsage', 'articleUsage2023', 'resellerTasks2022'],
    example: { ...examples[name], partner: 'indirectReseller' },
  } as const satisfies Rule<Own>;
  const replace = {
    id: `azure.replace.${name}`,
    when: { ...when, goal: ['takeOver'] },
    steps: ['moveResources', 'cancelOldAzure'],
    cautions: ['moveMayInterrupt', 'sameTenantOnly'],
    links: ['subscriptionTransfer'],
    changes: ['azureMoveResources'],
    cites: ['transferHub2025', 'newAzure2022', 'articleUsage2023'],
    example: examples[name],
  } as const satisfies Rule<Own>;
  const access = {
    id: `azure.supportInstead.${name}`,
    when: { ...when, goal: ['takeOver'] },
    cautions: ['supportNeedsNoMove'],
    links: ['azureRoles'],
    cites: ['azureRoles2024', 'lighthouse2026'],
    example: examples[name],
  } as const satisfies Rule<Own>;
  const coexists = {
    id: `azure.coexist.${name}`,
    when,
    reasons: ['azureCoexists'],
    cites: ['articleUsage2023', 'articleUsage'],
    example: examples[name],
  } as const satisfies Rule<Own>;
  const tickets = {
    id: `azure.tickets.${name}`,
    when: { ...when, partner: directPartners },
    cautions: ['azureTickets'],
    links: ['gdapFaq'],
    cites: ['gdapOrders2023', 'leastPrivileged2023'],
    example: examples[name],
  } as const satisfies Rule<Own>;
  return [
    coexists,
    ...(has(when.partner, 'directBill') ? [own, owner, tickets] : []),
    ...(has(when.partner, 'indirectReseller') ? [provider] : []),
    ...(has(when.goal, 'takeOver') ? [replace, access] : []),
  ];
});

export const azure = [
  ...creating,
  {
    id: 'azure.designationMissing.enterprise',
    when: enterpriseUndesignated,
    cautions: ['billingTransferNeedsDesignation'],
    links: ['billingTransfer'],
    cites: ['billingTransfer2026'],
    example: examples.designation,
  },
  {
    id: 'azure.designationMissing.customerAgreement',
    when: customerAgreementUndesignated,
    cautions: ['billingTransferNeedsDesignation'],
    links: ['billingTransfer'],
    cites: ['billingTransfer2026'],
    example: examples.designationForCustomerAgreement,
  },
  {
    id: 'azure.askProvider',
    when: { ...azureOfAgreement, partner: ['indirectReseller'] },
    cautions: ['providerMayTransferBilling'],
    links: ['billingTransfer'],
    cites: ['billingTransfer2026', 'partnerTransfers'],
    example: example({ service: 'usage', goal: 'takeOver', partner: 'indirectReseller' }),
  },
  {
    id: 'azure.oneWay',
    when: azureOfAgreement,
    cautions: ['oneWayIntoCsp'],
    cites: ['transferHub2025'],
    example: examples.designation,
  },
] as const satisfies readonly Rule<Own>[];

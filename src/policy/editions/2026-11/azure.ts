import type { Rule } from '../../edition.js';
import type { Own } from './own.js';
import {
  billingTransfer,
  cspSellers,
  directPartners,
  example,
  inCsp,
  inScope,
  outsideCsp,
  takeOver,
} from './scope.js';

/**
 * Azure from outside CSP: a new subscription beside the old one, or, out of a direct Enterprise Agreement
 * and only for designated partners, a transfer of billing. Azure from a CSP partner: transfer or ticket.
 */
const fromOutside = { ...inScope, service: ['usage'], seller: outsideCsp } as const;
const exceptAgreement = ['microsoft', 'mcaEnterprise', 'volumeLicensing', 'advisor', 'ownAdvisor'] as const;
const fromPartner = { ...takeOver, service: ['usage'], seller: cspSellers } as const;
const onAzurePlan = { ...fromPartner, azurePlatform: ['azurePlan'] } as const;
const onLegacyAzure = { ...fromPartner, azurePlatform: ['legacyAzure'] } as const;
const takingFromAgreement = { ...takeOver, service: ['usage'], seller: ['enterpriseAgreement'] } as const;

/**
 * Where a new Azure subscription is the way. The conditions are disjoint: together they are everything
 * from outside CSP but the one case in which billing moves instead.
 */
const newSubscription = [
  ['other', { ...fromOutside, seller: exceptAgreement }],
  ['beside', { ...fromOutside, seller: ['enterpriseAgreement'], goal: ['support', 'addServices'] }],
  ['reseller', { ...takingFromAgreement, partner: ['indirectReseller'] }],
  ['enrollment', { ...takingFromAgreement, partner: directPartners, enrollment: ['indirect', 'government'] }],
  [
    'designation',
    { ...takingFromAgreement, partner: directPartners, enrollment: ['direct'], designation: ['notHeld'] },
  ],
] as const;

const examples = {
  other: example({ service: 'usage', seller: 'microsoft' }),
  beside: example({ service: 'usage' }),
  reseller: example({ service: 'usage', goal: 'takeOver', partner: 'indirectReseller' }),
  enrollment: example({ service: 'usage', goal: 'takeOver', enrollment: 'government' }),
  designation: example({ service: 'usage', goal: 'takeOver', enrollment: 'direct', designation: 'notHeld' }),
} as const;

const creating = newSubscription.flatMap(([name, when]) => {
  const by = (partner: string): boolean => (when.partner as readonly string[]).includes(partner);
  const goals = when.goal.filter((goal) => goal !== 'addServices');
  const own = {
    id: `azure.create.${name}`,
    when: { ...when, partner: directPartners },
    steps: ['createAzureSubscription'],
    cites: ['articleUsage', 'articleUsage2023', 'newAzure2022'],
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
    when: { ...when, goal: goals },
    steps: ['moveResources', 'cancelOldAzure'],
    cautions: ['moveMayInterrupt'],
    links: ['subscriptionTransfer'],
    changes: ['azureMoveResources'],
    cites: ['newAzure2022', 'articleUsage2023'],
    example: examples[name],
  } as const satisfies Rule<Own>;
  return [...(by('directBill') ? [own] : []), ...(by('indirectReseller') ? [provider] : []), replace];
});

export const azure = [
  ...creating,
  {
    id: 'azure.coexist',
    when: fromOutside,
    reasons: ['azureCoexists'],
    cites: ['articleUsage2023', 'articleUsage'],
    example: example({ service: 'usage' }),
  },
  {
    id: 'azure.billingTransfer',
    when: billingTransfer,
    reasons: ['azureBillingMoves'],
    steps: ['requestBillingTransfer'],
    links: ['billingTransfer'],
    changes: ['azureBillingTransfer'],
    cites: ['billingTransfer2026'],
    example: example({ service: 'usage', goal: 'takeOver', enrollment: 'direct', designation: 'held' }),
  },
  {
    id: 'azure.billingTransferAccepted',
    when: billingTransfer,
    steps: ['accountOwnerAccepts'],
    cautions: ['checkReservations'],
    cites: ['billingTransfer2020'],
    example: example({ service: 'usage', goal: 'takeOver', enrollment: 'direct', designation: 'held' }),
  },
  {
    id: 'azure.agreementNotTransferable',
    when: { ...takingFromAgreement, partner: directPartners, enrollment: ['indirect', 'government'] },
    cautions: ['noBillingTransfer'],
    links: ['billingTransfer'],
    cites: ['billingTransfer2026'],
    example: example({ service: 'usage', goal: 'takeOver', enrollment: 'indirect' }),
  },
  {
    id: 'azure.designationMissing',
    when: {
      ...takingFromAgreement,
      partner: directPartners,
      enrollment: ['direct'],
      designation: ['notHeld'],
    },
    cautions: ['billingTransferNeedsDesignation'],
    links: ['billingTransfer'],
    cites: ['billingTransfer2026'],
    example: example({ service: 'usage', goal: 'takeOver', enrollment: 'direct', designation: 'notHeld' }),
  },
  {
    id: 'azure.askProvider',
    when: { ...takingFromAgreement, partner: ['indirectReseller'] },
    cautions: ['providerMayTransferBilling'],
    links: ['billingTransfer'],
    cites: ['billingTransfer2026'],
    example: example({ service: 'usage', goal: 'takeOver', partner: 'indirectReseller' }),
  },
  {
    id: 'azure.planFirst',
    when: onAzurePlan,
    steps: ['ensureAzurePlan'],
    cites: ['transferAzure2023'],
    example: example({
      service: 'usage',
      goal: 'takeOver',
      seller: 'cspPartner',
      azurePlatform: 'azurePlan',
    }),
  },
  {
    id: 'azure.requestTransfer',
    when: { ...onAzurePlan, partner: directPartners },
    steps: ['requestTransfer'],
    cites: ['transferAzure2023'],
    example: example({
      service: 'usage',
      goal: 'takeOver',
      seller: 'cspPartner',
      azurePlatform: 'azurePlan',
    }),
  },
  {
    id: 'azure.providerTransfer',
    when: { ...onAzurePlan, partner: ['indirectReseller'] },
    steps: ['providerRequestsTransfer'],
    cites: ['transferAzure2023'],
    example: example({
      partner: 'indirectReseller',
      service: 'usage',
      goal: 'takeOver',
      seller: 'cspPartner',
      azurePlatform: 'azurePlan',
    }),
  },
  {
    id: 'azure.transferAccepted',
    when: onAzurePlan,
    steps: ['currentPartnerAcceptsAzure', 'fixAzureAccess'],
    cautions: ['azurePricesChange'],
    cites: ['transferAzure2023'],
    example: example({
      service: 'usage',
      goal: 'takeOver',
      seller: 'cspPartner',
      azurePlatform: 'azurePlan',
    }),
  },
  {
    id: 'azure.switchTicket',
    when: onLegacyAzure,
    steps: ['customerNotifies', 'currentPartnerOpensTicket', 'removeOldAccess'],
    cites: ['switchAzure2023'],
    example: example({
      service: 'usage',
      goal: 'takeOver',
      seller: 'cspPartner',
      azurePlatform: 'legacyAzure',
    }),
  },
  {
    id: 'azure.switchForm',
    when: { ...onLegacyAzure, partner: directPartners },
    steps: ['signChangeForm'],
    cites: ['switchAzure2023'],
    example: example({
      service: 'usage',
      goal: 'takeOver',
      seller: 'cspPartner',
      azurePlatform: 'legacyAzure',
    }),
  },
  {
    id: 'azure.switchNeedsProvider',
    when: { ...onLegacyAzure, partner: ['indirectReseller'] },
    steps: ['providerSignsChangeForm'],
    cautions: ['switchOnlyThroughProvider'],
    cites: ['switchAzure2023'],
    example: example({
      partner: 'indirectReseller',
      service: 'usage',
      goal: 'takeOver',
      seller: 'cspPartner',
      azurePlatform: 'legacyAzure',
    }),
  },
  {
    id: 'usGov.adminRights',
    when: { cloud: ['usGov'], partner: inCsp, goal: ['support', 'addServices', 'takeOver'] },
    cautions: ['noGdapInUsGov'],
    cites: ['usGovGdap'],
    example: { cloud: 'usGov', partner: 'directBill', goal: 'support' },
  },
  {
    id: 'usGov.permissions',
    when: { cloud: ['usGov'], partner: inCsp, goal: ['support', 'addServices', 'takeOver'] },
    cautions: ['usGovPermissionsIncluded'],
    cites: ['relationship2023'],
    example: { cloud: 'usGov', partner: 'directBill', goal: 'support' },
  },
] as const satisfies readonly Rule<Own>[];

import type { Rule } from '../../edition.js';
import type { Own } from './own.js';
import { cspSellers, directPartners, example, takeOver, transferableLicenses } from './scope.js';

/** Taking licences over: a transfer request between partners, or a new order after which the old ones end. */
const licenses = { ...takeOver, service: ['license'] } as const;
const underAgreement = { ...licenses, seller: ['enterpriseAgreement'] } as const;
/** Bought from Microsoft itself, also with an Advisor's help: who bills the old subscription is Microsoft. */
const bought = ['microsoft', 'advisor', 'ownAdvisor'] as const;
const fromPartner = { ...licenses, seller: cspSellers } as const;
const transferable = { ...transferableLicenses, state: ['active'] } as const;

const direct = example({ goal: 'takeOver', seller: 'microsoft' });
const agreement = example({ goal: 'takeOver' });
const customerAgreement = example({ goal: 'takeOver', seller: 'mcaEnterprise' });
const newCommerce = example({ goal: 'takeOver', seller: 'cspPartner', licensePlatform: 'newCommerce' });
const legacy = example({ goal: 'takeOver', seller: 'cspPartner', licensePlatform: 'legacy' });

/** Where the same is ordered anew: the disjoint conditions, each with what the rules there are called. */
const ordered = [
  ['license', { ...licenses, seller: [...bought, 'volumeLicensing'] }, ['moveLicenses2023'], direct],
  ['license.legacy', { ...fromPartner, licensePlatform: ['legacy'] }, ['moveLicenses2023'], legacy],
  [
    'license.expired',
    { ...transferableLicenses, state: ['expired'] },
    ['lifecycle2023'],
    { ...newCommerce, state: 'expired' },
  ],
] as const;

const orders = ordered.flatMap(
  ([name, when, cites, situation]) =>
    [
      {
        id: `${name}.order`,
        when: { ...when, partner: directPartners },
        steps: ['orderSameLicenses'],
        cites,
        example: situation,
      },
      {
        id: `${name}.providerOrders`,
        when: { ...when, partner: ['indirectReseller'] },
        steps: ['providerOrdersSameLicenses'],
        cites: [...cites, 'resellerTasks2022'],
        example: { ...situation, partner: 'indirectReseller' },
      },
    ] as const satisfies readonly Rule<Own>[],
);

/** Where the old subscription is left to end after the new order. */
const replaced = [
  ['outside', { ...licenses, seller: [...bought, 'volumeLicensing', 'enterpriseAgreement'] }, direct],
  ['legacy', { ...fromPartner, licensePlatform: ['legacy'] }, legacy],
] as const;

const endings = replaced.map(
  ([name, when, situation]) =>
    ({
      id: `license.endOld.${name}`,
      when,
      steps: ['endOldLicenses'],
      cites: ['moveLicenses2023'],
      example: situation,
    }) as const satisfies Rule<Own>,
);

/** Where an old new-commerce subscription is left to end, and may go on as a paid extension. */
const leftToEnd = [
  [
    'direct',
    { ...licenses, seller: bought, licensePlatform: ['newCommerce'] },
    { ...direct, licensePlatform: 'newCommerce' },
  ],
  ['customerAgreement', { ...licenses, seller: ['mcaEnterprise'] }, customerAgreement],
] as const;

const extendedTerm = leftToEnd.flatMap(
  ([name, when, situation]) =>
    [
      {
        id: `license.extendedTerm.${name}`,
        when,
        cautions: ['extendedServiceTerm', 'serviceStopsAtOnce', 'whoSetsTheEnding'],
        links: ['extendedTerms'],
        cites: ['extendedTerms', 'extendedTerm2026'],
        example: situation,
      },
      {
        id: `license.extendedTermSince.${name}`,
        when,
        cautions: ['extendedTermSince'],
        cites: ['extendedTerms', 'lifecycle2023'],
        uncertain: true,
        example: situation,
      },
    ] as const satisfies readonly Rule<Own>[],
);

export const licensesTakenOver = [
  ...orders,
  ...endings,
  ...extendedTerm,
  {
    id: 'license.renewToCsp',
    when: { ...underAgreement, partner: directPartners },
    steps: ['scheduleChannelTransfer'],
    cites: ['moveLicenses'],
    example: agreement,
  },
  {
    id: 'license.providerRenewsToCsp',
    when: { ...underAgreement, partner: ['indirectReseller'] },
    steps: ['providerSchedulesChannelTransfer'],
    cites: ['moveLicenses'],
    example: { ...agreement, partner: 'indirectReseller' },
  },
  {
    id: 'license.directCredit',
    when: { ...licenses, seller: ['microsoft'] },
    cautions: ['usuallyNoRefund'],
    cites: ['moveLicenses2023'],
    example: direct,
  },
  {
    id: 'license.legacyStays',
    when: { ...fromPartner, licensePlatform: ['legacy'] },
    reasons: ['legacyLicensesStay'],
    cites: ['legacyTransfer2021', 'legacyTransfer', 'transferScope'],
    uncertain: true,
    example: legacy,
  },
  {
    id: 'license.legacyRefund',
    when: { ...fromPartner, licensePlatform: ['legacy'] },
    cautions: ['legacyRefund'],
    cites: ['legacyCredit2021', 'moveLicenses2023'],
    example: legacy,
  },
  {
    id: 'license.manySubscriptions',
    when: { ...fromPartner, licensePlatform: ['legacy'] },
    cautions: ['manySubscriptions'],
    cites: ['tenantCeiling2022', 'moveLicenses2023'],
    example: legacy,
  },
  {
    id: 'license.customerAgreement.order',
    when: { ...licenses, seller: ['mcaEnterprise'], partner: directPartners },
    steps: ['orderSameLicenses', 'endOldLicenses'],
    cites: ['moveLicenses2023', 'products2025'],
    uncertain: true,
    example: customerAgreement,
  },
  {
    id: 'license.customerAgreement.providerOrders',
    when: { ...licenses, seller: ['mcaEnterprise'], partner: ['indirectReseller'] },
    steps: ['providerOrdersSameLicenses', 'endOldLicenses'],
    cites: ['moveLicenses2023', 'products2025'],
    uncertain: true,
    example: { ...customerAgreement, partner: 'indirectReseller' },
  },
  {
    id: 'license.requestTransfer',
    when: { ...transferable, partner: directPartners },
    steps: ['requestTransfer'],
    cites: ['transferScope', 'transfer'],
    example: newCommerce,
  },
  {
    id: 'license.providerTransfer',
    when: { ...transferable, partner: ['indirectReseller'] },
    steps: ['providerRequestsTransfer'],
    cites: ['transferScope', 'transfer'],
    example: { ...newCommerce, partner: 'indirectReseller' },
  },
  {
    id: 'license.transferAccepted',
    when: transferable,
    steps: ['currentPartnerAcceptsLicenses'],
    cites: ['transferScope', 'transfer'],
    example: newCommerce,
  },
  {
    id: 'license.transferLimits',
    when: transferable,
    cautions: ['transferMayBeRefused', 'softwareStays'],
    cites: ['transfer'],
    example: newCommerce,
  },
  {
    id: 'license.cancelWindow',
    when: transferable,
    cautions: ['sevenDays'],
    cites: ['cancellation2023'],
    example: newCommerce,
  },
  {
    id: 'license.refusedAndEnding',
    when: transferable,
    cautions: ['leftToEndInstead', 'whoSetsTheEnding'],
    links: ['extendedTerms'],
    cites: ['extendedTerms', 'extendedTerm2026'],
    example: newCommerce,
  },
] as const satisfies readonly Rule<Own>[];

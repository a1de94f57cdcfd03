import type { Rule } from '../../edition.js';
import type { Own } from './own.js';
import { cspSellers, directPartners, example, outsideCsp, takeOver } from './scope.js';

/** Taking licences over: a transfer request between partners, or a new order beside the old one. */
const fromOutside = { ...takeOver, service: ['license'], seller: outsideCsp } as const;
/** Enterprise Agreement licences are scheduled to renew in CSP instead, where the partner orders itself. */
const notAgreement = ['microsoft', 'mcaEnterprise', 'volumeLicensing', 'advisor', 'ownAdvisor'] as const;
const fromPartner = { ...takeOver, service: ['license'], seller: cspSellers } as const;
const transferable = { ...fromPartner, licensePlatform: ['newCommerce'], state: ['active'] } as const;
const expired = { ...transferable, state: ['expired'] } as const;
const expiredExample = example({
  goal: 'takeOver',
  seller: 'cspPartner',
  licensePlatform: 'newCommerce',
  state: 'expired',
});

export const licenses = [
  {
    id: 'license.renewToCsp',
    when: { ...fromOutside, seller: ['enterpriseAgreement'], partner: directPartners },
    steps: ['scheduleChannelTransfer'],
    cites: ['moveLicenses'],
    example: example({ goal: 'takeOver' }),
  },
  {
    id: 'license.reorder',
    when: { ...fromOutside, seller: notAgreement, partner: directPartners },
    steps: ['orderSameLicenses'],
    cites: ['moveLicenses2023'],
    example: example({ goal: 'takeOver', seller: 'microsoft' }),
  },
  {
    id: 'license.providerReorders',
    when: { ...fromOutside, partner: ['indirectReseller'] },
    steps: ['providerOrdersSameLicenses'],
    cites: ['moveLicenses2023', 'resellerTasks2022'],
    example: example({ partner: 'indirectReseller', goal: 'takeOver', seller: 'microsoft' }),
  },
  {
    id: 'license.endOld',
    when: fromOutside,
    steps: ['endOldLicenses'],
    cites: ['moveLicenses2023'],
    example: example({ goal: 'takeOver', seller: 'microsoft' }),
  },
  {
    id: 'license.directCredit',
    when: { ...fromOutside, seller: ['microsoft'] },
    cautions: ['usuallyNoRefund'],
    cites: ['moveLicenses2023'],
    example: example({ goal: 'takeOver', seller: 'microsoft' }),
  },
  {
    id: 'license.expired.order',
    when: { ...expired, partner: directPartners },
    steps: ['orderSameLicenses'],
    cites: ['lifecycle2023'],
    example: expiredExample,
  },
  {
    id: 'license.expired.providerOrders',
    when: { ...expired, partner: ['indirectReseller'] },
    steps: ['providerOrdersSameLicenses'],
    cites: ['lifecycle2023', 'resellerTasks2022'],
    example: { ...expiredExample, partner: 'indirectReseller' },
  },
  {
    id: 'license.requestTransfer',
    when: { ...transferable, partner: directPartners },
    steps: ['requestTransfer'],
    cites: ['transfer'],
    example: example({ goal: 'takeOver', seller: 'cspPartner', licensePlatform: 'newCommerce' }),
  },
  {
    id: 'license.providerTransfer',
    when: { ...transferable, partner: ['indirectReseller'] },
    steps: ['providerRequestsTransfer'],
    cites: ['transfer'],
    example: example({
      partner: 'indirectReseller',
      goal: 'takeOver',
      seller: 'cspPartner',
      licensePlatform: 'newCommerce',
    }),
  },
  {
    id: 'license.transferAccepted',
    when: transferable,
    steps: ['currentPartnerAcceptsLicenses'],
    cautions: ['transferMayBeRefused'],
    cites: ['transfer'],
    example: example({ goal: 'takeOver', seller: 'cspPartner', licensePlatform: 'newCommerce' }),
  },
  {
    id: 'license.cancelWindow',
    when: transferable,
    cautions: ['sevenDays'],
    cites: ['cancellation2023'],
    example: example({ goal: 'takeOver', seller: 'cspPartner', licensePlatform: 'newCommerce' }),
  },
  {
    id: 'license.extendedTerm',
    when: fromPartner,
    cautions: ['extendedServiceTerm'],
    cites: ['extendedTerm2026'],
    example: example({ goal: 'takeOver', seller: 'cspPartner', licensePlatform: 'legacy' }),
  },
] as const satisfies readonly Rule<Own>[];

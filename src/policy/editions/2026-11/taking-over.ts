import type { Rule } from '../../edition.js';
import type { Own } from './own.js';
import { example, takeOver } from './scope.js';

/** Licences that could be transferred between partners, if they are in the right state. */
const transferring = {
  ...takeOver,
  service: ['license'],
  seller: ['cspPartner', 'formerCspPartner'],
  licensePlatform: ['newCommerce'],
} as const;

/** The deciding rules for taking licences over. */
export const takingOver = [
  {
    id: 'license.moveFromOutside',
    when: {
      ...takeOver,
      service: ['license'],
      seller: ['microsoft', 'enterpriseAgreement', 'volumeLicensing', 'advisor', 'ownAdvisor'],
    },
    verdict: 'otherRoute',
    reasons: ['licensesMoveByReorder'],
    links: ['moveLicenses'],
    cites: ['moveLicenses2023', 'moveLicenses'],
    changes: ['licenseMove'],
    example: example({ goal: 'takeOver' }),
  },
  {
    id: 'license.customerAgreement',
    when: { ...takeOver, service: ['license'], seller: ['mcaEnterprise'] },
    verdict: 'confirm',
    reasons: ['customerAgreementLicences'],
    steps: ['askMicrosoft'],
    links: ['moveLicenses', 'subscriptionTransfer'],
    cites: ['products2025', 'moveLicenses2023'],
    uncertain: true,
    example: example({ goal: 'takeOver', seller: 'mcaEnterprise' }),
  },
  {
    id: 'license.transfer',
    when: {
      ...takeOver,
      service: ['license'],
      seller: ['cspPartner', 'formerCspPartner'],
      licensePlatform: ['newCommerce'],
      state: ['active'],
    },
    verdict: 'otherRoute',
    reasons: ['licensesTransfer'],
    links: ['transferSubscriptions', 'createTransfer', 'cancellation'],
    cites: ['article', 'transfer', 'newCommerce'],
    changes: ['licenseTransfer'],
    example: example({ goal: 'takeOver', seller: 'cspPartner', licensePlatform: 'newCommerce' }),
  },
  {
    id: 'license.trial',
    when: { ...transferring, state: ['trial'] },
    verdict: 'confirm',
    reasons: ['trialTransferUnstated'],
    steps: ['turnTrialIntoPaid'],
    cites: ['trialToPaid', 'transferScope'],
    uncertain: true,
    example: example({
      goal: 'takeOver',
      seller: 'cspPartner',
      licensePlatform: 'newCommerce',
      state: 'trial',
    }),
  },
  {
    id: 'license.suspended',
    when: { ...transferring, state: ['suspended'] },
    verdict: 'notEligible',
    reasons: ['suspendedStays'],
    steps: ['reactivateFirst'],
    cites: ['transferEligibility2023'],
    uncertain: true,
    example: example({
      goal: 'takeOver',
      seller: 'cspPartner',
      licensePlatform: 'newCommerce',
      state: 'suspended',
    }),
  },
  {
    id: 'license.expired',
    when: { ...transferring, state: ['expired'] },
    verdict: 'otherRoute',
    reasons: ['expiredIsOver'],
    cites: ['lifecycle2023'],
    example: example({
      goal: 'takeOver',
      seller: 'cspPartner',
      licensePlatform: 'newCommerce',
      state: 'expired',
    }),
  },
  {
    id: 'license.legacy',
    when: {
      ...takeOver,
      service: ['license'],
      seller: ['cspPartner', 'formerCspPartner'],
      licensePlatform: ['legacy'],
    },
    verdict: 'otherRoute',
    reasons: ['licensesMoveByReorder'],
    links: ['moveLicenses'],
    cites: ['moveLicenses2023'],
    changes: ['licenseMove'],
    example: example({ goal: 'takeOver', seller: 'cspPartner', licensePlatform: 'legacy' }),
  },
] as const satisfies readonly Rule<Own>[];

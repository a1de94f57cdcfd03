import type { Rule } from '../../edition.js';
import type { Own } from './own.js';
import { cspSellers, example, takeOver, transferableLicenses } from './scope.js';

const newCommerce = example({ goal: 'takeOver', seller: 'cspPartner', licensePlatform: 'newCommerce' });

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
    when: { ...transferableLicenses, state: ['active'] },
    verdict: 'otherRoute',
    reasons: ['licensesTransfer'],
    links: ['transferSubscriptions', 'createTransfer', 'cancellation'],
    cites: ['transferScope', 'transfer', 'article', 'newCommerce'],
    changes: ['licenseTransfer'],
    example: newCommerce,
  },
  {
    id: 'license.trial',
    when: { ...transferableLicenses, state: ['trial'] },
    verdict: 'confirm',
    reasons: ['trialTransferUnstated'],
    steps: ['turnTrialIntoPaid'],
    cites: ['trialToPaid', 'transferScope'],
    uncertain: true,
    example: { ...newCommerce, state: 'trial' },
  },
  {
    id: 'license.suspended',
    when: { ...transferableLicenses, state: ['suspended'] },
    verdict: 'notEligible',
    reasons: ['suspendedStays'],
    steps: ['reactivateFirst'],
    cites: ['transferEligibility2023'],
    uncertain: true,
    example: { ...newCommerce, state: 'suspended' },
  },
  {
    id: 'license.expired',
    when: { ...transferableLicenses, state: ['expired'] },
    verdict: 'otherRoute',
    reasons: ['expiredIsOver'],
    cites: ['lifecycle2023'],
    example: { ...newCommerce, state: 'expired' },
  },
  {
    id: 'license.legacy',
    when: { ...takeOver, service: ['license'], seller: cspSellers, licensePlatform: ['legacy'] },
    verdict: 'otherRoute',
    reasons: ['licensesMoveByReorder'],
    links: ['moveLicenses'],
    cites: ['moveLicenses2023'],
    changes: ['licenseMove'],
    example: example({ goal: 'takeOver', seller: 'cspPartner', licensePlatform: 'legacy' }),
  },
] as const satisfies readonly Rule<Own>[];

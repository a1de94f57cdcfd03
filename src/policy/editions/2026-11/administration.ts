import type { Rule } from '../../edition.js';
import type { Own } from './own.js';
import { example, manage, namedSellers } from './scope.js';

/** Admin rights over what stays where it is: GDAP, and where Microsoft excludes it, a user account. */
const adminRights = ['requestGdap', 'customerApprovesGdap', 'mapGdapGroups'] as const;
const managingLicenses = { ...manage, service: ['license'] } as const;
/** Everything but Enterprise Agreements. */
const reached = {
  ...managingLicenses,
  seller: [
    'microsoft',
    'mcaEnterprise',
    'volumeLicensing',
    'advisor',
    'ownAdvisor',
    'cspPartner',
    'formerCspPartner',
  ],
} as const;
const underAgreement = { ...managingLicenses, seller: ['enterpriseAgreement'] } as const;

export const administration = [
  {
    id: 'gdap.insteadOfDap',
    when: { ...managingLicenses, seller: namedSellers },
    changes: ['separateAdminRights'],
    cites: ['gdapInsteadOfDap2023'],
    example: example({}),
  },
  {
    id: 'gdap.licenses',
    when: reached,
    steps: adminRights,
    links: ['gdapFaq'],
    cites: ['gdap2023', 'multipartner'],
    example: example({ seller: 'microsoft' }),
  },
  {
    id: 'gdap.relationshipFirst',
    when: { ...reached, relationship: ['no'] },
    cautions: ['relationshipBeforeGdap'],
    cites: ['gdapRequest2023', 'gdapApi'],
    uncertain: true,
    example: example({ seller: 'microsoft' }),
  },
  {
    id: 'gdap.leftOver',
    when: { ...reached, relationship: ['yes'] },
    cautions: ['dapLeftOver'],
    cites: ['gdapApproval2023', 'gdapMove2023'],
    example: example({ seller: 'microsoft', relationship: 'yes' }),
  },
  {
    id: 'gdap.enterpriseAgreement',
    when: underAgreement,
    reasons: ['gdapExcludesAgreement'],
    links: ['gdapFaq'],
    cites: ['gdapEnterprise'],
    example: example({}),
  },
  {
    id: 'agreement.userAccount',
    when: underAgreement,
    steps: ['giveUserAccount'],
    links: ['customersPartners'],
    cites: ['customersPartners2025'],
    uncertain: true,
    example: example({}),
  },
  {
    id: 'agreement.guests',
    when: underAgreement,
    cautions: ['guestCollides'],
    cites: ['gdapGuests2023'],
    example: example({}),
  },
  {
    id: 'credit.claim',
    when: { ...managingLicenses, seller: namedSellers },
    cautions: ['creditByClaim'],
    cites: ['claim2023'],
    example: example({}),
  },
] as const satisfies readonly Rule<Own>[];

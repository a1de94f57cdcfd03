import type { Rule } from '../../edition.js';
import type { Own } from './own.js';
import { directPartners, example, inScope, manage, namedSellers, takeOver } from './scope.js';

/** Reseller relationship, agreement and admin rights: what nearly every route begins with. */
const withoutRelationship = { ...inScope, seller: namedSellers, relationship: ['no'] } as const;

/** Routes that end in an order or a transfer, which Microsoft allows only after the customer agreement. */
const ordering = { ...inScope, goal: ['addServices', 'takeOver'], seller: namedSellers } as const;

/** Managing what stays where it is needs admin rights; Azure bought elsewhere is replaced instead. */
const managingLicenses = { ...manage, service: ['license'], seller: namedSellers } as const;
const managingCspAzure = {
  ...manage,
  service: ['usage'],
  seller: ['cspPartner', 'formerCspPartner'],
} as const;

const adminRights = ['requestGdap', 'customerApprovesGdap', 'mapGdapGroups'] as const;

export const relationship = [
  {
    id: 'relationship.request',
    when: { ...withoutRelationship, partner: directPartners },
    steps: ['requestRelationship'],
    links: ['requestRelationship'],
    cites: ['relationship', 'relationship2023', 'articleLicense2023'],
    example: example({}),
  },
  {
    id: 'relationship.roles',
    when: { ...withoutRelationship, partner: directPartners },
    cautions: ['rolesDiffer'],
    cites: ['relationship', 'articleRoles'],
    example: example({}),
  },
  {
    id: 'relationship.joint',
    when: { ...withoutRelationship, partner: ['indirectReseller'] },
    steps: ['requestJointRelationship'],
    links: ['resellerTasks'],
    cites: ['resellerTasks2022'],
    example: example({ partner: 'indirectReseller' }),
  },
  {
    id: 'relationship.accept',
    when: withoutRelationship,
    steps: ['customerAccepts'],
    cites: ['relationshipAccept'],
    example: example({}),
  },
  {
    id: 'relationship.whoAccepts',
    when: withoutRelationship,
    cautions: ['billingAdminDisputed'],
    cites: ['customersPartners'],
    example: example({}),
  },
  {
    id: 'relationship.provider',
    when: { ...inScope, partner: ['indirectReseller'], seller: namedSellers, relationship: ['yes'] },
    steps: ['checkProviderRelationship'],
    links: ['resellerTasks'],
    cites: ['resellerTasks2022'],
    example: example({ partner: 'indirectReseller', relationship: 'yes' }),
  },
  {
    id: 'relationship.unchanged',
    when: { ...inScope, goal: ['support', 'addServices'], seller: namedSellers },
    reasons: ['relationshipChangesNothing'],
    cites: ['multipartner2023'],
    example: example({}),
  },
  {
    id: 'relationship.end',
    when: { ...manage, seller: namedSellers, relationship: ['yes'] },
    cautions: ['whenRelationshipEnds'],
    cites: ['relationship2023'],
    example: example({ relationship: 'yes' }),
  },
  {
    id: 'agreement.direct',
    when: { ...ordering, partner: directPartners },
    steps: ['confirmAgreement'],
    cites: ['agreement2023', 'relationship2023'],
    example: example({ goal: 'addServices' }),
  },
  {
    id: 'agreement.reseller',
    when: { ...ordering, partner: ['indirectReseller'] },
    steps: ['customerAcceptsAgreement'],
    cites: ['agreement2023', 'relationship2023'],
    example: example({ partner: 'indirectReseller', goal: 'addServices' }),
  },
  {
    id: 'agreement.newAzure',
    when: {
      ...manage,
      service: ['usage'],
      seller: [
        'microsoft',
        'mcaEnterprise',
        'enterpriseAgreement',
        'volumeLicensing',
        'advisor',
        'ownAdvisor',
      ],
    },
    steps: ['customerAcceptsAgreement'],
    cites: ['relationship2023'],
    example: example({ service: 'usage' }),
  },
  {
    id: 'partnerOfRecord',
    when: { ...ordering, partner: ['indirectProvider', 'indirectReseller'] },
    cautions: ['partnerOfRecordChecked'],
    cites: ['providerTasks'],
    example: example({ partner: 'indirectProvider', goal: 'takeOver' }),
  },
  {
    id: 'gdap.licenses',
    when: managingLicenses,
    steps: adminRights,
    links: ['gdapFaq'],
    changes: ['separateAdminRights'],
    cites: ['gdap2023', 'multipartner'],
    example: example({}),
  },
  {
    id: 'gdap.cspAzure',
    when: managingCspAzure,
    steps: adminRights,
    links: ['gdapFaq'],
    changes: ['separateAdminRights'],
    cites: ['gdap2023', 'multipartner'],
    example: example({ service: 'usage', seller: 'cspPartner' }),
  },
  {
    id: 'gdap.enterpriseAgreement',
    when: { ...manage, service: ['license'], seller: ['enterpriseAgreement'] },
    cautions: ['gdapNotForEnterpriseAgreement'],
    cites: ['gdapEnterprise'],
    example: example({}),
  },
  {
    id: 'add.order',
    when: {
      ...inScope,
      goal: ['addServices'],
      service: ['license'],
      seller: namedSellers,
      partner: directPartners,
    },
    steps: ['orderOwnServices'],
    cites: ['multipartner', 'relationship2023'],
    example: example({ goal: 'addServices' }),
  },
  {
    id: 'add.providerOrders',
    when: {
      ...inScope,
      goal: ['addServices'],
      service: ['license'],
      seller: namedSellers,
      partner: ['indirectReseller'],
    },
    steps: ['providerOrders'],
    cites: ['resellerTasks2022', 'providerTasks2023'],
    example: example({ partner: 'indirectReseller', goal: 'addServices' }),
  },
  {
    id: 'add.cspAzure',
    when: {
      ...inScope,
      goal: ['addServices'],
      service: ['usage'],
      seller: ['cspPartner', 'formerCspPartner'],
      partner: directPartners,
    },
    steps: ['orderOwnServices'],
    cites: ['multipartner', 'relationship2023'],
    example: example({ service: 'usage', seller: 'cspPartner', goal: 'addServices' }),
  },
  {
    id: 'add.cspAzureProvider',
    when: {
      ...inScope,
      goal: ['addServices'],
      service: ['usage'],
      seller: ['cspPartner', 'formerCspPartner'],
      partner: ['indirectReseller'],
    },
    steps: ['providerOrders'],
    cites: ['resellerTasks2022', 'providerTasks2023'],
    example: example({
      partner: 'indirectReseller',
      service: 'usage',
      seller: 'cspPartner',
      goal: 'addServices',
    }),
  },
  {
    id: 'seller.leftCsp',
    when: { ...takeOver, seller: ['formerCspPartner'] },
    cautions: ['formerPartnerMayNotAct'],
    cites: ['leavingCsp'],
    example: example({ seller: 'formerCspPartner', goal: 'takeOver' }),
  },
] as const satisfies readonly Rule<Own>[];

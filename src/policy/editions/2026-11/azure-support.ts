import type { Rule } from '../../edition.js';
import type { Own } from './own.js';
import { cspSellers, example, inScope, outsideCsp, serving, supportingAzure, unnamed } from './scope.js';

/** Azure that stays where it was bought: the customer gives access, and nothing moves. */
const fromOutside = { ...supportingAzure, seller: outsideCsp } as const;
const outside = example({ service: 'usage', seller: 'microsoft' });
const agreement = example({ service: 'usage' });

export const azureSupport = [
  {
    id: 'azureSupport.role',
    when: supportingAzure,
    reasons: ['azureNothingMoves'],
    steps: ['giveAzureRole'],
    links: ['azureRoles'],
    changes: ['azureSupportByRole'],
    cites: ['azureRoles2024', 'azureAccess2023'],
    example: outside,
  },
  {
    id: 'azureSupport.lighthouse',
    when: supportingAzure,
    steps: ['delegateWithLighthouse'],
    cautions: ['lighthouseLimits'],
    links: ['lighthouse'],
    cites: ['lighthouseOnboard2024', 'lighthouse2026', 'lighthouseLimits2024'],
    example: outside,
  },
  {
    id: 'azureSupport.lighthouseTickets',
    when: fromOutside,
    cautions: ['lighthouseTickets'],
    cites: ['lighthouseLimits2024'],
    example: outside,
  },
  {
    id: 'azureSupport.relationship',
    when: supportingAzure,
    cautions: ['relationshipOpensNoAzure'],
    cites: ['existingAzure2023'],
    example: outside,
  },
  {
    id: 'azureSupport.credit',
    when: supportingAzure,
    steps: ['linkPartnerId'],
    links: ['linkPartnerId'],
    cites: ['linkPartnerId2023'],
    example: outside,
  },
  {
    id: 'azureSupport.earnedCredit',
    when: supportingAzure,
    cautions: ['noEarnedCredit'],
    cites: ['earnedCredit2023'],
    example: outside,
  },
  {
    id: 'azureSupport.tickets',
    when: { ...supportingAzure, seller: cspSellers, partner: ['indirectReseller'] },
    cautions: ['resellerNoAzureTickets'],
    cites: ['leastPrivileged2023'],
    example: example({ partner: 'indirectReseller', service: 'usage', seller: 'cspPartner' }),
  },
  {
    id: 'azureSupport.selling',
    when: fromOutside,
    cautions: ['sellAzureInstead'],
    cites: ['articleUsage2023', 'articleUsage'],
    example: outside,
  },
  {
    id: 'azureSupport.recordPartner',
    when: { ...supportingAzure, seller: ['enterpriseAgreement'] },
    steps: ['setPartnerOfRecord'],
    cites: ['palDpor2022'],
    example: agreement,
  },
  {
    id: 'azureSupport.creditReadings',
    when: { ...supportingAzure, seller: ['enterpriseAgreement'] },
    cautions: ['creditTwoReadings'],
    cites: ['palDpor2022', 'linkPartnerId2023'],
    uncertain: true,
    example: agreement,
  },
  {
    id: 'azureSupport.notInCsp',
    when: { cloud: ['public'], partner: ['notCsp'] },
    cautions: ['supportNeedsNoMove'],
    links: ['azureRoles'],
    cites: ['azureRoles2024', 'lighthouse2026'],
    example: { cloud: 'public', partner: 'notCsp' },
  },
  {
    id: 'azureSupport.unnamedSeller',
    when: { ...inScope, service: ['usage'], goal: ['support'], seller: unnamed },
    cautions: ['supportNeedsNoMove'],
    links: ['azureRoles'],
    cites: ['azureRoles2024', 'lighthouse2026'],
    example: example({ service: 'usage', seller: 'otherReseller' }),
  },
  {
    id: 'azureSupport.otherRegion',
    when: { ...serving, service: ['usage'], goal: ['support'], region: ['different', 'unlisted'] },
    cautions: ['regionDecidesSelling'],
    links: ['azureRoles'],
    cites: ['azureRoles2024', 'lighthouse2026'],
    uncertain: true,
    example: example({ service: 'usage', region: 'different' }),
  },
] as const satisfies readonly Rule<Own>[];

import type { Rule } from '../../edition.js';
import type { Own } from './own.js';
import { directPartners, example, manage, manageOrAdd, namedSellers, ordering, takeOver } from './scope.js';

/**
 * Who needs a reseller relationship: everybody but those who only support Azure. The conditions are disjoint.
 */
const needing = [
  ['selling', ordering, example({ goal: 'addServices' })],
  ['licenses', { ...manage, service: ['license'], seller: namedSellers }, example({})],
] as const;

const requesting = needing.flatMap(([name, when, situation]) => {
  const without = { ...when, relationship: ['no'] } as const;
  return [
    {
      id: `relationship.request.${name}`,
      when: { ...without, partner: directPartners },
      steps: ['requestRelationship'],
      links: ['requestRelationship'],
      cites: ['relationship', 'relationship2023'],
      example: situation,
    },
    {
      id: `relationship.joint.${name}`,
      when: { ...without, partner: ['indirectReseller'] },
      steps: ['requestJointRelationship'],
      links: ['resellerTasks'],
      cites: ['resellerTasks2022', 'existingAzure2023'],
      example: { ...situation, partner: 'indirectReseller' },
    },
    {
      id: `relationship.accept.${name}`,
      when: without,
      steps: ['customerAccepts'],
      cautions: ['billingAdminAccepts'],
      cites: ['customersPartners2025', 'relationshipAccept2023'],
      example: situation,
    },
    {
      id: `relationship.provider.${name}`,
      when: { ...when, relationship: ['yes'], partner: ['indirectReseller'] },
      steps: ['checkProviderRelationship'],
      links: ['resellerTasks'],
      cites: ['resellerTasks2022'],
      example: { ...situation, partner: 'indirectReseller', relationship: 'yes' },
    },
  ] as const satisfies readonly Rule<Own>[];
});

const [, [, licenses]] = needing;
const related = { ...licenses, relationship: ['yes'] } as const;

export const relationship = [
  ...requesting,
  {
    id: 'relationship.roles',
    when: { ...licenses, relationship: ['no'], partner: directPartners },
    cautions: ['rolesDiffer'],
    cites: ['relationship', 'articleRoles'],
    example: example({}),
  },
  {
    id: 'relationship.end',
    when: related,
    cautions: ['whenRelationshipEnds'],
    cites: ['relationship2023'],
    example: example({ relationship: 'yes' }),
  },
  {
    id: 'relationship.rightsEnd',
    when: related,
    cautions: ['whenRightsEnd'],
    cites: ['gdapApart2023', 'rolesRemoved2025'],
    example: example({ relationship: 'yes' }),
  },
  {
    id: 'relationship.unchanged.adding',
    when: { ...manageOrAdd, goal: ['addServices'], seller: namedSellers },
    reasons: ['relationshipChangesNothing'],
    cites: ['multipartner2023'],
    example: example({ goal: 'addServices' }),
  },
  {
    id: 'relationship.unchanged.licenses',
    when: licenses,
    reasons: ['relationshipChangesNothing'],
    cites: ['multipartner2023'],
    example: example({}),
  },
  {
    id: 'seller.leftCsp',
    when: { ...takeOver, seller: ['formerCspPartner'] },
    cautions: ['formerPartnerMayNotAct'],
    links: ['leavingCsp'],
    cites: ['leavingCsp'],
    example: example({ seller: 'formerCspPartner', goal: 'takeOver' }),
  },
] as const satisfies readonly Rule<Own>[];

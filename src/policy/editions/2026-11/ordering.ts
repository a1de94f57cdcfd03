import type { Rule } from '../../edition.js';
import type { Own } from './own.js';
import { cspSellers, directPartners, example, inScope, namedSellers, ordering } from './scope.js';

/** Orders and transfers: only after the customer agreement, by who may order, and without any admin rights. */
const addingLicenses = {
  ...inScope,
  goal: ['addServices'],
  service: ['license'],
  seller: namedSellers,
} as const;
const addingCspAzure = { ...inScope, goal: ['addServices'], service: ['usage'], seller: cspSellers } as const;
const adding = example({ goal: 'addServices' });

export const orders = [
  {
    id: 'agreement',
    when: ordering,
    steps: ['customerAcceptsAgreement'],
    cites: ['customersPartners2025', 'relationship2023'],
    example: adding,
  },
  {
    id: 'agreement.attestation',
    when: { ...ordering, partner: directPartners },
    cautions: ['attestationByApi'],
    cites: ['attestation'],
    example: adding,
  },
  {
    id: 'agreement.reseller',
    when: { ...ordering, partner: ['indirectReseller'] },
    cautions: ['resellerMayNotAttest'],
    cites: ['agreement2023'],
    example: example({ partner: 'indirectReseller', goal: 'addServices' }),
  },
  {
    id: 'partnerOfRecord',
    when: { ...ordering, partner: ['indirectProvider', 'indirectReseller'] },
    cautions: ['partnerOfRecordChecked'],
    cites: ['ordersChecked', 'providerTasks'],
    example: example({ partner: 'indirectProvider', goal: 'takeOver' }),
  },
  {
    id: 'rights.licenses',
    when: { ...ordering, service: ['license'] },
    cautions: ['gdapOnlyToManage'],
    links: ['gdapFaq'],
    cites: ['gdapOrders2023', 'leastPrivileged2023'],
    example: adding,
  },
  {
    id: 'rights.cspAzure',
    when: { ...ordering, service: ['usage'], seller: cspSellers, partner: directPartners },
    cautions: ['azureTickets'],
    links: ['gdapFaq'],
    cites: ['gdapOrders2023', 'leastPrivileged2023'],
    example: example({ service: 'usage', seller: 'cspPartner', goal: 'addServices' }),
  },
  {
    id: 'rights.azureReseller',
    when: { ...ordering, service: ['usage'], partner: ['indirectReseller'] },
    cautions: ['resellerNoAzureTickets'],
    cites: ['leastPrivileged2023'],
    example: example({ partner: 'indirectReseller', service: 'usage', goal: 'addServices' }),
  },
  {
    id: 'add.oncePerCustomer',
    when: addingLicenses,
    cautions: ['oncePerCustomer'],
    cites: ['createSubscription2023'],
    example: adding,
  },
  {
    id: 'add.order',
    when: { ...addingLicenses, partner: directPartners },
    steps: ['orderOwnServices'],
    cites: ['multipartner', 'relationship2023'],
    example: adding,
  },
  {
    id: 'add.providerOrders',
    when: { ...addingLicenses, partner: ['indirectReseller'] },
    steps: ['providerOrders'],
    cites: ['resellerTasks2022', 'providerTasks2023'],
    example: example({ partner: 'indirectReseller', goal: 'addServices' }),
  },
  {
    id: 'add.cspAzure',
    when: { ...addingCspAzure, partner: directPartners },
    steps: ['orderOwnServices'],
    cites: ['multipartner', 'relationship2023'],
    example: example({ service: 'usage', seller: 'cspPartner', goal: 'addServices' }),
  },
  {
    id: 'add.cspAzureProvider',
    when: { ...addingCspAzure, partner: ['indirectReseller'] },
    steps: ['providerOrders'],
    cites: ['resellerTasks2022', 'providerTasks2023'],
    example: example({
      partner: 'indirectReseller',
      service: 'usage',
      seller: 'cspPartner',
      goal: 'addServices',
    }),
  },
] as const satisfies readonly Rule<Own>[];

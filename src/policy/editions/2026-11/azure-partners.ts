import type { Rule } from '../../edition.js';
import type { Own } from './own.js';
import { activeAzurePlan, directPartners, example, legacyAzure } from './scope.js';

/** Azure from a CSP partner: a transfer request on an Azure plan, a ticket on the legacy platform. */
const taken = example({ service: 'usage', goal: 'takeOver', seller: 'cspPartner' });
const planned = { ...taken, azurePlatform: 'azurePlan' } as const;
const legacy = { ...taken, azurePlatform: 'legacyAzure' } as const;

export const azureFromPartners = [
  {
    id: 'azure.planFirst',
    when: activeAzurePlan,
    steps: ['ensureAzurePlan'],
    cites: ['transferAzure2023'],
    example: planned,
  },
  {
    id: 'azure.requestTransfer',
    when: { ...activeAzurePlan, partner: directPartners },
    steps: ['requestTransfer'],
    cites: ['transferAzure2023'],
    example: planned,
  },
  {
    id: 'azure.providerTransfer',
    when: { ...activeAzurePlan, partner: ['indirectReseller'] },
    steps: ['providerRequestsTransfer'],
    cites: ['transferAzure2023'],
    example: { ...planned, partner: 'indirectReseller' },
  },
  {
    id: 'azure.transferAccepted',
    when: activeAzurePlan,
    steps: ['currentPartnerAcceptsAzure', 'fixAzureAccess'],
    cautions: ['azurePricesChange', 'whatTransfers'],
    cites: ['transferAzure2023'],
    example: planned,
  },
  {
    id: 'azure.switchTicket',
    when: legacyAzure,
    steps: ['customerNotifies', 'currentPartnerOpensTicket', 'removeOldAccess'],
    cautions: ['convertToPlanFirst'],
    cites: ['switchAzure2023'],
    example: legacy,
  },
  {
    id: 'azure.switchForm',
    when: { ...legacyAzure, partner: directPartners },
    steps: ['signChangeForm'],
    cites: ['switchAzure2023'],
    example: legacy,
  },
  {
    id: 'azure.switchNeedsProvider',
    when: { ...legacyAzure, partner: ['indirectReseller'] },
    steps: ['providerSignsChangeForm'],
    cautions: ['switchOnlyThroughProvider'],
    cites: ['switchAzure2023'],
    example: { ...legacy, partner: 'indirectReseller' },
  },
] as const satisfies readonly Rule<Own>[];

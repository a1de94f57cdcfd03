import type { Rule } from '../../edition.js';
import type { Own } from './own.js';
import { cspSellers, directPartners, example, takeOver } from './scope.js';

/** Azure from a CSP partner: a transfer request on an Azure plan, a ticket on the legacy platform. */
const fromPartner = { ...takeOver, service: ['usage'], seller: cspSellers } as const;
const onAzurePlan = { ...fromPartner, azurePlatform: ['azurePlan'], state: ['active'] } as const;
const onLegacyAzure = { ...fromPartner, azurePlatform: ['legacyAzure'] } as const;

export const azureFromPartners = [
  {
    id: 'azure.planFirst',
    when: onAzurePlan,
    steps: ['ensureAzurePlan'],
    cites: ['transferAzure2023'],
    example: example({
      service: 'usage',
      goal: 'takeOver',
      seller: 'cspPartner',
      azurePlatform: 'azurePlan',
    }),
  },
  {
    id: 'azure.requestTransfer',
    when: { ...onAzurePlan, partner: directPartners },
    steps: ['requestTransfer'],
    cites: ['transferAzure2023'],
    example: example({
      service: 'usage',
      goal: 'takeOver',
      seller: 'cspPartner',
      azurePlatform: 'azurePlan',
    }),
  },
  {
    id: 'azure.providerTransfer',
    when: { ...onAzurePlan, partner: ['indirectReseller'] },
    steps: ['providerRequestsTransfer'],
    cites: ['transferAzure2023'],
    example: example({
      partner: 'indirectReseller',
      service: 'usage',
      goal: 'takeOver',
      seller: 'cspPartner',
      azurePlatform: 'azurePlan',
    }),
  },
  {
    id: 'azure.transferAccepted',
    when: onAzurePlan,
    steps: ['currentPartnerAcceptsAzure', 'fixAzureAccess'],
    cautions: ['azurePricesChange', 'whatTransfers'],
    cites: ['transferAzure2023'],
    example: example({
      service: 'usage',
      goal: 'takeOver',
      seller: 'cspPartner',
      azurePlatform: 'azurePlan',
    }),
  },
  {
    id: 'azure.switchTicket',
    when: onLegacyAzure,
    steps: ['customerNotifies', 'currentPartnerOpensTicket', 'removeOldAccess'],
    cautions: ['convertToPlanFirst'],
    cites: ['switchAzure2023'],
    example: example({
      service: 'usage',
      goal: 'takeOver',
      seller: 'cspPartner',
      azurePlatform: 'legacyAzure',
    }),
  },
  {
    id: 'azure.switchForm',
    when: { ...onLegacyAzure, partner: directPartners },
    steps: ['signChangeForm'],
    cites: ['switchAzure2023'],
    example: example({
      service: 'usage',
      goal: 'takeOver',
      seller: 'cspPartner',
      azurePlatform: 'legacyAzure',
    }),
  },
  {
    id: 'azure.switchNeedsProvider',
    when: { ...onLegacyAzure, partner: ['indirectReseller'] },
    steps: ['providerSignsChangeForm'],
    cautions: ['switchOnlyThroughProvider'],
    cites: ['switchAzure2023'],
    example: example({
      partner: 'indirectReseller',
      service: 'usage',
      goal: 'takeOver',
      seller: 'cspPartner',
      azurePlatform: 'legacyAzure',
    }),
  },
] as const satisfies readonly Rule<Own>[];

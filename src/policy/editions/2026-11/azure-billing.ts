import type { Rule } from '../../edition.js';
import type { Own } from './own.js';
import { billingOfCustomerAgreement, billingOfEnterprise, example } from './scope.js';

/** Azure under an agreement with Microsoft: who may asks for its billing, and the customer accepts. */
const accepted = {
  enterprise: [
    billingOfEnterprise,
    'enterpriseAdminAccepts',
    example({ service: 'usage', goal: 'takeOver', enrollment: 'direct', designation: 'held' }),
  ],
  customerAgreement: [
    billingOfCustomerAgreement,
    'billingOwnerAccepts',
    example({ service: 'usage', goal: 'takeOver', seller: 'mcaEnterprise', designation: 'held' }),
  ],
} as const;

export const azureBilling = (['enterprise', 'customerAgreement'] as const).flatMap((name) => {
  const [when, accepts, situation] = accepted[name];
  return [
    {
      id: `azure.billing.${name}`,
      when,
      reasons: ['azureBillingMoves'],
      steps: ['requestBillingTransfer'],
      links: ['billingTransfer'],
      changes: ['azureBillingTransfer'],
      cites: ['billingTransfer2025', 'transferHub2025'],
      example: situation,
    },
    {
      id: `azure.billing.${name}.prepare`,
      when,
      steps: ['ensureAzurePlan', 'giveAzureRole', 'delegateWithLighthouse'],
      cautions: ['noAccessWithBill'],
      cites: ['billingTransfer2025'],
      example: situation,
    },
    {
      id: `azure.billing.${name}.accept`,
      when,
      steps: [accepts],
      cautions: ['staysBehindTransfer', 'blocksTransfer'],
      cites: ['billingAccepted2025', 'transferLimits2025', 'quotas2023'],
      example: situation,
    },
    {
      id: `azure.billing.${name}.currency`,
      when,
      cautions: ['currencyMayChange'],
      cites: ['transferCurrency'],
      example: situation,
    },
    {
      id: `azure.billing.${name}.whoMayAsk`,
      when,
      cautions: ['whoMayAskChanged'],
      cites: ['billingTransfer2026'],
      example: situation,
    },
  ] as const satisfies readonly Rule<Own>[];
});

import type { EditionId } from '../edition.js';
import type { Situation } from '../facts.js';
import type { edition201810vianet } from './2018-10-21vianet.js';
import type { edition202611 } from './2026-11.js';
import type { CautionId, ReasonId, StepId } from './registry.js';

/** What the guidance of one subscription says: all of it. */
export interface Saying {
  readonly reasons?: readonly ReasonId[];
  readonly steps?: readonly StepId[];
  readonly cautions?: readonly CautionId[];
}

/**
 * What stands against each other where one customer has both: what is done for one subscription ends, or gets in the way
 * of, what another needs. Its words are `conflict.<id>`.
 */
export interface Conflict<Cite extends string = string> {
  readonly id: string;
  /** What is done for the one; any of these. */
  readonly one: readonly Saying[];
  /** What the other needs; any of these. */
  readonly other: readonly Saying[];
  /** Keys of the edition's citations; at least one. */
  readonly cites: readonly Cite[];
  /** Set where the pages say each half, and that they meet is our reading. */
  readonly uncertain?: true;
  /** Two subscriptions of one customer for which it is named. */
  readonly example: { readonly one: Situation; readonly other: Situation };
}

type CitesOf<E extends { readonly citations: object }> = keyof E['citations'] & string;

const asker = { cloud: 'public', partner: 'directBill', designation: 'held' } as const;
const azure = { ...asker, service: 'usage' } as const;
const licences = { ...asker, service: 'license' } as const;

const in202611 = [
  {
    // gdap-faq, "GDAP roles and a Guest account"; an Azure role may be given to a guest (role-assignments-external-users).
    id: 'guestOrGdap',
    one: [{ steps: ['giveAzureRole'] }, { steps: ['giveUserAccount'] }],
    other: [{ steps: ['requestGdap'] }],
    cites: ['gdapGuests2023', 'azureRoles2024'],
    example: {
      one: { ...azure, seller: 'microsoft', goal: 'support' },
      other: { ...licences, seller: 'microsoft', goal: 'support' },
    },
  },
  {
    // The plan stays behind and is cancelled (subscription-transfer); Lighthouse tickets are opened on the customer's own.
    id: 'supportPlanEnds',
    one: [{ steps: ['requestBillingTransfer'] }, { steps: ['replaceSupportPlan'] }],
    other: [{ cautions: ['lighthouseTickets'] }],
    cites: ['transferLimits2025', 'supportPlans2025', 'lighthouseLimits2024'],
    example: {
      one: { ...azure, seller: 'enterpriseAgreement', goal: 'takeOver', enrollment: 'direct' },
      other: { ...azure, seller: 'microsoft', goal: 'support' },
    },
  },
  {
    // Removing the old partner is one of the steps; that it goes on with the other subscription, nobody writes about.
    id: 'oldPartnerGoesOn',
    one: [{ steps: ['removeOldAccess'] }, { steps: ['fixAzureAccess'] }],
    other: [{ reasons: ['multiPartnerInstead', 'azureNothingMoves'] }],
    cites: ['transferAzure2023', 'switchAzure2023', 'multipartner2023'],
    uncertain: true,
    example: {
      one: { ...azure, seller: 'cspPartner', goal: 'takeOver', azurePlatform: 'azurePlan' },
      other: { ...azure, seller: 'cspPartner', goal: 'support' },
    },
  },
  {
    id: 'sameProductTwice',
    one: [{ cautions: ['oncePerCustomer'] }],
    other: [
      { steps: ['orderSameLicenses'] },
      { steps: ['providerOrdersSameLicenses'] },
      { steps: ['currentPartnerAcceptsLicenses'] },
      { steps: ['scheduleChannelTransfer'] },
      { steps: ['providerSchedulesChannelTransfer'] },
    ],
    cites: ['createSubscription2023'],
    example: {
      one: { ...licences, seller: 'microsoft', goal: 'addServices' },
      other: { ...licences, seller: 'cspPartner', goal: 'takeOver' },
    },
  },
] as const satisfies readonly Conflict<CitesOf<typeof edition202611>>[];

const in201810vianet = [
  {
    // The relationship page allows one CSP partner with delegated rights for each service.
    id: 'oneDelegateInChina',
    one: [{ cautions: ['onePartnerPerServiceInChina'] }],
    other: [{ reasons: ['onlyTwoSellersInChina'] }],
    cites: ['indirectPartners', 'relationshipPage'],
    uncertain: true,
    example: {
      one: { ...licences, cloud: 'china', seller: 'vianet', goal: 'support' },
      other: { ...licences, cloud: 'china', seller: 'otherReseller', goal: 'support' },
    },
  },
] as const satisfies readonly Conflict<CitesOf<typeof edition201810vianet>>[];

export type ConflictId = (typeof in202611 | typeof in201810vianet)[number]['id'];

/** A conflict that is one of those there are. */
export interface KnownConflict extends Conflict {
  readonly id: ConflictId;
}

/**
 * What stands against each other by each edition. It stands beside the editions, and not in them: published ones stay as
 * they are, and none of them says anything of two subscriptions at once.
 */
export const CONFLICTS: Readonly<Record<EditionId, readonly KnownConflict[]>> = {
  '2018-10-21vianet': in201810vianet,
  '2019-03': [],
  '2020-06': [],
  '2026-11': in202611,
};

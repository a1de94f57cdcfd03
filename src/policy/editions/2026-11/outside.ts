import type { Rule } from '../../edition.js';
import type { Own } from './own.js';
import { example, inScope, namedSellers, ordering, serving, subscriptions } from './scope.js';

/** What these routes do not reach: another CSP region, what is no subscription, and one's own company. */
const other = { ...serving, service: ['other'] } as const;
const elsewhere = { ...subscriptions, region: ['different'] } as const;

export const outside = [
  {
    id: 'region.different',
    when: elsewhere,
    verdict: 'notEligible',
    reasons: ['marketDiffers'],
    steps: ['lookUpTenantCountry', 'findLocalPartner'],
    links: ['regionalMarkets', 'requestRelationship'],
    cites: ['relationshipRegion', 'tenantCountry2023'],
    changes: ['sameMarketOnly'],
    example: example({ region: 'different' }),
  },
  {
    id: 'region.unlisted',
    when: { ...subscriptions, region: ['unlisted'] },
    verdict: 'confirm',
    reasons: ['countryNotListed'],
    steps: ['lookUpTenantCountry', 'askMicrosoft'],
    links: ['regionalMarkets'],
    cites: ['regions2023', 'tenantCountry2023'],
    example: example({ region: 'unlisted' }),
  },
  {
    id: 'region.neighbours',
    when: { ...subscriptions, region: ['different', 'unlisted'] },
    cautions: ['neighboursAreNotEnough'],
    cites: ['regions2023'],
    example: example({ region: 'different' }),
  },
  {
    id: 'region.cannotAccept',
    when: elsewhere,
    cautions: ['requestStopsAtRegion'],
    cites: ['acceptInRegion'],
    example: example({ region: 'different' }),
  },
  {
    id: 'region.ownTenant',
    when: elsewhere,
    steps: ['useOwnTenantThere'],
    cites: ['locations'],
    example: example({ region: 'different' }),
  },
  {
    id: 'region.everyLink',
    when: { ...elsewhere, partner: ['indirectProvider', 'indirectReseller'] },
    cautions: ['everyLinkInRegion'],
    links: ['supportedRelationships', 'resellerAgreement'],
    cites: ['regionForAll2023', 'regionBlocksOrders'],
    example: example({ partner: 'indirectReseller', region: 'different' }),
  },
  {
    id: 'region.support',
    when: { ...serving, service: ['license'], goal: ['support'], region: ['different', 'unlisted'] },
    cautions: ['regionAndLicenceSupport'],
    cites: ['tenantCountry2023'],
    uncertain: true,
    example: example({ region: 'different' }),
  },
  {
    id: 'service.other',
    when: other,
    verdict: 'outOfScope',
    reasons: ['notCoveredHere'],
    steps: ['arrangeSeparately', 'sellBeside'],
    links: ['subscriptionTransfer', 'billingTransfer', 'cancellation'],
    cites: ['article', 'article2023'],
    example: example({ service: 'other' }),
  },
  {
    id: 'other.marketplace',
    when: other,
    steps: ['moveSaasByTicket'],
    cites: ['marketplace2025'],
    example: example({ service: 'other' }),
  },
  {
    id: 'other.supportPlan',
    when: other,
    steps: ['replaceSupportPlan'],
    cites: ['supportPlans2025'],
    example: example({ service: 'other' }),
  },
  {
    id: 'other.perpetual',
    when: other,
    cautions: ['returnOnlyBySeller', 'boxedIsOnNoPage'],
    cites: ['cancellation2023'],
    uncertain: true,
    example: example({ service: 'other' }),
  },
  {
    id: 'own.resell',
    when: { cloud: ['public', 'usGov'], partner: ['indirectReseller'], goal: ['resell'] },
    cautions: ['resellerOwnUse'],
    cites: ['affiliates2023'],
    example: { cloud: 'public', partner: 'indirectReseller', goal: 'resell' },
  },
  {
    id: 'own.company',
    when: ordering,
    cautions: ['ownCompany'],
    cites: ['affiliates2023'],
    example: example({ goal: 'takeOver' }),
  },
  {
    id: 'own.tenants.licenses',
    when: { ...inScope, service: ['license'], seller: namedSellers },
    cautions: ['severalTenants'],
    cites: ['moveLicenses2023'],
    example: example({}),
  },
  {
    id: 'own.tenants.azure',
    when: { ...ordering, service: ['usage'] },
    cautions: ['severalTenants'],
    cites: ['tenantCountry2023', 'billingDirectory2025'],
    example: example({ service: 'usage', goal: 'takeOver' }),
  },
] as const satisfies readonly Rule<Own>[];

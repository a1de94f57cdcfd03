import type { OptionId, Situation } from '../../facts.js';

/** Sets of options and conditions that the rules of the newest edition share. */
export const inCsp = [
  'directBill',
  'indirectProvider',
  'indirectReseller',
] as const satisfies OptionId<'partner'>[];
const managingOrAdding = ['support', 'addServices'] as const satisfies OptionId<'goal'>[];
/** Every goal but reselling through another CSP partner, which is decided before anything else. */
export const serveCustomer = [...managingOrAdding, 'takeOver'] as const satisfies OptionId<'goal'>[];

export const agreements = [
  'microsoft',
  'mcaEnterprise',
  'enterpriseAgreement',
  'volumeLicensing',
] as const satisfies OptionId<'seller'>[];
export const historic = ['advisor', 'ownAdvisor'] as const satisfies OptionId<'seller'>[];
export const outsideCsp = [...agreements, ...historic];
export const cspSellers = ['cspPartner', 'formerCspPartner'] as const satisfies OptionId<'seller'>[];
export const unnamed = ['syndicationPartner', 'otherReseller'] as const satisfies OptionId<'seller'>[];
export const namedSellers = [...outsideCsp, ...cspSellers];
export const directPartners = ['directBill', 'indirectProvider'] as const satisfies OptionId<'partner'>[];

/** A customer served by a partner in the program, before it is known what and where. */
export const serving = { cloud: ['public'], partner: inCsp, goal: serveCustomer } as const;
/** What the article speaks of. */
export const subscriptions = { ...serving, service: ['license', 'usage'] } as const;
/** Everything that is left once the cloud, the program, reselling, the service and the region are settled. */
export const inScope = { ...subscriptions, region: ['same'] } as const;
export const manageOrAdd = { ...inScope, goal: managingOrAdding } as const;
export const manage = { ...inScope, goal: ['support'] } as const;
export const takeOver = { ...inScope, goal: ['takeOver'] } as const;

/** Azure that stays where it was bought: access is enough, and nothing of it moves. */
export const supportingAzure = { ...manage, service: ['usage'], seller: namedSellers } as const;
/** Azure from a CSP partner, to be taken over. */
const partnersAzure = { ...takeOver, service: ['usage'], seller: cspSellers } as const;
export const azurePlan = { ...partnersAzure, azurePlatform: ['azurePlan'] } as const;
export const activeAzurePlan = { ...azurePlan, state: ['active'] } as const;
export const legacyAzure = { ...partnersAzure, azurePlatform: ['legacyAzure'] } as const;
/** Licences from a CSP partner that could be transferred, if they are in the right state. */
export const transferableLicenses = {
  ...takeOver,
  service: ['license'],
  seller: cspSellers,
  licensePlatform: ['newCommerce'],
} as const;

/** What ends in an order or a transfer: it needs a relationship and the customer agreement. */
export const ordering = { ...inScope, goal: ['addServices', 'takeOver'], seller: namedSellers } as const;

/** Agreements with Microsoft whose Azure can be billed through CSP, by partners who may ask for it. */
export const withMicrosoft = ['enterpriseAgreement', 'mcaEnterprise'] as const satisfies OptionId<'seller'>[];
/** Bought outside CSP, and under no such agreement. */
export const withoutBillingMove = [
  'microsoft',
  'volumeLicensing',
  ...historic,
] as const satisfies OptionId<'seller'>[];
export const azureOfAgreement = { ...takeOver, service: ['usage'], seller: withMicrosoft } as const;
const asking = { ...azureOfAgreement, partner: directPartners } as const;
const enterpriseDirect = { ...asking, seller: ['enterpriseAgreement'], enrollment: ['direct'] } as const;
const customerAgreement = { ...asking, seller: ['mcaEnterprise'] } as const;
export const enterpriseDesignated = { ...enterpriseDirect, designation: ['held'] } as const;
export const customerAgreementDesignated = { ...customerAgreement, designation: ['held'] } as const;
/** Of what is active the billing moves, of nothing else. */
export const billingOfEnterprise = { ...enterpriseDesignated, state: ['active'] } as const;
export const billingOfCustomerAgreement = { ...customerAgreementDesignated, state: ['active'] } as const;
export const enterpriseUndesignated = { ...enterpriseDirect, designation: ['notHeld'] } as const;
export const customerAgreementUndesignated = { ...customerAgreement, designation: ['notHeld'] } as const;
/** Microsoft's texts leave open whether the billing of these moves. */
export const billingUnsettled = {
  ...asking,
  seller: ['enterpriseAgreement'],
  enrollment: ['indirect', 'government'],
} as const;

const usual = {
  cloud: 'public',
  partner: 'directBill',
  service: 'license',
  seller: 'enterpriseAgreement',
  goal: 'support',
  state: 'active',
  region: 'same',
  relationship: 'no',
} as const satisfies Situation;

/** The usual situation but for the facts given. */
export function example(rest: Situation): Situation {
  return { ...usual, ...rest };
}

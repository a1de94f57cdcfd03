import type { OptionId, Situation } from '../../facts.js';
import { IN_CSP, MANAGE_OR_ADD, SERVE_CUSTOMER } from '../groups.js';

/** Sets of options and conditions that the rules of the newest edition share. */
export const agreements = [
  'microsoft',
  'enterpriseAgreement',
  'volumeLicensing',
] as const satisfies OptionId<'seller'>[];
export const historic = ['advisor', 'ownAdvisor'] as const satisfies OptionId<'seller'>[];
export const outsideCsp = [...agreements, ...historic];
export const cspSellers = ['cspPartner', 'formerCspPartner'] as const satisfies OptionId<'seller'>[];
export const unnamed = ['syndicationPartner', 'otherReseller'] as const satisfies OptionId<'seller'>[];
export const named = [...outsideCsp, ...cspSellers];
export const directPartners = ['directBill', 'indirectProvider'] as const satisfies OptionId<'partner'>[];

/** Everything that is left once the cloud, the program, reselling and the market are settled. */
export const inScope = {
  cloud: ['public'],
  partner: IN_CSP,
  goal: SERVE_CUSTOMER,
  region: ['same'],
} as const;
export const manageOrAdd = { ...inScope, goal: MANAGE_OR_ADD } as const;
export const manage = { ...inScope, goal: ['support'] } as const;
export const takeOver = { ...inScope, goal: ['takeOver'] } as const;

/** Taking Azure over from an Enterprise Agreement by moving its billing: only this combination may. */
export const billingTransfer = {
  ...takeOver,
  partner: directPartners,
  service: ['usage'],
  seller: ['enterpriseAgreement'],
  enrollment: ['direct'],
  designation: ['held'],
} as const;

const usual = {
  cloud: 'public',
  partner: 'directBill',
  service: 'license',
  seller: 'enterpriseAgreement',
  goal: 'support',
  region: 'same',
  relationship: 'no',
} as const satisfies Situation;

/** The usual situation but for the facts given. */
export function example(rest: Situation): Situation {
  return { ...usual, ...rest };
}

import type { OptionId } from '../facts.js';

/** Sets of options that the rules of several editions name together. */
export const IN_CSP = [
  'directBill',
  'indirectProvider',
  'indirectReseller',
] as const satisfies OptionId<'partner'>[];

export const MANAGE_OR_ADD = ['support', 'addServices'] as const satisfies OptionId<'goal'>[];

/** Every goal but reselling through another CSP partner, which is decided before anything else. */
export const SERVE_CUSTOMER = [...MANAGE_OR_ADD, 'takeOver'] as const satisfies OptionId<'goal'>[];

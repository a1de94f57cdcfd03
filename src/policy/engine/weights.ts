import { type FactId, type OptionId, optionsOf } from '../facts.js';

/**
 * How likely each answer is, as relative weights: data that decides which order of questions is soonest.
 * A fact or option that is not named weighs 1, so nothing at all is the uniform default.
 */
export type Weights = { readonly [F in FactId]?: Readonly<Record<string, number>> };

export const UNIFORM: Weights = {};

/** The probability of each option of a fact, in the order of the vocabulary. They add up to 1. */
export function probabilities(weights: Weights, fact: FactId): readonly number[] {
  const weigh = (option: OptionId): number => weights[fact]?.[option] ?? 1;
  const all = optionsOf(fact).map(weigh);
  const total = all.reduce((sum, weight) => sum + weight, 0);
  return all.map((weight) => weight / total);
}

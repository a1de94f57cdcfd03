import { FACT_IDS, type FactId, type OptionId, optionsOf } from '../facts.js';
import type { Restriction } from './cover.js';
import { type OptionSet, optionSet } from './diagram.js';
import { type Left, leftOf } from './left.js';

/**
 * How likely each answer is, as relative weights: data that decides which order of questions is soonest.
 * A fact or option that is not named weighs 1, so nothing at all is the uniform default.
 */
export type Weights = { readonly [F in FactId]?: Readonly<Record<string, number>> };

export const UNIFORM: Weights = {};

/**
 * What is usual, by our own estimate: it decides which of several cases is told first, and nothing else. What is
 * presumed is so because it is usual; most customers are in the public cloud, and most who ask are CSP partners.
 */
export const LIKELY: Weights = {
  cloud: { public: 20 },
  partner: { notCsp: 0.3 },
  service: { other: 0.2 },
  seller: { microsoft: 2, cspPartner: 2, syndicationPartner: 0.2, ownAdvisor: 0.2, vianet: 0.2 },
  licensePlatform: { newCommerce: 20 },
  state: { active: 20 },
  region: { same: 20 },
  relationship: { no: 3 },
};

/** The probability of each option of a fact, in the order of the vocabulary. They add up to 1. */
export function probabilities(weights: Weights, fact: FactId): readonly number[] {
  const weigh = (option: OptionId): number => weights[fact]?.[option] ?? 1;
  const all = optionsOf(fact).map(weigh);
  const total = all.reduce((sum, weight) => sum + weight, 0);
  return all.map((weight) => weight / total);
}

const LIKELY_CHANCES = new Map(FACT_IDS.map((fact) => [fact, probabilities(LIKELY, fact)]));

/** How likely it is by `LIKELY` that a fact has one of these options. */
function chanceOf(fact: FactId, options: OptionSet): number {
  const chances = LIKELY_CHANCES.get(fact) ?? [];
  return chances.reduce((sum, chance, index) => ((options & (1 << index)) === 0 ? sum : sum + chance), 0);
}

/** How likely it is by `LIKELY` that a condition holds, before anything is known but what is left of each fact. */
export function likelihood(condition: Restriction, left: Left): number {
  return condition.reduce((product, { fact, options }) => {
    const own = optionSet(fact, options);
    return (product * chanceOf(fact, own)) / chanceOf(fact, leftOf(left, fact));
  }, 1);
}

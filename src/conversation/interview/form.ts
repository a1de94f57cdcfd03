import { presumption } from '../../policy/engine/policy.js';
import {
  type Answer,
  FACT_IDS,
  type FactId,
  type OptionId,
  offeredOptions,
  optionsOf,
} from '../../policy/facts.js';
import { canMatter } from './change.js';
import { type Conversation, policyOf, situationOf } from './state.js';

/** One question of the form: answered, presumed, or open. */
export interface Field {
  readonly fact: FactId;
  readonly options: readonly OptionId[];
  readonly value: Answer | undefined;
  /** What is assumed as long as nobody says otherwise. */
  readonly presumed: OptionId | undefined;
}

/** Every question whose answer makes a difference beside what is known, in the order of the vocabulary. */
export function formOf(conversation: Conversation): readonly Field[] {
  const situation = situationOf(conversation);
  return FACT_IDS.filter((fact) => canMatter(conversation, fact)).map((fact) => {
    const { [fact]: value, ...others } = situation;
    const offered = offeredOptions(fact, others);
    return {
      fact,
      // An answer that is not offered any more is still the answer: the form must not lose it.
      options: optionsOf(fact).filter((option) => option === value || offered.includes(option)),
      value,
      presumed: presumption(policyOf(conversation), fact),
    };
  });
}

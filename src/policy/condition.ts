import { type FactId, type OptionId, optionsOf, type Situation } from './facts.js';

/**
 * A condition: for each fact it names, the options it accepts. All named facts must hold together.
 * That is all a rule can say, so that a table, a map and a proof can read it without running it.
 */
export type Condition = { readonly [F in FactId]?: readonly OptionId<F>[] };

/** Three-valued: what is open turns on facts that are unknown or absent. */
export type Truth = 'holds' | 'fails' | 'open';

/** The facts a condition turns on, in the order it names them. */
export function conditionFacts(condition: Condition): readonly FactId[] {
  return Object.keys(condition) as FactId[];
}

function accepts(condition: Condition, fact: FactId): readonly OptionId[] {
  return condition[fact] ?? optionsOf(fact);
}

/** Whether one named fact holds; a fact whose every option is accepted holds unasked. */
function factTruth(condition: Condition, fact: FactId, situation: Situation): Truth {
  const accepted = accepts(condition, fact);
  const value = situation[fact];
  if (value === undefined || value === 'unknown') {
    return optionsOf(fact).every((option) => accepted.includes(option)) ? 'holds' : 'open';
  }
  return accepted.includes(value) ? 'holds' : 'fails';
}

/** Evaluates a condition. Unknown is never a default: it leaves the condition open. */
export function evaluate(condition: Condition, situation: Situation): Truth {
  let result: Truth = 'holds';
  for (const fact of conditionFacts(condition)) {
    const truth = factTruth(condition, fact, situation);
    if (truth === 'fails') return 'fails';
    if (truth === 'open') result = 'open';
  }
  return result;
}

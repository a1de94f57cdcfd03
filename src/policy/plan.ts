import { isEnd, type Node, restrict, support } from './diagram.js';
import { FACT_IDS, type FactId, optionsOf } from './facts.js';
import { probabilities, UNIFORM, type Weights } from './weights.js';

/** What to ask next, and how many questions that leads to if every answer is known. */
export interface Plan {
  readonly fact: FactId;
  /** Expected number of questions, this one included, under the weights. */
  readonly expected: number;
  /** The largest number of questions that may come, this one included. */
  readonly worst: number;
}

/** A way to choose the next question; `skipped` are facts that stay open and are not asked. */
export type Planner = (node: Node, skipped: ReadonlySet<FactId>) => Plan | undefined;

type Choose = (candidates: readonly FactId[], price: (fact: FactId) => Plan) => Plan | undefined;

function better(a: Plan, b: Plan): boolean {
  if (Math.abs(a.expected - b.expected) > 1e-9) return a.expected < b.expected;
  return a.worst < b.worst;
}

/** A planner that prices what `choose` considers; equal diagrams are priced once. */
function plannerThat(choose: Choose, weights: Weights): Planner {
  const plans = new Map<string, Plan | undefined>();
  const price = (node: Node, fact: FactId, skipped: ReadonlySet<FactId>): Plan => {
    const chances = probabilities(weights, fact);
    const next = optionsOf(fact).map((option) => plan(restrict(node, fact, option), skipped));
    return {
      fact,
      expected: 1 + next.reduce((sum, each, index) => sum + (chances[index] ?? 0) * (each?.expected ?? 0), 0),
      worst: 1 + next.reduce((most, each) => Math.max(most, each?.worst ?? 0), 0),
    };
  };
  const plan: Planner = (node, skipped) => {
    if (isEnd(node)) return undefined;
    const open = FACT_IDS.filter((fact) => support(node).has(fact));
    const key = `${node.id}:${open.filter((fact) => skipped.has(fact)).join()}`;
    if (plans.has(key)) return plans.get(key);
    const candidates = open.filter((fact) => !skipped.has(fact));
    const best = choose(candidates, (fact) => price(node, fact, skipped));
    plans.set(key, best);
    return best;
  };
  return plan;
}

/**
 * The planner that leads to guidance soonest on average, exactly: every order of the open facts is priced.
 */
export function soonest(weights: Weights = UNIFORM): Planner {
  return plannerThat(
    (candidates, price) =>
      candidates
        .map(price)
        .reduce<Plan | undefined>((best, each) => (best && !better(each, best) ? best : each), undefined),
    weights,
  );
}

/** The planner that asks in a fixed order, leaving out what no longer matters: what `soonest` has to beat. */
export function inOrder(order: readonly FactId[], weights: Weights = UNIFORM): Planner {
  return plannerThat((candidates, price) => {
    const first = order.find((fact) => candidates.includes(fact));
    return first === undefined ? undefined : price(first);
  }, weights);
}

export const plan: Planner = soonest();

import { FACT_IDS, type FactId } from '../facts.js';
import { FACT_SETS, type FactSet, factSet, factsIn, isEnd, type Node, restrictAt } from './diagram.js';
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
  const chances = new Map(FACT_IDS.map((fact) => [fact, probabilities(weights, fact)]));
  const plans = new Map<number, Plan | undefined>();
  const price = (node: Node, fact: FactId, skipped: FactSet): Plan => {
    let sum = 0;
    let worst = 0;
    chances.get(fact)?.forEach((chance, option) => {
      const next = plan(restrictAt(node, fact, option), skipped);
      if (next === undefined) return;
      sum += chance * next.expected;
      worst = Math.max(worst, next.worst);
    });
    return { fact, expected: 1 + sum, worst: 1 + worst };
  };
  const plan = (node: Node, skipped: FactSet): Plan | undefined => {
    if (isEnd(node)) return undefined;
    const key = node.id * FACT_SETS + (node.facts & skipped);
    const known = plans.get(key);
    if (known !== undefined || plans.has(key)) return known;
    const best = choose(factsIn(node.facts & ~skipped), (fact) => price(node, fact, skipped));
    plans.set(key, best);
    return best;
  };
  return (node, skipped) => plan(node, factSet(skipped));
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

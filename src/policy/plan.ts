import { isLeaf, type Node, restrict, support } from './diagram.js';
import { FACT_IDS, type FactId, optionsOf } from './facts.js';

/** What to ask next, and how many questions that leads to if every answer is known. */
export interface Plan {
  readonly fact: FactId;
  /** Expected number of questions, this one included, with every option equally likely. */
  readonly expected: number;
  /** The largest number of questions that may come, this one included. */
  readonly worst: number;
}

const plans = new Map<string, Plan | undefined>();

function better(a: Plan, b: Plan | undefined): boolean {
  if (b === undefined) return true;
  if (Math.abs(a.expected - b.expected) > 1e-9) return a.expected < b.expected;
  return a.worst < b.worst;
}

function price(node: Node, fact: FactId, skipped: ReadonlySet<FactId>): Plan {
  const options = optionsOf(fact);
  const next = options.map((option) => plan(restrict(node, fact, option), skipped));
  return {
    fact,
    expected: 1 + next.reduce((sum, each) => sum + (each?.expected ?? 0), 0) / options.length,
    worst: 1 + next.reduce((most, each) => Math.max(most, each?.worst ?? 0), 0),
  };
}

/**
 * The question that leads to guidance soonest on average, found exactly: every order of the open facts is
 * priced, and equal diagrams are priced once. Undefined when nothing that may be asked is open.
 * `skipped` are the facts that the person does not know: they stay open and are not asked again.
 */
export function plan(node: Node, skipped: ReadonlySet<FactId>): Plan | undefined {
  if (isLeaf(node)) return undefined;
  const open = FACT_IDS.filter((fact) => support(node).has(fact));
  const key = `${node.id}:${open.filter((fact) => skipped.has(fact)).join()}`;
  if (plans.has(key)) return plans.get(key);
  let best: Plan | undefined;
  for (const fact of open) {
    if (skipped.has(fact)) continue;
    const candidate = price(node, fact, skipped);
    if (better(candidate, best)) best = candidate;
  }
  plans.set(key, best);
  return best;
}

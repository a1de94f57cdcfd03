import { type EditionId, factsNamed } from '../policy/edition.js';
import { EDITIONS, type KnownEdition } from '../policy/editions/registry.js';
import { type Node, restrict } from '../policy/engine/diagram.js';
import { inOrder, type Plan, type Planner, plan, soonest } from '../policy/engine/plan.js';
import { open, policyFor } from '../policy/engine/policy.js';
import { probabilities, UNIFORM, type Weights } from '../policy/engine/weights.js';
import { FACT_IDS, type FactId, optionsOf } from '../policy/facts.js';
import { cases } from './cases.js';

/** How large an edition is, counted exactly. */
export interface Size {
  readonly rules: number;
  /** How many facts its conditions name. */
  readonly facts: number;
  /** Complete situations of these facts, each an option. */
  readonly situations: number;
  /** Sets of complete situations in which the very same rules hold. */
  readonly cases: number;
}

export function sizeOf(edition: KnownEdition): Size {
  const all = cases(edition);
  return {
    rules: edition.rules.length,
    facts: factsNamed(edition).length,
    situations: all.reduce((sum, { count }) => sum + count, 0),
    cases: all.length,
  };
}

/** How many questions lead to guidance, from an empty situation, if every answer is known. */
export interface Effort {
  readonly expected: number;
  readonly worst: number;
}

const NONE: Effort = { expected: 0, worst: 0 };

/** The order in which a person would write the questions down: what is asked first in Microsoft's article, first. */
const AUTHORED_ORDER: readonly FactId[] = FACT_IDS;

function effort(edition: EditionId | undefined, planner: Planner): Effort {
  const found: Plan | undefined = planner(open(policyFor(edition), {}), new Set());
  return found ?? NONE;
}

/** The planned interview next to the fixed one. @param edition undefined for the newest of whichever cloud */
export function efforts(
  edition: EditionId | undefined,
  weights: Weights = UNIFORM,
): { planned: Effort; fixed: Effort } {
  return {
    planned: effort(edition, soonest(weights)),
    fixed: effort(edition, inOrder(AUTHORED_ORDER, weights)),
  };
}

/** How many questions a planner leads to on average where answers are as likely as the weights say. */
function expectedUnder(edition: EditionId | undefined, planner: Planner, weights: Weights): number {
  const known = new Map<Node, number>();
  const visit = (node: Node): number => {
    const before = known.get(node);
    if (before !== undefined) return before;
    const next = planner(node, new Set());
    const chances = next === undefined ? [] : probabilities(weights, next.fact);
    const expected = chances.reduce(
      (sum, chance, option) => {
        const value = next && optionsOf(next.fact)[option];
        return next === undefined || value === undefined
          ? sum
          : sum + chance * visit(restrict(node, next.fact, value));
      },
      Number(next !== undefined),
    );
    known.set(node, expected);
    return expected;
  };
  return visit(open(policyFor(edition), {}));
}

/** The interview as it is planned now, and as these weights would plan it, both where people answer as the weights say. */
export function effortsUnder(
  edition: EditionId | undefined,
  weights: Weights,
): { readonly before: number; readonly after: number } {
  return {
    before: expectedUnder(edition, plan, weights),
    after: expectedUnder(edition, soonest(weights), weights),
  };
}

/** Every edition, oldest first. */
export const ALL_EDITIONS: readonly KnownEdition[] = Object.values(EDITIONS);

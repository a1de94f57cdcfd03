import { FACT_IDS, type FactId, offeredOptions, type Situation } from '../facts.js';
import { type FactSet, limit, type Node, type OptionSet, optionSet, support } from './diagram.js';

/** The options of each fact that are left, in the order of the vocabulary. */
export type Left = readonly OptionSet[];

const PLACES = Object.fromEntries(FACT_IDS.map((fact, index) => [fact, index])) as Record<FactId, number>;

export function leftOf(left: Left, fact: FactId): OptionSet {
  return left[PLACES[fact]] ?? 0;
}

/** The same with other options left of one fact. */
export function leaving(left: Left, fact: FactId, options: OptionSet): Left {
  return left.with(PLACES[fact], options);
}

/** The options of each fact that are worth offering, given what is known. */
export function offeredIn(situation: Situation): Left {
  return FACT_IDS.map((fact) => optionSet(fact, offeredOptions(fact, situation)));
}

/** Whether the same is left of some facts: a set of facts has its bits in the order of the vocabulary. */
function sameOf(facts: FactSet, one: Left, other: Left): boolean {
  for (let rest = facts, index = 0; rest !== 0; rest >>= 1, index += 1)
    if ((rest & 1) !== 0 && one[index] !== other[index]) return false;
  return true;
}

interface FoundThere<Found> {
  readonly left: Left;
  readonly found: Found;
  /** What was found before, where something else is left. */
  readonly next: FoundThere<Found> | undefined;
}

/** What was found for a diagram and what is left of the facts that it turns on. */
export class ByLeft<Found> {
  readonly #found = new Map<Node, FoundThere<Found>>();

  get(node: Node, left: Left): Found | undefined {
    for (let each = this.#found.get(node); each !== undefined; each = each.next)
      if (each.left === left || sameOf(node.facts, each.left, left)) return each.found;
    return undefined;
  }

  set(node: Node, left: Left, found: Found): Found {
    this.#found.set(node, { left, found, next: this.#found.get(node) });
    return found;
  }
}

/** What a diagram becomes once no fact has an option but those that are left. */
export function within(node: Node, left: Left): Node {
  let part = node;
  for (const fact of support(node)) part = limit(part, fact, leftOf(left, fact));
  return part;
}

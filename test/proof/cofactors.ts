import { type Node, restrict, support } from '../../src/policy/engine/diagram.js';
import { optionsOf } from '../../src/policy/facts.js';

/** Every diagram that some answers can leave, the whole included: what all partial situations come down to. */
export function cofactors(root: Node): readonly Node[] {
  const seen = new Set([root]);
  for (const node of seen) {
    for (const fact of support(node)) {
      for (const option of optionsOf(fact)) seen.add(restrict(node, fact, option));
    }
  }
  return [...seen];
}

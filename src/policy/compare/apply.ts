import { branch, isEnd, isLeaf, mark, type Node } from '../engine/diagram.js';
import { FACT_IDS, type FactId, optionsOf } from '../facts.js';
import type { Outcome } from '../outcome.js';

/** The child that an option leads to; a diagram that does not begin with this fact is its own child. */
function below(node: Node, fact: FactId, index: number): Node {
  return !isEnd(node) && node.fact === fact ? (node.children[index] ?? node) : node;
}

/**
 * The diagram of what two diagrams say together, told as a text. Both ask in the order of the vocabulary,
 * so they are walked down side by side.
 */
export function apply(before: Node, after: Node, tell: (before: Outcome, after: Outcome) => string): Node {
  const memo = new Map<string, Node>();
  const visit = (a: Node, b: Node): Node => {
    const key = `${a.id}|${b.id}`;
    const known = memo.get(key);
    if (known !== undefined) return known;
    const fact = FACT_IDS.find((each) => [a, b].some((node) => !isEnd(node) && node.fact === each));
    const result =
      fact === undefined
        ? mark(isLeaf(a) && isLeaf(b) ? tell(a.outcome, b.outcome) : key)
        : branch(
            fact,
            optionsOf(fact).map((_, index) => visit(below(a, fact, index), below(b, fact, index))),
          );
    memo.set(key, result);
    return result;
  };
  return visit(before, after);
}

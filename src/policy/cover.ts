import { isLeaf, type Node, restrict, support } from './diagram.js';
import { FACT_IDS, type FactId, type OptionId, optionsOf } from './facts.js';
import type { Outcome } from './outcome.js';

/** Some facts each limited to some options: a condition that holds for a group of situations. */
export type Limits = readonly { readonly fact: FactId; readonly options: readonly OptionId[] }[];

type Wanted = (before: Outcome, after: Outcome) => boolean;

/** A decision tree over the facts; `size` is the number of its paths that end in what is wanted. */
type Tree =
  | { readonly key: string; readonly size: number; readonly wanted: boolean }
  | { readonly key: string; readonly size: number; readonly fact: FactId; readonly edges: readonly Edge[] };

interface Edge {
  readonly options: readonly OptionId[];
  readonly to: Tree;
}

const YES: Tree = { key: '+', size: 1, wanted: true };
const NO: Tree = { key: '-', size: 0, wanted: false };

/** Finds the tree with the fewest wanted paths: every fact is tried first, and branches that come out alike are one. */
class Cover {
  readonly #memo = new Map<string, Tree>();

  constructor(private readonly wanted: Wanted) {}

  tree(before: Node, after: Node): Tree {
    const key = `${before.id}|${after.id}`;
    const known = this.#memo.get(key);
    if (known !== undefined) return known;
    const tree =
      isLeaf(before) && isLeaf(after)
        ? this.wanted(before.outcome, after.outcome)
          ? YES
          : NO
        : this.#smallest(before, after);
    this.#memo.set(key, tree);
    return tree;
  }

  #smallest(before: Node, after: Node): Tree {
    let best: Tree | undefined;
    for (const fact of FACT_IDS) {
      if (!support(before).has(fact) && !support(after).has(fact)) continue;
      const tree = this.#split(before, after, fact);
      if (best === undefined || tree.size < best.size) best = tree;
      // A tree that does not ask at all cannot be beaten.
      if (!('fact' in tree)) break;
    }
    return best ?? NO;
  }

  #split(before: Node, after: Node, fact: FactId): Tree {
    const edges = new Map<string, { readonly options: OptionId[]; readonly to: Tree }>();
    for (const option of optionsOf(fact)) {
      const to = this.tree(restrict(before, fact, option), restrict(after, fact, option));
      const edge = edges.get(to.key) ?? { options: [], to };
      edge.options.push(option);
      edges.set(to.key, edge);
    }
    const all = [...edges.values()];
    const [only] = all;
    if (only !== undefined && all.length === 1) return only.to;
    const key = `${fact}(${all.map(({ options, to }) => `${options.join()}:${to.key}`).join(';')})`;
    return { key, size: all.reduce((sum, { to }) => sum + to.size, 0), fact, edges: all };
  }
}

function* paths(tree: Tree, limits: Limits): Generator<Limits> {
  if ('wanted' in tree) {
    if (tree.wanted) yield limits;
    return;
  }
  for (const { options, to } of tree.edges) yield* paths(to, [...limits, { fact: tree.fact, options }]);
}

/** Disjoint conditions that together are exactly the situations in which two diagrams say what is wanted. */
export function whereBoth(before: Node, after: Node, wanted: Wanted): readonly Limits[] {
  return [...paths(new Cover(wanted).tree(before, after), [])];
}

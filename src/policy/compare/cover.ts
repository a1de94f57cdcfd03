import { isEnd, type Node, restrict, support } from '../engine/diagram.js';
import { FACT_IDS, type FactId, type OptionId, optionsOf } from '../facts.js';

/** Some facts each limited to some options: a condition that holds for a group of situations. */
export type Restriction = readonly { readonly fact: FactId; readonly options: readonly OptionId[] }[];

/** A decision tree over the facts; `size` is the number of its paths that end in what is wanted. */
type CoverTree =
  | { readonly key: string; readonly size: number; readonly wanted: boolean }
  | { readonly key: string; readonly size: number; readonly fact: FactId; readonly edges: readonly Edge[] };

interface Edge {
  readonly options: readonly OptionId[];
  readonly to: CoverTree;
}

const YES: CoverTree = { key: '+', size: 1, wanted: true };
const NO: CoverTree = { key: '-', size: 0, wanted: false };

/** Finds the tree with the fewest wanted paths: every fact is tried first, and branches that come out alike are one. */
class Cover {
  readonly #memo = new Map<Node, CoverTree>();

  readonly #wanted: ReadonlySet<Node>;

  constructor(wanted: ReadonlySet<Node>) {
    this.#wanted = wanted;
  }

  tree(node: Node): CoverTree {
    const known = this.#memo.get(node);
    if (known !== undefined) return known;
    const tree = isEnd(node) ? (this.#wanted.has(node) ? YES : NO) : this.#smallest(node);
    this.#memo.set(node, tree);
    return tree;
  }

  #smallest(node: Node): CoverTree {
    let best: CoverTree | undefined;
    for (const fact of FACT_IDS) {
      if (!support(node).has(fact)) continue;
      const tree = this.#split(node, fact);
      if (best === undefined || tree.size < best.size) best = tree;
      // A tree that does not ask at all cannot be beaten.
      if (!('fact' in tree)) break;
    }
    return best ?? NO;
  }

  #split(node: Node, fact: FactId): CoverTree {
    const edges = new Map<string, { readonly options: OptionId[]; readonly to: CoverTree }>();
    for (const option of optionsOf(fact)) {
      const to = this.tree(restrict(node, fact, option));
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

function* paths(tree: CoverTree, limits: Restriction): Generator<Restriction> {
  if ('wanted' in tree) {
    if (tree.wanted) yield limits;
    return;
  }
  for (const { options, to } of tree.edges) yield* paths(to, [...limits, { fact: tree.fact, options }]);
}

/** Disjoint conditions that together are exactly the situations in which a diagram ends in one of `wanted`. */
export function where(node: Node, wanted: ReadonlySet<Node>): readonly Restriction[] {
  return [...paths(new Cover(wanted).tree(node), [])];
}

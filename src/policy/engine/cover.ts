import { FACT_IDS, type FactId, type OptionId, optionsOf } from '../facts.js';
import { isEnd, type Leaf, limit, type Mark, type Node, optionSet, restrict, support } from './diagram.js';

/** Some facts each limited to some options: a condition that holds for a group of situations. */
export type Restriction = readonly { readonly fact: FactId; readonly options: readonly OptionId[] }[];

/** The diagram once a condition is known to hold. */
export function under(node: Node, condition: Restriction): Node {
  return condition.reduce((part, { fact, options }) => limit(part, fact, optionSet(fact, options)), node);
}

/** A condition and the kind of end that every situation under it comes to. */
export interface Covered {
  readonly limits: Restriction;
  readonly kind: string;
}

/** Tells the kind of an end, or undefined where nobody asks for it. */
type KindOf = (end: Leaf | Mark) => string | undefined;

/** A decision tree over the facts; `size` is the number of its paths that end in what is asked for. */
export type CoverTree =
  | { readonly key: string; readonly size: number; readonly kind: string | undefined }
  | { readonly key: string; readonly size: number; readonly fact: FactId; readonly edges: readonly Edge[] };

interface Edge {
  readonly options: readonly OptionId[];
  readonly to: CoverTree;
}

/** How many facts may be open for every order of them to be tried; of more, one is chosen by what it leaves. */
const TRIED = 6;

/** Finds trees with few paths: every fact is tried first, and branches that come out alike are one. */
export class Cover {
  readonly #memo = new Map<Node, CoverTree>();

  readonly #kindOf: KindOf;

  readonly #tried: number;

  /** @param tried how many facts may be open for the tree to be the smallest there is */
  constructor(kindOf: KindOf, tried = TRIED) {
    this.#kindOf = kindOf;
    this.#tried = tried;
  }

  /** Disjoint conditions that together are every situation whose end is of some kind. */
  boxes(node: Node): readonly Covered[] {
    return [...paths(this.tree(node), [])];
  }

  /** The smallest tree that was found for a diagram. */
  tree(node: Node): CoverTree {
    const known = this.#memo.get(node);
    if (known !== undefined) return known;
    const tree = isEnd(node) ? this.#end(node) : this.#smallest(node);
    this.#memo.set(node, tree);
    return tree;
  }

  #end(node: Leaf | Mark): CoverTree {
    const kind = this.#kindOf(node);
    return { key: kind === undefined ? '-' : `+${kind}`, size: kind === undefined ? 0 : 1, kind };
  }

  #smallest(node: Node): CoverTree {
    const open = FACT_IDS.filter((fact) => support(node).has(fact));
    let best: CoverTree | undefined;
    for (const fact of open.length > this.#tried ? [simplest(node, open)] : open) {
      const tree = this.#split(node, fact);
      if (best === undefined || tree.size < best.size) best = tree;
      // A tree that does not ask at all cannot be beaten.
      if (!('fact' in tree)) break;
    }
    if (best === undefined) throw new Error('A diagram that asks for no fact is an end.');
    return best;
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

/** The fact whose answers leave the fewest facts open, answers that come to the same counted once. */
function simplest(node: Node, open: readonly FactId[]): FactId {
  const left = (fact: FactId): number => {
    const after = new Set(optionsOf(fact).map((option) => restrict(node, fact, option)));
    return [...after].reduce((sum, each) => sum + support(each).size, 0);
  };
  return open.reduce((best, fact) => (left(fact) < left(best) ? fact : best));
}

function* paths(tree: CoverTree, limits: Restriction): Generator<Covered> {
  if ('kind' in tree) {
    if (tree.kind !== undefined) yield { limits, kind: tree.kind };
    return;
  }
  for (const { options, to } of tree.edges) yield* paths(to, [...limits, { fact: tree.fact, options }]);
}

/** Disjoint conditions that together are exactly the situations in which a diagram ends in one of `wanted`. */
export function where(node: Node, wanted: ReadonlySet<Node>): readonly Restriction[] {
  const cover = new Cover((end) => (wanted.has(end) ? 'wanted' : undefined), FACT_IDS.length);
  return cover.boxes(node).map(({ limits }) => limits);
}

import type { Verdict } from '../policy/edition.js';
import type { KnownEdition } from '../policy/editions/registry.js';
import { isLeaf, type Node, outcomes, restrict, support } from '../policy/engine/diagram.js';
import { diagramOf } from '../policy/engine/policy.js';
import { FACT_IDS, type FactId, type OptionId, optionsOf } from '../policy/facts.js';

/** The end of a path: what is decided, and in how many complete situations. */
export interface MapEnd {
  readonly verdict: Verdict;
  readonly count: number;
}

export interface MapQuestion {
  readonly fact: FactId;
  readonly edges: readonly MapEdge[];
  readonly count: number;
}

/** The answers that lead on to the same place. */
export interface MapEdge {
  readonly options: readonly OptionId[];
  readonly to: MapNode;
}

export type MapNode = MapEnd | MapQuestion;

export function isMapEnd(node: MapNode): node is MapEnd {
  return 'verdict' in node;
}

/** A tree before its situations are counted; `size` is the number of its ends, `depth` of its questions in a row. */
type MapTree = { readonly key: string; readonly size: number; readonly depth: number } & (
  | { readonly verdict: Verdict }
  | {
      readonly fact: FactId;
      readonly edges: readonly { readonly options: readonly OptionId[]; readonly to: MapTree }[];
    }
);

function smaller(tree: MapTree, than: MapTree): boolean {
  return tree.size < than.size || (tree.size === than.size && tree.depth < than.depth);
}

/** The tree that asks `fact` first; where every answer leads to the same tree, that tree. */
function ask(node: Node, fact: FactId, treeOf: (node: Node) => MapTree): MapTree {
  const merged = new Map<string, { readonly options: OptionId[]; readonly to: MapTree }>();
  for (const option of optionsOf(fact)) {
    const to = treeOf(restrict(node, fact, option));
    const edge = merged.get(to.key) ?? { options: [], to };
    edge.options.push(option);
    merged.set(to.key, edge);
  }
  const edges = [...merged.values()];
  const [only, ...others] = edges;
  if (only !== undefined && others.length === 0) return only.to;
  return {
    key: `${fact}(${edges.map(({ options, to }) => `${options.join()}:${to.key}`).join(';')})`,
    size: edges.reduce((sum, { to }) => sum + to.size, 0),
    depth: 1 + Math.max(...edges.map(({ to }) => to.depth)),
    fact,
    edges,
  };
}

/** The smallest tree for the verdict alone: every fact is tried first, and equal diagrams are looked at once. */
function smallest(root: Node): MapTree {
  const memo = new Map<Node, MapTree>();
  const treeOf = (node: Node): MapTree => {
    const known = memo.get(node);
    if (known !== undefined) return known;
    const tree = find(node);
    memo.set(node, tree);
    return tree;
  };
  const find = (node: Node): MapTree => {
    const [verdict, ...others] = new Set(outcomes(node).map((outcome) => outcome.verdict));
    if (verdict === undefined) throw new Error('A diagram without an outcome cannot be drawn.');
    let best: MapTree | undefined;
    if (others.length > 0 && !isLeaf(node)) {
      for (const fact of FACT_IDS.filter((each) => support(node).has(each))) {
        const tree = ask(node, fact, treeOf);
        // A fact that does not change the verdict leaves nothing to choose: the tree is the one without it.
        if (!('fact' in tree) || tree.fact !== fact) return tree;
        if (best === undefined || smaller(tree, best)) best = tree;
      }
    }
    return best ?? { key: verdict, size: 1, depth: 0, verdict };
  };
  return treeOf(root);
}

function counted(tree: MapTree, count: number): MapNode {
  if ('verdict' in tree) return { verdict: tree.verdict, count };
  const share = count / optionsOf(tree.fact).length;
  const edges = tree.edges.map(({ options, to }) => ({ options, to: counted(to, share * options.length) }));
  return { fact: tree.fact, edges, count };
}

/** How many complete situations there are: one for each choice of an option for every fact. */
export const SITUATIONS = FACT_IDS.reduce((product, fact) => product * optionsOf(fact).length, 1);

const maps = new Map<KnownEdition, MapNode>();

/**
 * The logic of an edition as the smallest map that shows how every verdict comes about: exact, since it is
 * read off the diagram, and the counts of its ends add up to every complete situation.
 */
export function decisionMap(edition: KnownEdition): MapNode {
  const known = maps.get(edition) ?? counted(smallest(diagramOf(edition)), SITUATIONS);
  maps.set(edition, known);
  return known;
}

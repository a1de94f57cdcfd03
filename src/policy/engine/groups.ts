import { VERDICTS, type Verdict } from '../edition.js';
import { FACT_IDS, type FactId, type Situation } from '../facts.js';
import { type Alike, alike } from './alike.js';
import { Cover, type CoverTree, type Restriction } from './cover.js';
import {
  isEnd,
  isLeaf,
  type Leaf,
  limit,
  type Mark,
  mark,
  type Node,
  type OptionSet,
  optionSet,
  optionsIn,
  support,
  withEnds,
} from './diagram.js';
import { type Differing, differingIn } from './differing.js';
import { ByLeft, type Left, leaving, leftOf, offeredIn } from './left.js';
import { likelihood } from './weights.js';

/** A condition on the open facts under which one verdict holds, and what is said wherever it does. */
export interface GuidanceGroup extends Alike {
  readonly eligibility: Verdict;
  /** The condition: open facts, each limited to some of its options. No limit at all where one verdict holds always. */
  readonly options: Restriction;
  /** What is said besides for some options only. */
  readonly differing: readonly Differing[];
  /** Whether some of its members need more than that, which only many of the open facts tell together. */
  readonly more: boolean;
}

const verdicts = new Map<Node, Node>();
const marks = Object.fromEntries(VERDICTS.map((verdict) => [verdict, mark(verdict)])) as Record<
  Verdict,
  Node
>;

/** The diagram of the verdict alone. */
function verdictsOf(node: Node): Node {
  return withEnds(node, verdictOf, verdicts);
}

function verdictOf(end: Leaf | Mark): Node {
  return isLeaf(end) ? marks[end.outcome.verdict] : end;
}

const byVerdict = new Cover((end) => (isLeaf(end) ? end.outcome.verdict : end.text));

/** One verdict, or the fact that tells cases apart: its options in disjoint sets. */
export type Split =
  | { readonly eligibility: Verdict }
  | { readonly fact: FactId; readonly among: readonly OptionSet[] };

/** Where one verdict holds, and what is left there of the diagram and of each fact. */
interface VerdictCase extends Pick<GuidanceGroup, 'eligibility' | 'options'> {
  readonly part: Node;
  readonly left: Left;
}

/** The likeliest verdict first, and of one verdict the likeliest case. */
function likeliestFirst(cases: readonly VerdictCase[], offered: Left): readonly VerdictCase[] {
  const shares = new Map(cases.map((each) => [each, likelihood(each.options, offered)]));
  const of = (each: VerdictCase): number => shares.get(each) ?? 0;
  const total = new Map<Verdict, number>();
  for (const each of cases) total.set(each.eligibility, (total.get(each.eligibility) ?? 0) + of(each));
  const rank = ({ eligibility }: VerdictCase): number =>
    VERDICTS.filter((other) => (total.get(other) ?? 0) > (total.get(eligibility) ?? 0)).length;
  const byKind = (each: VerdictCase): number => VERDICTS.indexOf(each.eligibility);
  return cases.toSorted((a, b) => rank(a) - rank(b) || byKind(a) - byKind(b) || of(b) - of(a));
}

/** What is said wherever one verdict holds. */
export type SaidInGroup = Omit<GuidanceGroup, 'eligibility' | 'options'>;

/**
 * Tells cases apart. What several diagrams have in common is found once for all that one finder is asked: what many
 * conditions leave of many diagrams is the same part.
 */
export class GroupFinder {
  readonly #splits = new Map<Node, Split>();
  readonly #said = new ByLeft<SaidInGroup>();
  readonly #alike = new Map<Node, Alike>();

  /**
   * Conditions that together cover every combination of the options offered exactly once, each with its verdict and
   * what holds wherever the condition does. Empty where nothing is open.
   */
  find(node: Node, offered: Left): readonly GuidanceGroup[] {
    if (isEnd(node)) return [];
    const cases = likeliestFirst([...this.#cases(node, offered, [])], offered);
    return cases.map(({ eligibility, options, part, left }) => ({
      eligibility,
      options,
      ...this.said(part, left),
    }));
  }

  /** The verdict of a diagram, or what has to be known next to tell its cases apart. */
  split(node: Node): Split {
    const verdict = verdictsOf(node);
    const split = this.#splits.get(verdict) ?? splitOf(byVerdict.tree(verdict));
    this.#splits.set(verdict, split);
    return split;
  }

  /** What is said in a part of a diagram that has one verdict. */
  said(part: Node, left: Left): SaidInGroup {
    const known = this.#said.get(part, left);
    if (known !== undefined) return known;
    const shared = alike(part, this.#alike);
    return this.#said.set(part, left, { ...shared, ...differingIn(part, left, shared, this.#alike) });
  }

  *#cases(part: Node, left: Left, options: Restriction): Generator<VerdictCase> {
    const split = this.split(part);
    if ('eligibility' in split) {
      yield { eligibility: split.eligibility, options, part, left };
      return;
    }
    const { fact } = split;
    for (const set of split.among) {
      // What is not offered says what an offered option says, and is not told.
      const kept = set & leftOf(left, fact);
      const limits = [...options, { fact, options: optionsIn(fact, kept) }];
      yield* this.#cases(limit(part, fact, kept), leaving(left, fact, kept), limits);
    }
  }
}

function splitOf(tree: CoverTree): Split {
  if ('kind' in tree) return { eligibility: tree.kind as Verdict };
  const { fact, edges } = tree;
  return { fact, among: edges.map(({ options }) => optionSet(fact, options)) };
}

/** Comes by the groups that stand under a key: finds them, or has kept them. */
export type GroupsKeeper = (key: string, find: () => readonly GuidanceGroup[]) => readonly GuidanceGroup[];

let keeper: GroupsKeeper = (_, find) => find();

/** Has somebody keep what is found, in a process that answers many: nothing is kept here. */
export function keepGroupsWith(next: GroupsKeeper): void {
  keeper = next;
}

/** What can be said while facts are open: see `GroupFinder`. */
export function groupsOf(node: Node, situation: Situation): readonly GuidanceGroup[] {
  if (isEnd(node)) return [];
  const offered = offeredIn(situation);
  const open = FACT_IDS.filter((fact) => support(node).has(fact));
  const key = `${node.id}:${open.map((fact) => leftOf(offered, fact)).join()}`;
  return keeper(key, () => new GroupFinder().find(node, offered));
}

import type { Edition, Eligibility } from '../edition.js';
import type { KnownEdition, KnownIds } from '../editions/registry.js';
import { FACT_IDS, type FactId, type OptionId, optionsOf } from '../facts.js';
import { compose, type Outcome } from '../outcome.js';

/** Facts as bits, in the order of the vocabulary: planning looks at some hundred thousand of these. */
export type FactSet = number;

const BITS = Object.fromEntries(FACT_IDS.map((fact, index) => [fact, 1 << index])) as Record<FactId, FactSet>;

if (FACT_IDS.length > 30)
  throw new Error('A set of facts has room for 30: let FactSet in src/policy/engine/diagram.ts be a bigint.');

/** How many sets of facts there are: a number above every one of them. */
export const FACT_SETS = 1 << FACT_IDS.length;

export function factSet(facts: Iterable<FactId>): FactSet {
  let set = 0;
  for (const fact of facts) set |= BITS[fact];
  return set;
}

export function factsIn(set: FactSet): readonly FactId[] {
  return FACT_IDS.filter((fact) => (set & BITS[fact]) !== 0);
}

/** Options of one fact as bits, in the order of its vocabulary. */
export type OptionSet = number;

/** Above every set of options. */
const OPTION_SETS = 1 << Math.max(...FACT_IDS.map((fact) => optionsOf(fact).length));

const ALL_OPTIONS = Object.fromEntries(
  FACT_IDS.map((fact) => [fact, (1 << optionsOf(fact).length) - 1]),
) as Record<FactId, OptionSet>;

export function optionSet(fact: FactId, options: readonly OptionId[]): OptionSet {
  return options.reduce((set, option) => set | (1 << optionsOf(fact).indexOf(option)), 0);
}

export function optionsIn(fact: FactId, set: OptionSet): readonly OptionId[] {
  return optionsOf(fact).filter((_, index) => (set & (1 << index)) !== 0);
}

/**
 * An edition as a reduced, shared decision diagram: what it says in every complete situation, exactly.
 * Equal parts are one node, so a fact is named in a diagram if and only if some answer to it still
 * changes what is said; that is what makes "never asked in vain" a look-up instead of an estimate.
 */
export interface Leaf {
  readonly id: number;
  readonly facts: FactSet;
  readonly outcome: Outcome<KnownIds>;
}

export interface Branch {
  readonly id: number;
  /** Those that can still change what is said. */
  readonly facts: FactSet;
  readonly fact: FactId;
  /** One child per option, in the order of the vocabulary. */
  readonly children: readonly Node[];
  /** What it becomes once a fact is limited (see `limit`), as far as that was asked for: the last of it. */
  restricted: Restricted | undefined;
  /** The branch made before it whose content has the same hash. */
  readonly next: Branch | undefined;
}

/** What a branch becomes once a fact is limited: a list costs a third of what an array that grows does. */
interface Restricted {
  /** The fact and its options. */
  readonly key: number;
  readonly to: Node;
  readonly next: Restricted | undefined;
}

/** An end that stands for a text instead of an outcome (see `project`). */
export interface Mark {
  readonly id: number;
  readonly facts: FactSet;
  readonly text: string;
}

export type Node = Leaf | Mark | Branch;

export function isLeaf(node: Node): node is Leaf {
  return 'outcome' in node;
}

/** Whether nothing is open any more. */
export function isEnd(node: Node): node is Leaf | Mark {
  return !('children' in node);
}

/**
 * Nodes by their content: whatever is built twice is the same node. These tables, what was limited, what was projected
 * and what was planned are the diagram itself: nodes are equal only because they are in it, and a plan is a price for
 * each. There are finitely many, and few are met: an interview asks in one order. Forty thousand situations at random,
 * unknown facts among them, bring all tables together to 30 MB, and each further thousand to less.
 */
const ends = new Map<string, Leaf | Mark>();
const branches = new Map<number, Branch>();
let nodes = 0;

function nextId(): number {
  nodes += 1;
  return nodes;
}

function end<N extends Leaf | Mark>(key: string, make: () => N): Leaf | Mark {
  const node = ends.get(key) ?? make();
  ends.set(key, node);
  return node;
}

function leaf(outcome: Outcome<KnownIds>): Node {
  return end(JSON.stringify(outcome), () => ({ id: nextId(), facts: 0, outcome }));
}

/** The end that stands for `text`; the same text is the same node. */
export function mark(text: string): Node {
  return end(`mark:${text}`, () => ({ id: nextId(), facts: 0, text }));
}

function sameNodes(one: readonly Node[], other: readonly Node[]): boolean {
  for (let index = 0; index < one.length; index += 1) if (one[index] !== other[index]) return false;
  return true;
}

/** A node that asks for `fact`, or its only child where all children are the same. */
export function branch(fact: FactId, children: readonly Node[]): Node {
  const [first] = children;
  // Hundreds of thousands are asked for by a proof: a number is found sooner than a text that names each child.
  let hash = BITS[fact];
  let facts = BITS[fact];
  let same = true;
  for (const child of children) {
    hash = Math.imul(hash ^ child.id, 0x9e3779b1);
    hash ^= hash >>> 15;
    facts |= child.facts;
    same &&= child === first;
  }
  if (first !== undefined && same) return first;
  const alike = branches.get(hash);
  for (let known = alike; known !== undefined; known = known.next)
    if (known.fact === fact && sameNodes(known.children, children)) return known;
  const node = { id: nextId(), facts, fact, children: children.slice(), restricted: undefined, next: alike };
  branches.set(hash, node);
  return node;
}

/** The diagram with other ends in place of its own; parts of it are looked at once, and found again in `known`. */
export function withEnds(node: Node, to: (end: Leaf | Mark) => Node, known: Map<Node, Node>): Node {
  if (isEnd(node)) return to(node);
  const before = known.get(node);
  if (before !== undefined) return before;
  const children: Node[] = [];
  for (const child of node.children) children.push(withEnds(child, to, known));
  const result = branch(node.fact, children);
  known.set(node, result);
  return result;
}

/** For each fact and option, the rules (as bits) that this option does not make fail. */
export function survivors(edition: Edition): ReadonlyMap<FactId, readonly bigint[]> {
  const bits = (fact: FactId, option: OptionId): bigint =>
    edition.rules.reduce((mask, { when }, index) => {
      const accepted: readonly OptionId[] | undefined = when[fact];
      return accepted === undefined || accepted.includes(option) ? mask | (1n << BigInt(index)) : mask;
    }, 0n);
  return new Map(FACT_IDS.map((fact) => [fact, optionsOf(fact).map((option) => bits(fact, option))]));
}

/** Builds the diagram of an edition. Throws `PolicyDefect` where a situation is not decided exactly once. */
export function build(edition: KnownEdition): Node {
  const masks = survivors(edition);
  const memo = new Map<string, Node>();
  const descend = (depth: number, alive: bigint): Node => {
    const key = `${depth}:${alive.toString(36)}`;
    const known = memo.get(key);
    if (known !== undefined) return known;
    const fact = FACT_IDS[depth];
    const node =
      fact === undefined
        ? leaf(
            compose(
              edition,
              edition.rules.filter((_, index) => (alive & (1n << BigInt(index))) !== 0n),
            ),
          )
        : branch(
            fact,
            (masks.get(fact) ?? []).map((mask) => descend(depth + 1, alive & mask)),
          );
    memo.set(key, node);
    return node;
  };
  return descend(0, (1n << BigInt(edition.rules.length)) - 1n);
}

/** The diagram once `fact` is known to be `option`. */
export function restrict(node: Node, fact: FactId, option: OptionId): Node {
  return restrictAt(node, fact, optionsOf(fact).indexOf(option));
}

/** The same by the place of the option in its vocabulary. */
export function restrictAt(node: Node, fact: FactId, index: number): Node {
  return limit(node, fact, 1 << index);
}

/**
 * The diagram once `fact` is known to be one of `options`. Where that is one, it is asked for no more; where there are
 * several, every other option says what the first of them says, since none of those can be the case.
 */
export function limit(node: Node, fact: FactId, options: OptionSet): Node {
  const bit = BITS[fact];
  if ((node.facts & bit) === 0 || options === ALL_OPTIONS[fact]) return node;
  return limited(node, { fact, bit, options, first: 31 - Math.clz32(options & -options) });
}

interface LimitedTo {
  readonly fact: FactId;
  readonly bit: FactSet;
  readonly options: OptionSet;
  /** The place of the first of the options. */
  readonly first: number;
}

/** The children of the branch at work, for each fact: most branches that are asked for are there already. */
const AT_WORK = Object.fromEntries(
  FACT_IDS.map((fact) => [fact, optionsOf(fact).map(() => mark(''))]),
) as Record<FactId, Node[]>;

function limited(at: Node, limits: LimitedTo): Node {
  if ((at.facts & limits.bit) === 0 || isEnd(at)) return at;
  const { fact, options, first } = limits;
  const { children } = at;
  if (at.fact === fact && options === 1 << first) return children[first] ?? at;
  const key = limits.bit * OPTION_SETS + options;
  for (let known = at.restricted; known !== undefined; known = known.next)
    if (known.key === key) return known.to;
  const work = AT_WORK[at.fact];
  for (let index = 0; index < children.length; index += 1) {
    const child = children[index] as Node;
    if (at.fact !== fact) work[index] = limited(child, limits);
    else work[index] = (options & (1 << index)) === 0 ? (children[first] ?? child) : child;
  }
  const to = branch(at.fact, work);
  at.restricted = { key, to, next: at.restricted };
  return to;
}

const supports = new Map<FactSet, ReadonlySet<FactId>>();

/** The facts that can still change what is said. */
export function support({ facts }: Node): ReadonlySet<FactId> {
  const known = supports.get(facts);
  if (known !== undefined) return known;
  const named = new Set(factsIn(facts));
  supports.set(facts, named);
  return named;
}

const outcomesOf = new Map<Node, readonly Outcome<KnownIds>[]>();

/** Everything that can still be said, each once. */
export function outcomes(node: Node): readonly Outcome<KnownIds>[] {
  const known = outcomesOf.get(node);
  if (known !== undefined) return known;
  const result = isEnd(node)
    ? isLeaf(node)
      ? [node.outcome]
      : []
    : [...new Set(node.children.flatMap(outcomes))];
  outcomesOf.set(node, result);
  return result;
}

/** The verdict if all that can still be said agrees on one, and `depends` otherwise. */
export function eligibilityOf(node: Node): Eligibility {
  const [first, ...others] = new Set(outcomes(node).map(({ verdict }) => verdict));
  return first === undefined || others.length > 0 ? 'depends' : first;
}

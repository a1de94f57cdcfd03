import type { Edition, Eligibility } from './edition.js';
import { FACT_IDS, type FactId, type OptionId, optionsOf } from './facts.js';
import { compose, type Outcome } from './outcome.js';

/**
 * An edition as a reduced, shared decision diagram: what it says in every complete situation, exactly.
 * Equal parts are one node, so a fact is named in a diagram if and only if some answer to it still
 * changes what is said; that is what makes "never asked in vain" a look-up instead of an estimate.
 */
export interface Leaf {
  readonly id: number;
  readonly outcome: Outcome;
}

export interface Branch {
  readonly id: number;
  readonly fact: FactId;
  /** One child per option, in the order of the vocabulary. */
  readonly children: readonly Node[];
}

/** An end that stands for a text instead of an outcome (see `project`). */
export interface Mark {
  readonly id: number;
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

/** Nodes by their content: whatever is built twice is the same node. */
const interned = new Map<string, Node>();

function intern(key: string, make: (id: number) => Node): Node {
  const known = interned.get(key);
  if (known !== undefined) return known;
  const node = make(interned.size);
  interned.set(key, node);
  return node;
}

function leaf(outcome: Outcome): Node {
  return intern(JSON.stringify(outcome), (id) => ({ id, outcome }));
}

/** The end that stands for `text`; the same text is the same node. */
export function mark(text: string): Node {
  return intern(`mark:${text}`, (id) => ({ id, text }));
}

/** A node that asks for `fact`, or its only child where all children are the same. */
export function branch(fact: FactId, children: readonly Node[]): Node {
  const [first] = children;
  if (first !== undefined && children.every((child) => child === first)) return first;
  return intern(`${fact}:${children.map(({ id }) => id).join()}`, (id) => ({ id, fact, children }));
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
export function build(edition: Edition): Node {
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

const restricted = new Map<string, Node>();

/** The diagram once `fact` is known to be `option`. */
export function restrict(node: Node, fact: FactId, option: OptionId): Node {
  if (isEnd(node) || !support(node).has(fact)) return node;
  const index = optionsOf(fact).indexOf(option);
  const visit = (at: Node): Node => {
    if (isEnd(at) || !support(at).has(fact)) return at;
    if (at.fact === fact) return at.children[index] ?? at;
    const key = `${at.id}:${fact}:${index}`;
    const known = restricted.get(key);
    if (known !== undefined) return known;
    const result = branch(at.fact, at.children.map(visit));
    restricted.set(key, result);
    return result;
  };
  return visit(node);
}

const supports = new Map<Node, ReadonlySet<FactId>>();

/** The facts that can still change what is said. */
export function support(node: Node): ReadonlySet<FactId> {
  const known = supports.get(node);
  if (known !== undefined) return known;
  const facts = new Set<FactId>();
  if (!isEnd(node)) {
    facts.add(node.fact);
    for (const child of node.children) for (const fact of support(child)) facts.add(fact);
  }
  supports.set(node, facts);
  return facts;
}

const outcomesOf = new Map<Node, readonly Outcome[]>();

/** Everything that can still be said, each once. */
export function outcomes(node: Node): readonly Outcome[] {
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

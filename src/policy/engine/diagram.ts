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
  /** What it becomes once a fact is known, by the place of the option among all; filled when it is asked for. */
  readonly restricted: (Node | undefined)[];
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
 * Nodes by their content: whatever is built twice is the same node. This table, what was restricted, what was projected
 * and what was planned are the diagram itself: nodes are equal only because they are in it, and a plan is a price for
 * each. There are finitely many, and few are met: an interview asks in one order. Forty thousand situations at random,
 * unknown facts among them, bring all tables together to 30 MB, and each further thousand to less.
 */
const interned = new Map<string, Node>();

function intern(key: string, make: (id: number) => Node): Node {
  const known = interned.get(key);
  if (known !== undefined) return known;
  const node = make(interned.size);
  interned.set(key, node);
  return node;
}

function leaf(outcome: Outcome<KnownIds>): Node {
  return intern(JSON.stringify(outcome), (id) => ({ id, facts: 0, outcome }));
}

/** The end that stands for `text`; the same text is the same node. */
export function mark(text: string): Node {
  return intern(`mark:${text}`, (id) => ({ id, facts: 0, text }));
}

/** A node that asks for `fact`, or its only child where all children are the same. */
export function branch(fact: FactId, children: readonly Node[]): Node {
  const [first] = children;
  if (first !== undefined && children.every((child) => child === first)) return first;
  let key: string = fact;
  for (const child of children) key += `:${child.id}`;
  return intern(key, (id) => ({
    id,
    facts: children.reduce((all, child) => all | child.facts, BITS[fact]),
    fact,
    children,
    restricted: [],
  }));
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

/** The place of each fact's first option among all options, for what a node has become under each of them. */
const PLACES = Object.fromEntries(
  FACT_IDS.map((fact, index) => [
    fact,
    FACT_IDS.slice(0, index).reduce((sum, each) => sum + optionsOf(each).length, 0),
  ]),
) as Record<FactId, number>;

/** The diagram once `fact` is known to be `option`. */
export function restrict(node: Node, fact: FactId, option: OptionId): Node {
  return restrictAt(node, fact, optionsOf(fact).indexOf(option));
}

/** The same by the place of the option in its vocabulary. */
export function restrictAt(node: Node, fact: FactId, index: number): Node {
  const bit = BITS[fact];
  const place = PLACES[fact] + index;
  const visit = (at: Node): Node => {
    if ((at.facts & bit) === 0 || isEnd(at)) return at;
    if (at.fact === fact) return at.children[index] ?? at;
    const before = at.restricted[place];
    if (before !== undefined) return before;
    const result = branch(at.fact, at.children.map(visit));
    at.restricted[place] = result;
    return result;
  };
  return visit(node);
}

const standIns = new Map<string, Node>();

/** The diagram in which `option` of `fact` says what `other` says: for what cannot be the case any more. */
export function asIf(node: Node, fact: FactId, option: OptionId, other: OptionId): Node {
  if (isEnd(node) || (node.facts & BITS[fact]) === 0) return node;
  const key = `${node.id}:${fact}:${option}:${other}`;
  const known = standIns.get(key);
  if (known !== undefined) return known;
  const options = optionsOf(fact);
  const children =
    node.fact === fact
      ? node.children.with(options.indexOf(option), restrict(node, fact, other))
      : node.children.map((child) => asIf(child, fact, option, other));
  const result = branch(node.fact, children);
  standIns.set(key, result);
  return result;
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

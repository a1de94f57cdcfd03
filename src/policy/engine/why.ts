import { evaluate } from '../condition.js';
import type { Eligibility, Verdict } from '../edition.js';
import { FACT_IDS, FACTS, type FactId, type OptionId, optionsOf, type Situation } from '../facts.js';
import { eligibilityOf, type Node, outcomes, restrict } from './diagram.js';
import { editionFor, type Policy, presumption } from './policy.js';

/** An answer that counts, given or presumed. */
export interface Ground {
  readonly fact: FactId;
  readonly option: OptionId;
}

/** A change of answers that somebody can bring about, and where it would lead. */
export interface Remedy {
  readonly changes: readonly Ground[];
  readonly eligibility: Verdict;
}

/** Why the guidance is what it is. */
export interface Explanation {
  /** The fewest answers from which the eligibility follows, whatever the other facts are. Empty while it is open. */
  readonly because: readonly Ground[];
  /** The rules that hold, by id; the first one decides. */
  readonly rules: readonly string[];
  /** The route that was hoped for and is not open, and the fewest answers that rule it out. */
  readonly whyNot: { readonly verdict: Verdict; readonly because: readonly Ground[] } | undefined;
  /** The nearest changes that would make it possible. */
  readonly remedies: readonly Remedy[];
}

/** From most to least hoped for. */
const HOPED: readonly Verdict[] = ['eligible', 'otherRoute'];

/** What is known: answers with an option, and presumptions for facts that nobody was asked about. */
export function grounds(policy: Policy, situation: Situation): readonly Ground[] {
  return FACT_IDS.flatMap((fact) => {
    const value = situation[fact] ?? presumption(policy, fact);
    return value === undefined || value === 'unknown' ? [] : [{ fact, option: value }];
  });
}

function given(policy: Policy, known: readonly Ground[]): Node {
  return known.reduce((node, { fact, option }) => restrict(node, fact, option), policy.root);
}

/** The subsets of a list, smallest first. */
function* subsets<T>(items: readonly T[], most = items.length): Generator<readonly T[]> {
  const pick = function* (size: number, from: number): Generator<readonly T[]> {
    if (size === 0) {
      yield [];
      return;
    }
    for (const [offset, item] of items.slice(from).entries()) {
      for (const rest of pick(size - 1, from + offset + 1)) yield [item, ...rest];
    }
  };
  for (let size = 0; size <= Math.min(most, items.length); size += 1) yield* pick(size, 0);
}

/** The fewest grounds from which `follows` holds: found by trying every subset, smallest first. */
function fewest(
  policy: Policy,
  known: readonly Ground[],
  follows: (node: Node) => boolean,
): readonly Ground[] {
  for (const subset of subsets(known)) {
    if (follows(given(policy, subset))) return subset;
  }
  return [];
}

function verdicts(node: Node): ReadonlySet<Verdict> {
  return new Set(outcomes(node).map(({ verdict }) => verdict));
}

function decidedAs(verdict: Eligibility): (node: Node) => boolean {
  return (node) => eligibilityOf(node) === verdict;
}

/** Which answers somebody could change, each to another option. */
function actionable(known: readonly Ground[]): readonly Ground[] {
  return known
    .filter(({ fact }) => FACTS[fact].actionable)
    .flatMap(({ fact, option }) =>
      optionsOf(fact)
        .filter((other) => other !== option)
        .map((other) => ({ fact, option: other })),
    );
}

/** Changes that lead to `wanted`, as few as possible: all with one change, or else all with two. */
function remedies(policy: Policy, known: readonly Ground[], wanted: Verdict): readonly Remedy[] {
  const options = actionable(known);
  for (const size of [1, 2]) {
    const found = [...subsets(options, size)].filter((changes) => {
      const facts = new Set(changes.map(({ fact }) => fact));
      if (changes.length !== size || facts.size !== size) return false;
      const kept = known.filter(({ fact }) => !facts.has(fact));
      return decidedAs(wanted)(given(policy, [...kept, ...changes]));
    });
    if (found.length > 0) return found.map((changes) => ({ changes, eligibility: wanted }));
  }
  return [];
}

function hopes(eligibility: Eligibility): readonly Verdict[] {
  const reached = HOPED.indexOf(eligibility as Verdict);
  return reached < 0 ? HOPED : HOPED.slice(0, reached);
}

/** Explains the guidance for a situation. Pure and total. */
export function explain(policy: Policy, situation: Situation): Explanation {
  const known = grounds(policy, situation);
  const node = given(policy, known);
  const eligibility = eligibilityOf(node);
  const assumed: Situation = Object.fromEntries(known.map(({ fact, option }) => [fact, option]));
  const holding = editionFor(policy, situation).rules.filter(
    ({ when }) => evaluate(when, assumed) === 'holds',
  );
  const sorted = [...holding].sort(
    (a, b) => Number(b.verdict !== undefined) - Number(a.verdict !== undefined),
  );
  const open = eligibility === 'depends';
  const missed = open ? undefined : hopes(eligibility)[0];
  const wanted = open
    ? undefined
    : hopes(eligibility)
        .map((hope) => remedies(policy, known, hope))
        .find(({ length }) => length > 0);
  return {
    because: open ? [] : fewest(policy, known, decidedAs(eligibility)),
    rules: sorted.map(({ id }) => id),
    whyNot:
      missed === undefined
        ? undefined
        : { verdict: missed, because: fewest(policy, known, (each) => !verdicts(each).has(missed)) },
    remedies: wanted ?? [],
  };
}

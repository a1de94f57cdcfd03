import { type Edition, factsNamed, type Rule } from '../policy/edition.js';
import { survivors } from '../policy/engine/diagram.js';
import { type OptionId, optionsOf, type Situation } from '../policy/facts.js';

/**
 * All complete situations in which the very same rules hold: one of them, and how many there are. Complete is
 * a situation that answers every fact the edition names; what else there is to ask makes no difference to it,
 * and is not counted.
 */
export interface SituationClass {
  readonly holding: readonly Rule[];
  readonly situation: Situation;
  readonly count: number;
}

interface Reached {
  /** The options that lead here, from the current fact on. */
  readonly path: readonly OptionId[];
  readonly count: number;
}

const known = new WeakMap<Edition, readonly SituationClass[]>();

/** Every set of rules that hold together, over all complete situations. An edition is split once. */
export function cases(edition: Edition): readonly SituationClass[] {
  const all = known.get(edition) ?? split(edition);
  known.set(edition, all);
  return all;
}

/**
 * Exact without visiting each situation: those in which the same rules are still alive are followed once, and counted.
 */
function split(edition: Edition): readonly SituationClass[] {
  const facts = factsNamed(edition);
  const masks = survivors(edition);
  const memo = new Map<string, ReadonlyMap<bigint, Reached>>();
  const descend = (depth: number, alive: bigint): ReadonlyMap<bigint, Reached> => {
    const fact = facts[depth];
    if (fact === undefined) return new Map([[alive, { path: [], count: 1 }]]);
    const key = `${depth}:${alive.toString(36)}`;
    const before = memo.get(key);
    if (before !== undefined) return before;
    const result = new Map<bigint, Reached>();
    optionsOf(fact).forEach((option, index) => {
      for (const [set, { path, count }] of descend(depth + 1, alive & (masks.get(fact)?.[index] ?? 0n))) {
        const met = result.get(set);
        result.set(set, { path: met?.path ?? [option, ...path], count: count + (met?.count ?? 0) });
      }
    });
    memo.set(key, result);
    return result;
  };
  const all = descend(0, (1n << BigInt(edition.rules.length)) - 1n);
  return [...all].map(([alive, { path, count }]) => ({
    holding: edition.rules.filter((_, index) => (alive & (1n << BigInt(index))) !== 0n),
    situation: Object.fromEntries(facts.map((fact, index) => [fact, path[index]])),
    count,
  }));
}

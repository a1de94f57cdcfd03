import { uniformInt } from 'pure-rand/distribution/uniformInt';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import type { RandomGenerator } from 'pure-rand/types/RandomGenerator';
import { evaluate } from '../../src/policy/condition.js';
import { EDITIONS, type KnownEdition, type KnownIds } from '../../src/policy/editions/registry.js';
import { nextQuestion } from '../../src/policy/engine/interview.js';
import { editionFor, type Policy, policyFor, presumption } from '../../src/policy/engine/policy.js';
import {
  type Answer,
  FACT_IDS,
  type FactId,
  type OptionId,
  offeredOptions,
  optionsOf,
  type Situation,
} from '../../src/policy/facts.js';
import { compose, type Outcome } from '../../src/policy/outcome.js';

/** Everything there is to check against, made from the rules alone: one situation after another, no diagram. */

export const POLICIES: readonly Policy[] = [undefined, ...Object.values(EDITIONS).map(({ id }) => id)].map(
  policyFor,
);

export function nameOf({ pinned }: Policy): string {
  return pinned ?? 'the newest of the cloud';
}

/** A situation from pairs; only this file puts one together. */
export function situationOf(pairs: readonly (readonly [FactId, Answer])[]): Situation {
  return Object.fromEntries(pairs);
}

/** Every combination of the values given for each fact. */
export function* combinations(
  facts: readonly FactId[],
  values: (fact: FactId) => readonly (Answer | undefined)[],
): Generator<Situation> {
  const [fact, ...rest] = facts;
  if (fact === undefined) {
    yield {};
    return;
  }
  for (const others of combinations(rest, values)) {
    for (const value of values(fact)) yield value === undefined ? others : { ...others, [fact]: value };
  }
}

const named = new Map<KnownEdition, readonly FactId[]>();

/** The facts that some rule of the edition names. */
export function factsNamed(edition: KnownEdition): readonly FactId[] {
  const known =
    named.get(edition) ??
    FACT_IDS.filter((fact) => edition.rules.some(({ when }) => when[fact] !== undefined));
  named.set(edition, known);
  return known;
}

const outcomes = new Map<string, Outcome<KnownIds>>();

/** What the edition says in a complete situation, found by evaluating its rules one by one. */
export function outcomeOf(edition: KnownEdition, complete: Situation): Outcome<KnownIds> {
  const key = `${edition.id}:${factsNamed(edition)
    .map((fact) => complete[fact])
    .join()}`;
  const known = outcomes.get(key);
  if (known !== undefined) return known;
  const holding = edition.rules.filter(({ when }) => evaluate(when, complete) === 'holds');
  const outcome = compose(edition, holding);
  outcomes.set(key, outcome);
  return outcome;
}

/** The facts that no answer and no presumption settles, of those that any rule asks for. */
export function openFacts(policy: Policy, situation: Situation): readonly FactId[] {
  const editions = policy.pinned === undefined ? Object.values(EDITIONS) : [EDITIONS[policy.pinned]];
  return FACT_IDS.filter((fact) => {
    if (!editions.some((edition) => factsNamed(edition).includes(fact))) return false;
    const value = situation[fact] ?? presumption(policy, fact);
    return value === undefined || value === 'unknown';
  });
}

/** Every complete situation that the answers leave possible, presumptions counted as answers. */
export function completions(policy: Policy, situation: Situation): readonly Situation[] {
  const open = openFacts(policy, situation);
  const settled = situationOf(
    FACT_IDS.filter((fact) => !open.includes(fact)).flatMap((fact) => {
      const value = situation[fact] ?? presumption(policy, fact);
      return value === undefined ? [] : [[fact, value] as const];
    }),
  );
  return [...combinations(open, (fact) => offeredOptions(fact, situation))].map((rest) => ({
    ...settled,
    ...rest,
  }));
}

/** What the policy says in a complete situation: its pinned edition, or the newest of the cloud's family. */
export function answerOf(policy: Policy, complete: Situation): Outcome<KnownIds> {
  return outcomeOf(editionFor(policy, complete), complete);
}

/** Chance from a seed, so that every run is the same run. */
export class Dice {
  readonly #generator: RandomGenerator;

  constructor(seed: number) {
    this.#generator = xoroshiro128plus(seed);
  }

  /** A whole number from 0 up to, but not including, `below`. */
  roll(below: number): number {
    return uniformInt(this.#generator, 0, below - 1);
  }

  pick<T>(items: readonly T[]): T {
    if (items.length === 0) throw new Error('There is nothing to pick from.');
    return items[this.roll(items.length)] as T;
  }
}

/** A situation in which each fact is answered, unknown or absent. */
export function randomSituation(dice: Dice, openInTen: number): Situation {
  return situationOf(
    FACT_IDS.flatMap((fact): readonly (readonly [FactId, Answer])[] => {
      if (dice.roll(10) < openInTen) return dice.roll(2) === 0 ? [] : [[fact, 'unknown']];
      return [[fact, dice.pick<OptionId>(optionsOf(fact))]];
    }),
  );
}

/** Visits every state of the interview, with every answer, unknown included. */
export function visit(policy: Policy, see: (situation: Situation, fact: FactId | undefined) => void): number {
  const seen = new Set<string>();
  const go = (situation: Situation): void => {
    const key = FACT_IDS.map((fact) => situation[fact] ?? '').join();
    if (seen.has(key)) return;
    seen.add(key);
    const question = nextQuestion(policy, situation);
    see(situation, question?.fact);
    if (question === undefined) return;
    for (const value of [...question.options, 'unknown' as const])
      go({ ...situation, [question.fact]: value });
  };
  go({});
  return seen.size;
}

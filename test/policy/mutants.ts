import type { Condition } from '../../src/policy/condition.js';
import { type Edition, type Rule, VERDICTS } from '../../src/policy/edition.js';
import { type FactId, type OptionId, optionsOf } from '../../src/policy/facts.js';

/** What can go wrong when somebody edits an edition. */
export const OPERATORS = [
  'ruleDeleted',
  'widened',
  'narrowed',
  'swapped',
  'verdictChanged',
  'effectChanged',
  'effectDropped',
  'optionDropped',
  'citationRemoved',
  'exampleAltered',
] as const;
export type Operator = (typeof OPERATORS)[number];

export interface Mutant {
  readonly operator: Operator;
  readonly rule: string;
  readonly edition: Edition;
}

/** A small seeded generator (mulberry32), so that every run tries the same mutants. */
export function random(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

type Random = () => number;

function pick<T>(items: readonly T[], next: Random): T | undefined {
  return items[Math.floor(next() * items.length)];
}

function facts(condition: Condition): readonly FactId[] {
  return Object.keys(condition) as FactId[];
}

function limited(rule: Rule, fact: FactId, options: readonly OptionId[]): Rule {
  return { ...rule, when: { ...rule.when, [fact]: options } };
}

const PARTS = ['reasons', 'steps', 'cautions', 'links', 'changes'] as const;

/** The rule with one thing it says replaced, dropped or left alone, by what `change` makes of the list. */
function altered(
  rule: Rule,
  next: Random,
  change: (ids: readonly string[]) => readonly string[],
): Rule | undefined {
  const part = pick(
    PARTS.filter((each) => (rule[each] ?? []).length > 0),
    next,
  );
  return part === undefined ? undefined : { ...rule, [part]: change(rule[part] ?? []) };
}

/** One rule changed as the operator says, or undefined where that cannot be done to it. */
function mutate(operator: Operator, rule: Rule, edition: Edition, next: Random): Rule | 'delete' | undefined {
  const fact = pick(facts(rule.when), next);
  const other = pick(
    edition.rules.filter((each) => each !== rule),
    next,
  );
  if (fact === undefined || other === undefined) return undefined;
  const accepted: readonly OptionId[] = rule.when[fact] ?? [];
  const rest = optionsOf(fact).filter((option) => !accepted.includes(option));
  switch (operator) {
    case 'ruleDeleted':
      return 'delete';
    case 'widened': {
      const added = pick(rest, next);
      return added === undefined ? undefined : limited(rule, fact, [...accepted, added]);
    }
    case 'narrowed': {
      const more = pick(
        (['region', 'service', 'goal', 'partner'] as const).filter((each) => rule.when[each] === undefined),
        next,
      );
      const [first] = more === undefined ? [] : optionsOf(more);
      return more === undefined || first === undefined ? undefined : limited(rule, more, [first]);
    }
    case 'optionDropped': {
      const dropped = pick(accepted, next);
      return limited(
        rule,
        fact,
        accepted.filter((option) => option !== dropped),
      );
    }
    case 'swapped':
      return { ...rule, when: other.when };
    case 'verdictChanged': {
      if (rule.verdict === undefined) return undefined;
      const verdict = pick(
        VERDICTS.filter((each) => each !== rule.verdict),
        next,
      );
      return verdict === undefined ? undefined : { ...rule, verdict };
    }
    case 'effectChanged':
      return altered(rule, next, ([first, ...ids]) => {
        const part = PARTS.find((each) =>
          (rule[each] as readonly string[] | undefined)?.includes(first ?? ''),
        );
        const pool = edition.rules.flatMap((each) => (part === undefined ? [] : (each[part] ?? [])));
        const replacement = pick(
          pool.filter((id) => id !== first),
          next,
        );
        return replacement === undefined ? ids : [replacement, ...ids];
      });
    case 'effectDropped':
      return altered(rule, next, ([, ...ids]) => ids);
    case 'citationRemoved': {
      const removed = pick(rule.cites, next);
      return { ...rule, cites: rule.cites.filter((cite) => cite !== removed) };
    }
    case 'exampleAltered': {
      const value = pick(
        optionsOf(fact).filter((option) => option !== rule.example[fact]),
        next,
      );
      return value === undefined ? undefined : { ...rule, example: { ...rule.example, [fact]: value } };
    }
  }
}

/** `perOperator` mutants of each kind, spread over the editions; the same for the same seed. */
export function mutants(editions: readonly Edition[], perOperator: number, seed: number): readonly Mutant[] {
  const next = random(seed);
  return OPERATORS.flatMap((operator) => {
    const found: Mutant[] = [];
    for (let tries = 0; found.length < perOperator && tries < perOperator * 50; tries += 1) {
      const edition = pick(editions, next);
      const rule = edition && pick(edition.rules, next);
      if (edition === undefined || rule === undefined) continue;
      const changed = mutate(operator, rule, edition, next);
      if (changed === undefined) continue;
      const rules = edition.rules.flatMap((each) =>
        each !== rule ? [each] : changed === 'delete' ? [] : [changed],
      );
      found.push({ operator, rule: rule.id, edition: { ...edition, rules } });
    }
    return found;
  });
}

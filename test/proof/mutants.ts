import type { Condition } from '../../src/policy/condition.js';
import { VERDICTS } from '../../src/policy/edition.js';
import type { KnownEdition, KnownRule } from '../../src/policy/editions/registry.js';
import { type FactId, type OptionId, optionsOf } from '../../src/policy/facts.js';
import { Dice } from './worlds.js';

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
  readonly edition: KnownEdition;
}

/** One of these, or undefined where there is none. */
function pick<T>(items: readonly T[], dice: Dice): T | undefined {
  return items.length === 0 ? undefined : dice.pick(items);
}

function facts(condition: Condition): readonly FactId[] {
  return Object.keys(condition) as FactId[];
}

function limited(rule: KnownRule, fact: FactId, options: readonly OptionId[]): KnownRule {
  return { ...rule, when: { ...rule.when, [fact]: options } };
}

const PARTS = ['reasons', 'steps', 'cautions', 'links', 'changes'] as const;

/** The rule with one thing it says replaced, dropped or left alone, by what `change` makes of the list. */
function altered(
  rule: KnownRule,
  dice: Dice,
  change: (ids: readonly string[]) => readonly string[],
): KnownRule | undefined {
  const part = pick(
    PARTS.filter((each) => (rule[each] ?? []).length > 0),
    dice,
  );
  return part === undefined ? undefined : { ...rule, [part]: change(rule[part] ?? []) };
}

/** One rule changed as the operator says, or undefined where that cannot be done to it. */
function mutate(
  operator: Operator,
  rule: KnownRule,
  edition: KnownEdition,
  dice: Dice,
): KnownRule | 'delete' | undefined {
  const fact = pick(facts(rule.when), dice);
  const other = pick(
    edition.rules.filter((each) => each !== rule),
    dice,
  );
  if (fact === undefined || other === undefined) return undefined;
  const accepted: readonly OptionId[] = rule.when[fact] ?? [];
  const rest = optionsOf(fact).filter((option) => !accepted.includes(option));
  switch (operator) {
    case 'ruleDeleted':
      return 'delete';
    case 'widened': {
      const added = pick(rest, dice);
      return added === undefined ? undefined : limited(rule, fact, [...accepted, added]);
    }
    case 'narrowed': {
      const more = pick(
        (['region', 'service', 'goal', 'partner'] as const).filter((each) => rule.when[each] === undefined),
        dice,
      );
      const [first] = more === undefined ? [] : optionsOf(more);
      return more === undefined || first === undefined ? undefined : limited(rule, more, [first]);
    }
    case 'optionDropped': {
      const dropped = pick(accepted, dice);
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
        dice,
      );
      return verdict === undefined ? undefined : { ...rule, verdict };
    }
    case 'effectChanged':
      return altered(rule, dice, ([first, ...ids]) => {
        const part = PARTS.find((each) =>
          (rule[each] as readonly string[] | undefined)?.includes(first ?? ''),
        );
        const pool = edition.rules.flatMap((each) => (part === undefined ? [] : (each[part] ?? [])));
        const replacement = pick(
          pool.filter((id) => id !== first),
          dice,
        );
        return replacement === undefined ? ids : [replacement, ...ids];
      });
    case 'effectDropped':
      return altered(rule, dice, ([, ...ids]) => ids);
    case 'citationRemoved': {
      const removed = pick(rule.cites, dice);
      return { ...rule, cites: rule.cites.filter((cite) => cite !== removed) };
    }
    case 'exampleAltered': {
      const value = pick(
        optionsOf(fact).filter((option) => option !== rule.example[fact]),
        dice,
      );
      return value === undefined ? undefined : { ...rule, example: { ...rule.example, [fact]: value } };
    }
  }
}

/** `perOperator` mutants of each kind, spread over the editions; the same for the same seed. */
export function mutants(
  editions: readonly KnownEdition[],
  perOperator: number,
  seed: number,
): readonly Mutant[] {
  const dice = new Dice(seed);
  return OPERATORS.flatMap((operator) => {
    const found: Mutant[] = [];
    for (let tries = 0; found.length < perOperator && tries < perOperator * 50; tries += 1) {
      const edition = pick(editions, dice);
      const rule = edition && pick(edition.rules, dice);
      if (edition === undefined || rule === undefined) continue;
      const changed = mutate(operator, rule, edition, dice);
      if (changed === undefined) continue;
      const rules = edition.rules.flatMap((each) =>
        each !== rule ? [each] : changed === 'delete' ? [] : [changed],
      );
      found.push({ operator, rule: rule.id, edition: { ...edition, rules } });
    }
    return found;
  });
}

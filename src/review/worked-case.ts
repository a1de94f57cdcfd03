import { evaluate } from '../policy/condition.js';
import type { KnownEdition, KnownIds, KnownRule } from '../policy/editions/registry.js';
import { FACT_IDS, type FactId, optionsOf, type Situation } from '../policy/facts.js';
import { compose, type Outcome, PolicyDefect } from '../policy/outcome.js';
import { exampleOutcome, type WorkedExample, type WorkedExamples } from '../proof/proof.js';

/** One situation that was recorded, for all the rules whose example it is. */
export interface WorkedCase {
  readonly anchor: string;
  readonly situation: Situation;
  /** Facts the example leaves open: the first option of each stands in for all. */
  readonly filled: readonly FactId[];
  /** The rules that have it as their example. */
  readonly shows: readonly KnownRule[];
  /** The rules that hold in it. */
  readonly holding: readonly KnownRule[];
  /** What comes out, or undefined where the edition does not decide the situation exactly once. */
  readonly outcome: Outcome<KnownIds> | undefined;
  /** What does not come out as it was recorded. */
  readonly mismatches: readonly Mismatch[];
}

export interface Mismatch {
  readonly rule: KnownRule;
  readonly recorded: WorkedExample | undefined;
  readonly computed: WorkedExample | undefined;
}

function complete(example: Situation): Situation {
  return { ...Object.fromEntries(FACT_IDS.map((fact) => [fact, optionsOf(fact)[0]])), ...example };
}

function outcomeOf(edition: KnownEdition, holding: readonly KnownRule[]): Outcome<KnownIds> | undefined {
  try {
    return compose(edition, holding);
  } catch (error) {
    if (error instanceof PolicyDefect) return undefined;
    throw error;
  }
}

function mismatch(edition: KnownEdition, rule: KnownRule, worked: WorkedExamples): readonly Mismatch[] {
  const computed = exampleOutcome(edition, rule);
  const recorded = worked[rule.id];
  const holds = evaluate(rule.when, rule.example) === 'holds';
  return holds && JSON.stringify(computed) === JSON.stringify(recorded) ? [] : [{ rule, recorded, computed }];
}

function sameExample({ example: one }: KnownRule, { example: other }: KnownRule): boolean {
  return FACT_IDS.every((fact) => one[fact] === other[fact]);
}

/** Where a rule's worked example stands: under the first rule that has the same one. */
export function exampleAnchor(edition: KnownEdition, rule: KnownRule): string {
  return `example-${(edition.rules.find((each) => sameExample(each, rule)) ?? rule).id}`;
}

/** The worked examples of an edition computed again, rules with the same example together. */
export function workedCases(edition: KnownEdition, worked: WorkedExamples): readonly WorkedCase[] {
  const bySituation = new Map<string, KnownRule[]>();
  for (const rule of edition.rules) {
    const anchor = exampleAnchor(edition, rule);
    bySituation.set(anchor, [...(bySituation.get(anchor) ?? []), rule]);
  }
  return [...bySituation].map(([anchor, shows]) => {
    const situation = shows[0]?.example ?? {};
    const full = complete(situation);
    const holding = edition.rules.filter(({ when }) => evaluate(when, full) === 'holds');
    return {
      anchor,
      situation: full,
      filled: FACT_IDS.filter((fact) => situation[fact] === undefined),
      shows,
      holding,
      outcome: outcomeOf(edition, holding),
      mismatches: shows.flatMap((rule) => mismatch(edition, rule, worked)),
    };
  });
}

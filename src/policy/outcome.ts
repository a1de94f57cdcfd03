import type { Edition, EditionId, Ids, Rule, Verdict } from './edition.js';

/** Something guidance says, by the id of its words, with the keys of the edition's citations behind it. */
export interface Cited<Id extends string = string> {
  readonly id: Id;
  readonly cites: readonly string[];
  /** Whether every rule behind it says that it is not certain, whatever it cites. */
  readonly uncertain?: boolean;
}

/** What an edition says in one complete situation, composed from the rules that hold there. */
export interface Outcome<I extends Ids = Ids> {
  readonly edition: EditionId;
  readonly verdict: Verdict;
  readonly reasons: readonly Cited<I['reason']>[];
  readonly steps: readonly Cited<I['step']>[];
  readonly cautions: readonly Cited<I['caution']>[];
  readonly links: readonly I['link'][];
  readonly changes: readonly Cited<I['change']>[];
  /** Every citation behind the verdict itself. */
  readonly cites: readonly string[];
  readonly uncertain: boolean;
}

/** An edition that does not answer as it must: a defect of ours, never of the person asking. */
export class PolicyDefect extends Error {
  override readonly name = 'PolicyDefect';
}

/** The ids that rules contribute to one part, each once, with the citations of every rule behind it. */
function collect<I extends Ids, Id extends string>(
  rules: readonly Rule<I>[],
  part: (rule: Rule<I>) => readonly Id[] | undefined,
): readonly Cited<Id>[] {
  const behind = new Map<Id, Rule<I>[]>();
  for (const rule of rules) {
    for (const id of part(rule) ?? []) behind.set(id, [...(behind.get(id) ?? []), rule]);
  }
  return [...behind].map(([id, own]) => ({
    id,
    cites: [...new Set(own.flatMap(({ cites }) => cites))],
    ...(own.every(({ uncertain }) => uncertain === true) ? { uncertain: true } : {}),
  }));
}

/** Composes what the holding rules say. Throws `PolicyDefect` unless exactly one of them decides. */
export function compose<I extends Ids>(edition: Edition<I>, holding: readonly Rule<I>[]): Outcome<I> {
  const deciding = holding.filter((rule) => rule.verdict !== undefined);
  const [rule] = deciding;
  if (rule?.verdict === undefined || deciding.length > 1) {
    const ids = deciding.map(({ id }) => id).join(', ') || 'none';
    throw new PolicyDefect(
      `Edition ${edition.id} must decide every situation once, but of the rules ` +
        `[${holding.map(({ id }) => id).join(', ')}] these decide: ${ids}. Narrow or widen their conditions.`,
    );
  }
  const order = Object.keys(edition.steps);
  const steps = collect(holding, ({ steps }) => steps);
  return {
    edition: edition.id,
    verdict: rule.verdict,
    reasons: collect(holding, ({ reasons }) => reasons),
    steps: [...steps].sort((a, b) => order.indexOf(a.id) - order.indexOf(b.id)),
    cautions: collect(holding, ({ cautions }) => cautions),
    links: [...new Set(holding.flatMap(({ links }) => links ?? []))],
    changes: collect(holding, ({ changes }) => changes),
    cites: rule.cites,
    uncertain: rule.uncertain === true,
  };
}

/** What every outcome says alike: what holds whatever the open facts turn out to be. */
export function common<I extends Ids, Id extends string>(
  all: readonly Outcome<I>[],
  part: (outcome: Outcome<I>) => readonly Cited<Id>[],
): readonly Cited<Id>[] {
  const [first, ...rest] = all.map(part);
  return (first ?? []).filter(({ id }) => rest.every((other) => other.some((cited) => cited.id === id)));
}

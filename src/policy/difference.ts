import { type Limits, where } from './cover.js';
import { mark } from './diagram.js';
import { type EditionId, type Eligibility, VERDICTS } from './edition.js';
import { EDITIONS } from './editions/registry.js';
import { FACT_IDS, optionsOf, type Situation } from './facts.js';
import { type Guidance, guide, type Statement } from './guidance.js';
import { joined } from './joined.js';
import type { Outcome } from './outcome.js';
import { diagramOf, policyFor } from './policy.js';

/** What one edition says and another does not. */
export interface Difference {
  readonly before: Eligibility;
  readonly after: Eligibility;
  readonly gone: Parts;
  readonly added: Parts;
}

type Part = 'reasons' | 'steps' | 'cautions';
type Parts = { readonly [P in Part]: readonly Statement[] };

function missing(from: Guidance, other: Guidance): Parts {
  const only = (part: Part): readonly Statement[] =>
    from[part].filter(({ id }) => !other[part].some((each) => each.id === id));
  return { reasons: only('reasons'), steps: only('steps'), cautions: only('cautions') };
}

/** What differs for one situation between two editions. */
export function differ(before: EditionId, after: EditionId, situation: Situation): Difference {
  const old = guide(policyFor(before), situation);
  const now = guide(policyFor(after), situation);
  return {
    before: old.eligibility,
    after: now.eligibility,
    gone: missing(old, now),
    added: missing(now, old),
  };
}

export interface Group {
  /** The verdicts before and after; the same verdict twice where only what else is said differs. */
  readonly before: string;
  readonly after: string;
  /** Disjoint conditions that together are the whole group, each with the number of its situations. */
  readonly conditions: readonly { readonly limits: Limits; readonly count: number }[];
  readonly count: number;
}

export interface Comparison {
  readonly groups: readonly Group[];
  /** Complete situations that differ, and all there are. */
  readonly differing: number;
  readonly total: number;
}

const SAME = 'same';

function byCode(a: string, b: string): number {
  return a < b ? -1 : 1;
}

function content({ reasons, steps, cautions, links }: Outcome): string {
  const ids = [reasons, steps, cautions].map((items) => items.map(({ id }) => id).sort(byCode));
  return JSON.stringify([ids, [...links].sort(byCode)]);
}

function transition(before: Outcome, after: Outcome): string {
  if (before.verdict === after.verdict && content(before) === content(after)) return SAME;
  return `${before.verdict}>${after.verdict}`;
}

function countOf(limits: Limits): number {
  return FACT_IDS.reduce((product, fact) => {
    const limit = limits.find((each) => each.fact === fact);
    return product * (limit?.options ?? optionsOf(fact)).length;
  }, 1);
}

/** All complete situations whose guidance differs between two editions, in few disjoint conditions with exact counts. */
export function compare(before: EditionId, after: EditionId): Comparison {
  const both = joined(diagramOf(EDITIONS[before]), diagramOf(EDITIONS[after]), transition);
  const groups = VERDICTS.flatMap((from) =>
    VERDICTS.flatMap((to) => {
      const found = where(both, new Set([mark(`${from}>${to}`)]));
      const conditions = found.map((limits) => ({ limits, count: countOf(limits) }));
      const count = conditions.reduce((sum, each) => sum + each.count, 0);
      return count === 0 ? [] : [{ before: from, after: to, conditions, count }];
    }),
  );
  return {
    groups,
    differing: groups.reduce((sum, { count }) => sum + count, 0),
    total: countOf([]),
  };
}

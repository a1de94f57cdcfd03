import { type EditionId, type Eligibility, factsNamed, VERDICTS, type Verdict } from '../edition.js';
import { EDITIONS } from '../editions/registry.js';
import { type Restriction, where } from '../engine/cover.js';
import { mark } from '../engine/diagram.js';
import { type Guidance, guide } from '../engine/guidance.js';
import { diagramOf, policyFor } from '../engine/policy.js';
import type { Statement } from '../engine/statement.js';
import { FACT_IDS, type FactId, optionsOf, type Situation } from '../facts.js';
import type { Outcome } from '../outcome.js';
import { apply } from './apply.js';

/** What one edition says and another does not. */
export interface Difference {
  readonly before: Eligibility;
  readonly after: Eligibility;
  readonly gone: Parts;
  readonly added: Parts;
}

type Parts = Pick<Guidance, 'reasons' | 'steps' | 'cautions'>;

function without<S extends Statement>(all: readonly S[], others: readonly Statement[]): readonly S[] {
  return all.filter(({ id }) => !others.some((each) => each.id === id));
}

function missing(from: Guidance, other: Guidance): Parts {
  return {
    reasons: without(from.reasons, other.reasons),
    steps: without(from.steps, other.steps),
    cautions: without(from.cautions, other.cautions),
  };
}

/** What differs for one situation between two editions. */
export function differ(before: EditionId, after: EditionId, situation: Situation): Difference {
  return differenceOf(guide(policyFor(before), situation), guide(policyFor(after), situation));
}

/** What one guidance says and another does not. */
export function differenceOf(old: Guidance, now: Guidance): Difference {
  return {
    before: old.eligibility,
    after: now.eligibility,
    gone: missing(old, now),
    added: missing(now, old),
  };
}

export interface Group {
  /** The verdicts before and after; the same verdict twice where only what else is said differs. */
  readonly before: Verdict;
  readonly after: Verdict;
  /** Disjoint conditions that together are the whole group, each with the number of its situations. */
  readonly conditions: readonly { readonly limits: Restriction; readonly count: number }[];
  readonly count: number;
}

export interface Comparison {
  readonly groups: readonly Group[];
  /** Complete situations that differ, and all there are, of the facts that either edition names. */
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

/** How many situations of these facts a condition holds in. */
function countOf(facts: readonly FactId[], limits: Restriction): number {
  return facts.reduce((product, fact) => {
    const limit = limits.find((each) => each.fact === fact);
    return product * (limit?.options ?? optionsOf(fact)).length;
  }, 1);
}

/** All complete situations whose guidance differs between two editions, in few disjoint conditions with exact counts. */
export function compare(before: EditionId, after: EditionId): Comparison {
  const named = [before, after].flatMap((id) => factsNamed(EDITIONS[id]));
  const facts = FACT_IDS.filter((fact) => named.includes(fact));
  const both = apply(diagramOf(EDITIONS[before]), diagramOf(EDITIONS[after]), transition);
  const groups = VERDICTS.flatMap((from) =>
    VERDICTS.flatMap((to) => {
      const found = where(both, new Set([mark(`${from}>${to}`)]));
      const conditions = found.map((limits) => ({ limits, count: countOf(facts, limits) }));
      const count = conditions.reduce((sum, each) => sum + each.count, 0);
      return count === 0 ? [] : [{ before: from, after: to, conditions, count }];
    }),
  );
  return {
    groups,
    differing: groups.reduce((sum, { count }) => sum + count, 0),
    total: countOf(facts, []),
  };
}

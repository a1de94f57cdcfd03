import type { Weights } from '../../policy/engine/weights.js';
import { FACT_IDS, type FactId, isFactId, isOption, optionsOf } from '../../policy/facts.js';

/** How often each option of a fact was the answer. */
export type AnswerCounts = { readonly [F in FactId]?: Readonly<Record<string, number>> };

/** With fewer answers to a fact nothing is said of it. */
export const THIN = 200;
/** So many answers are added to each option, so that what nobody said yet is rare and not impossible. */
const ADDED = 2;

const SERIES = /^advisor_answers_total\{([^}]*)\}/;

/** The counts in series of metrics, by their names with labels. Others are left out. */
export function answerCounts(series: Iterable<readonly [name: string, count: number]>): AnswerCounts {
  const counts: Partial<Record<FactId, Record<string, number>>> = {};
  for (const [name, count] of series) {
    const labels = SERIES.exec(name)?.[1] ?? '';
    const [, fact, option] = /\banswer=(\w+)\.(\w+)/.exec(labels) ?? [];
    if (!isFactId(fact) || !isOption(fact, option) || !(count > 0)) continue;
    const known = counts[fact] ?? {};
    known[option] = (known[option] ?? 0) + count;
    counts[fact] = known;
  }
  return counts;
}

function sum(counts: Readonly<Record<string, number>> = {}): number {
  return Object.values(counts).reduce((all, count) => all + count, 0);
}

/** Weights that add up to the number of options, as all being 1 would; facts with thin data are not named. */
export function weightsFrom(counts: AnswerCounts): { readonly weights: Weights; readonly answers: number } {
  const told = FACT_IDS.filter((fact) => sum(counts[fact]) >= THIN);
  const weights = told.map((fact) => {
    const options = optionsOf(fact);
    const all = sum(counts[fact]) + ADDED * options.length;
    const each = options.map((option) => {
      const share = ((counts[fact]?.[option] ?? 0) + ADDED) / all;
      return [option, Math.round(share * options.length * 1000) / 1000] as const;
    });
    return [fact, Object.fromEntries(each)] as const;
  });
  return {
    weights: Object.fromEntries(weights),
    answers: told.reduce((all, fact) => all + sum(counts[fact]), 0),
  };
}

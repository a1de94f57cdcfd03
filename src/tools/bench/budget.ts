import { percentile } from './numbers.js';

/** What a ratio may be at most, or with `least` at least. */
export interface Budget {
  readonly budget: number;
  readonly least?: true;
}

/** Missed, or so near that this machine cannot tell. */
export type Met = 'yes' | 'no' | 'cannot be told';

/** How far the middle half of the values lies apart: one pair that was disturbed says nothing of the others. */
export function spread(values: readonly number[]): number {
  return percentile(values, 0.75) - percentile(values, 0.25);
}

/**
 * Whether a budget was met; it was not where it was missed by more than what was measured varies by itself.
 * @param varies the spread of the ratios
 */
export function metBy(ratio: number, varies: number, { budget, least }: Budget): Met {
  const missedBy = least ? budget - ratio : ratio - budget;
  if (missedBy <= 0) return 'yes';
  return missedBy > varies ? 'no' : 'cannot be told';
}

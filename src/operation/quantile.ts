import { grew, type Moment } from './history.js';

const BUCKET = 'advisor_turn_seconds_bucket';

/** The bounds of the buckets that were counted into, in order. */
function bounds({ counts }: Moment): readonly number[] {
  const found = new Set<number>();
  for (const series of counts.keys()) {
    const match = /^advisor_turn_seconds_bucket\{le=([\d.e+-]+),stage=total\}$/.exec(series);
    if (match?.[1] !== undefined) found.add(Number(match[1]));
  }
  return [...found].sort((a, b) => a - b);
}

/**
 * The time that this share of the turns between two moments took at most, in seconds: the bound of the bucket in
 * which it lies. Undefined where nothing was counted.
 */
export function quantile(share: number, before: Moment | undefined, after: Moment): number | undefined {
  const inBucket = (bound: number): number =>
    grew(before === after ? undefined : before, after, BUCKET, { le: `${bound}`, stage: 'total' });
  const all = grew(before === after ? undefined : before, after, 'advisor_turn_seconds_count', {
    stage: 'total',
  });
  if (all === 0) return undefined;
  return bounds(after).find((bound) => inBucket(bound) >= all * share);
}

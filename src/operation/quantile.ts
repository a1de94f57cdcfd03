import { grew, type Moment } from './history.js';

const BUCKET = 'advisor_turn_seconds_bucket';
const COUNT = 'advisor_turn_seconds_count';

/** The bounds of the buckets, in order. */
function bounds({ counts }: Moment): readonly number[] {
  const found = new Set<number>();
  for (const series of counts.keys()) {
    const match = /^advisor_turn_seconds_bucket\{le=([\d.e+-]+),stage=total\}$/.exec(series);
    if (match?.[1] !== undefined) found.add(Number(match[1]));
  }
  return [...found].sort((a, b) => a - b);
}

/** The time that a share of the turns took at most. */
export interface AtMost {
  /** In seconds: the bound of the bucket in which it lies, or the highest of all bounds. */
  readonly seconds: number;
  /** They took longer than the highest bound. */
  readonly longer: boolean;
}

/** The time that this share of the turns between two moments took at most; undefined where there were none. */
export function quantile(share: number, before: Moment | undefined, after: Moment): AtMost | undefined {
  const stage = { stage: 'total' };
  const all = grew(before, after, COUNT, stage);
  if (all === 0) return undefined;
  const every = bounds(after);
  const bound = every.find((le) => grew(before, after, BUCKET, { le: `${le}`, ...stage }) >= all * share);
  return { seconds: bound ?? every.at(-1) ?? 0, longer: bound === undefined };
}

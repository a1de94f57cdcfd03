import { type Met, metBy, spread } from './budget.js';
import { markdownTable } from './markdown-table.js';
import { median } from './numbers.js';

/** What happens to somebody who opens a page. */
export const HAPPENINGS = [
  'first card painted',
  'answerable',
  'Web Chat loaded',
  'conversation open',
] as const;
export type Happening = (typeof HAPPENINGS)[number];

/** One load of a page. */
export interface Load {
  /** Milliseconds from when the page was asked for; what did not happen is not there. */
  readonly at: Readonly<Partial<Record<Happening, number>>>;
  /** Bytes on the line until the first card was painted, and of everything. */
  readonly untilCard: number;
  readonly inAll: number;
  /** What was there when the first card was painted. */
  readonly before: readonly string[];
}

/** All loads of one page in one state. */
export interface Measured {
  /** Such as “chat, fresh”. */
  readonly name: string;
  readonly loads: readonly Load[];
}

/** Seconds until the first card, at most. */
export const GOAL = 2.5;

const kilo = (bytes: readonly number[]): string => (median(bytes) / 1000).toFixed(1);
const seconds = (millis: number): string => (millis / 1000).toFixed(2);

/** A card that never came took forever. */
function times(loads: readonly Load[], what: Happening): readonly number[] {
  return loads.map(({ at }) => at[what] ?? Number.POSITIVE_INFINITY);
}

/** Whether the goal was met, as the rest of the bench says it. */
export function cardMet({ loads }: Measured): Met {
  const all = times(loads, 'first card painted').map((each) => each / 1000);
  const middle = median(all);
  // Between one forever and another there is no distance.
  return Number.isFinite(middle) ? metBy(middle, spread(all), { budget: GOAL }) : 'no';
}

/** What happened, in order, by the medians; what happened in no load is left out. */
export function orderOf({ loads }: Measured): readonly string[] {
  const found = HAPPENINGS.map((what) => ({ what, at: median(times(loads, what)) }));
  const happened = found.filter(({ at }) => Number.isFinite(at)).toSorted((a, b) => a.at - b.at);
  return happened.map(({ what, at }) => `${what} ${seconds(at)}`);
}

function row(measured: Measured): readonly string[] {
  const { name, loads } = measured;
  const painted = times(loads, 'first card painted');
  return [
    name,
    kilo(loads.map(({ untilCard }) => untilCard)),
    kilo(loads.map(({ inAll }) => inAll)),
    median(painted).toFixed(0),
    `${Math.min(...painted).toFixed(0)}–${Math.max(...painted).toFixed(0)}`,
    `≤ ${GOAL * 1000}`,
    cardMet(measured),
  ];
}

/** All that was measured, as Markdown: what it came to, and of each page what happened and what was loaded. */
export function pageReport(all: readonly Measured[]): string {
  const head = ['', 'KB until first card', 'KB in all', 'ms until first card', 'range', 'goal', 'met'];
  const details = all.map((measured) => {
    const before = measured.loads.at(-1)?.before ?? [];
    return [
      `${measured.name}, in seconds: ${orderOf(measured).join(', ')}.`,
      `  Before the first card (* from the browser’s own store): ${before.join(', ')}.`,
    ].join('\n');
  });
  return [markdownTable(head, all.map(row)), ...details].join('\n\n');
}

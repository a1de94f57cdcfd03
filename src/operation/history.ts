import type { Registry } from 'prom-client';
import { seriesOf } from './series.js';

/** The counts of every series at one moment: `advisor_turns_total{channel=msteams,…}` -> 12. */
export type SeriesCounts = ReadonlyMap<string, number>;

export interface Moment {
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly counts: SeriesCounts;
}

/** Six hours, a sample a minute; and the one before, from which the first minute is counted. */
export const HOURS = 6;
const KEPT = HOURS * 60 + 1;
const SAMPLE_SECONDS = 60;

/** Milliseconds since 1970 when the process began, and what has passed since: six hours are six, whoever sets the clock. */
const steady = (): number => performance.timeOrigin + performance.now();

function key(name: string, labels: Readonly<Record<string, string | number | undefined>>): string {
  const pairs = Object.entries(labels).sort(([a], [b]) => (a < b ? -1 : 1));
  return `${name}{${pairs.map(([label, value]) => `${label}=${value}`).join(',')}}`;
}

/** Every series of a registry with its value now. */
export async function countsOf(registry: Registry): Promise<SeriesCounts> {
  return new Map((await seriesOf(registry)).map(({ name, labels, value }) => [key(name, labels), value]));
}

/** The counts of the last hours, sampled once a minute and forgotten after six. */
export class History {
  readonly #registry: Registry;
  readonly #moments: Moment[] = [];
  /** The names of series, so that hundreds of samples share them. */
  readonly #names = new Map<string, string>();
  #timer: NodeJS.Timeout | undefined;

  constructor(registry: Registry) {
    this.#registry = registry;
  }

  /** How many samples are kept. */
  get length(): number {
    return this.#moments.length;
  }

  async #counts(): Promise<SeriesCounts> {
    const all = await countsOf(this.#registry);
    return new Map([...all].map(([name, value]) => [this.#shared(name), value]));
  }

  #shared(name: string): string {
    const known = this.#names.get(name);
    if (known !== undefined) return known;
    this.#names.set(name, name);
    return name;
  }

  async sample(at: number = steady()): Promise<void> {
    this.#moments.push({ at, counts: await this.#counts() });
    if (this.#moments.length > KEPT) this.#moments.shift();
  }

  start(): void {
    void this.sample();
    this.#timer = setInterval(() => void this.sample(), SAMPLE_SECONDS * 1000);
    this.#timer.unref();
  }

  stop(): void {
    clearInterval(this.#timer);
  }

  /** The samples of the last six hours, oldest first; the last entry is now. */
  async moments(now: number = steady()): Promise<readonly Moment[]> {
    // The sample at the beginning of the six hours may have come a little early.
    const from = now - HOURS * 3_600_000 - SAMPLE_SECONDS * 1000;
    const recent = this.#moments.filter(({ at }) => at >= from && at <= now);
    return [...recent, { at: now, counts: await this.#counts() }];
  }
}

/** How much the series of a metric with these labels grew from one moment to another; without the first, since the start. */
export function grew(
  before: Moment | undefined,
  after: Moment,
  metric: string,
  labels: Readonly<Record<string, string>> = {},
): number {
  const wanted = Object.entries(labels).map(([label, value]) => `${label}=${value}`);
  let sum = 0;
  for (const [series, value] of after.counts) {
    if (!series.startsWith(`${metric}{`)) continue;
    const said = series.slice(metric.length + 1, -1).split(',');
    if (!wanted.every((pair) => said.includes(pair))) continue;
    sum += value - (before?.counts.get(series) ?? 0);
  }
  return sum;
}

import type { Registry } from 'prom-client';

/** The counts of every series at one moment: `advisor_turns_total{channel="msteams",…}` -> 12. */
export type Sample = ReadonlyMap<string, number>;

export interface Moment {
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly counts: Sample;
}

/** Six hours, a sample a minute. */
const KEPT = 6 * 60;
export const SAMPLE_SECONDS = 60;

function key(name: string, labels: Readonly<Record<string, string | number | undefined>>): string {
  const pairs = Object.entries(labels).sort(([a], [b]) => (a < b ? -1 : 1));
  return `${name}{${pairs.map(([label, value]) => `${label}=${value}`).join(',')}}`;
}

async function sampleOf(registry: Registry): Promise<Sample> {
  const metrics = await registry.getMetricsAsJSON();
  return new Map(
    metrics.flatMap(({ name, values }) =>
      values.map(({ labels, value, ...rest }) => {
        const metric = 'metricName' in rest ? String(rest.metricName) : name;
        return [key(metric, labels as Record<string, string>), value] as const;
      }),
    ),
  );
}

/** The counts of the last hours, sampled once a minute and forgotten after six. */
export class History {
  readonly #registry: Registry;
  readonly #moments: Moment[] = [];
  #timer: NodeJS.Timeout | undefined;

  constructor(registry: Registry) {
    this.#registry = registry;
  }

  async sample(at: number = Date.now()): Promise<void> {
    this.#moments.push({ at, counts: await sampleOf(this.#registry) });
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

  /** What was counted between the oldest moment kept and now, by series; the last entry is now. */
  async since(hours: number, now: number = Date.now()): Promise<readonly Moment[]> {
    const from = now - hours * 3_600_000;
    const recent = this.#moments.filter(({ at }) => at >= from);
    return [...recent, { at: now, counts: await sampleOf(this.#registry) }];
  }
}

/** How much the series of a metric with these labels grew from one moment to another. */
export function grew(
  before: Moment | undefined,
  after: Moment,
  metric: string,
  labels: Readonly<Record<string, string>> = {},
): number {
  const wanted = Object.entries(labels).map(([label, value]) => `${label}=${value}`);
  let sum = 0;
  for (const [series, value] of after.counts) {
    const [name, rest = ''] = series.slice(0, -1).split('{');
    if (name !== metric || !wanted.every((pair) => rest.split(',').includes(pair))) continue;
    sum += value - (before?.counts.get(series) ?? 0);
  }
  return sum;
}

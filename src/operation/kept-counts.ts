import type { Registry } from 'prom-client';
import { DAY } from '../storage/dated-version.js';
import type { Store } from '../storage/store.js';
import { untilWritten } from '../storage/until-written.js';
import { countsOf, type SeriesCounts } from './history.js';

/** How often what has been counted is written down, in milliseconds: so much of it a killed process may lose. */
const PERIOD = 60_000;
/** So many days can be looked back on, where conversations are kept as long. */
export const KEPT_DAYS = 30;

/** What all instances counted in one day, UTC. */
export interface CountedDay {
  /** ISO date. */
  readonly day: string;
  readonly counts: SeriesCounts;
}

function keyOf(day: string): string {
  return JSON.stringify(['counts', day]);
}

function dayOf(time: number): string {
  return new Date(time).toISOString().slice(0, 10);
}

/** What only grows, and can be added up over instances and days. Times would be too many, and say little of a month. */
function isAddable(series: string): boolean {
  return /^advisor_\w+_total\{/.test(series);
}

/** What was stored, as far as it can be read: a count is a whole number that is not negative. */
function known(value: unknown): Readonly<Record<string, number>> {
  if (typeof value !== 'object' || value === null) return {};
  const counts = Object.entries(value).filter(
    ([series, count]) => isAddable(series) && Number.isSafeInteger(count) && count >= 0,
  );
  return Object.fromEntries(counts) as Record<string, number>;
}

/**
 * The counts of the last days, of all instances together, which outlive a restart. Each instance adds what it counted
 * since it last did; who has nothing to add writes nothing.
 */
export class KeptCounts {
  readonly #registry: Registry;
  readonly #store: Store;
  readonly #now: () => number;
  #written: SeriesCounts = new Map();
  /** One after the other: what is being added is not to be added twice. */
  #last: Promise<void> = Promise.resolve();
  #timer: NodeJS.Timeout | undefined;

  constructor(registry: Registry, store: Store, now: () => number = Date.now) {
    this.#registry = registry;
    this.#store = store;
    this.#now = now;
  }

  start(): void {
    this.#timer = setInterval(() => void this.write(), PERIOD);
    this.#timer.unref();
  }

  /** Writes what is not written yet. */
  async stop(): Promise<void> {
    clearInterval(this.#timer);
    await this.write();
  }

  /** Adds what was counted since the last time; what cannot be written is added the next time. Never rejects. */
  write(): Promise<void> {
    this.#last = this.#last.then(() => this.#add()).catch(() => undefined);
    return this.#last;
  }

  async #add(): Promise<void> {
    const now = await countsOf(this.#registry);
    const grown = [...now]
      .map(([series, count]) => [series, count - (this.#written.get(series) ?? 0)] as const)
      .filter(([series, count]) => count > 0 && isAddable(series));
    if (grown.length === 0) return;
    const key = keyOf(dayOf(this.#now()));
    await untilWritten(async () => {
      const stored = await this.#store.read<unknown>(key);
      const before = known(stored?.value);
      const sums = grown.map(([series, count]) => [series, (before[series] ?? 0) + count]);
      return this.#store.write(key, { ...before, ...Object.fromEntries(sums) }, stored?.version);
    });
    this.#written = now;
  }

  /** The last days, today the last, with what is not written yet. Rejects with `StorageError`. */
  async days(): Promise<readonly CountedDay[]> {
    await this.write();
    const now = this.#now();
    const wanted = Array.from({ length: KEPT_DAYS }, (_, index) =>
      dayOf(now - (KEPT_DAYS - 1 - index) * DAY),
    );
    return Promise.all(
      wanted.map(async (day) => {
        const stored = await this.#store.read<unknown>(keyOf(day));
        return { day, counts: new Map(Object.entries(known(stored?.value))) };
      }),
    );
  }
}

/** The sum over days. */
export function sumOf(days: readonly CountedDay[]): SeriesCounts {
  const sum = new Map<string, number>();
  for (const { counts } of days) {
    for (const [series, count] of counts) sum.set(series, (sum.get(series) ?? 0) + count);
  }
  return sum;
}

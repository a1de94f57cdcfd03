import { createHash, randomBytes } from 'node:crypto';

/** How often a caller may come. */
export interface RateLimit {
  /** Counts one call: undefined while it is within the limit, or else in how many seconds to come again. */
  take(caller: string): Promise<number | undefined>;
}

/** Where a caller stands after a call was counted. */
export interface CallStanding {
  /** Whether the call is within the limit. */
  readonly within: boolean;
  /** How many more there may be. */
  readonly left: number;
  /** In how many seconds it begins anew. */
  readonly seconds: number;
}

/** A limit that tells callers where they stand, before they come to its end. */
export interface ToldLimit extends RateLimit {
  /** Counts one call; undefined where there is no limit. */
  count(caller: string): Promise<CallStanding | undefined>;
}

/** What a limit says. */
export interface Quota {
  /** Of what; the same in every instance. */
  readonly name: string;
  /** So many; 0 is no limit. */
  readonly most: number;
  readonly seconds: number;
}

/** Where calls are counted. */
export interface Counters {
  limit(quota: Quota): ToldLimit;
  close(): Promise<void>;
}

/**
 * Callers share this many counters, so that memory is bounded however many there are. Who shares with whom is
 * chosen anew in every process: nobody can look for a neighbour to shut out.
 */
const COUNTERS = 65_536;

export const UNLIMITED: ToldLimit = {
  take: () => Promise.resolve(undefined),
  count: () => Promise.resolve(undefined),
};

/** A limit from what counts: who is within it need not wait. */
export function limitFrom(count: (caller: string) => Promise<CallStanding>): ToldLimit {
  return {
    count,
    async take(caller) {
      const { within, seconds } = await count(caller);
      return within ? undefined : seconds;
    },
  };
}

/**
 * At most so many calls of each caller a minute, or in so many seconds, counted in this process; 0 is no limit. The
 * seconds begin with the first call.
 * @param now a clock that is never set, in milliseconds
 */
export function rateLimit(
  most: number,
  seconds = 60,
  now: () => number = () => performance.now(),
): ToldLimit {
  if (most === 0) return UNLIMITED;
  // Twelve bytes a counter and no timers: half a million callers who came once would otherwise fill the memory.
  const counts = new Uint32Array(COUNTERS);
  const ends = new Float64Array(COUNTERS);
  const salt = randomBytes(16);
  const counterOf = (caller: string): number =>
    createHash('sha256').update(salt).update(caller).digest().readUInt32BE(0) % COUNTERS;
  return limitFrom(async (caller) => {
    const at = counterOf(caller);
    const time = now();
    const [count = 0, end = 0] = time < (ends[at] ?? 0) ? [counts[at], ends[at]] : [0, time + seconds * 1000];
    counts[at] = Math.min(count + 1, most + 1);
    ends[at] = end;
    return {
      within: count < most,
      left: Math.max(0, most - count - 1),
      seconds: Math.max(1, Math.ceil((end - time) / 1000)),
    };
  });
}

/** Counts in this process, for one that is alone. */
export function ownCounters(): Counters {
  return {
    limit: ({ most, seconds }) => rateLimit(most, seconds),
    close: async () => undefined,
  };
}

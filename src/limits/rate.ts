import { createHash, randomBytes } from 'node:crypto';
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';

/** How often a caller may come. */
export interface RateLimit {
  /** Counts one call: undefined while it is within the limit, or else in how many seconds to come again. */
  take(caller: string): Promise<number | undefined>;
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
  limit(quota: Quota): RateLimit;
  close(): Promise<void>;
}

/**
 * Callers share this many counters, so that memory is bounded however many there are. Who shares with whom is
 * chosen anew in every process: nobody can look for a neighbour to shut out.
 */
const COUNTERS = 65_536;

export const UNLIMITED: RateLimit = { take: () => Promise.resolve(undefined) };

/** What a limiter of the library says: undefined, or in how many seconds to come again. */
export async function taken(consumed: Promise<unknown>): Promise<number | undefined> {
  try {
    await consumed;
    return undefined;
  } catch (refused) {
    if (!(refused instanceof RateLimiterRes)) throw refused;
    return Math.max(1, Math.ceil(refused.msBeforeNext / 1000));
  }
}

/** At most so many calls of each caller a minute, or in so many seconds, counted in this process; 0 is no limit. */
export function rateLimit(most: number, seconds = 60): RateLimit {
  if (most === 0) return UNLIMITED;
  const limiter = new RateLimiterMemory({ points: most, duration: seconds });
  const salt = randomBytes(16);
  const counter = (caller: string): string =>
    String(createHash('sha256').update(salt).update(caller).digest().readUInt32BE(0) % COUNTERS);
  return { take: (caller) => taken(limiter.consume(counter(caller))) };
}

/** Counts in this process, for one that is alone. */
export function ownCounters(): Counters {
  return {
    limit: ({ most, seconds }) => rateLimit(most, seconds),
    close: async () => undefined,
  };
}

import { createHash, randomBytes } from 'node:crypto';
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';

/** How often a caller may come. */
export interface RateLimit {
  /** Counts one call: undefined while it is within the limit, or else in how many seconds to come again. */
  take(caller: string): Promise<number | undefined>;
}

const MINUTE_SECONDS = 60;

/**
 * Callers share this many counters, so that memory is bounded however many there are. Who shares with whom is
 * chosen anew in every process: nobody can look for a neighbour to shut out.
 */
const COUNTERS = 65_536;

/** At most so many calls of each caller a minute, counted in this process; 0 is no limit. */
export function rateLimit(perMinute: number): RateLimit {
  if (perMinute === 0) return { take: () => Promise.resolve(undefined) };
  const limiter = new RateLimiterMemory({ points: perMinute, duration: MINUTE_SECONDS });
  const salt = randomBytes(16);
  const counter = (caller: string): string =>
    String(createHash('sha256').update(salt).update(caller).digest().readUInt32BE(0) % COUNTERS);
  return {
    async take(caller) {
      try {
        await limiter.consume(counter(caller));
        return undefined;
      } catch (refused) {
        if (!(refused instanceof RateLimiterRes)) throw refused;
        return Math.max(1, Math.ceil(refused.msBeforeNext / 1000));
      }
    },
  };
}

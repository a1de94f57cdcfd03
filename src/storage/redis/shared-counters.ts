import { createHmac } from 'node:crypto';
import { Redis } from 'ioredis';
import { RateLimiterRedis, RateLimiterRes } from 'rate-limiter-flexible';
import { type BackOff, pauseBefore } from '../../async/back-off.js';
import { type CallStanding, type Counters, limitFrom, rateLimit, UNLIMITED } from '../../limits/rate.js';
import { boundReplies } from './bound-replies.js';
import { giveUp } from './give-up.js';

/** How long Redis may take to count, in milliseconds. What is late is counted here. */
const TIMEOUT = 250;
const CONNECT_TIMEOUT = 2000;
/** A connection on which nothing is in time for so long is given up, in milliseconds: its other end may be gone. */
const SILENCE = 2000;
const BACK_OFF: BackOff = { first: 100, longest: 2000, jitter: 0.5 };

/**
 * Counts in Redis, so that a caller has no more of several instances than of one. While Redis is away each instance
 * counts by itself: callers are limited still, and nobody is refused for want of a counter.
 * @param url `redis://` or `rediss://`, with credentials where there are any; never shown to anybody
 */
export function sharedCounters(url: string): Counters {
  const client = new Redis(url, {
    connectTimeout: CONNECT_TIMEOUT,
    commandTimeout: TIMEOUT,
    retryStrategy: (attempt) => pauseBefore(BACK_OFF, attempt - 1),
    // One that was demoted stays connected, and refuses to count for ever.
    reconnectOnError: ({ message }) => message.startsWith('READONLY'),
    autoResendUnfulfilledCommands: false,
    enableOfflineQueue: false,
  });
  // The store says so, on a connection of its own.
  client.on('error', () => undefined);
  const replied = boundReplies(client);
  /** On a clock that nobody sets back; undefined while Redis counts. */
  let silentSince: number | undefined;
  const heard = (): void => {
    silentSince = undefined;
    replied();
  };
  client.on('ready', heard);
  function missed(): void {
    silentSince ??= performance.now();
    if (client.status === 'ready' && performance.now() - silentSince > SILENCE) giveUp(client);
  }
  // Addresses must not stand in Redis; and what every instance has is where it is, with the password.
  const named = (caller: string): string =>
    createHmac('sha256', url).update(caller).digest('base64url').slice(0, 22);
  return {
    limit({ name, most, seconds }) {
      if (most === 0) return UNLIMITED;
      const limiter = new RateLimiterRedis({
        points: most,
        duration: seconds,
        keyPrefix: `advisor:limit:${name}`,
        storeClient: client,
        rejectIfRedisNotReady: true,
        inMemoryBlockOnConsumed: most + 1,
      });
      // Not the library's: that has a record and a timer for everybody who comes while Redis is away.
      const alone = rateLimit(most, seconds);
      const standing = ({ remainingPoints, msBeforeNext }: RateLimiterRes, within: boolean): CallStanding => {
        heard();
        const left = within ? Math.max(0, remainingPoints) : 0;
        return { within, left, seconds: Math.max(1, Math.ceil(msBeforeNext / 1000)) };
      };
      return limitFrom(async (caller) => {
        try {
          return standing(await limiter.consume(named(caller)), true);
        } catch (refused) {
          if (refused instanceof RateLimiterRes) return standing(refused, false);
          missed();
          // Only a limit of none is without a standing, and this is none of those.
          return (await alone.count(caller)) ?? { within: true, left: 0, seconds };
        }
      });
    },
    async close() {
      client.disconnect();
    },
  };
}

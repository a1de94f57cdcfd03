import type { Server } from 'restify';
import type { CallLimits } from '../channels/directline/call-limits.js';
import { BASE_PATH } from '../channels/directline/paths.js';
import { callerAddress } from './caller.js';
import { rateLimit } from './rate.js';
import { type CountRefusal, limitCalls } from './too-many.js';

/** A page comes with its files; and who works for one company often has one address with all the others. */
const PAGES = 5;
/** People begin conversations, and channels are not believed, far less often than people say something. */
const RARE = 1 / 4;

/** The answers of probes must not depend on what others do; and the two others have limits of their own. */
const APART = /^\/(?:health|ready|api\/messages)$/;

export interface Limits {
  readonly directLine: CallLimits;
  readonly countRefusal: CountRefusal;
}

export interface LimitSettings {
  /** 0 is no limit. */
  readonly rateLimitPerMinute: number;
  readonly trustProxy: boolean;
}

/** Limits the pages of the server, and makes the limits of the other routes, all from one setting. */
export function createLimits(server: Server, { rateLimitPerMinute, trustProxy }: LimitSettings): Limits {
  const rare = Math.ceil(rateLimitPerMinute * RARE);
  const refusals = rateLimit(rare);
  const pages = rateLimit(rateLimitPerMinute * PAGES);
  limitCalls(server, {
    counted(req) {
      const path = req.path();
      if (APART.test(path) || path.startsWith(`${BASE_PATH}/`)) return undefined;
      return Promise.resolve({ limit: pages, caller: callerAddress(req, trustProxy) });
    },
  });
  return {
    directLine: { calls: rateLimit(rateLimitPerMinute), conversations: rateLimit(rare) },
    countRefusal: (req) => refusals.take(callerAddress(req, trustProxy)),
  };
}

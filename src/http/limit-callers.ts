import type { Server } from 'restify';
import type { CallLimits } from '../channels/directline/callers/call-limits.js';
import { BASE_PATH } from '../channels/directline/protocol/paths.js';
import type { StreamLimits } from '../channels/directline/stream.js';
import { addressParts } from '../limits/address.js';
import { callerAddress } from '../limits/caller.js';
import { isProbe } from '../limits/probes.js';
import type { Counters } from '../limits/rate.js';
import { type CountRefusal, limitCalls, takeAll } from '../limits/too-many.js';
import type { EffectQuota } from '../turn/effects.js';
import type { ServerLimits } from './server.js';

/**
 * A page comes with its files; and who works for one company often has one address with all the others. So an address
 * may do as many times as much as one person.
 */
const ADDRESS = 5;
/** People begin conversations, and channels are not believed, far less often than people say something. */
const RARE = 1 / 4;
/** In a day as many times as much as in a minute: a company at work, and not somebody who never stops. */
const DAY = 32;
/** What is said is kept, with its answer: in a day some five hundred interviews, and at most half a gigabyte. */
const SAID_DAY = 8;
/** A transcript has up to some seventy pages; so a dozen people of one company may open theirs in the same minute. */
const REPLAYED = 2;

const HOUR_SECONDS = 60 * 60;
const DAY_SECONDS = 24 * HOUR_SECONDS;

/** Each case is work for somebody. An address has room for a team that is on the telephone all day. */
const CASES_OF_PERSON = 5;
const CASES_OF_ADDRESS = 20;
const OPINIONS_OF_ADDRESS = 60;
/** A kept case stays for a year. */
const KEPT_OF_ADDRESS = 60;

export interface Limits {
  readonly directLine: CallLimits;
  readonly countRefusal: CountRefusal;
  readonly effects: EffectQuota;
}

export interface LimitSettings {
  /** 0 is no limit. */
  readonly rateLimitPerMinute: number;
  readonly trustProxy: boolean;
}

/** What one address may hold open. Behind a proxy all connections are the proxy's, and streams are told apart still. */
export function addressShares({ rateLimitPerMinute, trustProxy }: LimitSettings): {
  readonly connections: Partial<ServerLimits>;
  readonly streams: Partial<StreamLimits>;
} {
  const unlimited = rateLimitPerMinute === 0;
  return {
    connections: {
      ...((unlimited || trustProxy) && { maxConnectionsOfAddress: Number.POSITIVE_INFINITY }),
      ...(unlimited && { underWay: Number.POSITIVE_INFINITY }),
    },
    streams: unlimited
      ? {
          ofAddress: Number.POSITIVE_INFINITY,
          ofAll: Number.POSITIVE_INFINITY,
          pages: Number.POSITIVE_INFINITY,
        }
      : {},
  };
}

function directLineLimits({ limit }: Counters, perMinute: number): CallLimits {
  const rare = Math.ceil(perMinute * RARE);
  return {
    calls: limit({ name: 'calls', most: perMinute, seconds: 60 }),
    ofAddress: limit({ name: 'address', most: perMinute * ADDRESS, seconds: 60 }),
    conversations: limit({ name: 'begun', most: rare, seconds: 60 }),
    conversationsOfDay: limit({ name: 'begun-day', most: rare * DAY, seconds: DAY_SECONDS }),
    replayed: limit({ name: 'replayed', most: perMinute * ADDRESS * REPLAYED, seconds: 60 }),
    saidOfDay: limit({ name: 'said-day', most: perMinute * ADDRESS * SAID_DAY, seconds: DAY_SECONDS }),
  };
}

function effectQuota({ limit }: Counters, perMinute: number): EffectQuota {
  const hourly = (name: string, most: number) =>
    limit({ name, most: perMinute === 0 ? 0 : most, seconds: HOUR_SECONDS });
  const ofPerson = hourly('cases-person', CASES_OF_PERSON);
  const ofAddress = hourly('cases-address', CASES_OF_ADDRESS);
  const opinions = hourly('opinions', OPINIONS_OF_ADDRESS);
  const kept = hourly('kept', KEPT_OF_ADDRESS);
  return async (kind, { channel, user, address }) => {
    const person = JSON.stringify([channel, user]);
    const from = address === undefined ? [] : [address];
    const counted = {
      handOver: [
        { limit: ofPerson, caller: person },
        ...from.map((caller) => ({ limit: ofAddress, caller })),
      ],
      feedback: from.map((caller) => ({ limit: opinions, caller })),
      remind: [],
      case: from.map((caller) => ({ limit: kept, caller })),
      forget: [],
    };
    return (await takeAll(counted[kind])) === undefined;
  };
}

/**
 * Limits the pages of the server, and makes the limits of the other routes, all from one setting.
 * @param hasItsOwn paths that are counted by whoever answers them
 */
export function createLimits(
  server: Server,
  { rateLimitPerMinute, trustProxy }: LimitSettings,
  counters: Counters,
  hasItsOwn: (path: string) => boolean = () => false,
): Limits {
  const { limit } = counters;
  const refusals = limit({
    name: 'refused',
    most: Math.ceil(rateLimitPerMinute * RARE),
    seconds: 60,
  });
  const pages = limit({ name: 'pages', most: rateLimitPerMinute * ADDRESS, seconds: 60 });
  const searches = limit({ name: 'searches', most: rateLimitPerMinute, seconds: 60 });
  limitCalls(server, {
    counted(req) {
      const { path, query } = addressParts(req);
      const ofBot = path === '/api/messages' || path.startsWith(`${BASE_PATH}/`);
      if (ofBot || hasItsOwn(path) || isProbe(path)) return undefined;
      const caller = callerAddress(req, trustProxy);
      // Whatever the path: there are several ways to write it, and no other page has anything to look for.
      const isSearch = new URLSearchParams(query).has('q');
      return Promise.resolve([{ limit: pages, caller }, ...(isSearch ? [{ limit: searches, caller }] : [])]);
    },
  });
  return {
    directLine: directLineLimits(counters, rateLimitPerMinute),
    countRefusal: (req) => refusals.take(callerAddress(req, trustProxy)),
    effects: effectQuota(counters, rateLimitPerMinute),
  };
}

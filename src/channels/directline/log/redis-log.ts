import { randomBytes } from 'node:crypto';
import { DAY } from '../../../storage/dated-version.js';
import { RedisLink, type RedisLinkOptions } from '../../../storage/redis/redis-link.js';
import {
  type ActivityLog,
  type ActivityPage,
  activityId,
  checked,
  END,
  KEPT_ACTIVITIES,
  type LoggedActivity,
  PAGE_CHARACTERS,
  PAGE_SIZE,
} from './activity-log.js';
import { Followers } from './followers.js';

/** Each conversation is a stream whose entries have the ids `<position>-0`. */
const PREFIX = 'advisor:said:';
/** Where instances tell each other in which conversation something was said. */
const CHANNEL = 'advisor:said';

/** How often the connection that nothing is asked on is, in milliseconds: else nobody notices that it leads nowhere. */
const STILL_THERE = 2000;

/** The position of the last activity there was. A stream remembers it though its entries were deleted. */
const END_OF = `
local function endOf(key)
  if redis.call('EXISTS', key) == 0 then return 0 end
  local info = redis.call('XINFO', 'STREAM', key)
  for i = 1, #info, 2 do
    if info[i] == 'last-generated-id' then return tonumber(string.match(info[i + 1], '^%d+')) end
  end
end
`;

/**
 * ARGV: where to begin, how many at most, and how many bytes there may be before the last. The end together with the entries: read a moment later it could be
 * behind an entry that is not among them, and whoever reads on from there would miss it.
 */
const READ = `${END_OF}
local page, bytes = {}, 0
for at, entry in ipairs(redis.call('XRANGE', KEYS[1], ARGV[1], '+', 'COUNT', ARGV[2])) do
  page[at] = entry
  bytes = bytes + #entry[2][2]
  if bytes >= tonumber(ARGV[3]) then break end
end
return {endOf(KEYS[1]), page}`;

/** ARGV: the activity, how many are kept, the life in seconds, the channel, and what to say there. */
const APPEND = `${END_OF}
local position = endOf(KEYS[1]) + 1
redis.call('XADD', KEYS[1], 'MAXLEN', '=', ARGV[2], string.format('%.0f-0', position), 'activity', ARGV[1])
redis.call('EXPIRE', KEYS[1], ARGV[3])
redis.call('PUBLISH', ARGV[4], ARGV[5])
return position`;

/** The end, and entries: each an id, and its fields and values in turn. */
type LogPage = readonly [end: number, entries: readonly (readonly [id: string, fields: readonly string[]])[]];

function isCount(reply: unknown): boolean {
  return typeof reply === 'number';
}

/** To a ping, where it listens, Redis says something else than elsewhere. */
function isAnything(): boolean {
  return true;
}

function isPage(reply: unknown): boolean {
  return Array.isArray(reply) && reply.length === 2 && isCount(reply[0]) && Array.isArray(reply[1]);
}

/** Hears what other instances append. */
interface Ears {
  listenAnew(): void;
  close(): Promise<void>;
}

export interface RedisLogOptions extends RedisLinkOptions {
  /** How long a conversation lives after something was last said in it. */
  readonly retentionDays: number;
}

/**
 * The log in Redis Streams, for several instances: followers hear of what any of them appends. Conversations expire
 * by themselves. Rejects with `StorageError` when Redis cannot be reached.
 */
export async function openRedisLog(options: RedisLogOptions): Promise<ActivityLog> {
  const followers = new Followers();
  let ears: Ears | undefined;
  const link = await RedisLink.open({
    ...options,
    onChange(connected) {
      // What is said is told by the Redis that it is said to, which may be another one now.
      if (connected) ears?.listenAnew();
      options.onChange?.(connected);
    },
  });
  const life = String(Math.round((options.retentionDays * DAY) / 1000));
  const instance = randomBytes(6).toString('base64url');
  ears = await listen(options.url, instance, followers).catch(async (error: unknown) => {
    await link.close();
    throw error;
  });

  const log: ActivityLog = {
    async append(conversationId: string, activity: object): Promise<LoggedActivity> {
      const timestamp = new Date().toISOString();
      const json = JSON.stringify({ ...activity, timestamp });
      const news = `${instance} ${conversationId}`;
      const key = PREFIX + conversationId;
      const position = await link.run(
        (client) => client.eval(APPEND, 1, key, json, KEPT_ACTIVITIES, life, CHANNEL, news),
        isCount,
      );
      followers.notify(conversationId);
      return logged(conversationId, Number(position), json);
    },
    async read(conversationId: string, after: number, limit: number = PAGE_SIZE): Promise<ActivityPage> {
      const key = PREFIX + conversationId;
      const start = `${Math.min(after, END - 1) + 1}-0`;
      const count = Math.min(limit, KEPT_ACTIVITIES);
      const [end, entries] = (await link.run(
        (client) => client.eval(READ, 1, key, start, count, PAGE_CHARACTERS),
        isPage,
      )) as LogPage;
      const activities = entries.map(([id, [, json = '{}']]) =>
        logged(conversationId, Number.parseInt(id, 10), json),
      );
      const last = entries.at(-1)?.[0];
      return { activities, watermark: last === undefined ? Number(end) : Number.parseInt(last, 10) };
    },
    async forget(conversationId: string): Promise<void> {
      await link.run((client) => client.xtrim(PREFIX + conversationId, 'MAXLEN', 0), isCount);
    },
    async sweep(): Promise<number> {
      link.requireOpen();
      return 0;
    },
    check: () => checked(log),
    subscribe: (conversationId, listener) => followers.add(conversationId, listener),
    async close(): Promise<void> {
      followers.clear();
      await Promise.all([link.close(), ears?.close()]);
    },
  };
  return log;
}

/** What somebody else has written there, or damaged, says nothing and keeps nobody from reading the rest. */
function parsed(json: string): object {
  try {
    const activity: unknown = JSON.parse(json);
    if (typeof activity === 'object' && activity !== null && !Array.isArray(activity)) return activity;
  } catch {
    // Not JSON.
  }
  return { type: 'trace', timestamp: new Date(0).toISOString() };
}

function logged(conversationId: string, position: number, json: string): LoggedActivity {
  const activity = parsed(json) as LoggedActivity;
  return { ...activity, id: activityId(conversationId, position) };
}

/**
 * Tells followers what other instances append. One channel for all conversations: to begin and end listening with
 * each window that is opened would be slower, and would miss what is said just then.
 */
async function listen(url: string, instance: string, followers: Followers): Promise<Ears> {
  const ears = await RedisLink.open({ url });
  ears.client.on('message', (_channel: string, news: string) => {
    const [from, conversationId] = news.split(' ', 2);
    if (from !== instance && conversationId !== undefined) followers.notify(conversationId);
  });
  // While the connection was away, anything may have been said.
  ears.client.on('ready', () => {
    void ears.client.subscribe(CHANNEL).then(
      () => followers.notifyAll(),
      () => ears.client.disconnect(true),
    );
  });
  await ears.run((client) => client.subscribe(CHANNEL), isCount);
  const asking = setInterval(() => {
    ears.run((client) => client.ping(), isAnything).catch(() => undefined);
  }, STILL_THERE);
  asking.unref();
  return {
    listenAnew: () => ears.client.disconnect(true),
    async close() {
      clearInterval(asking);
      await ears.close();
    },
  };
}

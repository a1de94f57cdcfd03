import { DAY, datedVersion } from '../dated-version.js';
import { StorageError } from '../error.js';
import type { Store, Stored } from '../store.js';
import { storedKey } from '../stored-key.js';
import { RedisLink, type RedisLinkOptions } from './redis-link.js';

const PREFIX = 'advisor:';

/**
 * Compare-and-swap. KEYS: the hash. ARGV: the version expected after a "v", or nothing where none may be there;
 * the new version; the value; its life in seconds, 0 for good.
 */
const WRITE = `
local version = redis.call('HGET', KEYS[1], 'version')
if (version and 'v' .. version or '') ~= ARGV[1] then return 0 end
redis.call('HSET', KEYS[1], 'version', ARGV[2], 'value', ARGV[3])
if ARGV[4] == '0' then redis.call('PERSIST', KEYS[1]) else redis.call('EXPIRE', KEYS[1], ARGV[4]) end
return 1`;

export interface RedisStoreOptions extends RedisLinkOptions {
  /** How long a value lives after it was last written. */
  readonly retentionDays: number;
  /** Keys whose values live for good. */
  readonly isKept: (key: string) => boolean;
  /** For how many days the value of a key lives, where that is not `retentionDays`. */
  readonly daysOf?: (key: string) => number | undefined;
}

function parsed(value: string): unknown {
  try {
    return JSON.parse(value);
  } catch {
    throw new StorageError(
      'A value in Redis is not what was written: check who else writes to keys of "advisor:".',
    );
  }
}

/** A field of a hash, or that there is none. */
function isField(reply: unknown): boolean {
  return reply === null || typeof reply === 'string';
}

/**
 * A store in Redis, for several instances: as durable as that Redis is. Values expire by themselves, so that a sweep
 * has nothing to do. Rejects with `StorageError` when Redis cannot be reached.
 */
export async function openRedisStore(options: RedisStoreOptions): Promise<Store> {
  const { retentionDays, isKept, daysOf } = options;
  const link = await RedisLink.open(options);

  /** How long the value of a key lives, in seconds; 0 for good. */
  function lifeOf(key: string): string {
    return isKept(key) ? '0' : String(Math.round(((daysOf?.(key) ?? retentionDays) * DAY) / 1000));
  }

  return {
    async read<T>(key: string): Promise<Stored<T> | undefined> {
      const at = PREFIX + storedKey(key);
      const [version, value] = await link.run(
        (client) => client.hmget(at, 'version', 'value'),
        (reply) => Array.isArray(reply) && reply.length === 2 && reply.every(isField),
      );
      if (typeof version !== 'string' || typeof value !== 'string') return undefined;
      return { value: parsed(value) as T, version };
    },
    async write<T>(key: string, value: T, expected: string | undefined): Promise<string | undefined> {
      const at = PREFIX + storedKey(key);
      const version = String(datedVersion());
      const seen = expected === undefined ? '' : `v${expected}`;
      const written = await link.run(
        (client) => client.eval(WRITE, 1, at, seen, version, JSON.stringify(value), lifeOf(key)),
        (reply) => reply === 0 || reply === 1,
      );
      return written === 1 ? version : undefined;
    },
    async delete(key: string): Promise<void> {
      await link.run(
        (client) => client.del(PREFIX + storedKey(key)),
        (reply) => reply === 0 || reply === 1,
      );
    },
    async sweep(): Promise<number> {
      link.requireOpen();
      return 0;
    },
    close: () => link.close(),
  };
}

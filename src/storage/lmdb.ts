import type { RootDatabase } from 'lmdb';
import { guarded, openDatabase } from './database.js';
import { datedVersion, endOfItsDay, parseVersion } from './dated-version.js';
import { StorageError } from './error.js';
import type { Store, Stored } from './store.js';
import { keyOf, storedKey } from './stored-key.js';

/** So many values are looked at before turns get their share of the process again. */
const SWEEP_BATCH = 500;

type Database = RootDatabase<unknown, string>;

/** Deletes the value if it is still the one that was looked at; one without a day gets today's instead. */
async function expire(database: Database, at: string, version: number): Promise<boolean> {
  if (endOfItsDay(version) !== undefined) return database.remove(at, version);
  await database.put(at, database.get(at), datedVersion(), version);
  return false;
}

/**
 * A durable store in one file of `directory`, for one process or several on one machine.
 * Throws `StorageError` when the folder cannot be used.
 */
export function openLmdbStore(directory: string): Store {
  const database = openDatabase<unknown, string>(directory, 'store.mdb');
  let closed = false;

  function whileOpen<T>(call: () => T | Promise<T>): Promise<T> {
    if (closed) return Promise.reject(new StorageError('The store is closed.'));
    return guarded(call);
  }

  /** Looks at the next values after `last`; resolves to where it ended, undefined at the end of all. */
  async function sweepBatch(last: string, isOld: (at: string, version: number) => boolean) {
    const entries = [
      ...database.getRange({ start: last, exclusiveStart: true, limit: SWEEP_BATCH, versions: true }),
    ];
    const old = entries.filter(({ key, version = 0 }) => isOld(key, version));
    const gone = await Promise.all(old.map(({ key, version = 0 }) => expire(database, key, version)));
    return { last: entries.at(-1)?.key, deleted: gone.filter(Boolean).length };
  }

  return {
    read<T>(key: string): Promise<Stored<T> | undefined> {
      return whileOpen(() => {
        const entry = database.getEntry(storedKey(key));
        return entry && { value: entry.value as T, version: String(entry.version) };
      });
    },
    write<T>(key: string, value: T, expected: string | undefined): Promise<string | undefined> {
      return whileOpen(async () => {
        const at = storedKey(key);
        const version = datedVersion();
        if (expected === undefined) {
          const created = await database.ifNoExists(at, () => void database.put(at, value, version));
          return created ? String(version) : undefined;
        }
        const seen = parseVersion(expected);
        const written = seen !== undefined && (await database.put(at, value, version, seen));
        return written ? String(version) : undefined;
      });
    },
    delete(key: string): Promise<void> {
      return whileOpen(async () => {
        await database.remove(storedKey(key));
      });
    },
    sweep(before: Date, isKept: (key: string) => boolean): Promise<number> {
      const isOld = (at: string, version: number): boolean => {
        const key = keyOf(at);
        return (endOfItsDay(version) ?? 0) <= before.getTime() && !(key !== undefined && isKept(key));
      };
      return whileOpen(async () => {
        let deleted = 0;
        // A closed database must not be read any more: a stop ends the sweep.
        for (let last: string | undefined = ''; last !== undefined && !closed; ) {
          const batch = await sweepBatch(last, isOld);
          deleted += batch.deleted;
          last = batch.last;
        }
        return deleted;
      });
    },
    async close(): Promise<void> {
      if (closed) return;
      closed = true;
      await guarded(() => database.close());
    },
  };
}

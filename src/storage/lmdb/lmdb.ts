import { setImmediate as othersTurn } from 'node:timers/promises';
import { datedVersion, endOfItsDay, parseVersion } from '../dated-version.js';
import type { Store, Stored } from '../store.js';
import { keyOf, storedKey } from '../stored-key.js';
import { encoded } from './database.js';
import { type LmdbFile, openLmdbFile } from './lmdb-file.js';

/** So many values are looked at before turns get their share of the process again. */
const SWEEP_BATCH = 500;

type StoreFile = LmdbFile<unknown, string>;

/** Deletes the value if it is still the one that was looked at; one without a day gets today's instead. */
function expire(file: StoreFile, at: string, version: number): Promise<boolean> {
  const old = endOfItsDay(version) !== undefined;
  return file.write({
    bytes: old ? 0 : encoded(file.database.get(at)).bytes,
    use: 'finish',
    call: async () => {
      if (old) return file.database.remove(at, version);
      await file.database.put(at, file.database.get(at), datedVersion(), version);
      return false;
    },
    isThere: () => !file.database.doesExist(at, version),
  });
}

/**
 * A durable store in one file of `directory`, for one process or several on one machine.
 * Throws `StorageError` when the folder cannot be used.
 */
export function openLmdbStore(directory: string): Store {
  const file: StoreFile = openLmdbFile(directory, 'store.mdb');

  /** Looks at the next values after `last`; resolves to where it ended, undefined at the end of all. */
  async function sweepBatch(last: string, isOld: (at: string, version: number) => boolean) {
    const entries = await file.read(() => [
      ...file.database.getRange({ start: last, exclusiveStart: true, limit: SWEEP_BATCH, versions: true }),
    ]);
    const old = entries.filter(({ key, version = 0 }) => isOld(key, version));
    const gone = await Promise.all(old.map(({ key, version = 0 }) => expire(file, key, version)));
    return { last: entries.at(-1)?.key, deleted: gone.filter(Boolean).length };
  }

  async function create(at: string, stored: unknown, version: number): Promise<string | undefined> {
    const created = await file.database.ifNoExists(at, () => void file.database.put(at, stored, version));
    return created ? String(version) : undefined;
  }

  async function update(at: string, stored: unknown, version: number, seen: number) {
    return (await file.database.put(at, stored, version, seen)) ? String(version) : undefined;
  }

  return {
    read<T>(key: string): Promise<Stored<T> | undefined> {
      return file.read(() => {
        const entry = file.database.getEntry(storedKey(key));
        return entry && { value: entry.value as T, version: String(entry.version) };
      });
    },
    async write<T>(key: string, value: T, expected: string | undefined): Promise<string | undefined> {
      const seen = expected === undefined ? undefined : parseVersion(expected);
      if (expected !== undefined && seen === undefined) {
        await file.read(() => undefined);
        return undefined;
      }
      const at = storedKey(key);
      const version = datedVersion();
      const { stored, bytes } = encoded(value);
      return file.write({
        bytes,
        use: 'begin',
        call: () => (seen === undefined ? create(at, stored, version) : update(at, stored, version, seen)),
        // Somebody else may have written over it since; what was there before must not be there any more.
        isThere: (written) =>
          written === undefined ||
          (seen === undefined ? file.database.doesExist(at) : !file.database.doesExist(at, seen)),
      });
    },
    delete(key: string): Promise<void> {
      const at = storedKey(key);
      let known: number | undefined;
      return file.write({
        bytes: 0,
        use: 'finish',
        call: async () => {
          known = file.database.getEntry(at)?.version;
          await file.database.remove(at);
        },
        // Somebody may have written another one since.
        isThere: () => known === undefined || !file.database.doesExist(at, known),
      });
    },
    sweep(before: Date, isKept: (key: string) => boolean): Promise<number> {
      const isOld = (at: string, version: number): boolean => {
        const key = keyOf(at);
        return (endOfItsDay(version) ?? 0) <= before.getTime() && !(key !== undefined && isKept(key));
      };
      return file.read(async () => {
        let deleted = 0;
        // A closed database must not be read any more: a stop ends the sweep.
        for (let last: string | undefined = ''; last !== undefined && !file.closed; ) {
          const batch = await sweepBatch(last, isOld);
          deleted += batch.deleted;
          last = batch.last;
          // What is awaited above is there at once where nothing is old: nobody else would have a turn until the end.
          await othersTurn();
        }
        return deleted;
      });
    },
    close: () => file.close(),
  };
}

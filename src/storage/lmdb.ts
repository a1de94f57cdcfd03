import { createHash, randomInt } from 'node:crypto';
import { guarded, openDatabase } from './database.js';
import { StorageError } from './error.js';
import type { Store, Stored } from './store.js';

/** Printable and well below LMDB's limit of 1978 bytes; any other key is stored under its hash. */
const PLAIN_KEY = /^[\x20-\x7e]{1,500}$/;

/** The hash reads UTF-16, because in UTF-8 two different lone surrogates would be the same key. */
function storedKey(key: string): string {
  if (PLAIN_KEY.test(key)) return `k:${key}`;
  return `h:${createHash('sha256').update(key, 'utf16le').digest('base64url')}`;
}

/** Random, so that a version of a deleted value is never taken for one of its successor. */
function newVersion(): number {
  return randomInt(1, 2 ** 48 - 1);
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
        const version = newVersion();
        const written =
          expected === undefined
            ? await database.ifNoExists(at, () => void database.put(at, value, version))
            : /^\d{1,15}$/.test(expected) && (await database.put(at, value, version, Number(expected)));
        return written ? String(version) : undefined;
      });
    },
    delete(key: string): Promise<void> {
      return whileOpen(async () => {
        await database.remove(storedKey(key));
      });
    },
    async close(): Promise<void> {
      if (closed) return;
      closed = true;
      await guarded(() => database.close());
    },
  };
}

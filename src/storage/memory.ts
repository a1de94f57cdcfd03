import { StorageError } from './error.js';
import type { Store, Stored } from './store.js';

/** A store that forgets everything at the end of the process, for trying out and for tests. */
export function memoryStore(): Store {
  // Kept as text, so that a caller who changes a value later does not change what is stored.
  const entries = new Map<
    string,
    { readonly json: string; readonly version: string; readonly written: number }
  >();
  let writes = 0;
  let closed = false;

  function requireOpen(): void {
    if (closed) throw new StorageError('The store is closed.');
  }

  return {
    async read<T>(key: string): Promise<Stored<T> | undefined> {
      requireOpen();
      const entry = entries.get(key);
      return entry && { value: JSON.parse(entry.json) as T, version: entry.version };
    },
    async write<T>(key: string, value: T, expected: string | undefined): Promise<string | undefined> {
      requireOpen();
      if (entries.get(key)?.version !== expected) return undefined;
      writes += 1;
      const version = String(writes);
      entries.set(key, { json: JSON.stringify(value), version, written: Date.now() });
      return version;
    },
    async delete(key: string): Promise<void> {
      requireOpen();
      entries.delete(key);
    },
    async sweep(before: Date, isKept: (key: string) => boolean): Promise<number> {
      requireOpen();
      const old = [...entries].filter(([key, { written }]) => written < before.getTime() && !isKept(key));
      for (const [key] of old) entries.delete(key);
      return old.length;
    },
    async close(): Promise<void> {
      closed = true;
      entries.clear();
    },
  };
}

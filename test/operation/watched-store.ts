import { memoryStore } from '../../src/storage/memory.js';
import type { Store } from '../../src/storage/store.js';

/** A store that tells what is in it, and does not delete what it is told not to. */
export function watchedStore() {
  const inside = memoryStore();
  const keys = new Set<string>();
  const broken = { delete: (_key: string): boolean => false };
  const store: Store = {
    ...inside,
    async write(key, value, expected) {
      const written = await inside.write(key, value, expected);
      if (written !== undefined) keys.add(key);
      return written;
    },
    async delete(key) {
      if (broken.delete(key)) throw new Error('no');
      await inside.delete(key);
      keys.delete(key);
    },
  };
  return { store, keys: () => [...keys].sort((a, b) => (a < b ? -1 : 1)), broken };
}

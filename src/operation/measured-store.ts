import type { Store } from '../storage/store.js';
import type { Measures } from './measures.js';
import type { StoreCall } from './vocabularies.js';

/** The store, with the time of each call taken and its failures counted. */
export function measuredStore(store: Store, { storeSeconds, errors }: Measures): Store {
  async function counted<T>(run: () => Promise<T>): Promise<T> {
    try {
      return await run();
    } catch (error) {
      errors.inc({ kind: 'storage' });
      throw error;
    }
  }

  function timed<T>(call: StoreCall, run: () => Promise<T>): Promise<T> {
    const done = storeSeconds.start(call);
    return counted(run).finally(done);
  }

  return {
    read: (key) => timed('read', () => store.read(key)),
    write: (key, value, expected) => timed('write', () => store.write(key, value, expected)),
    delete: (key) => timed('delete', () => store.delete(key)),
    // How long it takes says how much is stored, and nothing about a turn.
    sweep: (before, isKept) => counted(() => store.sweep(before, isKept)),
    close: () => store.close(),
  };
}

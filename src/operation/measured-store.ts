import type { Store } from '../storage/store.js';
import type { Measures, StoreCall } from './measures.js';

/** The store, with the time of each call taken and its failures counted. */
export function measuredStore(store: Store, { storeSeconds, errors }: Measures): Store {
  async function timed<T>(call: StoreCall, run: () => Promise<T>): Promise<T> {
    const done = storeSeconds.startTimer({ call });
    try {
      return await run();
    } catch (error) {
      errors.inc({ kind: 'storage' });
      throw error;
    } finally {
      done();
    }
  }
  return {
    ...store,
    read: (key) => timed('read', () => store.read(key)),
    write: (key, value, expected) => timed('write', () => store.write(key, value, expected)),
    delete: (key) => timed('delete', () => store.delete(key)),
  };
}

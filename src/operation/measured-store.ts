import type { Store } from '../storage/store.js';
import type { Measures } from './measures.js';
import type { StoreCall } from './vocabularies.js';

/** The store, with the time of each call taken and its failures counted. */
export function measuredStore(store: Store, { storeSeconds, errors }: Measures): Store {
  const failed = (): void => errors.inc({ kind: 'storage' });

  /** What the call gives is passed on as it is: every turn calls several times. */
  function timed<T>(call: StoreCall, run: () => Promise<T>): Promise<T> {
    const done = storeSeconds.start(call);
    const given = run();
    given.then(done, () => {
      done();
      failed();
    });
    return given;
  }

  return {
    read: (key) => timed('read', () => store.read(key)),
    write: (key, value, expected) => timed('write', () => store.write(key, value, expected)),
    delete: (key) => timed('delete', () => store.delete(key)),
    // How long it takes says how much is stored, and nothing about a turn.
    sweep(before, isKept) {
      const given = store.sweep(before, isKept);
      given.catch(failed);
      return given;
    },
    close: () => store.close(),
  };
}

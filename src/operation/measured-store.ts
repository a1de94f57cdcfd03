import type { Store } from '../storage/store.js';
import type { Measures } from './measures.js';
import type { StoreCall } from './vocabularies.js';

/** The store, with the time of each call taken and its failures counted. */
export function measuredStore(store: Store, { storeSeconds, errors }: Measures): Store {
  /** Counts where it fails; what the call gives is passed on as it is, since every turn calls several times. */
  function counted<T>(given: Promise<T>): Promise<T> {
    given.catch(() => errors.inc({ kind: 'storage' }));
    return given;
  }

  function timed<T>(call: StoreCall, run: () => Promise<T>): Promise<T> {
    const done = storeSeconds.start(call);
    const given = counted(run());
    given.then(done, done);
    return given;
  }

  return {
    read: (key) => timed('read', () => store.read(key)),
    write: (key, value, expected) => timed('write', () => store.write(key, value, expected)),
    delete: (key) => timed('delete', () => store.delete(key)),
    // How long it takes says how much is stored, and nothing about a turn.
    sweep: (before, isKept) => counted(store.sweep(before, isKept)),
    close: () => store.close(),
  };
}

import { withTimeout } from '../async/with-timeout.js';
import type { ActivityLog } from '../channels/directline/log/activity-log.js';
import { NoRoomError, StorageError } from '../storage/error.js';
import type { Store } from '../storage/store.js';

/** What a look at the store came to. */
export interface StoreHealth {
  /** What is written there, and into transcripts, is read back. */
  readonly storage: boolean;
  /** It has room for what is new, as far as it knows. */
  readonly room: boolean;
}

/** A key that nobody else uses. */
const PROBE = JSON.stringify(['ready']);
/** A store that takes longer counts as not reachable, in milliseconds. */
const TIMEOUT = 2000;
/** For so long the last look holds, in milliseconds: who asks all the time must not wear the store out. */
const HOLDS = 1000;
/** How often another instance may be faster, which looks at the same key. */
const TRIES = 5;

/** Writes something new and reads it back: many a store that can be read takes nothing. */
async function writesAndReads(store: Store): Promise<void> {
  for (let tries = 0; tries < TRIES; tries += 1) {
    const known = await store.read<number>(PROBE);
    const value = Number(known?.value ?? 0) + 1;
    const version = await store.write(PROBE, value, known?.version);
    if (version === undefined) continue;
    const found = await store.read<number>(PROBE);
    if (found !== undefined && (found.version !== version || found.value === value)) return;
  }
  throw new StorageError('What was written could not be read back.');
}

function look(store: Store, log: CheckedLog | undefined): Promise<StoreHealth> {
  // Each has a file or a connection of its own: one may fail without the other.
  return withTimeout(Promise.all([writesAndReads(store), log?.check()]), TIMEOUT).then(
    () => ({ storage: true, room: true }),
    (error: unknown) => ({ storage: false, room: !(error instanceof NoRoomError) }),
  );
}

/** Of a log, what is asked of it here. */
export type CheckedLog = Pick<ActivityLog, 'check'>;

/** Looks at the store, and what is beside it, at most once at a time, and not again for a moment. */
export function storeProbe(store: Store, log?: CheckedLog): () => Promise<StoreHealth> {
  let last: Promise<StoreHealth> | undefined;
  let until = 0;
  return () => {
    if (last === undefined || performance.now() >= until) {
      until = Number.POSITIVE_INFINITY;
      last = look(store, log).finally(() => {
        until = performance.now() + HOLDS;
      });
    }
    return last;
  };
}

import { LRUCache } from 'lru-cache';
import type { Stored } from '../storage/store.js';
import type { StoredRecord } from './record.js';

/** So many conversations are talked in at once; each takes some thousand bytes. */
const MOST = 1000;
/** Who says nothing for so long, in milliseconds, has put it away. */
const LIVE = 10 * 60 * 1000;

/**
 * What was written last of conversations that are live, so that the next turn need not read it. It may be older than
 * what is stored, where another instance has written since: whoever writes on it loses the swap then, and reads. Whoever
 * writes nothing must read.
 */
export class LiveRecords {
  readonly #kept = new LRUCache<string, Stored<StoredRecord>>({ max: MOST, ttl: LIVE });

  /** Gives it away: whatever goes wrong with it, it is read the next time. */
  take(key: string): Stored<StoredRecord> | undefined {
    const live = this.#kept.get(key);
    if (live !== undefined) this.#kept.delete(key);
    return live;
  }

  keep(key: string, value: StoredRecord, version: string): void {
    this.#kept.set(key, { value, version });
  }

  forget(key: string): void {
    this.#kept.delete(key);
  }
}

import type { Logger } from 'pino';
import type { ActivityLog } from '../channels/directline/activity-log.js';
import { DAY } from '../storage/dated-version.js';
import type { Store } from '../storage/store.js';

/** How often old conversations are looked for, in milliseconds. */
const PERIOD = 6 * 60 * 60 * 1000;
/** The first look waits until the first people have been answered, in milliseconds. */
const AFTER_START = 2000;

/**
 * What nobody's silence deletes: opinions, which name no person, and what instances share. Both are written by this
 * program only, so the beginning of the key is enough.
 */
export function isKeptForGood(key: string): boolean {
  return key.startsWith('["feedback",') || key.startsWith('["shared",');
}

export interface RetentionOptions {
  readonly store: Store;
  readonly activities: ActivityLog;
  readonly retentionDays: number;
  readonly log: Logger;
  /** Milliseconds until the first look. */
  readonly afterStart?: number;
}

/**
 * Deletes what was not written for `retentionDays`, soon after the start and every six hours. The returned function
 * ends it; a sweep that is under way ends when the store is closed.
 */
export function enforceRetention(options: RetentionOptions): () => void {
  const { store, activities, retentionDays, log, afterStart = AFTER_START } = options;
  let stopped = false;

  async function sweep(): Promise<void> {
    const before = new Date(Date.now() - retentionDays * DAY);
    try {
      // In this order no transcript goes before the mark that its conversation was started.
      const values = await store.sweep(before, isKeptForGood);
      const conversations = await activities.sweep(before);
      log.info({ values, conversations, retentionDays }, 'what nobody has touched for long was deleted');
    } catch (error) {
      if (!stopped)
        log.error({ error }, 'old conversations could not be deleted; it is tried again in six hours');
    }
  }

  let running = false;
  function look(): void {
    if (running) return;
    running = true;
    void sweep().finally(() => {
      running = false;
    });
  }

  const first = setTimeout(look, afterStart).unref();
  const timer = setInterval(look, PERIOD).unref();
  return () => {
    stopped = true;
    clearTimeout(first);
    clearInterval(timer);
  };
}

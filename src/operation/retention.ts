import type { Logger } from 'pino';
import { isCaseKey } from '../cases/case-keys.js';
import type { ActivityLog } from '../channels/directline/log/activity-log.js';
import { DAY } from '../storage/dated-version.js';
import type { Store } from '../storage/store.js';

/** How often old conversations are looked for, in milliseconds. */
const PERIOD = 6 * 60 * 60 * 1000;
/** The first look waits until the first people have been answered, in milliseconds. */
const AFTER_START = 2000;

/** What the clock said when it was last looked at, and has to have gone on from by a day; as milliseconds since 1970. */
const CLOCK = JSON.stringify(['shared', 'retention-clock']);

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
  /** The same for cases. */
  readonly caseRetentionDays: number;
  readonly log: Logger;
  /** Milliseconds until the first look. */
  readonly afterStart?: number;
}

/**
 * Has what is deleted follow from a time that the clock gave a day ago and has not taken back since: one that jumps ahead
 * and is set right within a day deletes nothing, also where the process is started again meanwhile.
 */
async function withAgreedTime(store: Store, use: (time: number) => Promise<void>): Promise<void> {
  const now = Date.now();
  const known = await store.read<unknown>(CLOCK);
  const noted = typeof known?.value === 'number' ? known.value : Number.POSITIVE_INFINITY;
  const agreed = noted + DAY <= now;
  if (agreed) await use(noted);
  // Not before it is done: what failed is tried again. Another instance may have noted the same.
  if (agreed || noted > now) await store.write(CLOCK, now, known?.version);
}

/**
 * Deletes what was not written for `retentionDays`, once a day: looked after soon after the start and every six hours. The
 * returned function ends it; a sweep that is under way ends when the store is closed.
 */
export function enforceRetention(options: RetentionOptions): () => void {
  const { store, activities, retentionDays, caseRetentionDays, log, afterStart = AFTER_START } = options;
  let stopped = false;

  async function sweep(): Promise<void> {
    try {
      await withAgreedTime(store, async (time) => {
        const before = new Date(time - retentionDays * DAY);
        // In this order no transcript goes before the mark that its conversation was started.
        const values = await store.sweep(before, (key) => isKeptForGood(key) || isCaseKey(key));
        const conversations = await activities.sweep(before);
        const beforeCases = new Date(time - caseRetentionDays * DAY);
        const cases = await store.sweep(beforeCases, (key) => !isCaseKey(key));
        log.info(
          { values, conversations, retentionDays, cases, caseRetentionDays },
          'what nobody has touched for long was deleted',
        );
      });
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

import { turnQueue } from '../../../async/turn-queue.js';
import { StorageError } from '../../../storage/error.js';
import type { Store } from '../../../storage/store.js';
import {
  type ActivityLog,
  type ActivityPage,
  activityId,
  fullPage,
  KEPT_ACTIVITIES,
  type LoggedActivity,
  PAGE_SIZE,
} from './activity-log.js';
import { Followers } from './followers.js';

const keyAt = (conversationId: string, position: number): string =>
  JSON.stringify(['said', conversationId, position]);

/** How many activities are read at the same time: a page may be full long before it has all that it could have. */
const AT_ONCE = 10;

/** How many activities there are at least, so that a reader need not look for the end from the beginning. */
const hintKey = (conversationId: string): string => JSON.stringify(['said', conversationId, 'end']);

/**
 * A log in any store, an activity a value: whoever creates the next position first has it. Several instances can
 * share it, but followers hear only of what their own process appends: a store cannot call anybody. The store's own
 * sweep deletes what is old, and its owner closes it.
 */
export function storeLog(store: Store): ActivityLog {
  const followers = new Followers();
  /** What one instance appends stays in its order. */
  const inTurn = turnQueue();
  let closed = false;

  function requireOpen(): void {
    if (closed) throw new StorageError('The activity log is closed.');
  }

  async function endOf(conversationId: string): Promise<number> {
    const hint = (await store.read<unknown>(hintKey(conversationId)))?.value;
    let end = typeof hint === 'number' && Number.isSafeInteger(hint) && hint > 0 ? hint : 0;
    while ((await store.read(keyAt(conversationId, end + 1))) !== undefined) end += 1;
    return end;
  }

  /** A hint that could not be written makes the next call slower, and nothing else; never rejects. */
  async function remember(conversationId: string, end: number): Promise<void> {
    const key = hintKey(conversationId);
    try {
      const known = await store.read<number>(key);
      if (known === undefined || known.value < end) await store.write(key, end, known?.version);
    } catch {
      // The activity is written; to reject now would have it written again.
    }
  }

  /** Never rejects: what stays is swept with time. */
  async function remove(conversationId: string, position: number): Promise<void> {
    if (position > 0) await store.delete(keyAt(conversationId, position)).catch(() => undefined);
  }

  function readAll(
    conversationId: string,
    from: number,
    to: number,
  ): Promise<readonly (LoggedActivity | undefined)[]> {
    const positions = Array.from({ length: to - from + 1 }, (_, at) => from + at);
    return Promise.all(
      positions.map(async (at) => (await store.read<LoggedActivity>(keyAt(conversationId, at)))?.value),
    );
  }

  async function create(conversationId: string, activity: object): Promise<LoggedActivity> {
    const timestamp = new Date().toISOString();
    for (let position = (await endOf(conversationId)) + 1; ; position += 1) {
      const id = activityId(conversationId, position);
      const entry: LoggedActivity = { ...activity, id, timestamp };
      if ((await store.write(keyAt(conversationId, position), entry, undefined)) === undefined) continue;
      await Promise.all([
        remember(conversationId, position),
        remove(conversationId, position - KEPT_ACTIVITIES),
      ]);
      return JSON.parse(JSON.stringify(entry)) as LoggedActivity;
    }
  }

  return {
    append: (conversationId, activity) =>
      inTurn(conversationId, async () => {
        requireOpen();
        const logged = await create(conversationId, activity);
        followers.notify(conversationId);
        return logged;
      }),
    async read(conversationId: string, after: number, limit: number = PAGE_SIZE): Promise<ActivityPage> {
      requireOpen();
      const end = await endOf(conversationId);
      const first = Math.max(after, end - KEPT_ACTIVITIES) + 1;
      const last = Math.min(end, first + limit - 1);
      const activities: LoggedActivity[] = [];
      const isFull = fullPage();
      for (let from = first; from <= last; from += AT_ONCE) {
        const to = Math.min(last, from + AT_ONCE - 1);
        for (const [at, entry] of (await readAll(conversationId, from, to)).entries()) {
          // What was forgotten leaves a gap.
          if (entry === undefined) continue;
          activities.push(entry);
          if (isFull(entry)) return { activities, watermark: from + at };
        }
      }
      return { activities, watermark: first > last ? end : last };
    },
    async forget(conversationId: string): Promise<void> {
      requireOpen();
      const end = await endOf(conversationId);
      await remember(conversationId, end);
      const kept = Array.from({ length: Math.min(end, KEPT_ACTIVITIES) }, (_, at) => end - at);
      await Promise.all(kept.map((position) => store.delete(keyAt(conversationId, position))));
    },
    async sweep(): Promise<number> {
      requireOpen();
      return 0;
    },
    // Whoever asks has asked the store itself.
    async check(): Promise<void> {
      requireOpen();
    },
    subscribe: (conversationId, listener) => followers.add(conversationId, listener),
    async close(): Promise<void> {
      closed = true;
      followers.clear();
    },
  };
}

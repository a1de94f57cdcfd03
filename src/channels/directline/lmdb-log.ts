import { guarded, openDatabase } from '../../storage/database.js';
import { DAY } from '../../storage/dated-version.js';
import { StorageError } from '../../storage/error.js';
import {
  type ActivityLog,
  type ActivityPage,
  activityId,
  END,
  KEPT_ACTIVITIES,
  type LoggedActivity,
  PAGE_SIZE,
} from './activity-log.js';
import { Followers } from './followers.js';

/** The conversation's id, and the position of the activity in it. */
type Position = [conversationId: string, position: number];

/**
 * A durable log in one file of `directory`. Throws `StorageError` when the folder cannot be used.
 * Followers hear only of what their own process appends.
 */
export function openLmdbLog(directory: string): ActivityLog {
  const database = openDatabase<LoggedActivity, Position>(directory, 'activities.mdb');
  const followers = new Followers();
  let closed = false;

  function whileOpen<T>(call: () => T | Promise<T>): Promise<T> {
    if (closed) return Promise.reject(new StorageError('The activity log is closed.'));
    return guarded(call);
  }

  function endOf(conversationId: string): number {
    const last = database.getKeys({
      start: [conversationId, END],
      end: [conversationId, 0],
      reverse: true,
      limit: 1,
    });
    for (const [, position] of last) return position;
    return 0;
  }

  /** The next conversation after this one, in the order of their ids. */
  function nextAfter(conversationId: string): string | undefined {
    const start: Position = [conversationId, END];
    for (const [next] of database.getKeys({ start, limit: 1 })) return next;
    return undefined;
  }

  function positionsOf(conversationId: string): readonly Position[] {
    return [...database.getKeys({ start: [conversationId, 0], end: [conversationId, END] })];
  }

  /** To the day, like the store, so that no transcript goes before the mark that its conversation was started. */
  function isOld(conversationId: string, before: Date): boolean {
    const last = database.get([conversationId, endOf(conversationId)]);
    if (last === undefined) return false;
    return (Math.floor(Date.parse(last.timestamp) / DAY) + 1) * DAY <= before.getTime();
  }

  /** Deletes the conversation if nothing was said in it since `before`. */
  async function expire(conversationId: string, before: Date): Promise<boolean> {
    if (!isOld(conversationId, before)) return false;
    return database.transaction(() => {
      // Looked at again, now that nobody else can write.
      const old = isOld(conversationId, before);
      if (old) for (const at of positionsOf(conversationId)) void database.remove(at);
      return old;
    });
  }

  return {
    async append(conversationId: string, activity: object): Promise<LoggedActivity> {
      const logged = await whileOpen(() =>
        // The position is read inside the transaction: two appends at once must not share one.
        database.transaction(() => {
          const position = endOf(conversationId) + 1;
          const id = activityId(conversationId, position);
          const entry: LoggedActivity = { ...activity, id, timestamp: new Date().toISOString() };
          void database.put([conversationId, position], entry);
          void database.remove([conversationId, position - KEPT_ACTIVITIES]);
          return entry;
        }),
      );
      followers.notify(conversationId);
      return logged;
    },
    read(conversationId: string, after: number, limit: number = PAGE_SIZE): Promise<ActivityPage> {
      return whileOpen(() => {
        const start: Position = [conversationId, Math.min(after, END - 1) + 1];
        const entries = [...database.getRange({ start, end: [conversationId, END], limit })];
        const watermark = entries.at(-1)?.key[1] ?? endOf(conversationId);
        return { activities: entries.map((entry) => entry.value), watermark };
      });
    },
    async forget(conversationId: string): Promise<void> {
      await whileOpen(() =>
        database.transaction(() => {
          const end = endOf(conversationId);
          for (const at of positionsOf(conversationId)) void database.remove(at);
          if (end === 0) return;
          // What is left says nothing, and holds the place from which positions go on.
          const id = activityId(conversationId, end);
          void database.put([conversationId, end], {
            id,
            timestamp: new Date().toISOString(),
            type: 'trace',
          });
        }),
      );
    },
    sweep(before: Date): Promise<number> {
      return whileOpen(async () => {
        let deleted = 0;
        let conversationId = nextAfter('');
        while (conversationId !== undefined && !closed) {
          if (await expire(conversationId, before)) deleted += 1;
          if (!closed) conversationId = nextAfter(conversationId);
        }
        return deleted;
      });
    },
    subscribe: (conversationId, listener) => followers.add(conversationId, listener),
    async close(): Promise<void> {
      if (closed) return;
      closed = true;
      followers.clear();
      await guarded(() => database.close());
    },
  };
}

import { setImmediate as othersTurn } from 'node:timers/promises';
import { DAY, datedVersion } from '../../../storage/dated-version.js';
import { encodedJson } from '../../../storage/lmdb/database.js';
import { openLmdbFile } from '../../../storage/lmdb/lmdb-file.js';
import type { Use } from '../../../storage/lmdb/room.js';
import {
  type ActivityLog,
  type ActivityPage,
  activityId,
  checked,
  END,
  fullPage,
  KEPT_ACTIVITIES,
  type LoggedActivity,
  PAGE_SIZE,
} from './activity-log.js';
import { Followers } from './followers.js';

/** The conversation's id, and the position of the activity in it. */
type Position = [conversationId: string, position: number];

/** What the pages of a whole conversation may come to that change when it is deleted. */
const DELETED_BYTES = 512 * 1024;

/** So many conversations are looked at before turns get their share of the process again. */
const SWEEP_BATCH = 50;

/**
 * A durable log in one file of `directory`. Throws `StorageError` when the folder cannot be used.
 * Followers hear only of what their own process appends.
 */
export function openLmdbLog(directory: string): ActivityLog {
  const file = openLmdbFile<LoggedActivity, Position>(directory, 'activities.mdb');
  const followers = new Followers();

  function endOf(conversationId: string): number {
    const last = file.database.getKeys({
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
    for (const [next] of file.database.getKeys({ start, limit: 1 })) return next;
    return undefined;
  }

  function positionsOf(conversationId: string): readonly Position[] {
    return [...file.database.getKeys({ start: [conversationId, 0], end: [conversationId, END] })];
  }

  /** To the day, like the store, so that no transcript goes before the mark that its conversation was started. */
  function isOld(conversationId: string, before: Date): boolean {
    const last = file.database.get([conversationId, endOf(conversationId)]);
    if (last === undefined) return false;
    return (Math.floor(Date.parse(last.timestamp) / DAY) + 1) * DAY <= before.getTime();
  }

  /** Deletes the conversation if nothing was said in it since `before`. */
  async function expire(conversationId: string, before: Date): Promise<boolean> {
    if (!isOld(conversationId, before)) return false;
    return file.write({
      bytes: DELETED_BYTES,
      use: 'finish',
      call: () =>
        file.database.transaction(() => {
          // Looked at again, now that nobody else can write.
          const old = isOld(conversationId, before);
          if (old) for (const at of positionsOf(conversationId)) void file.database.remove(at);
          return old;
        }),
      isThere: (old) => !(old && isOld(conversationId, before)),
    });
  }

  const log: ActivityLog = {
    async append(conversationId: string, activity: object, use: Use = 'begin'): Promise<LoggedActivity> {
      const version = datedVersion();
      const timestamp = new Date().toISOString();
      // Its place is known only inside of the transaction, and everything else is written down before.
      const open = JSON.stringify({ ...activity, timestamp }).slice(0, -1);
      const logged = await file.write({
        // A character of UTF-16 is at most three bytes of UTF-8.
        bytes: 3 * open.length,
        use,
        call: () =>
          // The position is read inside the transaction: two appends at once must not share one.
          file.database.transaction(() => {
            const position = endOf(conversationId) + 1;
            const id = activityId(conversationId, position);
            const { stored } = encodedJson<LoggedActivity>(`${open},"id":${JSON.stringify(id)}}`);
            void file.database.put([conversationId, position], stored, version);
            void file.database.remove([conversationId, position - KEPT_ACTIVITIES]);
            return { position, id };
          }),
        isThere: ({ position }) => file.database.doesExist([conversationId, position], version),
      });
      followers.notify(conversationId);
      return { ...activity, id: logged.id, timestamp };
    },
    read(conversationId: string, after: number, limit: number = PAGE_SIZE): Promise<ActivityPage> {
      return file.read(() => {
        const start: Position = [conversationId, Math.min(after, END - 1) + 1];
        const activities: LoggedActivity[] = [];
        const isFull = fullPage();
        let last: number | undefined;
        for (const { key, value } of file.database.getRange({ start, end: [conversationId, END], limit })) {
          activities.push(value);
          last = key[1];
          if (isFull(value)) break;
        }
        return { activities, watermark: last ?? endOf(conversationId) };
      });
    },
    async forget(conversationId: string): Promise<void> {
      await file.write({
        bytes: DELETED_BYTES,
        use: 'finish',
        call: () =>
          file.database.transaction(() => {
            const end = endOf(conversationId);
            for (const at of positionsOf(conversationId)) void file.database.remove(at);
            if (end === 0) return end;
            // What is left says nothing, and holds the place from which positions go on.
            const id = activityId(conversationId, end);
            void file.database.put([conversationId, end], {
              id,
              timestamp: new Date().toISOString(),
              type: 'trace',
            });
            return end;
          }),
        isThere: (end) => positionsOf(conversationId).every(([, position]) => position >= end),
      });
    },
    sweep(before: Date): Promise<number> {
      return file.read(async () => {
        let deleted = 0;
        let looked = 0;
        let conversationId = nextAfter('');
        while (conversationId !== undefined && !file.closed) {
          if (await expire(conversationId, before)) deleted += 1;
          looked += 1;
          if (looked % SWEEP_BATCH === 0) await othersTurn();
          if (!file.closed) conversationId = nextAfter(conversationId);
        }
        return deleted;
      });
    },
    check: () => checked(log),
    subscribe: (conversationId, listener) => followers.add(conversationId, listener),
    async close(): Promise<void> {
      followers.clear();
      await file.close();
    },
  };
  return log;
}

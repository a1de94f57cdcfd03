import { StorageError } from '../../../storage/error.js';
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

/** The activities kept of one conversation, as JSON; `end` is the position of the last. */
interface KeptActivities {
  readonly json: string[];
  end: number;
  /** When something was said last, in milliseconds since 1970. */
  said: number;
}

/** A log that forgets everything at the end of the process, for trying out and for tests. */
export function memoryLog(): ActivityLog {
  const conversations = new Map<string, KeptActivities>();
  const followers = new Followers();
  let closed = false;

  function requireOpen(): void {
    if (closed) throw new StorageError('The activity log is closed.');
  }

  return {
    async append(conversationId: string, activity: object): Promise<LoggedActivity> {
      requireOpen();
      const kept = conversations.get(conversationId) ?? { json: [], end: 0, said: 0 };
      conversations.set(conversationId, kept);
      const position = kept.end + 1;
      const id = activityId(conversationId, position);
      const json = JSON.stringify({ ...activity, id, timestamp: new Date().toISOString() });
      kept.end = position;
      kept.said = Date.now();
      kept.json.push(json);
      if (kept.json.length > KEPT_ACTIVITIES) kept.json.shift();
      followers.notify(conversationId);
      return JSON.parse(json) as LoggedActivity;
    },
    async read(conversationId: string, after: number, limit: number = PAGE_SIZE): Promise<ActivityPage> {
      requireOpen();
      const { json, end } = conversations.get(conversationId) ?? { json: [], end: 0 };
      const forgotten = end - json.length;
      const from = Math.max(0, after - forgotten);
      const activities: LoggedActivity[] = [];
      const isFull = fullPage();
      for (const text of json.slice(from, from + limit)) {
        const activity = JSON.parse(text) as LoggedActivity;
        activities.push(activity);
        if (isFull(activity)) break;
      }
      const watermark = activities.length === 0 ? end : forgotten + from + activities.length;
      return { activities, watermark };
    },
    async forget(conversationId: string): Promise<void> {
      requireOpen();
      const kept = conversations.get(conversationId);
      if (kept !== undefined) kept.json.length = 0;
    },
    async sweep(before: Date): Promise<number> {
      requireOpen();
      const old = [...conversations].filter(([, { said }]) => said < before.getTime());
      for (const [conversationId] of old) conversations.delete(conversationId);
      return old.length;
    },
    async check(): Promise<void> {
      requireOpen();
    },
    subscribe: (conversationId, listener) => followers.add(conversationId, listener),
    async close(): Promise<void> {
      closed = true;
      followers.clear();
      conversations.clear();
    },
  };
}

import { StorageError } from '../../../storage/error.js';
import type { Use } from '../../../storage/lmdb/room.js';

/** An activity as the log keeps it: JSON, with the id and the time (ISO 8601) the log gave it. */
export interface LoggedActivity {
  readonly id: string;
  readonly timestamp: string;
  readonly [field: string]: unknown;
}

/** Some activities in order, and the watermark to read on from. */
export interface ActivityPage {
  readonly activities: readonly LoggedActivity[];
  readonly watermark: number;
}

/**
 * What was said in each conversation, in order: the transcript that clients read, replay and follow.
 * A watermark is the position of an activity, counted from 1; 0 is before the first.
 * Every call rejects with `StorageError` when the log cannot do its work.
 */
export interface ActivityLog {
  /**
   * Appends a copy of the activity under an id `{conversation}|{position}`. Resolves when it is kept.
   * @param use whether it begins something, or finishes what was begun, for which some room is kept back
   */
  append(conversationId: string, activity: object, use?: Use): Promise<LoggedActivity>;
  /**
   * At most `limit` activities after the watermark, and fewer where they are large: see `fullPage`. Without any, the watermark is the end of the log,
   * so that `read(id, END)` tells where the log ends.
   */
  read(conversationId: string, after: number, limit?: number): Promise<ActivityPage>;
  /**
   * Calls `listener` after every append in this process, and in others that share the log if it is one that tells
   * them (over Redis), until the returned function is called.
   * It brings no activity: a follower reads on from its watermark and so neither misses nor repeats one.
   */
  subscribe(conversationId: string, listener: () => void): () => void;
  /** Forgets what was said; later activities go on with the positions, so that clients miss none of them. */
  forget(conversationId: string): Promise<void>;
  /**
   * Deletes every conversation in which nothing was said since `before`, and resolves to how many those were. It may
   * keep one for up to a day longer. A log that lets conversations expire by themselves deletes nothing here.
   */
  sweep(before: Date): Promise<number>;
  /**
   * Resolves when something that nobody hears was written and read back. A log within a store leaves that to the store.
   */
  check(): Promise<void>;
  /** Releases files and followers; afterwards `append` and `read` reject. */
  close(): Promise<void>;
}

/** What is no conversation: their ids begin otherwise. */
const CHECKED = 'ready';

/** Appends something and reads it back. Rejects with `StorageError`. */
export async function checked(log: Pick<ActivityLog, 'append' | 'read'>): Promise<void> {
  const { id } = await log.append(CHECKED, { type: 'trace' });
  const { activities } = await log.read(CHECKED, Number(id.split('|').at(-1)) - 1, 1);
  if (activities[0]?.id !== id) throw new StorageError('What was appended could not be read back.');
}

/** Whether it is for clients: what holds the place of what was forgotten is not, and Web Chat cannot draw it. */
export function isSaid({ type }: LoggedActivity): boolean {
  return type !== 'trace';
}

/** After every activity there can be. */
export const END = Number.MAX_SAFE_INTEGER;

/** Older activities of a conversation are forgotten, so that no conversation grows without bound. */
export const KEPT_ACTIVITIES = 200;

/** How many activities one read returns unless told otherwise. */
export const PAGE_SIZE = 50;

/**
 * How many characters of JSON a page may have before its last activity: what one reader makes the process hold is then
 * about the same, whatever a conversation is made of.
 */
export const PAGE_CHARACTERS = 48 * 1024;
/** So many are never too many for a page. The answer to what was just said is among them, and is not measured. */
const UNMEASURED = 2;

/** Tells of activities in their order whether the page that they make is full. */
export function fullPage(): (activity: LoggedActivity) => boolean {
  const page: LoggedActivity[] = [];
  let measured = 0;
  let characters = 0;
  return (activity) => {
    page.push(activity);
    if (page.length <= UNMEASURED) return false;
    for (; measured < page.length; measured += 1) characters += JSON.stringify(page[measured]).length;
    return characters >= PAGE_CHARACTERS;
  };
}

/** The id of the activity at a position; position 0 is for what happens before anything is said. */
export function activityId(conversationId: string, position: number): string {
  return `${conversationId}|${String(position).padStart(7, '0')}`;
}

import { type EditionId, isEditionId } from '../../policy/edition.js';
import type { Store, Stored } from '../../storage/store.js';
import { isDay } from '../days.js';
import type { ReminderOf } from './due-list.js';

/** Whose turn it is to send a reminder, and until when. */
export interface Lease {
  /** In milliseconds since 1970. */
  readonly until: number;
  /** Names the claim. */
  readonly by: string;
}

/** How far a keeper has been reminded of a case, or told of it. */
export interface Reminder {
  /** Whether they want to be reminded. */
  readonly on: boolean;
  /** All that was due up to this day has been said (ISO). */
  readonly after: string;
  /** The day on which they were written to last: at most once a day. */
  readonly sent?: string;
  /** Not before this day: they said "later". */
  readonly notBefore?: string;
  /** When it is due or has to be looked at again, in milliseconds since 1970; absent where nothing is to come. */
  readonly at?: number;
  /** Not before this moment, because the channel did not take it. */
  readonly again?: number;
  /** How often it has not been taken. */
  readonly tries?: number;
  readonly lease?: Lease;
  /** The passages under review that were told, as one word. */
  readonly review?: string;
  /** The edition that they were told of last. */
  readonly told?: EditionId;
}

/** The largest moment there is for `Date`. */
const LAST_MOMENT = 8.64e15;

export function reminderKey({ id, keeper }: ReminderOf): string {
  return JSON.stringify(['case-reminder', id, keeper]);
}

function isMoment(value: unknown): value is number {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0 && value <= LAST_MOMENT;
}

const NOTHING: Reminder = { on: false, after: '1970-01-01' };

function leaseIn(value: unknown): Lease | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const { until, by }: { readonly [Name in keyof Lease]?: unknown } = value;
  return isMoment(until) && typeof by === 'string' ? { until, by } : undefined;
}

function reminderIn(value: unknown): Reminder | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const named: { readonly [Name in keyof Reminder]?: unknown } = value;
  const { on, after, sent, notBefore, at, again, tries, review, told } = named;
  const lease = leaseIn(named.lease);
  if (!isDay(after)) return undefined;
  return {
    on: on === true,
    after,
    ...(isDay(sent) ? { sent } : {}),
    ...(isDay(notBefore) ? { notBefore } : {}),
    ...(isMoment(at) ? { at } : {}),
    ...(isMoment(again) ? { again } : {}),
    ...(isMoment(tries) ? { tries } : {}),
    ...(lease === undefined ? {} : { lease }),
    ...(typeof review === 'string' ? { review } : {}),
    ...(isEditionId(told) ? { told } : {}),
  };
}

/** What cannot be read is a reminder of nothing, that can be written over. Rejects with `StorageError`. */
export async function readReminder(store: Store, of: ReminderOf): Promise<Stored<Reminder> | undefined> {
  const stored = await store.read<unknown>(reminderKey(of));
  return stored && { value: reminderIn(stored.value) ?? NOTHING, version: stored.version };
}

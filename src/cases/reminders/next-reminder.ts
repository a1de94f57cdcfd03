import { dayFrom, daysBetween } from '../days.js';
import { type Deadline, deadlinesOf } from '../deadlines.js';
import type { KeptCase, WaitedFor } from '../kept-case.js';

/** Why somebody is reminded. */
export type ReminderReason =
  | { readonly kind: 'lapse'; readonly deadline: Deadline }
  | { readonly kind: 'waiting'; readonly waiting: WaitedFor };

/** A day on which somebody is to be reminded of a case, and of what. */
export interface ReminderDay {
  /** ISO date. */
  readonly day: string;
  readonly reason: ReminderReason;
}

/** So many days before something lapses: time to ask again, time to act, and the last day on which that helps. */
const BEFORE_LAPSE = [14, 3, 1];
/** After so many days of waiting, and again after as many. */
const WAITING_DAYS = 7;

function beforeLapse(deadline: Deadline): readonly ReminderDay[] {
  const reason = { kind: 'lapse', deadline } as const;
  return BEFORE_LAPSE.map((days) => ({ day: dayFrom(deadline.day, -days), reason }));
}

function whileWaiting(waiting: WaitedFor, after: string): readonly ReminderDay[] {
  const weeks = Math.max(0, Math.floor(daysBetween(waiting.since, after) / WAITING_DAYS)) + 1;
  return [{ day: dayFrom(waiting.since, weeks * WAITING_DAYS), reason: { kind: 'waiting', waiting } }];
}

/**
 * The first day after `after` on which somebody is to be reminded of a case; undefined where there is nothing to be
 * reminded of. That something lapses goes before that it is waited for. Pure.
 */
export function nextReminder(kept: KeptCase, after: string): ReminderDay | undefined {
  if (kept.closed !== undefined) return undefined;
  const waits = kept.waiting === undefined ? [] : whileWaiting(kept.waiting, after);
  return [...deadlinesOf(kept).flatMap(beforeLapse), ...waits]
    .filter(({ day }) => day > after)
    .reduce<ReminderDay | undefined>(
      (first, each) => (first === undefined || each.day < first.day ? each : first),
      undefined,
    );
}

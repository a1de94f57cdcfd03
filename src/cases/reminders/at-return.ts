import { dayFrom, daysBetween } from '../days.js';
import { deadlinesOf } from '../deadlines.js';
import type { KeptCase } from '../kept-case.js';
import type { ReminderReason } from './next-reminder.js';
import type { Reminder } from './reminder.js';

/** So many days before something lapses it is told to whoever comes back, and for so long afterwards. */
const BEFORE = 14;
const AFTER = 30;
/** After so many days it is told what is waited for. */
const WAITED = 7;

/**
 * What is due of a case for whoever comes back where they cannot be written to, on a day; that something lapses goes before that it
 * is waited for. Undefined where nothing is, or they said "later" or "stop". Pure.
 */
export function dueAtReturn(
  kept: KeptCase,
  { on, notBefore }: Reminder,
  today: string,
): ReminderReason | undefined {
  if (!on || kept.closed !== undefined || (notBefore !== undefined && notBefore > today)) return undefined;
  const deadline = deadlinesOf(kept).find(
    ({ day }) => day <= dayFrom(today, BEFORE) && day >= dayFrom(today, -AFTER),
  );
  if (deadline !== undefined) return { kind: 'lapse', deadline };
  const { waiting } = kept;
  const isLong = waiting !== undefined && daysBetween(waiting.since, today) >= WAITED;
  return isLong ? { kind: 'waiting', waiting } : undefined;
}

import { EDITION_IDS, type EditionId } from '../../policy/edition.js';
import { type CaseNews, newestFor, newsOf } from '../case-news.js';
import { dayFrom } from '../days.js';
import type { KeptCase } from '../kept-case.js';
import { dayAt, momentOf, type OwnHour } from '../own-hour.js';
import { nextReminder, type ReminderReason } from './next-reminder.js';
import type { KeeperReach } from './reach.js';
import type { Reminder } from './reminder.js';
import { type ReviewedPassages, type ReviewOf, untold } from './reviewed.js';

/** Why a keeper is written to: a step to think of, or that the answer has changed. */
export type WriteReason =
  | ReminderReason
  | { readonly kind: 'news'; readonly news: CaseNews }
  /** ReviewedPassages that the case rests on are under review, and were not told yet. */
  | { readonly kind: 'review'; readonly passages: ReviewedPassages };

/** What has to be said, and up to which day all is said with it. */
export interface Due {
  readonly reason: WriteReason;
  readonly upTo: string;
}

/** What is to be done about a keeper and a case. */
export interface Planned {
  /** When it is due or has to be looked at again; undefined: never, unless something changes. */
  readonly at: number | undefined;
  /** What is due now. */
  readonly due: Due | undefined;
}

/**
 * Nothing is listed further ahead, in milliseconds: lists that nobody writes are deleted with time, and the clocks of a country
 * may be changed meanwhile.
 */
const HORIZON = 14 * 24 * 3_600_000;
/** Longer than anything that is not taken waits, in milliseconds. */
const LONGEST_PAUSE = 12 * 3_600_000;

function latest(...days: readonly (string | undefined)[]): string {
  return days.reduce<string>((a, b) => (b !== undefined && b > a ? b : a), '');
}

/** The next moment of somebody's own hour after `now`. */
function nextHour(now: number, own: OwnHour): number {
  const today = momentOf(dayAt(now, own.zone), own);
  return today > now ? today : momentOf(dayFrom(dayAt(now, own.zone), 1), own);
}

/** All reminders up to today as one: the last of them says it best. */
function dueReminder(kept: KeptCase, { after }: Reminder, today: string): Due | undefined {
  let due: Due | undefined;
  for (let next = nextReminder(kept, after); next !== undefined && next.day <= today; ) {
    due = { reason: next.reason, upTo: next.day };
    next = nextReminder(kept, next.day);
  }
  return due;
}

/** The newer of what all its keepers know and what this one was told. */
export function toldLast({ told: all }: KeptCase, { told: own = all }: Pick<Reminder, 'told'>): EditionId {
  return EDITION_IDS.indexOf(own) > EDITION_IDS.indexOf(all) ? own : all;
}

function watchedNews(kept: KeptCase, reminder: Reminder, reviewOf: ReviewOf): WriteReason | undefined {
  const watched = kept.watched && kept.closed === undefined;
  const news = watched ? newsOf(kept, newestFor(kept), toldLast(kept, reminder)) : undefined;
  if (news !== undefined) return { kind: 'news', news };
  const passages = watched ? untold(reviewOf(kept), reminder.review) : '';
  return passages === '' ? undefined : { kind: 'review', passages };
}

/** What is due of a case for one keeper now, and when to look again. That the answer has changed goes first. Pure. */
export function plannedFor(
  kept: KeptCase,
  reminder: Reminder,
  reach: KeeperReach | undefined,
  now: number,
  reviewOf: ReviewOf = () => '',
): Planned {
  const nothing = { at: undefined, due: undefined };
  if (reach === undefined || reach.blocked !== undefined) return nothing;
  const today = dayAt(now, reach.zone);
  // Once a day; and what the channel did not take waits until it is asked again.
  const free =
    reminder.sent === undefined || reminder.sent > dayFrom(today, 1) ? '' : dayFrom(reminder.sent, 1);
  // Further ahead than any pause it is from a clock that was set right since.
  const again = (reminder.again ?? 0) > now + LONGEST_PAUSE ? 0 : (reminder.again ?? 0);
  const notNow = (moment: number): number => Math.max(moment, again);
  const watched = watchedNews(kept, reminder, reviewOf);
  if (watched !== undefined) {
    const at = notNow(momentOf(latest(free, today), reach));
    return { at, due: at <= now ? { reason: watched, upTo: reminder.after } : undefined };
  }
  const wake = kept.watched && kept.closed === undefined ? nextHour(now, reach) : undefined;
  const next = reminder.on ? nextReminder(kept, reminder.after) : undefined;
  if (next === undefined) return { at: wake, due: undefined };
  const at = notNow(momentOf(latest(next.day, free, reminder.notBefore), reach));
  if (at > now) return { at: Math.min(at, wake ?? at, now + HORIZON), due: undefined };
  return { at, due: dueReminder(kept, reminder, today) };
}

import ical, { ICalAlarmType, ICalCalendarMethod } from 'ical-generator';
import type { Language } from '../../language/language.js';
import { type Deadline, deadlinesOf } from '../deadlines.js';
import type { KeptCase } from '../kept-case.js';

/** A day before, at nine in the morning wherever the calendar is, in seconds before the day begins. */
const ALARM = 15 * 60 * 60;

/** The start of a day in the calendar: of a whole day only its date is written, in no time zone. */
function startOf(day: string): Date {
  return new Date(`${day}T00:00:00Z`);
}

function summaryOf(language: Language, { label }: KeptCase, { id, days }: Deadline): string {
  const lapses = language.say(`lapse.${id}`, { days });
  return label === '' ? lapses : language.say('export.event', { name: label, lapses });
}

/** What there is to do, by whom, and for how long the answer has been known. */
function descriptionOf(language: Language, { id, day, step, actor, certain }: Deadline): string {
  const text = language.say(`lapsesOn.${id}`, { day: language.date(day) });
  const lines = [
    certain ? text : language.say('ui.checkFirst', { text }),
    ...(step === undefined ? [] : [language.say(`step.${step}`)]),
    language.say(`actor.${actor}`),
  ];
  return lines.join('\n');
}

/**
 * What lapses in a case as a calendar file (RFC 5545), in the reader's language; undefined where nothing does. Each is a whole day:
 * what lapses has no hour, and a day is the same one in every time zone. Pure.
 */
export function caseCalendar(language: Language, kept: KeptCase): string | undefined {
  const deadlines = deadlinesOf(kept);
  if (deadlines.length === 0) return undefined;
  const product = {
    company: 'Multi-channel Advisor',
    product: 'Cases',
    language: language.tag.toUpperCase(),
  };
  const calendar = ical({ prodId: product, method: ICalCalendarMethod.PUBLISH });
  for (const deadline of deadlines) {
    const { id, day, subscriptions } = deadline;
    const event = calendar.createEvent({
      // The same deadline is the same event, so that a file that is opened again doubles nothing.
      id: `${kept.id}.${id}.${subscriptions.join('-')}`,
      start: startOf(day),
      allDay: true,
      stamp: startOf(kept.changed),
      summary: summaryOf(language, kept, deadline),
      description: descriptionOf(language, deadline),
    });
    event.createAlarm({ type: ICalAlarmType.display, triggerBefore: ALARM });
  }
  return calendar.toString();
}

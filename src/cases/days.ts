import { late } from '../late/late.js';

const polyfill = late<typeof import('temporal-polyfill')>('temporal-polyfill');

/** Days are ISO dates, such as `2026-11-23`: a day of somebody's calendar, in no time zone. */

export function isDay(text: unknown): text is string {
  if (typeof text !== 'string' || !/^\d{4}-\d\d-\d\d$/.test(text)) return false;
  try {
    return polyfill().Temporal.PlainDate.from(text).toString() === text;
  } catch {
    return false;
  }
}

/** The day that many days later; a negative number is earlier. */
export function dayFrom(day: string, days: number): string {
  return polyfill().Temporal.PlainDate.from(day).add({ days }).toString();
}

/** How many days the second is after the first. */
export function daysBetween(from: string, to: string): number {
  return polyfill().Temporal.PlainDate.from(from).until(to, { largestUnit: 'day' }).days;
}

/** So many days are a hundred years: further from a case no day of it is, but one with a slip in its year. */
const FAR = 36_525;

/** Whether a day can be one of a case that was made on the first. */
export function isNear(created: string, day: string): boolean {
  return isDay(day) && Math.abs(daysBetween(created, day)) <= FAR;
}

import { late } from '../late/late.js';

const polyfill = late<typeof import('temporal-polyfill')>('temporal-polyfill');

/** When somebody is reminded: an hour of their own clock. */
export interface OwnHour {
  /** A time zone of the IANA database, such as `Europe/Budapest`. */
  readonly zone: string;
  /** From 0 to 23. */
  readonly hour: number;
}

/** Nine in the morning, where somebody chose no hour. */
export const USUAL_HOUR = 9;

/** Whether it is a time zone that this machine knows. Offsets are none: they know no summer. */
export function isZone(text: unknown): text is string {
  if (typeof text !== 'string' || !/^[A-Za-z]/.test(text) || text.length > 64) return false;
  try {
    polyfill().Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(text);
    return true;
  } catch {
    return false;
  }
}

/**
 * The moment of that hour on a day, in milliseconds since 1970. Where the clocks are put forward over it, the hour after;
 * where they are put back to it, the first of the two.
 */
export function momentOf(day: string, { zone, hour }: OwnHour): number {
  const time = polyfill().Temporal.PlainTime.from({ hour });
  return polyfill().Temporal.PlainDate.from(day).toZonedDateTime({ timeZone: zone, plainTime: time })
    .epochMilliseconds;
}

/** Which day it is there. */
export function dayAt(moment: number, zone: string): string {
  return polyfill()
    .Temporal.Instant.fromEpochMilliseconds(moment)
    .toZonedDateTimeISO(zone)
    .toPlainDate()
    .toString();
}

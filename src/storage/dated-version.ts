import { randomInt } from 'node:crypto';

/** Milliseconds of a day. */
export const DAY = 24 * 60 * 60 * 1000;

const RANDOM_BITS = 2 ** 33;
/** Versions below are from before they had a day in them: 48 random bits. */
const DATED = 2 ** 48;

/**
 * A version with the day on which it was made in it, so that a sweep can tell old values without any field of
 * their own: 2^48, and the days since 1970 times 2^33, and 33 random bits. Random, so that a version of a deleted
 * value is never taken for one of its successor. A safe integer until long after the year 4000.
 */
export function datedVersion(now = Date.now()): number {
  return DATED + Math.floor(now / DAY) * RANDOM_BITS + randomInt(1, RANDOM_BITS);
}

/** The end of the day on which the version was made, in milliseconds since 1970; undefined where it has no day. */
export function endOfItsDay(version: number): number | undefined {
  if (version < DATED) return undefined;
  return (Math.floor((version - DATED) / RANDOM_BITS) + 1) * DAY;
}

/** A version as a caller gave it back, or undefined for what never was one. */
export function parseVersion(text: string): number | undefined {
  const version = /^\d{1,16}$/.test(text) ? Number(text) : Number.NaN;
  return Number.isSafeInteger(version) ? version : undefined;
}

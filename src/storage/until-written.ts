import { setTimeout as pause } from 'node:timers/promises';
import { type BackOff, pauseBefore } from '../async/back-off.js';
import { StorageError } from './error.js';

/** So often is tried; with the pauses that is about two seconds, and a channel waits fifteen. */
const ATTEMPTS = 24;
/** All of a pause is left to chance: instances that met once must not meet again and again. */
const BACK_OFF: BackOff = { first: 8, longest: 200, jitter: 1 };

/**
 * Tries until somebody else no longer writes in between. Rejects with `StorageError` when it gives up.
 * @param attempt resolves to undefined when somebody else was faster
 */
export async function untilWritten<T>(attempt: () => Promise<T | undefined>): Promise<T> {
  for (let tries = 0; tries < ATTEMPTS; tries += 1) {
    // Most meet nobody: the second try is at once.
    if (tries > 1) await pause(pauseBefore(BACK_OFF, tries - 2));
    const done = await attempt();
    if (done !== undefined) return done;
  }
  throw new StorageError('It could not be written: too many writers at once. Try again.');
}

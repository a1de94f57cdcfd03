import { setTimeout as pause } from 'node:timers/promises';
import { StorageError } from './error.js';

/** So often is tried; with the pauses that is about two seconds, and a channel waits fifteen. */
const ATTEMPTS = 24;
/** The first pause at most, and the longest, in milliseconds. */
const FIRST = 2;
const LONGEST = 200;

/**
 * Tries until somebody else no longer writes in between. The pauses grow and have jitter, so that instances which
 * met once do not meet again and again. Rejects with `StorageError` when it gives up.
 * @param attempt resolves to undefined when somebody else was faster
 */
export async function untilWritten<T>(attempt: () => Promise<T | undefined>): Promise<T> {
  for (let tries = 0; tries < ATTEMPTS; tries += 1) {
    // Most meet nobody: the second try is at once.
    if (tries > 1) await pause(Math.random() * Math.min(LONGEST, FIRST * 2 ** tries));
    const done = await attempt();
    if (done !== undefined) return done;
  }
  throw new StorageError('It could not be written: too many writers at once. Try again.');
}

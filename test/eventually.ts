import assert from 'node:assert/strict';
import { setTimeout as pause } from 'node:timers/promises';
import { timeLimit } from './effort.js';

/** In milliseconds: only what fails waits so long. */
const LONGEST = timeLimit(8000);
const PAUSE = 5;

/** Looks until there is something, and gives it back; fails after a while, saying what it waited for. */
export async function eventually<T>(
  what: string,
  look: () => Promise<T | false | undefined> | T | false | undefined,
): Promise<T> {
  const end = Date.now() + LONGEST;
  for (;;) {
    const found = await look();
    if (found !== undefined && found !== false) return found;
    if (Date.now() > end) assert.fail(`waited in vain for ${what}`);
    await pause(PAUSE);
  }
}

import assert from 'node:assert/strict';
import { setTimeout as pause } from 'node:timers/promises';

const LONGEST = 15_000;

/** Asks until there is something, and fails when that takes too long. */
export async function eventually<T>(look: () => Promise<T | undefined> | T | undefined): Promise<T> {
  const end = Date.now() + LONGEST;
  for (;;) {
    const found = await look();
    if (found !== undefined) return found;
    if (Date.now() > end) assert.fail('It took too long.');
    await pause(30);
  }
}

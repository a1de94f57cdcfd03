import { setImmediate as lap } from 'node:timers/promises';

let last: Promise<void> = Promise.resolve();

/**
 * Resolves when it is one's turn to do something that takes long: one at a time, and between two of them everybody who waits
 * for anything else is looked after. Without it as many as wait would all have their turn in one go, and everybody else would
 * wait for the sum of it.
 */
export function inTurn(): Promise<void> {
  last = last.then(() => lap());
  return last;
}

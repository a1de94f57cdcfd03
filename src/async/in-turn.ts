import { setImmediate as lap } from 'node:timers/promises';

/** Those who wait, by caller; whoever is first in it is next. */
const waiting = new Map<string, (() => void)[]>();
let isRunning = false;

async function run(): Promise<void> {
  isRunning = true;
  while (waiting.size > 0) {
    await lap();
    for (const [caller, [next, ...others]] of waiting) {
      // Whoever has more to ask for goes behind everybody else.
      waiting.delete(caller);
      if (others.length > 0) waiting.set(caller, others);
      next?.();
      break;
    }
  }
  isRunning = false;
}

/**
 * Resolves when it is one's turn to do something that takes long: one at a time, callers one after the other, so that nobody
 * waits for all that another one asks for; and between two of them everybody who waits for anything else is looked after.
 */
export function inTurn(caller: string): Promise<void> {
  return new Promise((resolve) => {
    const mine = waiting.get(caller);
    if (mine === undefined) waiting.set(caller, [resolve]);
    else mine.push(resolve);
    if (!isRunning) void run();
  });
}

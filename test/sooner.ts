import { setImmediate as turnOfTheLoop } from 'node:timers/promises';

/** How long a channel waits for a turn before it delivers it again, in milliseconds. */
export const CHANNEL_WAITS = 15_000;

/**
 * Whether the work is done before a timer of this process that is set at the same time: where the machine is slow or
 * busy, both are late. Rejects where the work does.
 */
export function isSooner(work: Promise<unknown>, milliseconds = CHANNEL_WAITS): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<boolean>((done) => {
    timer = setTimeout(done, milliseconds, false);
  });
  return Promise.race([work.then(() => true), late]).finally(() => clearTimeout(timer));
}

/** Whether it is done without waiting for anything but what is ready already: within a few turns of the event loop. */
export async function isAtOnce(work: Promise<unknown>): Promise<boolean> {
  let isDone = false;
  const ended = work.then(() => {
    isDone = true;
  });
  for (let turn = 0; turn < 3 && !isDone; turn += 1) await turnOfTheLoop();
  const wasDone = isDone;
  await ended;
  return wasDone;
}

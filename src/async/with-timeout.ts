import pTimeout, { TimeoutError } from 'p-timeout';

export { TimeoutError };

/** After a timer Node reads what has arrived, and only then comes to this. */
const afterReading = (late: () => void, milliseconds: number): NodeJS.Timeout =>
  setTimeout(() => setImmediate(late), milliseconds);

const customTimers = { setTimeout: afterReading as typeof setTimeout, clearTimeout };

/**
 * What the work comes to; where that takes longer, what `late` does, or else `TimeoutError`. What has arrived while
 * this process was busy with something else is not late. The work itself goes on: what can be called off takes
 * `AbortSignal.timeout` instead.
 * @param milliseconds more than 0
 */
export function withTimeout<T>(
  work: Promise<T>,
  milliseconds: number,
  late: () => T | Promise<T> = () => {
    throw new TimeoutError();
  },
): Promise<T> {
  return pTimeout(work, { milliseconds, customTimers, fallback: late });
}

/** What takes longer than it may. */
export class TimeoutError extends Error {
  override readonly name = 'TimeoutError';

  constructor() {
    super('It takes too long.');
  }
}

/** After a timer Node reads what has arrived, and only then comes to this. */
function afterReading(late: () => void, milliseconds: number): NodeJS.Timeout {
  return setTimeout(() => setImmediate(late), milliseconds);
}

/**
 * What the work comes to; where that takes longer, what `late` does, or else `TimeoutError`. What has arrived while
 * this process was busy with something else is not late. The work itself goes on: what can be called off takes
 * `AbortSignal.timeout` instead. Of our own, because every turn asks for it: packages make an error with its stack and
 * three promises each time, for what is hardly ever late.
 * @param milliseconds more than 0
 */
export function withTimeout<T>(
  work: Promise<T>,
  milliseconds: number,
  late: () => T | Promise<T> = () => {
    throw new TimeoutError();
  },
): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = afterReading(() => {
      try {
        resolve(late());
      } catch (error) {
        reject(error);
      }
    }, milliseconds);
    work.then(
      (result) => {
        clearTimeout(timer);
        resolve(result);
      },
      (error: unknown) => {
        clearTimeout(timer);
        reject(error);
      },
    );
  });
}

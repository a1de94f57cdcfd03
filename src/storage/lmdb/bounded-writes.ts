import { StorageError } from '../error.js';

/** How long a write may take, in milliseconds; a channel waits 15 s for the whole turn. */
const TIMEOUT = 4000;
/** While one does not come back, one in so many milliseconds is tried to see whether it is over. */
const PERIOD = 1000;
/** How long that one may take, in milliseconds: who comes after others must not wait as long as they did. */
const TRIAL = 250;

function stuck(): StorageError {
  return new StorageError(
    'The disk did not finish a write in time (ETIMEDOUT): check the disk of the folder in DATA_DIR, and whether ' +
      'another process over the same folder has been stopped in the middle of one.',
  );
}

/** In so many steps the time of a write is counted. */
const STEPS = 8;

/**
 * As `withTimeout`, which makes an error with its stack for every call that is in time: a write is made in less. Time in
 * which this process had no turn, because it was busy or had no processor, counts as one step at most: a write may need
 * several turns, and the disk is not to blame.
 */
function unlessLate<T>(work: Promise<T>, milliseconds: number, late: () => unknown): Promise<T> {
  return new Promise((resolve, reject) => {
    let timer: NodeJS.Timeout;
    const count = (steps: number): void => {
      timer = setTimeout(() => (steps > 1 ? count(steps - 1) : reject(late())), milliseconds / STEPS);
    };
    count(STEPS);
    const inTime =
      <R>(settle: (with_: R) => void) =>
      (result: R): void => {
        clearTimeout(timer);
        settle(result);
      };
    work.then(inTime(resolve), inTime(reject));
  });
}

/**
 * Has writes end in time: whoever waits for another process that is frozen, or for a disk that is, gets an error, and
 * those who come after it at once. What has timed out may still be carried out.
 */
export function boundedWrites(timeout: number = TIMEOUT): <T>(call: () => Promise<T>) => Promise<T> {
  let isStuck = false;
  let triedAt = 0;
  const settled = (): void => {
    isStuck = false;
  };

  return (call) => {
    const now = performance.now();
    if (isStuck && now - triedAt < PERIOD) return Promise.reject(stuck());
    triedAt = now;
    const work = call();
    work.then(settled, settled);
    return unlessLate(work, isStuck ? Math.min(TRIAL, timeout) : timeout, () => {
      isStuck = true;
      return stuck();
    });
  };
}

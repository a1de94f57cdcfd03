/**
 * What may be set for all tests at once: how much they do, and how long they wait.
 *
 * `TEST_EFFORT=all`, which `npm run test:all` sets, repeats what is random as often as it deserves. `TEST_SLOWNESS` is
 * how many times slower than a quiet machine with two cores this one may be before a test that waits gives up.
 */
const { TEST_EFFORT, TEST_SLOWNESS = '10' } = process.env;

/** How often something random is tried: as often as it deserves, or often enough to find a plain mistake soon. */
export function tries({ all, quick }: { readonly all: number; readonly quick: number }): number {
  return TEST_EFFORT === 'all' ? all : quick;
}

/** Of many: all of them, or where it has to be quick each `every`-th, counted on from the one at `from`. */
export function* someOf<T>(many: Iterable<T>, every: number, from = 0): Generator<T> {
  const step = tries({ all: 1, quick: every });
  let at = 0;
  for (const each of many) {
    if (at % step === from % step) yield each;
    at += 1;
  }
}

/** In milliseconds, when to give up on what takes at most so many on a quiet machine. */
export function timeLimit(milliseconds: number): number {
  return milliseconds * Number(TEST_SLOWNESS);
}

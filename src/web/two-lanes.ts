/** What is quick goes ahead of what is long, and what is long has its turn all the same. */

/** After so many that were quick comes one that is long. */
export const QUICK_IN_A_ROW = 8;

/** What waits, in the order in which it came; the quick before the long. */
export class TwoLanes<T> {
  readonly #quick: T[] = [];
  readonly #long: T[] = [];
  #inARow = 0;

  push(waiting: T, lane: 'quick' | 'long'): void {
    (lane === 'quick' ? this.#quick : this.#long).push(waiting);
  }

  /** Whose turn it is; undefined where nothing waits. */
  shift(): T | undefined {
    const long = this.#quick.length === 0 || (this.#long.length > 0 && this.#inARow >= QUICK_IN_A_ROW);
    this.#inARow = long ? 0 : this.#inARow + 1;
    return long ? this.#long.shift() : this.#quick.shift();
  }

  /** Everything that waits. */
  all(): readonly T[] {
    return [...this.#quick, ...this.#long];
  }
}

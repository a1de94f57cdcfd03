/** How much there may be of something. */
export interface FairLimits {
  /** What one caller may hold; `Infinity` is no limit. */
  readonly ofOne: number;
  /** What all may hold together; `Infinity` is no limit. */
  readonly ofAll: number;
}

/**
 * Shares of something that there is not enough of. When all of it is taken, whoever comes gets it from the caller who
 * holds most, if that is two more than they hold themselves: so many callers together cannot shut out another one, who
 * wants little.
 */
export class FairShares {
  /** What ends each thing that is held, the oldest first. */
  readonly #held = new Map<string, Set<() => void>>();
  readonly #limits: FairLimits;
  #all = 0;

  constructor(limits: FairLimits) {
    this.#limits = limits;
  }

  /**
   * Takes one for a caller; the returned function gives it back. Undefined: there is none for them.
   * @param end ends what it was taken for, when it is needed for another
   */
  take(caller: string, end: () => void): (() => void) | undefined {
    const { ofOne, ofAll } = this.#limits;
    const mine = this.#held.get(caller)?.size ?? 0;
    if (mine >= ofOne) return undefined;
    if (this.#all >= ofAll && !this.#takeFromHeaviest(mine + 2)) return undefined;
    // Of its own, so that two that end in the same way are two.
    const entry = (): void => end();
    const entries = this.#held.get(caller) ?? new Set();
    this.#held.set(caller, entries.add(entry));
    this.#all += 1;
    return () => this.#give(caller, entry);
  }

  #give(caller: string, entry: () => void): void {
    const entries = this.#held.get(caller);
    if (entries?.delete(entry) !== true) return;
    this.#all -= 1;
    if (entries.size === 0) this.#held.delete(caller);
  }

  /** Ends the oldest of whoever holds most, if that is so many at least. */
  #takeFromHeaviest(least: number): boolean {
    let most = 0;
    let heaviest = '';
    for (const [caller, { size }] of this.#held) {
      if (size > most) [most, heaviest] = [size, caller];
    }
    if (most < least) return false;
    for (const entry of this.#held.get(heaviest) ?? []) {
      this.#give(heaviest, entry);
      entry();
      break;
    }
    return true;
  }
}

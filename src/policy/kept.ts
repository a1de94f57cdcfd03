/**
 * Results that are used again, by a key that says all they depend on. Bounded: the ones of the last `most` keys are
 * kept, and at most as many from before those.
 */
export class Kept<V extends object> {
  readonly #most: number;
  #recent = new Map<string, V>();
  #before = new Map<string, V>();

  constructor(most: number) {
    this.#most = most;
  }

  get(key: string): V | undefined {
    const recent = this.#recent.get(key);
    if (recent !== undefined) return recent;
    const value = this.#before.get(key);
    if (value !== undefined) this.set(key, value);
    return value;
  }

  set(key: string, value: V): void {
    if (this.#recent.size >= this.#most) {
      this.#before = this.#recent;
      this.#recent = new Map();
    }
    this.#recent.set(key, value);
  }

  /** The result of `make`, which is only called where none is kept. */
  of(key: string, make: () => V): V {
    const known = this.get(key);
    if (known !== undefined) return known;
    const value = make();
    this.set(key, value);
    return value;
  }
}

/** How much of something each caller may hold at the same time. Only those who hold something take room. */
export class Shares {
  readonly #held = new Map<string, number>();
  readonly #most: number;

  /** @param most what one caller may hold; `Infinity` is no limit */
  constructor(most: number) {
    this.#most = most;
  }

  /** Takes something for a caller; the returned function gives it back. Undefined: they hold their share already. */
  take(caller: string, amount = 1): (() => void) | undefined {
    const held = this.#held.get(caller) ?? 0;
    if (held + amount > this.#most) return undefined;
    this.#held.set(caller, held + amount);
    let given = false;
    return () => {
      if (given) return;
      given = true;
      const left = (this.#held.get(caller) ?? 0) - amount;
      if (left > 0) this.#held.set(caller, left);
      else this.#held.delete(caller);
    };
  }
}

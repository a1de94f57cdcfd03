/** How long to wait between tries; times in milliseconds. */
export interface BackOff {
  /** The first pause, at most. Each is twice the one before. */
  readonly first: number;
  readonly longest: number;
  /** The share of a pause that is left to chance, so that many who failed together do not come back together. */
  readonly jitter: number;
}

/**
 * The pause before the next try, in milliseconds.
 * @param before how many pauses there were already
 * @param asked how long the other side asks to wait at least; chance only adds to it
 */
export function pauseBefore({ first, longest, jitter }: BackOff, before: number, asked?: number): number {
  const most = Math.min(longest, first * 2 ** before);
  return (asked ?? most * (1 - jitter)) + Math.random() * most * jitter;
}

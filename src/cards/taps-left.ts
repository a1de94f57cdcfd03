/** So many things to tap a card has before something is unfolded: among more, the one that matters is not found. */
const TAPS = 9;

type Some = readonly (readonly unknown[])[];

/**
 * How many things to tap a card still has room for.
 * @param rows what is shown, each a tap of its own
 * @param folds what is folded: the row that opens it is one tap, where there is something in it
 */
export function tapsLeft(rows: Some, folds: Some): number {
  const shown = rows.reduce((sum, { length }) => sum + length, 0);
  return Math.max(0, TAPS - shown - folds.filter(({ length }) => length > 0).length);
}

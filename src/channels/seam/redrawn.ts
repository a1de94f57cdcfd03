import type { Card } from '../../cards/template.js';

function changed(value: unknown, change: (object: object) => unknown): unknown {
  if (Array.isArray(value)) return value.map((each) => changed(each, change));
  if (typeof value !== 'object' || value === null) return value;
  return (
    change(value) ??
    Object.fromEntries(Object.entries(value).map(([key, each]) => [key, changed(each, change)]))
  );
}

/**
 * The card as one channel's clients can use it.
 * @param change what stands in place of an object of the card, as it is; undefined where the object stays, and what is in
 * it is looked at
 */
export function redrawn(card: Card, change: (object: object) => unknown): Card {
  return changed(card, change) as Card;
}

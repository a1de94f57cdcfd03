import type { Card } from '../../cards/template.js';

function changed(value: unknown, change: (object: object) => unknown): unknown {
  if (Array.isArray(value)) return value.map((each) => changed(each, change));
  if (typeof value !== 'object' || value === null) return value;
  return (
    change(value) ??
    Object.fromEntries(Object.entries(value).map(([key, each]) => [key, changed(each, change)]))
  );
}

/** For clients that ignore Action.Execute: what is tapped is sent as data, without the verb, which only that action has. */
export function submitting(object: object): unknown {
  if (!('type' in object && object.type === 'Action.Execute')) return undefined;
  const { verb: _, ...rest } = object as Readonly<Record<string, unknown>>;
  return { ...rest, type: 'Action.Submit' };
}

/** What needs a page of ours around the chat, such as a button that copies, is what stands in for it elsewhere. */
export function withoutPage(object: object): unknown {
  return 'requires' in object && 'fallback' in object ? object.fallback : undefined;
}

/**
 * The card as one channel's clients can use it.
 * @param change what stands in place of an object of the card, as it is; undefined where the object stays, and what is in
 * it is looked at
 */
export function redrawn(card: Card, change: (object: object) => unknown): Card {
  return changed(card, change) as Card;
}

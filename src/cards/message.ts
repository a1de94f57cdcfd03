import type { Card } from './template.js';

/** One message to a person: the card, and the same in plain words for notifications and screen readers. */
export interface Message {
  readonly card: Card;
  readonly text: string;
}

/** Joins the lines of a plain text, leaving out what is empty. */
export function lines(...parts: readonly (string | undefined)[]): string {
  return parts.filter((part) => part !== undefined && part !== '').join('\n');
}

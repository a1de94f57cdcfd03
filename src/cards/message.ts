import type { DrawnCard } from './drawn-card.js';
import type { Card } from './template.js';

/** One message to a person: the card, and the same in plain words for notifications and screen readers. */
export interface Message {
  readonly card: Card;
  readonly text: string;
  /** Set where the text itself is what the person wants, to copy it: it goes without the card. */
  readonly asText?: true;
  /** What is to be read aloud. */
  readonly speak?: string;
  /** Texts to copy with one tap, where the page around the chat offers that. */
  readonly copy?: { readonly ticket: string; readonly aloud: string; readonly receipt: string };
}

/** The same on its way to a channel: the card may be one that only becomes an object where JSON is made of it. */
export interface OutgoingMessage extends Omit<Message, 'card'> {
  readonly card: Card | DrawnCard;
}

/** Joins the lines of a plain text, leaving out what is empty. */
export function lines(...parts: readonly (string | undefined)[]): string {
  return parts.filter((part) => part !== undefined && part !== '').join('\n');
}

import type { View } from '../conversation/view.js';
import type { Language } from '../language/language.js';
import type { Card } from './template.js';

/** A page that a text rests on; the text has the number of its place as a mark, such as [1]. */
export interface Source {
  readonly title: string;
  readonly url: string;
  /** Where on the page, of which date, and when it was read. */
  readonly about: string;
}

/** An answer as a text in Markdown, with its sources. */
export interface CitedText {
  readonly text: string;
  readonly sources: readonly Source[];
}

/** One message to a person: the card, and the same in plain words for notifications and screen readers. */
export interface Message {
  readonly card: Card;
  readonly text: string;
  /** Set where the text is all there is to say: it goes without the card. */
  readonly asText?: true;
  /** What is to be read aloud. */
  readonly speak?: string;
  /** Texts to copy with one tap, where the page around the chat offers that. */
  readonly copy?: { readonly ticket: string; readonly aloud: string; readonly receipt: string };
}

/** The same on its way to a channel: the card is whatever becomes the card where JSON is made of it. */
export interface OutgoingMessage extends Omit<Message, 'card'> {
  readonly card: object;
  /** The answer as a text beside the card, for channels that show one. */
  readonly cited?: CitedText | undefined;
  /** What can be said next, as it would be typed, for channels that suggest it. */
  readonly next?: readonly string[];
}

/** How a channel wants its cards. Its name tells its cards from those of others. */
export interface Shape {
  readonly name: string;
  card(card: Card): Card;
}

/** Puts a view into the reader's words, with its card as a channel wants it. */
export type Draw = (view: View, language: Language, shape: Shape) => OutgoingMessage;

/** Joins the lines of a plain text, leaving out what is empty. */
export function lines(...parts: readonly (string | undefined)[]): string {
  return parts.filter((part) => part !== undefined && part !== '').join('\n');
}

import type { Activity } from 'botbuilder';
import type { OutgoingMessage } from '../../cards/message.js';
import type { Card } from '../../cards/template.js';
import type { Speaker } from './speaker.js';

/** How one channel wants its messages. A new channel is one of these and its line in the registry. */
export interface Channel {
  readonly name: string;
  /** Whether a card that was tapped can be replaced where it stands. */
  readonly replacesCards: boolean;
  /** Whether a page around the chat is told what is shown, in ids. */
  readonly tellsPage: boolean;
  /** Whether its clients show a text with its sources above the card, and suggest what can be said next. */
  readonly cites: boolean;
  /** The card as this channel's clients can use it. */
  card(card: Card): Card;
  /** The message as an activity, for whoever asked; its card is one that `card` has made. */
  activity(message: OutgoingMessage, speaker: Speaker): Partial<Activity>;
}

export const CARD_TYPE = 'application/vnd.microsoft.card.adaptive';

/** The attachment that carries a card. */
export function attached(card: object): NonNullable<Activity['attachments']> {
  return [{ contentType: CARD_TYPE, content: card }];
}

import type { Card } from '../../cards/template.js';
import { attached, type Channel } from '../seam/channel.js';

type WebChatJson = unknown;

/** Web Chat ignores Action.Execute, and its renderer knows the type, so the fallback never fires by itself. */
function submitting(value: WebChatJson): WebChatJson {
  if (Array.isArray(value)) return value.map(submitting);
  if (typeof value !== 'object' || value === null) return value;
  if ('type' in value && value.type === 'Action.Execute' && 'fallback' in value) return value.fallback;
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, submitting(each)]));
}

/**
 * Web Chat and other Direct Line clients: Action.Submit with data, a new message for every answer. The
 * plain text is the message's text, for clients without cards; `webchat:fallback-text` lets Web Chat read
 * it out instead of the card.
 */
export const webChat: Channel = {
  name: 'webchat',
  replacesCards: false,
  card: (card) => submitting(card) as Card,
  activity({ card, text, asText, speak, copy }) {
    if (asText) return { type: 'message', text, textFormat: 'plain' };
    return {
      type: 'message',
      text,
      attachments: attached(card),
      ...(speak === undefined ? {} : { speak }),
      channelData: { 'webchat:fallback-text': text, ...(copy && { copy }) },
    };
  },
};

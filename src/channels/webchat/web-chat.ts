import { attached, type Channel } from '../seam/channel.js';
import { redrawn } from '../seam/redrawn.js';

/** Web Chat ignores Action.Execute, and its renderer knows the type, so the fallback never fires by itself. */
function submitting(object: object): unknown {
  const isExecute = 'type' in object && object.type === 'Action.Execute';
  return isExecute && 'fallback' in object ? object.fallback : undefined;
}

/**
 * Web Chat and other Direct Line clients: Action.Submit with data, a new message for every answer. The
 * plain text is the message's text, for clients without cards; `webchat:fallback-text` lets Web Chat read
 * it out instead of the card.
 */
export const webChat: Channel = {
  name: 'webchat',
  replacesCards: false,
  card: (card) => redrawn(card, submitting),
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

import { attached, type Channel } from '../seam/channel.js';
import { lighter } from '../seam/lighter.js';
import { redrawn, submitting } from '../seam/redrawn.js';

/**
 * Web Chat and other Direct Line clients: Action.Submit with data, a new message for every answer. The
 * plain text is the message's text, for clients without cards and for those who hear it; the card says it no second time.
 */
export const webChat: Channel = {
  name: 'webchat',
  replacesCards: false,
  tellsPage: true,
  cites: false,
  card(card) {
    const { fallbackText: _, ...rest } = lighter(redrawn(card, submitting));
    return rest;
  },
  activity({ card, text, asText, speak, copy }) {
    if (asText) return { type: 'message', text, textFormat: 'plain' };
    return {
      type: 'message',
      text,
      attachments: attached(card),
      ...(speak === undefined ? {} : { speak }),
      ...(copy && { channelData: { copy } }),
    };
  },
};

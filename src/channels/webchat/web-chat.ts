import { attached, type Channel } from '../seam/channel.js';
import { lighter } from '../seam/lighter.js';
import { redrawn } from '../seam/redrawn.js';

/** Web Chat ignores Action.Execute: what is tapped is sent as data, without the verb, which only that action has. */
function submitting(object: object): unknown {
  if (!('type' in object && object.type === 'Action.Execute')) return undefined;
  const { verb: _, ...rest } = object as Readonly<Record<string, unknown>>;
  return { ...rest, type: 'Action.Submit' };
}

/**
 * Web Chat and other Direct Line clients: Action.Submit with data, a new message for every answer. The
 * plain text is the message's text, for clients without cards and for those who hear it; the card says it no second time.
 */
export const webChat: Channel = {
  name: 'webchat',
  replacesCards: false,
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

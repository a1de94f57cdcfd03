/** Draws Web Chat for one conversation, and draws it again when the theme changes. */
import { look } from './look.js';

const { WebChat } = globalThis;
const dark = matchMedia('(prefers-color-scheme: dark)');

const isCard = ({ contentType }) => contentType === 'application/vnd.microsoft.card.adaptive';

/**
 * A card's message also says the same in plain words. Web Chat would show both; so the words become what a screen
 * reader is told of the message, and the card is what is seen.
 */
export function cardOnly(activity) {
  if (!activity.text || !activity.attachments?.some(isCard)) return activity;
  const { text, ...rest } = activity;
  return { ...rest, channelData: { ...activity.channelData, 'webchat:fallback-text': text } };
}

const cardsSpeakForThemselves = () => (next) => (action) =>
  next(
    action.type === 'DIRECT_LINE/INCOMING_ACTIVITY'
      ? { ...action, payload: { ...action.payload, activity: cardOnly(action.payload.activity) } }
      : action,
  );

let conversations = 0;
let draw = () => {};

dark.addEventListener('change', () => draw());

/** Shows a conversation in place of the one before. */
export function showChat(element, directLine, { locale, nonce }) {
  conversations += 1;
  const store = WebChat.createStore({}, cardsSpeakForThemselves);
  // A new key makes React forget what the conversation before has left behind.
  const key = String(conversations);
  draw = () => {
    const theme = look(dark.matches ? 'dark' : 'light');
    WebChat.renderWebChat({ ...theme, key, directLine, store, locale, nonce, dir: 'auto' }, element);
  };
  draw();
}

export const { createDirectLine } = WebChat;

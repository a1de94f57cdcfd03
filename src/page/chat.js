/** Draws Web Chat for one conversation, and draws it again when the theme changes. */
import { look } from './look.js';

const { WebChat } = globalThis;
const dark = matchMedia('(prefers-color-scheme: dark)');
const LOOKS = { light: look('light'), dark: look('dark') };

const isCard = ({ contentType }) => contentType === 'application/vnd.microsoft.card.adaptive';

/**
 * A card's message also says the same in plain words. Web Chat would show both; so the words become what a screen
 * reader is told of the message, and the card is what is seen.
 */
function cardOnly(activity) {
  if (!activity.text || !activity.attachments?.some(isCard)) return activity;
  const { text, ...rest } = activity;
  return { ...rest, channelData: { ...activity.channelData, 'webchat:fallback-text': text } };
}

/** Watches what passes through Web Chat's store. Once connected, says what is to be said first. */
function middleware(onAct, takeFirst) {
  return ({ dispatch }) =>
    (next) =>
    (action) => {
      if (action.type === 'DIRECT_LINE/POST_ACTIVITY') onAct();
      if (action.type === 'DIRECT_LINE/CONNECT_FULFILLED') {
        const text = takeFirst();
        if (text !== undefined) {
          const said = next(action);
          dispatch({ type: 'WEB_CHAT/SEND_MESSAGE', payload: { method: 'code', text } });
          return said;
        }
      }
      if (action.type !== 'DIRECT_LINE/INCOMING_ACTIVITY') return next(action);
      const activity = cardOnly(action.payload.activity);
      return next({ ...action, payload: { ...action.payload, activity } });
    };
}

let conversations = 0;
let draw = () => {};

dark.addEventListener('change', () => draw());

/**
 * Shows a conversation in place of the one before.
 * @param takeFirst what is to be said once the conversation is open, if anything
 */
export function showChat(element, directLine, { locale, nonce }, takeFirst) {
  conversations += 1;
  // A new key makes React forget what the conversation before has left behind.
  const key = String(conversations);
  let acted = false;
  const store = WebChat.createStore(
    {},
    middleware(() => {
      if (acted) return;
      acted = true;
      draw();
    }, takeFirst),
  );
  draw = () => {
    const { styleOptions, adaptiveCardsHostConfig } = LOOKS[dark.matches ? 'dark' : 'light'];
    WebChat.renderWebChat(
      {
        key,
        adaptiveCardsHostConfig,
        // A long answer is read from its top. But what came before the person did anything is history: its end counts.
        styleOptions: { ...styleOptions, autoScrollSnapOnPage: acted, autoScrollSnapOnPageOffset: 4 },
        directLine,
        store,
        locale,
        nonce,
        dir: 'auto',
      },
      element,
    );
  };
  draw();
}

export const { createDirectLine } = WebChat;

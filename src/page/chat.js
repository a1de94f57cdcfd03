/** Draws Web Chat for one conversation, and draws it again when the theme changes. */
import { asSent, notHeldBack, QUEUED } from './held-back.js';
import { createLanding } from './land.js';
import { look } from './look.js';
import { granted, takenAlong } from './take-along.js';
import { createTranscript } from './transcript.js';
import { named, tellUnfolding } from './unfolding.js';

const { WebChat } = globalThis;
const dark = matchMedia('(prefers-color-scheme: dark)');
const LOOKS = { light: look('light'), dark: look('dark') };
const INCOMING = 'DIRECT_LINE/INCOMING_ACTIVITY';

/**
 * The page itself says what the connection is like: Web Chat says "connected" while it is not. And the keys that it
 * names lead elsewhere here: what can be tapped has the focus, or is one Shift+Tab away.
 */
const OWN_STRINGS = {
  CONNECTIVITY_STATUS_ALT: ' ',
  CONNECTIVITY_STATUS_ALT_CONNECTED: ' ',
  TRANSCRIPT_LIVE_REGION_INTERACTIVE_LABEL_ALT: ' ',
  TRANSCRIPT_LIVE_REGION_INTERACTIVE_WITH_LINKS_LABEL_ALT: ' ',
};

const isCard = ({ contentType }) => contentType === 'application/vnd.microsoft.card.adaptive';

/**
 * A card's message also says the same in plain words. Web Chat would show both; so the words become what a screen
 * reader is told of the message, and the card is what is seen.
 */
function cardOnly(activity) {
  if (!activity.text || !activity.attachments?.some(isCard)) return activity;
  const { text, ...rest } = activity;
  const attachments = activity.attachments.map((each) =>
    isCard(each) ? { ...each, content: named(granted(each.content)) } : each,
  );
  return { ...rest, attachments, channelData: { ...activity.channelData, 'webchat:fallback-text': text } };
}

/** What is tapped shows that it is on its way. */
function markWaiting(element) {
  const { activeElement: tapped } = document;
  if (!element.contains(tapped) || !tapped.matches('.ac-selectable, .ac-pushButton')) return;
  tapped.dataset.waiting = '';
  tapped.setAttribute('aria-busy', 'true');
}

/** Nothing waits any more. What was not answered can be tapped again. */
function unmark(element) {
  for (const tapped of element.querySelectorAll('[data-waiting]')) {
    delete tapped.dataset.waiting;
    tapped.removeAttribute('aria-busy');
  }
}

/** Web Chat takes the place of the first card once it has drawn what was said; who typed or was on a tap goes on with it. */
function appear(element, leaveFirst, type) {
  if (element.querySelector('.webchat__bubble__content') === null) {
    if (element.dataset.behind !== undefined) setTimeout(() => appear(element, leaveFirst, type), 30);
    return;
  }
  const left = leaveFirst();
  if (left === undefined) return;
  if (left.draft !== '') type(left.draft);
  if (left.typing) element.querySelector('[data-id="webchat-sendbox-input"]')?.focus();
  const card = [...element.querySelectorAll('.ac-adaptiveCard')].at(-1);
  if (left.tap >= 0)
    card?.querySelectorAll('.ac-selectable, .ac-pushButton')[left.tap]?.focus({ preventScroll: true });
}

let conversations = 0;
let draw = () => {};
let asks = () => false;
let landing;

dark.addEventListener('change', () => draw());

/** What passes through Web Chat's store: out through the outbox, and in through the transcript. */
function middleware(element, { outbox, takeFirst, onHeard, handOver }) {
  const transcript = createTranscript();
  let kind;
  asks = () => ['question', 'understood'].includes(kind);

  /** Whether it is sent: the same tap while the first one is on its way is not. */
  function goesOut({ value }) {
    if (value === undefined) return true;
    if (outbox().holds({ value })) return false;
    markWaiting(element);
    landing.expect();
    return true;
  }

  function come(next, action) {
    const activity = asSent(action.payload.activity);
    if (!transcript.isNew(activity)) return undefined;
    const isFirst = outbox().heard(activity);
    if (!isFirst) return undefined;
    kind = activity.channelData?.trace?.kind ?? kind;
    const drawn = next({ ...action, payload: { ...action.payload, activity: cardOnly(activity) } });
    for (const folded of transcript.add(activity)) next({ type: INCOMING, payload: { activity: folded } });
    if (activity.from?.role === 'bot') {
      unmark(element);
      onHeard(activity);
    }
    return drawn;
  }

  return ({ dispatch }) =>
    (next) =>
    (action) => {
      if (action.type === 'WEB_CHAT/SEND_POST_BACK' && takenAlong(action.payload.value)) return undefined;
      if (action.type === 'DIRECT_LINE/POST_ACTIVITY') {
        const { activity } = action.payload;
        const value = transcript.asNow(activity.value);
        if (!goesOut({ value })) return undefined;
        // "Yes" and "1" mean what was seen, whatever is shown once they arrive.
        const channelData = {
          ...activity.channelData,
          ...(value === undefined && { seen: transcript.seen() }),
        };
        const sent = { ...activity, value, channelData };
        return next({ ...action, payload: { ...action.payload, activity: sent } });
      }
      if (action.type === 'DIRECT_LINE/CONNECT_FULFILLED') {
        const done = next(action);
        for (const value of takeFirst()) dispatch({ type: 'WEB_CHAT/SEND_POST_BACK', payload: { value } });
        handOver(({ value, text }) =>
          dispatch(
            value === undefined
              ? { type: 'WEB_CHAT/SEND_MESSAGE', payload: { method: 'keyboard', text } }
              : { type: 'WEB_CHAT/SEND_POST_BACK', payload: { value } },
          ),
        );
        return done;
      }
      if (action.type === QUEUED) {
        return next({
          ...action,
          payload: { ...action.payload, activity: notHeldBack(action.payload.activity) },
        });
      }
      return action.type === INCOMING ? come(next, action) : next(action);
    };
}

/**
 * Shows a conversation in place of the one before. Returns what shows an activity that was heard of otherwise.
 * @param on `outbox()` sends, `takeFirst()` gives all that is said once the conversation is open, and
 *   `onHeard(activity)` is told what the bot said
 */
export function showChat(element, directLine, settings, on) {
  conversations += 1;
  // A new key makes React forget what the conversation before has left behind.
  const key = String(conversations);
  if (landing === undefined) tellUnfolding(element);
  landing ??= createLanding(element, () => asks());
  const store = WebChat.createStore({}, middleware(element, on));
  draw = () => {
    const { styleOptions, adaptiveCardsHostConfig } = LOOKS[dark.matches ? 'dark' : 'light'];
    WebChat.renderWebChat(
      {
        key,
        adaptiveCardsHostConfig,
        styleOptions,
        directLine,
        store,
        // The person may choose another one meanwhile.
        locale: settings.locale,
        nonce: settings.nonce,
        dir: 'auto',
        overrideLocalizedStrings: OWN_STRINGS,
      },
      element,
    );
  };
  draw();
  return {
    receive: (activity) => store.dispatch({ type: INCOMING, payload: { activity } }),
    settle: () => unmark(element),
    draw: () => draw(),
    appear: () =>
      appear(element, on.leaveFirst, (text) =>
        store.dispatch({ type: 'WEB_CHAT/SET_SEND_BOX', payload: { text } }),
      ),
  };
}

export const { createDirectLine } = WebChat;

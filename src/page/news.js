/** What the newest message means for the page around the conversation. A conversation that is shown again is no news. */
import { isPlace, placeOf } from './transcript.js';

/** So long without a message, and what was said at once is through. */
const QUIET_MS = 60;

/**
 * @param onNews told, once no more messages come, the newest message's language, and of the message that the conversation
 *   stands at its receipt, if it is an answer, and all of its data
 */
export function createNews(onNews, quiet = QUIET_MS) {
  let spoken;
  let stands;
  let timer;

  const isOlder = (activity, than) => than !== undefined && placeOf(activity) < placeOf(than);

  return (activity) => {
    const { guidance, trace } = activity.channelData ?? {};
    if (activity.locale !== undefined && !isOlder(activity, spoken)) spoken = activity;
    // What stands beside an answer leaves it as it is.
    const moves = guidance?.receipt !== undefined || (trace !== undefined && isPlace(trace));
    if (moves && !isOlder(activity, stands)) stands = activity;
    clearTimeout(timer);
    timer = setTimeout(
      () =>
        onNews({
          locale: spoken?.locale,
          receipt: stands?.channelData.guidance?.receipt,
          said: stands?.channelData,
        }),
      quiet,
    );
  };
}

/** What a page around the advisor is told of a message: what happened, in ids. Undefined for what is nothing of its business. */
export function eventOf({ guidance, trace } = {}) {
  if (guidance?.plan !== undefined) {
    const { receipt, edition, subscriptions } = guidance;
    const each = subscriptions.map(({ receipt: own, eligibility }) => ({ receipt: own, eligibility }));
    return { type: 'case', receipt, edition, subscriptions: each };
  }
  if (guidance !== undefined) {
    const { receipt, edition, eligibility } = guidance;
    return { type: 'guidance', receipt, edition, eligibility };
  }
  return trace?.kind === 'question' ? { type: 'question', fact: trace.fact } : undefined;
}

/** The origin that the address names; undefined where it names none, or what is no origin. */
function named() {
  const host = new URLSearchParams(location.search).get('host');
  return host !== null && URL.canParse(host) && new URL(host).origin === host ? host : undefined;
}

let told;

/**
 * Tells the page that shows this one in a frame what happens here; only the page that embed.js has named is told.
 * @param said the `channelData` of the message that the conversation stands at
 */
export function tellHost(said) {
  const event = eventOf(said);
  const host = parent === window ? undefined : named();
  if (host === undefined || event === undefined) return;
  const text = JSON.stringify(event);
  // The same once more is no news.
  if (text !== told) parent.postMessage({ advisor: event }, host);
  told = text;
}

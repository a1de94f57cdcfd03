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

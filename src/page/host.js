/** Tells the page that shows this one in a frame what happens here; only the page that embed.js has named is told. */
import { eventOf } from './host-event.js';

/** The origin that the address names; undefined where it names none, or what is no origin. */
function named() {
  const host = new URLSearchParams(location.search).get('host');
  return host !== null && URL.canParse(host) && new URL(host).origin === host ? host : undefined;
}

const host = parent === window ? undefined : named();
let last;

/** @param said the `channelData` of the message that the conversation stands at */
export function tellHost(said) {
  const event = eventOf(said);
  if (host === undefined || event === undefined) return;
  const told = JSON.stringify(event);
  // The same once more is no news.
  if (told !== last) parent.postMessage({ advisor: event }, host);
  last = told;
}

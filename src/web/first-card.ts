import { webChat } from '../channels/webchat/web-chat.js';
import { cardHtml } from '../html/card-html.js';
import type { Html } from '../html/html.js';
import type { Language } from '../language/language.js';
import { firstIn } from '../ready/first.js';
import { keepReady } from '../ready/ready.js';

const draw = keepReady(firstIn);
const drawn = new Map<string, Html>();

/** The welcome as the chat will show it, in plain HTML: the same card, so that nothing is said here that is not said there. */
export function welcomeHtml(language: Language): Html {
  const known = drawn.get(language.tag);
  if (known !== undefined) return known;
  const { card } = draw({ screen: { kind: 'welcome' }, notes: [], origin: undefined }, language, webChat);
  const welcome = cardHtml(JSON.parse(JSON.stringify(card)) as Readonly<Record<string, unknown>>);
  drawn.set(language.tag, welcome);
  return welcome;
}

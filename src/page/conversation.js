/** A conversation of this tab: a new one, or the one that a reload interrupted. */
import { keepIn } from './keep.js';
import { settings } from './status.js';

/** Microsoft's Direct Line service, if the bot is behind it; otherwise our own server speaks the same. */
const { service } = settings;
const DOMAIN = service?.domain ?? `${location.origin}/v3/directline`;
const TOKENS = service?.tokens ?? `${DOMAIN}/tokens/generate`;

/** Of this tab: two tabs are two conversations. */
const tab = keepIn('sessionStorage');
/** Of this browser: the bot remembers the person's language and cases by it. */
const browser = keepIn('localStorage');
const USER = 'advisor.user';
const CONVERSATION = 'advisor.conversation';

/** As a header can carry it. */
const SOUND = /^[\x21-\x7e]{1,2000}$/;
/** What the server gave this browser to be known by; it knows its own, and what may have been written by anything else counts as none. */
const PASS = /^[\w-]+\.[\w-]+\.[\w-]+$/;

function keptPass() {
  const pass = browser.get(USER) ?? '';
  return SOUND.test(pass) && PASS.test(pass) ? pass : '';
}

/** What was kept of a conversation; undefined where it is none. */
function conversationIn(text) {
  try {
    const { conversationId, token } = JSON.parse(text);
    const isSound = [conversationId, token].every((each) => typeof each === 'string' && SOUND.test(each));
    return isSound ? { conversationId, token } : undefined;
  } catch {
    return undefined;
  }
}

async function call(address, options) {
  const answer = await fetch(address, options);
  // The token has run out, or the server has forgotten the conversation.
  if ([401, 403, 404].includes(answer.status)) return undefined;
  if (!answer.ok) throw new Error(`${address} answered ${answer.status}`);
  return answer.json();
}

/** The conversation of this tab: the chat and the call mode are two looks at the same one. */
export function tabConversation() {
  // A token of one service is of no use, and none of the business, of another.
  const name = service === undefined ? CONVERSATION : `${CONVERSATION} ${service.domain}`;

  function keep({ conversationId, token }) {
    tab.set(name, JSON.stringify({ conversationId, token }));
  }

  async function interrupted() {
    const kept = conversationIn(tab.get(name) ?? '');
    if (kept === undefined) return undefined;
    const { conversationId, token } = kept;
    const address = `${DOMAIN}/conversations/${encodeURIComponent(conversationId)}`;
    const answer = await call(address, { headers: { authorization: `Bearer ${token}` } });
    return answer && { conversationId, token: answer.token };
  }

  async function generated() {
    const answer = await call(TOKENS, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ pass: keptPass() }),
    });
    if (answer === undefined) throw new Error('No token was given.');
    if (typeof answer.pass === 'string') browser.set(USER, answer.pass);
    keep(answer);
    return { token: answer.token };
  }

  return {
    /**
     * Options for Direct Line; the conversation's id is among them if it was there before. Rejects when the
     * server cannot be reached.
     */
    async open(locale) {
      const opened = (await interrupted()) ?? (await generated());
      return { ...opened, domain: DOMAIN, conversationStartProperties: { locale } };
    },
    /** Keeps the token that Direct Line has refreshed meanwhile, so that a later reload can still use it. */
    keep(directLine) {
      if (directLine?.conversationId && directLine.token) keep(directLine);
    },
    /** What was said since a watermark, and the watermark after it. Rejects when the server cannot be reached. */
    async said({ conversationId, token }, watermark) {
      const address = `${DOMAIN}/conversations/${encodeURIComponent(conversationId)}/activities?watermark=${watermark}`;
      return (await call(address, { headers: { authorization: `Bearer ${token}` } })) ?? { activities: [] };
    },
    forget: () => tab.remove(name),
  };
}

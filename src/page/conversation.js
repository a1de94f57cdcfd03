/** A conversation of this tab: a new one, or the one that a reload interrupted. */
import { keepIn } from './keep.js';
import { settings } from './status.js';

/** Microsoft's Direct Line service, if the bot is behind it; otherwise our own server speaks the same. */
const { service } = settings;
const DOMAIN = service?.domain ?? `${location.origin}/v3/directline`;
const TOKENS = service?.tokens ?? `${DOMAIN}/tokens/generate`;

/** Of this tab: two tabs are two conversations. */
const tab = keepIn('sessionStorage');
/** Of this browser: the bot remembers the person's language by it. */
const browser = keepIn('localStorage');
const USER = 'advisor.user';
const CONVERSATION = 'advisor.conversation';

/** What a browser keeps may have been written by anything: what is not as it was written here counts as none. */
const OURS = /^dl_[0-9a-f]{32}$/;
/** As a header can carry it. */
const SOUND = /^[\x21-\x7e]{1,2000}$/;

function userId() {
  const known = browser.get(USER);
  if (known !== undefined && OURS.test(known)) return known;
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  const id = `dl_${Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')}`;
  browser.set(USER, id);
  return id;
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
      body: JSON.stringify({ user: { id: userId() } }),
    });
    if (answer === undefined) throw new Error('No token was given.');
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

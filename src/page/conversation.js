/** The page's conversation: a new one, or the one that a reload interrupted. */
import { keepIn } from './keep.js';

const DOMAIN = `${location.origin}/v3/directline`;
/** Everything comes after it, so the whole conversation is shown again. */
const FROM_THE_BEGINNING = '0';

/** Of this tab: two tabs are two conversations. */
const tab = keepIn('sessionStorage');
const CONVERSATION = 'advisor.conversation';
/** Of this browser: the bot remembers the person's language by it. */
const browser = keepIn('localStorage');
const USER = 'advisor.user';

function userId() {
  const known = browser.get(USER);
  if (known !== undefined) return known;
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  const id = `dl_${Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')}`;
  browser.set(USER, id);
  return id;
}

async function call(path, options) {
  const answer = await fetch(`${DOMAIN}${path}`, options);
  // The token has run out, or the server has forgotten the conversation.
  if ([401, 403, 404].includes(answer.status)) return undefined;
  if (!answer.ok) throw new Error(`${path} answered ${answer.status}`);
  return answer.json();
}

async function interrupted() {
  const kept = tab.get(CONVERSATION);
  if (kept === undefined) return undefined;
  const { conversationId, token } = JSON.parse(kept);
  const path = `/conversations/${encodeURIComponent(conversationId)}`;
  const answer = await call(path, { headers: { authorization: `Bearer ${token}` } });
  return answer && { conversationId, token: answer.token, watermark: FROM_THE_BEGINNING };
}

async function generated() {
  const answer = await call('/tokens/generate', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ user: { id: userId() } }),
  });
  if (answer === undefined) throw new Error('No token was given.');
  keep(answer);
  return { token: answer.token };
}

function keep({ conversationId, token }) {
  tab.set(CONVERSATION, JSON.stringify({ conversationId, token }));
}

/** Options for Web Chat's `createDirectLine`. Rejects when the server cannot be reached. */
export async function openConversation(locale) {
  const opened = (await interrupted()) ?? (await generated());
  return { ...opened, domain: DOMAIN, conversationStartProperties: { locale } };
}

/** Keeps the token that Direct Line has refreshed meanwhile, so that a later reload can still use it. */
export function keepConversation({ conversationId, token }) {
  if (conversationId && token) keep({ conversationId, token });
}

export function forgetConversation() {
  tab.remove(CONVERSATION);
}

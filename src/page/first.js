/**
 * The first card, which came with the page: it is read and answered while Web Chat is on its way. What is tapped or typed here
 * is kept, and said once the conversation is open. Then what comes after it is loaded, when the card has been painted.
 */
import { keepIn } from './keep.js';
import { keptShown } from './kept-card.js';
import { isOnCall } from './mode.js';
import { settings } from './status.js';
import { speakAsBefore } from './words.js';

// In a frame of another site the browser would know nobody's cases there; the chat gives a link that does.
if (parent !== window) document.getElementById('to-cases').hidden = true;

const tab = keepIn('sessionStorage');
const QUEUE = 'advisor.first';

const place = document.getElementById('first');
const scroll = document.getElementById('first-scroll');
const form = document.getElementById('first-form');
const line = document.getElementById('first-line');

/** What waits, each `{ value }` of a tap or `{ text }` of a line. */
let waiting = kept();
let send;

function kept() {
  try {
    const found = JSON.parse(tab.get(QUEUE) ?? '[]');
    return Array.isArray(found)
      ? found.filter((each) => each?.value !== undefined || typeof each?.text === 'string')
      : [];
  } catch {
    return [];
  }
}

function say(said) {
  if (send !== undefined) return send(said);
  waiting.push(said);
  tab.set(QUEUE, JSON.stringify(waiting));
}

/** A line that was sent stands where the conversation will have it. */
function showSaid(text) {
  const said = document.createElement('p');
  said.className = 'first-said';
  said.textContent = text;
  document.getElementById('first-said').append(said);
}

function showCard(source) {
  const before = place.querySelector('article');
  const holder = document.createElement('template');
  holder.innerHTML = source;
  const article = holder.content.querySelector('article');
  if (article === null) return;
  if (before === null) scroll.prepend(article);
  else before.replaceWith(article);
}

/** In the language that was chosen before, if the server took the reader's to be another one. */
async function welcomeIn(language) {
  const address = new URL(location.href);
  address.searchParams.set('locale', language);
  const answer = await fetch(address);
  if (!answer.ok) return;
  const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
  const article = page.querySelector('#first article');
  if (article !== null && document.documentElement.lang === language) showCard(article.outerHTML);
}

async function showFirst() {
  const last = keptShown();
  // The card of a call is none of the chat's; the chat draws what it goes on with.
  if (isOnCall()) return place.querySelector('article')?.remove();
  if (last !== undefined) {
    const { cardHtml } = await import('./card-html.js');
    return showCard(cardHtml(last.card).toString());
  }
  const { lang } = document.documentElement;
  const article = place.querySelector('article');
  if (article !== null && settings.served !== lang) await welcomeIn(lang);
}

place.addEventListener('click', ({ target }) => {
  const tapped = target.closest('[data-tap]');
  if (tapped === null || tapped.dataset.waiting !== undefined) return;
  tapped.dataset.waiting = '';
  tapped.setAttribute('aria-busy', 'true');
  say({ value: JSON.parse(tapped.dataset.tap) });
});

form.addEventListener('submit', (event) => {
  event.preventDefault();
  const text = line.value.trim();
  if (text === '') return;
  line.value = '';
  showSaid(text);
  say({ text });
});

line.addEventListener('keydown', (event) => {
  if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
  event.preventDefault();
  form.requestSubmit();
});

/** From now on what is said here goes straight on; what has waited is said at once. */
export function handOver(to) {
  send = to;
  const all = waiting;
  waiting = [];
  tab.remove(QUEUE);
  for (const said of all) to(said);
}

/** Nothing waits any more: another conversation begins. */
export function forgetFirst() {
  waiting = [];
  tab.remove(QUEUE);
}

/**
 * The chat is drawn, and takes the place of what came with the page.
 * @returns what was typed and not sent, and where the focus was
 */
export function leaveFirst() {
  if (!place.isConnected) return undefined;
  const { activeElement: focused } = document;
  const taps = [...place.querySelectorAll('[data-tap]')];
  const left = { draft: line.value, typing: focused === line, tap: taps.indexOf(focused) };
  place.remove();
  document.getElementById('chat').removeAttribute('data-behind');
  return left;
}

function load(address) {
  const script = document.createElement('script');
  script.src = address;
  return new Promise((done, failed) => {
    script.onload = done;
    script.onerror = failed;
    document.head.append(script);
  });
}

/** What comes after the first card, once that has been painted; a hidden page paints nothing, and need not wait. */
function loadRest() {
  const go = () =>
    void Promise.all(settings.scripts.map(load))
      .then(() => import('./page.js'))
      .catch(() => setTimeout(go, 3000));
  if (document.visibilityState === 'hidden') go();
  else requestAnimationFrame(() => setTimeout(go));
}

speakAsBefore();
for (const { text } of waiting) if (text !== undefined) showSaid(text);
const shown = showFirst().catch(() => {});
// The last answer needs a module more. Web Chat, which the browser has by then, would keep a slow phone busy before it.
if (keptShown() === undefined) loadRest();
else void shown.then(loadRest);

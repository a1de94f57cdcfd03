/** The call page: one live card beside a phone call. The bot does the work. */
import { copy, remark } from './copying.js';
import { keepIn } from './keep.js';
import { confirmation, listenToKeys, nextCustomer, numbered } from './keys.js';
import { openLine } from './line.js';
import { enterCall } from './mode.js';
import { createNews, tellHost } from './news.js';
import { nameParts } from './parts.js';
import { printable } from './print.js';
import { createStage } from './stage.js';
import { settings, tell } from './status.js';
import { takenAlong } from './take-along.js';
import { speak, speakAsBefore } from './words.js';

const form = document.getElementById('line');
const said = document.getElementById('said');
const announcer = document.getElementById('announcer');
const next = document.getElementById('next');
/** What was typed and not sent outlives a reload. */
const tab = keepIn('sessionStorage');
const DRAFT = 'advisor.draft';

let line;
/** The texts to copy that came with the last card that had any. */
let texts;
/** The texts that are on their way. */
const sending = new Set();
/** The card on the screen, as the bot knows it: what a line that is typed below it is about. */
let seen;
let announced = '';
/** The next customer begins as the first did: in the line. */
let beginsAnew = false;

function post(data) {
  if (data.action === 'restart') beginsAnew = true;
  if (data.action === 'ticket' && texts !== undefined) return void copy(texts.ticket);
  if (takenAlong(data)) return;
  line?.say(() => ({ value: data }));
}

/** The whole form as it is when its turn comes; also what was emptied. */
function filled() {
  const { drawn } = stage;
  const update = drawn?.taps.find(({ data }) => data.action === 'fill');
  if (update === undefined) return undefined;
  const values = drawn.inputs.map((id) => [id, drawn.control(id).value]);
  drawn.settle();
  return { value: { ...update.data, ...Object.fromEntries(values) } };
}

const stage = createStage(document.getElementById('card'), {
  tap: post,
  change(id) {
    if (stage.drawn.control(id).localName === 'select') line?.say(filled, { name: 'form' });
  },
  drawn(drawn) {
    nameParts(drawn);
    for (const id of ['customerCountry', 'partnerCountry']) {
      drawn.control(id)?.addEventListener('change', () => line?.say(filled, { name: 'form' }));
    }
    next.disabled = nextCustomer(drawn) === undefined;
    document.body.toggleAttribute('data-numbers', numbered(drawn).length > 0);
  },
});

function block(text) {
  const made = document.createElement('p');
  made.textContent = text;
  return made;
}

/** Tells screen readers what is new, and moves nothing. */
function announce({ node }) {
  const headings = [
    ...node.querySelectorAll('#head [role="heading"], :is(#question, #choice) [role="heading"]'),
  ];
  const shown = headings.length > 0 ? headings : [node.querySelector('[role="heading"]')];
  const notes = node.querySelector('#notes');
  // A verdict without what can make it untrue is none.
  const parts = [notes, ...shown, node.querySelector('#foremost')];
  const texts = parts.map((each) => each?.textContent ?? '').filter((each) => each !== '');
  const text = texts.join('\n');
  // Each in its own block: a screen reader pauses between them, in any language.
  if (text !== announced) announcer.replaceChildren(...texts.map(block));
  announced = text;
}

const news = createNews(({ receipt, said: shown }) => {
  printable(receipt);
  tellHost(shown);
});

function show(activity) {
  const { attachments, channelData, locale, text } = activity;
  speak(locale);
  news(activity);
  if (channelData?.copy !== undefined) texts = channelData.copy;
  for (const button of document.querySelectorAll('[data-copy]')) button.disabled = texts === undefined;
  const card = attachments?.find(
    ({ contentType }) => contentType === 'application/vnd.microsoft.card.adaptive',
  );
  remark(card === undefined ? text : undefined);
  if (card === undefined) return;
  const { kind, from, edition } = channelData?.trace ?? {};
  seen = kind && { kind, from, edition };
  stage.show(card.content);
  announce(stage.drawn);
  if (beginsAnew) said.focus();
  beginsAnew = false;
}

function clear() {
  said.value = '';
  tab.remove(DRAFT);
}

function sent(text, done) {
  sending.delete(text);
  if (done && said.value === text) clear();
}

/** What Enter does in the line, if it is not to send what is written: a number answers, and nothing at all confirms. */
function tapFor(text, drawn) {
  if (text === '') return confirmation(drawn);
  return /^\d{1,2}$/.test(text) ? numbered(drawn)[Number(text) - 1] : undefined;
}

/** The receipt of the link that led here is said once: a reload is not to say it again. */
function opened(done) {
  if (done) history.replaceState(null, '', `/${location.search}`);
}

form.addEventListener('submit', (event) => {
  event.preventDefault();
  const { value: text } = said;
  const tap = stage.drawn && tapFor(text.trim(), stage.drawn);
  if (tap !== undefined) {
    clear();
    return tap.action.execute();
  }
  if (text.trim() === '') return;
  if (line === undefined || sending.has(text)) return;
  sending.add(text);
  const about = seen;
  line.say(() => ({ text, seen: about }), { after: (done) => sent(text, done) });
});

// A mail has lines, and is read by them: what is typed on one is sent as from any other.
said.addEventListener('keydown', (event) => {
  if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
  event.preventDefault();
  form.requestSubmit();
});

said.addEventListener('input', () => tab.set(DRAFT, said.value));

addEventListener('keydown', (event) => {
  if (event.key !== 'Escape' || event.defaultPrevented) return;
  if ([said, next].includes(document.activeElement)) {
    document.getElementById('card').focus({ preventScroll: true });
  }
  // The page that embeds this one may close its panel.
  else if (parent !== window) parent.postMessage('advisor.close', '*');
});

next.addEventListener('click', () => nextCustomer(stage.drawn)?.action.execute());

for (const button of document.querySelectorAll('[data-copy]')) {
  button.addEventListener('click', () => void copy(texts[button.dataset.copy]));
}

speakAsBefore();
listenToKeys(() => stage.drawn, document.getElementById('card'), next);
said.value = tab.get(DRAFT) ?? '';
// In a frame the focus belongs to the page around it until the person comes in.
if (parent === window) said.focus();
else
  addEventListener('focus', () => document.activeElement === document.body && said.focus(), { once: true });
tell('connecting');

/** Whatever was shown last, by this page or by the chat: this page is for calls. */
function begin() {
  enterCall();
  line.say(() => ({ value: { action: 'call' } }));
}

// Gone back to: the chat may have left the call meanwhile.
addEventListener('pageshow', ({ persisted }) => persisted && line !== undefined && begin());
try {
  line = await openLine(show);
  begin();
  if (settings.receipt !== undefined) line.say(() => ({ text: settings.receipt }), { after: opened });
} catch {
  tell('failed');
}

/** The page of the cases that somebody keeps: one card, as in the chat, and each tap leads to the next. The server does the work. */
import { drawCard } from './card.js';
import { atDoor, closeDoor, openDoor } from './door.js';
import { keepIn } from './keep.js';
import { settings, tell } from './status.js';
import { takenAlong } from './take-along.js';
import { speakAsBefore } from './words.js';

const card = document.getElementById('card');
const announcer = document.getElementById('announcer');
const dark = matchMedia('(prefers-color-scheme: dark)');
const inFrame = parent !== window;

/** Of this tab: who came with a code, for as long as the server lets them stay. */
const tab = keepIn('sessionStorage');
const PASS = 'advisor.cases';
/** Of this browser: the chat keeps cases for whoever is known by it. */
const browser = keepIn('localStorage');
const USER = 'advisor.user';
/** Whoever keeps cases in Teams comes with a code from there: what this browser is known by is somebody else. */
const byCodeAlone = new URLSearchParams(location.search).get('with') === 'code';

let pass;
let byCode = false;
let shown;
let drawn;
let waiting = false;

/** What the server answers; undefined where it lets nobody in by that. Rejects where it cannot be reached. */
async function ask(path, body) {
  const headers = {
    'content-type': 'application/json',
    ...(pass === undefined ? {} : { authorization: `Bearer ${pass}` }),
  };
  const answer = await fetch(`/cases/${path}`, { method: 'POST', headers, body: JSON.stringify(body) });
  if (answer.status === 401) return undefined;
  if (!answer.ok) throw new Error(`/cases/${path} answered ${answer.status}`);
  return answer.json();
}

function letIn(visit, withCode) {
  pass = visit?.pass;
  byCode = withCode && pass !== undefined;
  if (byCode) tab.set(PASS, pass);
}

const heading = () => drawn.node.querySelector('[role="heading"]');

/** On with the next thing where the card stays the same one; else the new card is read from its heading on. */
function focusAfter(before, at) {
  const same = before !== undefined && before === heading()?.textContent;
  const next = same ? drawn.taps[Math.min(at, drawn.taps.length - 1)]?.node : undefined;
  const target = next?.checkVisibility?.() === false ? heading() : (next ?? heading());
  if (target === null || target === undefined) return;
  if (target === heading()) target.tabIndex = -1;
  target.focus();
}

/** What stands in a row is its name; the mark in it is for the eye. */
function nameRows({ taps }) {
  for (const { node } of taps.filter((each) => each.node.matches('.ac-container'))) {
    node.removeAttribute('aria-label');
    node.removeAttribute('title');
    const mark = [...node.querySelectorAll('.ac-textBlock')].slice(1).at(-1);
    if (mark?.textContent.length === 1) mark.setAttribute('aria-hidden', 'true');
  }
}

function show(json) {
  const open = drawn?.unfolded() ?? [];
  const before = drawn && heading()?.textContent;
  shown = json;
  drawn = drawCard(json, { dark: dark.matches, tap: (data) => void tapped(data), change() {} });
  nameRows(drawn);
  if (before === heading()?.textContent) drawn.unfold(open);
  card.replaceChildren(drawn.node);
}

/** What the page does by itself. In a frame, such as a tab of Teams, it cannot go elsewhere: the browser does. */
function doneHere(data) {
  if (data.page === 'answers') {
    const address = `/r/${encodeURIComponent(data.receipt)}?locale=${document.documentElement.lang}`;
    if (inFrame) open(address, '_blank', 'noopener');
    else location.assign(address);
    return true;
  }
  if (inFrame && data.page === 'download') {
    open(new URL(data.path, location.href), '_blank', 'noopener');
    return true;
  }
  return takenAlong(data);
}

/** Shows what a tap leads to. What does not get through can be tapped again. */
async function lead(data) {
  if (waiting) return false;
  waiting = true;
  card.setAttribute('aria-busy', 'true');
  try {
    const wanted = { tapped: data, locale: document.documentElement.lang };
    let answer = await ask('tap', wanted);
    if (answer === undefined && !byCode && !byCodeAlone) {
      // Who has been away for long is still known to this browser.
      await enterAsBrowser();
      answer = pass && (await ask('tap', wanted));
    }
    tell();
    if (answer === undefined) return end('casesEnded');
    letIn(answer, byCode);
    closeDoor();
    show(answer.card);
    announcer.textContent = answer.said;
    return true;
  } catch {
    tell('failed');
    return false;
  } finally {
    waiting = false;
    card.removeAttribute('aria-busy');
  }
}

async function tapped(data) {
  if (doneHere(data)) return;
  const before = heading()?.textContent;
  const at = drawn.taps.findIndex(({ node }) => node === document.activeElement);
  if (await lead(data)) focusAfter(before, at);
}

/** Lets in whoever keeps cases in this browser. Who never wrote in its chat keeps none. */
async function enterAsBrowser() {
  const user = browser.get(USER);
  letIn(user === undefined ? undefined : await ask('enter', { browser: user }), false);
}

/** Nobody is let in, and why. */
function end(why) {
  pass = undefined;
  tab.remove(PASS);
  drawn = undefined;
  shown = undefined;
  card.replaceChildren();
  openDoor(why === undefined ? '' : settings.words[why]);
  return false;
}

async function enter(code) {
  pass = undefined;
  try {
    letIn(await ask('enter', { code }), true);
    tell();
  } catch {
    tell('failed');
    return false;
  }
  return pass === undefined ? end('casesBadCode') : lead({});
}

async function begin() {
  const code = location.hash.slice(1);
  // It is used now, and is to stay in no history.
  if (code !== '') history.replaceState(null, '', `${location.pathname}${location.search}`);
  if (code !== '') return enter(code);
  const kept = tab.get(PASS);
  if (kept !== undefined) {
    letIn({ pass: kept }, true);
    return lead({});
  }
  if (!byCodeAlone) await enterAsBrowser();
  tell();
  return pass === undefined ? end(byCodeAlone ? undefined : 'none') : lead({});
}

const start = () => begin().catch(() => tell('failed'));

dark.addEventListener('change', () => shown !== undefined && show(shown));
addEventListener('hashchange', () => location.hash !== '' && void start());
// Enter in a field is what the button below it does.
card.addEventListener('keydown', (event) => {
  if (event.key !== 'Enter' || event.isComposing || !event.target.matches('input[type="text"]')) return;
  card.querySelector('.ac-pushButton')?.click();
});
if (inFrame) document.getElementById('to-chat').hidden = true;
speakAsBefore();
atDoor((code) => void enter(code));
await start();

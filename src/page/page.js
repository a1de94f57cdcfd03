import { showChat } from './chat.js';
import { tabConversation } from './conversation.js';
import { forgetFirst, handOver, leaveFirst } from './first.js';
import { hushFirst } from './hush.js';
import { keepIn } from './keep.js';
import { forgetShown, keepShown } from './kept-card.js';
import { createLine, forgetWaiting } from './kept-line.js';
import { isOnCall, leaveCall } from './mode.js';
import { createNews, tellHost } from './news.js';
import { printable } from './print.js';
import { EXPIRED_TOKEN, ONLINE, settings, tell } from './status.js';
import { placeOf } from './transcript.js';
import { walkWithKeys } from './walk.js';
import { speak } from './words.js';

/** How long until it is tried again to reach the server. */
const AGAIN_MS = 3000;
const RECEIPT = 'advisor.receipt';

const chat = document.getElementById('chat');
const conversation = tabConversation();
const tab = keepIn('sessionStorage');
const startAfresh = document.getElementById('start-afresh');
let line;
let connection;
let starts = 0;

function follow(connected) {
  connected.directLine.connectionStatus$.subscribe((state) => {
    if (connected !== line) return;
    connection = state;
    if (state === ONLINE) {
      if (!connected.outbox.busy) tell();
      conversation.keep(connected.directLine);
      connected.resume();
    }
    // What is on the screen stays readable; a reload or the button begins again.
    if (state < EXPIRED_TOKEN) return;
    connected.giveUp();
    tell('failed');
  });
}

/** The receipt of the link that led here is said once: a reload, or going back, is not to say it again. */
function takeReceipt() {
  const { receipt } = settings;
  settings.receipt = undefined;
  const [{ type }] = performance.getEntriesByType('navigation');
  if (receipt === undefined || (type !== 'navigate' && tab.get(RECEIPT) === receipt)) return undefined;
  tab.set(RECEIPT, receipt);
  return receipt;
}

/** What is said as soon as the conversation is open: that it is no call any more, and the receipt. */
function takeFirst() {
  const left = isOnCall() ? [{ action: 'chat' }] : [];
  leaveCall();
  return [...left, takeReceipt()].filter((each) => each !== undefined);
}

/** The chat takes the place of the first card. */
function giveWay() {
  hushFirst(chat);
  return leaveFirst();
}

async function start() {
  starts += 1;
  const mine = starts;
  tell('connecting');
  try {
    const opened = await conversation.open(settings.locale);
    if (mine !== starts) return;
    if (opened.conversationId === undefined) {
      tab.remove(RECEIPT);
      leaveCall();
    }
    const before = line;
    line = createLine(
      conversation,
      opened,
      (activity) => shown.receive(activity),
      () => shown.settle(),
    );
    before?.end();
    const { directLine, outbox } = line;
    printable();
    const onNews = createNews(({ locale, receipt, said }) => {
      if (line.outbox !== outbox) return;
      keepShown(last);
      shown.appear();
      if (speak(locale)) shown.draw();
      printable(receipt);
      tellHost(said);
    });
    let last;
    const onHeard = (activity) => {
      if (last === undefined || placeOf(activity) >= placeOf(last)) last = activity;
      onNews(activity);
    };
    const on = { outbox: () => outbox, takeFirst, onHeard, handOver, leaveFirst: giveWay };
    const shown = showChat(chat, directLine, settings, on);
    follow(line);
  } catch {
    if (mine !== starts) return;
    tell('failed');
    setTimeout(() => mine === starts && start(), AGAIN_MS);
  }
}

startAfresh.addEventListener('click', async () => {
  startAfresh.disabled = true;
  conversation.forget();
  forgetWaiting();
  forgetFirst();
  forgetShown();
  printable();
  // The address leads to an answer, and this is another conversation.
  settings.receipt = undefined;
  if (location.pathname !== '/') history.replaceState(null, '', `/${location.search}`);
  await start();
  startAfresh.disabled = false;
});

addEventListener('pagehide', () => conversation.keep(line?.directLine));
// Direct Line does not tell of the pause: it just tries again until it is over.
addEventListener('offline', () => connection === ONLINE && tell(line.outbox.busy ? 'waiting' : 'connecting'));
addEventListener('online', () => {
  if (connection !== ONLINE) return;
  if (!line.outbox.busy) tell();
  line.catchUp();
});
// A page that slept, or was gone back to, has missed what was said meanwhile.
addEventListener('pageshow', ({ persisted }) => {
  if (!persisted) return;
  if (isOnCall()) void start();
  else line?.catchUp();
});
addEventListener('visibilitychange', () => document.visibilityState === 'visible' && line?.catchUp());

// The page that embeds this one may close its panel; Web Chat has had its own use of the key by now.
addEventListener('keydown', (event) => {
  if (event.key === 'Escape' && !event.defaultPrevented && parent !== window) {
    parent.postMessage('advisor.close', '*');
  }
});
walkWithKeys(chat, startAfresh);

await start();
startAfresh.disabled = false;

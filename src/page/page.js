import { createDirectLine, showChat } from './chat.js';
import { tabConversation } from './conversation.js';
import { EXPIRED_TOKEN, ONLINE, settings, tell } from './status.js';

/** Everything comes after it, so the whole conversation is shown again. */
const FROM_THE_BEGINNING = '0';

const conversation = tabConversation('advisor.conversation');
const startAfresh = document.getElementById('start-afresh');
let directLine;
let connection;

function follow(connected) {
  connected.connectionStatus$.subscribe((state) => {
    if (connected !== directLine) return;
    connection = state;
    if (state === ONLINE) {
      tell();
      conversation.keep(connected);
    }
    // What is on the screen stays readable; a reload or the button begins again.
    if (state >= EXPIRED_TOKEN) tell('failed');
  });
}

/** The receipt of the link that led here is said once: a reload is not to say it again. */
function takeReceipt() {
  const { receipt } = settings;
  settings.receipt = undefined;
  if (receipt !== undefined) history.replaceState(null, '', `/${location.search}`);
  return receipt;
}

async function start() {
  tell('connecting');
  try {
    const opened = await conversation.open(settings.locale);
    const known = opened.conversationId !== undefined;
    const connected = createDirectLine(known ? { ...opened, watermark: FROM_THE_BEGINNING } : opened);
    const before = directLine;
    directLine = connected;
    before?.end();
    follow(connected);
    showChat(document.getElementById('chat'), connected, settings, takeReceipt);
  } catch {
    tell('failed');
  }
}

startAfresh.addEventListener('click', async () => {
  startAfresh.disabled = true;
  conversation.forget();
  await start();
  startAfresh.disabled = false;
});

addEventListener('pagehide', () => conversation.keep(directLine));
// Direct Line does not tell of the pause: it just tries again until it is over.
addEventListener('offline', () => connection === ONLINE && tell('connecting'));
addEventListener('online', () => connection === ONLINE && tell());

// The page that embeds this one may close its panel; Web Chat has had its own use of the key by now.
addEventListener('keydown', (event) => {
  if (event.key === 'Escape' && !event.defaultPrevented && parent !== window) {
    parent.postMessage('advisor.close', '*');
  }
});

await start();
startAfresh.disabled = false;

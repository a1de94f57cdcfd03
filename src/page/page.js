import { createDirectLine, showChat } from './chat.js';
import { forgetConversation, keepConversation, openConversation } from './conversation.js';

/** Direct Line's connection states. */
const ONLINE = 2;
const EXPIRED_TOKEN = 3;

const settings = JSON.parse(document.getElementById('settings').textContent);
const status = document.getElementById('status');
const startAfresh = document.getElementById('start-afresh');
let directLine;
let connection;

/** Says what keeps the person waiting: 'connecting', 'failed', or nothing. */
function tell(state) {
  status.dataset.state = state ?? 'online';
  status.textContent = state === undefined ? '' : settings.words[state];
}

function follow(connected) {
  connected.connectionStatus$.subscribe((state) => {
    if (connected !== directLine) return;
    connection = state;
    if (state === ONLINE) {
      tell();
      keepConversation(connected);
    }
    // What is on the screen stays readable; a reload or the button begins again.
    if (state >= EXPIRED_TOKEN) tell('failed');
  });
}

async function start() {
  tell('connecting');
  try {
    const connected = createDirectLine(await openConversation(settings.locale));
    const before = directLine;
    directLine = connected;
    before?.end();
    follow(connected);
    showChat(document.getElementById('chat'), connected, settings);
  } catch {
    tell('failed');
  }
}

startAfresh.addEventListener('click', async () => {
  startAfresh.disabled = true;
  forgetConversation();
  await start();
  startAfresh.disabled = false;
});

addEventListener('pagehide', () => directLine && keepConversation(directLine));
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

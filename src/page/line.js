/** The call page's conversation by Direct Line: what goes out, and the newest of what comes back. */
import { tabConversation } from './conversation.js';
import { createOutbox } from './outbox.js';
import { EXPIRED_TOKEN, ONLINE, settings, tell } from './status.js';

const { DirectLine } = globalThis.DirectLine;
const conversation = tabConversation('advisor.call');

/**
 * The place of the arrival, which the greeting answers: in our own server the first; the service counts from the
 * first thing that is said.
 */
const ARRIVAL = settings.service === undefined ? 0 : -1;

/** Where in the conversation it was said; the ids are counted. */
const placeOf = (id) => Number(id?.split('|').at(-1) ?? -1);

/**
 * Opens the conversation, or goes on with it after a reload. Resolves to what says things, or rejects when the
 * server cannot be reached.
 * @param show is given each message that is newer than the one before
 */
export async function openLine(show) {
  const opened = await conversation.open(settings.locale);
  const directLine = new DirectLine(opened);
  /** The marks of our activities by id, as soon as the id is known: by the echo, or by the answer to the call. */
  const marks = new Map();
  /** What was answered, by id. */
  const answered = new Set();
  let newest = -1;
  let online = false;

  function post(activity, mark) {
    const channelData = { clientActivityID: mark };
    const from = { id: 'me' };
    return new Promise((done) => {
      directLine
        .postActivity({ type: 'message', locale: settings.locale, ...activity, channelData, from })
        .subscribe(
          (id) => {
            if (id !== 'retry') name(id, mark);
            done(id === 'retry' ? 'lost' : 'sent');
          },
          () => done('refused'),
        );
    });
  }

  const outbox = createOutbox({ post, tell });

  /** From now on an activity of ours is known by its id; the answer to it may have been quicker. */
  function name(id, mark) {
    marks.set(id, mark);
    outbox.hear(mark, answered.has(id) ? 'answer' : 'echo');
  }

  function heard(activity) {
    const { id, replyToId } = activity;
    // What answers nothing that was said is the greeting of the chat.
    if (placeOf(replyToId) > ARRIVAL && placeOf(id) > newest) {
      newest = placeOf(id);
      show(activity);
    }
    answered.add(replyToId);
    if (marks.has(replyToId)) outbox.hear(marks.get(replyToId), 'answer');
  }

  function receive(activity) {
    const mark = activity.channelData?.clientActivityID;
    if (mark !== undefined) name(activity.id, mark);
    else if (activity.type === 'message' && activity.from?.role === 'bot') heard(activity);
  }

  directLine.connectionStatus$.subscribe((state) => {
    online = state === ONLINE;
    if (online) {
      if (!outbox.busy) tell();
      conversation.keep(directLine);
    }
    // What is on the screen stays readable; a reload begins again.
    if (state >= EXPIRED_TOKEN) tell('failed');
  });
  // How it ended is said by the connection's state.
  directLine.activity$.subscribe(receive, () => {});

  addEventListener('pagehide', () => conversation.keep(directLine));
  // Direct Line does not tell of the pause: it just tries again until it is over.
  addEventListener('offline', () => online && tell('connecting'));
  addEventListener('online', () => online && !outbox.busy && tell());

  return { say: outbox.add };
}

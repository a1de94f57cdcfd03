/** The call page's conversation by Direct Line: what goes out, and the newest of what comes back. */
import { tabConversation } from './conversation.js';
import { createOutbox } from './outbox.js';
import { EXPIRED_TOKEN, ONLINE, settings, tell } from './status.js';

const { DirectLine } = globalThis.DirectLine;
const conversation = tabConversation();

/** Where in the conversation it was said; the ids are counted. */
const placeOf = (id) => Number(id?.split('|').at(-1) ?? -1);

/**
 * Opens the conversation, or goes on with it after a reload. Resolves to what says things, or rejects when the
 * server cannot be reached.
 * @param show is given each message that is newer than the one before: the answers to what this page says, and the call
 *   cards that another tab with the same conversation was answered with. What the chat has shown is not for here
 */
export async function openLine(show) {
  const opened = await conversation.open(settings.locale);
  const directLine = new DirectLine(opened);
  /** The marks of our activities by id, as soon as the id is known: by the echo, or by the answer to the call. */
  const marks = new Map();
  /** The marks of what this page has said. */
  const ours = new Set();
  /** The answers, by the id of what they answer. */
  const answers = new Map();
  let newest = -1;
  let begun = false;
  let online = false;

  function post({ seen, ...activity }, mark) {
    ours.add(mark);
    // What is tapped is nothing that the chat should show as said.
    const channelData = {
      clientActivityID: mark,
      ...(activity.value && { postBack: true }),
      ...(seen && { seen }),
    };
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
    if (!ours.has(mark)) return;
    marks.set(id, mark);
    const answer = answers.get(id);
    if (answer !== undefined) showNewer(answer);
    outbox.hear(mark, answer === undefined ? 'echo' : 'answer');
  }

  function showNewer(activity) {
    begun = true;
    if (placeOf(activity.id) <= newest) return;
    newest = placeOf(activity.id);
    show(activity);
  }

  function heard(activity) {
    const { replyToId, channelData } = activity;
    const isOurs = marks.has(replyToId);
    if (isOurs || (begun && channelData?.trace?.kind === 'call')) showNewer(activity);
    // Whether it answers this page may be known only later.
    if (!isOurs) answers.set(replyToId, activity);
    else outbox.hear(marks.get(replyToId), 'answer');
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

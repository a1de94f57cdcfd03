/** The chat's Direct Line, through which nothing that a person did is lost: it is sent until it was answered. */
import { createChatOutbox } from './chat-outbox.js';
import { keepIn } from './keep.js';
import { tell } from './status.js';

/** Everything comes after it, so the whole conversation is shown again. */
const FROM_THE_BEGINNING = '0';
const KEPT = 'advisor.outbox';
/** These may be tried again, whatever else is refused. */
const LATER = [408, 429];

const tab = keepIn('sessionStorage');

/** As this page writes them: only these can be sent, and are known by their name when they come back. */
function isOurs(activity) {
  return activity?.type === 'message' && typeof activity.channelData?.clientActivityID === 'string';
}

/** What waited when the page was left, if it was this conversation's. */
function left(conversationId) {
  try {
    const kept = JSON.parse(tab.get(KEPT) ?? '{}');
    if (kept.conversationId !== conversationId || !Array.isArray(kept.activities)) return [];
    return kept.activities.filter(isOurs);
  } catch {
    // Something else has written there.
    return [];
  }
}

/** What waits was said in a conversation that nobody goes on with. */
export function forgetWaiting() {
  tab.remove(KEPT);
}

/** As Web Chat wants it: something to subscribe to, which says the id once. */
function observable(promise) {
  return {
    subscribe({ next, complete, error }) {
      promise.then(
        (id) => {
          next?.(id);
          complete?.();
        },
        (problem) => error?.(problem),
      );
      return { unsubscribe() {} };
    },
  };
}

/**
 * @param opened what to open it with: the conversation's id is there if it goes on
 * @param receive shows what was heard of otherwise than by the stream
 * @param settled told when nothing waits any more
 */
export function createLine(conversation, opened, receive, settled) {
  const known = opened.conversationId !== undefined;
  const directLine = globalThis.WebChat.createDirectLine(
    known ? { ...opened, watermark: FROM_THE_BEGINNING } : opened,
  );
  const sendOnce = directLine.postActivity.bind(directLine);
  let watermark = FROM_THE_BEGINNING;
  let resumed = false;
  let ended = false;

  function post(activity) {
    return new Promise((done, refused) => {
      sendOnce(activity).subscribe(done, (error) => {
        if (LATER.includes(error?.status)) done('retry');
        else refused(error);
      });
    });
  }

  /** What the stream has not brought. */
  async function look() {
    if (directLine.conversationId === undefined) return;
    for (;;) {
      const said = await conversation.said(directLine, watermark);
      if (ended) return;
      for (const activity of said.activities) receive(activity);
      if (said.activities.length === 0 || said.watermark === watermark) return;
      watermark = said.watermark;
    }
  }

  const outbox = createChatOutbox({
    post,
    look,
    tell(state) {
      if (ended) return;
      tell(state);
      if (state === undefined || state === 'failed') settled();
    },
    keep(activities) {
      if (ended) return;
      if (activities.length === 0) tab.remove(KEPT);
      else tab.set(KEPT, JSON.stringify({ conversationId: directLine.conversationId, activities }));
    },
  });

  directLine.postActivity = (activity) => {
    return activity.type === 'message' ? observable(outbox.add(activity)) : sendOnce(activity);
  };

  return {
    directLine,
    outbox,
    /** Sends what waited when the page was left. */
    async resume() {
      if (resumed) return;
      resumed = true;
      const waiting = left(directLine.conversationId);
      // What was done before the conversation had a name was kept without one.
      outbox.keepAgain();
      if (waiting.length === 0) return;
      await look().catch(() => {});
      if (ended) return;
      for (const activity of waiting) void outbox.add(activity).catch(() => {});
    },
    /** Brings at once what the stream would bring later. */
    catchUp() {
      outbox.hurry();
      void look().catch(() => {});
    },
    /** The conversation cannot go on, but what was said stays on the screen. */
    giveUp() {
      outbox.stop();
      settled();
    },
    /** Another conversation takes its place: from now on this one says, shows and keeps nothing. */
    end() {
      ended = true;
      outbox.stop();
      directLine.end();
    },
  };
}

/**
 * What a person taps or types in the chat, sent one after the other: each waits until the one before was answered.
 * Nothing is lost while the connection is, nor by a reload: it is kept, and tried again under its own name, by which
 * the bot knows it if it arrived after all.
 */

/** From then on the person is told that something is on its way. */
const SLOW_MS = 2500;
const AGAIN_MS = 2000;
/** Each time it waits twice as long, up to so many times as long as at first. */
const LONGEST = 8;
/** An answer that has not come by then is asked for. */
const LOOK_MS = 3000;
/** So often, before it is sent again, and so often again. Then the next may go: one must not hold up the rest for ever. */
const LOOKS = 5;
const ROUNDS = 3;

const STOPPED = 'The conversation has ended.';

const nameOf = ({ channelData }) => channelData?.clientActivityID;

/** By then Web Chat offers to send a line again, which still waits here. */
const RETRY_MS = 290_000;

/** Whether an activity is the one that waits: a double tap, or a line that is sent again. The same may be typed twice. */
function isSame({ activity, since }, { text, value }) {
  if (value !== undefined) return JSON.stringify(activity.value) === JSON.stringify(value);
  return text !== undefined && activity.text === text && Date.now() - since > RETRY_MS;
}

/**
 * @param post sends an activity: resolves to its id, or to 'retry' where it may be tried again; rejects where it is refused
 * @param look brings what was said meanwhile to `heard`; may reject
 * @param tell says 'connecting', 'waiting', 'failed' or nothing
 * @param keep keeps the activities that wait
 */
export function createChatOutbox({
  post,
  look,
  tell,
  keep = () => {},
  again = AGAIN_MS,
  lookAfter = LOOK_MS,
}) {
  const waiting = [];
  /** The names of what arrived, by the id that it has in the conversation. */
  const names = new Map();
  /** What was answered, by both. */
  const answered = new Set();
  let wake = () => {};
  let sending = false;
  let stopped = false;
  const say = (state) => stopped || tell(state);

  const pause = (ms) =>
    new Promise((done) => {
      const timer = setTimeout(done, ms);
      wake = () => {
        clearTimeout(timer);
        done();
      };
    });

  async function looked() {
    await Promise.resolve(look()).catch(() => {});
  }

  /** Looks for the answer; whether it came. */
  async function isAnswered(name, looks) {
    for (let tried = 0; tried < looks && !answered.has(name) && !stopped; tried += 1) {
      await pause(lookAfter);
      if (!answered.has(name) && !stopped) await looked();
    }
    return answered.has(name);
  }

  /** Resolves when it was answered, or when it is no use to wait any longer. */
  async function deliver({ activity, done }) {
    const name = nameOf(activity);
    let wait = again;
    for (let unanswered = 0; unanswered < ROUNDS && !stopped; ) {
      const id = await post(activity);
      if (stopped) return false;
      if (id !== 'retry') {
        names.set(id, name);
        done(id);
        if (await isAnswered(name, LOOKS)) return true;
        // It may have arrived while the bot could not answer: to be told again does no harm.
        unanswered += 1;
      }
      say('waiting');
      await pause(wait);
      wait = Math.min(wait * 2, again * LONGEST);
      if (stopped) return false;
      await looked();
      if (answered.has(name)) return true;
    }
    return false;
  }

  async function carryOut(job) {
    const slow = setTimeout(() => say('connecting'), SLOW_MS);
    try {
      const isDone = await deliver(job);
      job.done(nameOf(job.activity));
      say(isDone ? undefined : 'failed');
    } catch (error) {
      job.refused(error);
      say('failed');
    } finally {
      clearTimeout(slow);
    }
  }

  async function send() {
    if (sending) return;
    sending = true;
    for (let job = waiting[0]; job !== undefined; job = waiting[0]) {
      await carryOut(job);
      if (stopped) return;
      waiting.shift();
      keep(waiting.map(({ activity }) => activity));
    }
    sending = false;
  }

  return {
    /** Whether the same still waits. */
    holds: (activity) => waiting.some((job) => isSame(job, activity)),
    /** Resolves to the id of the activity as soon as it has arrived; rejects where it is refused. */
    add(activity) {
      if (stopped) {
        tell('failed');
        return Promise.reject(new Error(STOPPED));
      }
      const same = waiting.find((job) => isSame(job, activity));
      if (same !== undefined) return same.sent;
      const job = { activity, since: Date.now() };
      job.sent = new Promise((done, refused) => Object.assign(job, { done, refused }));
      job.sent.catch(() => {});
      waiting.push(job);
      keep(waiting.map((each) => each.activity));
      void send();
      return job.sent;
    },
    /**
     * Told of everything that is said. False for an answer that is a second one to the same: what was sent again had
     * arrived the first time.
     */
    heard({ id, replyToId, from, channelData }) {
      const name = channelData?.clientActivityID;
      if (from?.role === 'user' && name !== undefined) {
        names.set(id, name);
        return true;
      }
      if (from?.role !== 'bot' || replyToId === undefined) return true;
      const asked = names.get(replyToId);
      const twice = asked !== undefined && answered.has(asked) && !answered.has(replyToId);
      answered.add(replyToId).add(asked);
      wake();
      return !twice;
    },
    /** Tries at once what would have waited. */
    hurry: () => wake(),
    /** Keeps once more what waits, such as when the conversation has a name. */
    keepAgain() {
      if (waiting.length > 0) keep(waiting.map(({ activity }) => activity));
    },
    /** Nothing is sent any more, and what waits is refused. What is kept stays as it is. */
    stop() {
      stopped = true;
      for (const { refused } of waiting.splice(0)) refused(new Error(STOPPED));
      wake();
    },
    get busy() {
      return waiting.length > 0;
    },
  };
}

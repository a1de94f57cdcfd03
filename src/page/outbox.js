/**
 * What a person did, sent one after the other: each waits for the answer to the one before, so that an answer is
 * never drawn on what another has changed meanwhile. Nothing is lost while the connection is: it is tried again.
 */

/** From then on the person is told that something is on its way. */
const SLOW_MS = 2500;
/** How long an answer may take that was surely asked for: Direct Line may need 15 s to connect again. */
const LONGEST_MS = 25_000;
const AGAIN_MS = 3000;
/** So often something is tried before the person is told that it does not work. It goes on being tried. */
const TRIES = 4;

const pause = (ms) => new Promise((done) => setTimeout(done, ms));

/**
 * @param post sends an activity under a mark: resolves to 'sent', 'lost' (it may be tried again) or 'refused'
 * @param tell says 'connecting', 'failed' or nothing
 * @param again how long to wait before something is tried again
 */
export function createOutbox({ post, tell, again = AGAIN_MS }) {
  const waiting = [];
  /** What was heard of the activity that is on its way: 'echo' when it arrived, 'answer' when it was answered. */
  let heard = () => {};
  let sending = false;
  let number = 0;

  async function carryOut({ compose }) {
    const activity = compose();
    if (activity === undefined) return true;
    number += 1;
    const mark = `call.${Date.now()}.${number}`;
    let arrived = false;
    const answered = new Promise((done) => {
      heard = (of, what) => {
        if (of !== mark) return;
        arrived = true;
        if (what === 'answer') done(true);
      };
    });
    const slow = setTimeout(() => tell('connecting'), SLOW_MS);
    try {
      for (let tries = 1; ; tries += 1) {
        const outcome = await post(activity, mark);
        if (outcome === 'refused') return false;
        if (outcome === 'sent' || arrived) break;
        tell(tries < TRIES ? 'connecting' : 'failed');
        await Promise.race([pause(again), answered]);
      }
      return (await Promise.race([answered, pause(LONGEST_MS)])) === true;
    } finally {
      clearTimeout(slow);
    }
  }

  async function send() {
    if (sending) return;
    sending = true;
    for (let job = waiting[0]; job !== undefined; job = waiting[0]) {
      const done = await carryOut(job).catch(() => false);
      waiting.shift();
      tell(done ? undefined : 'failed');
      job.after(done);
    }
    sending = false;
  }

  return {
    /**
     * Adds something to be sent; it is composed only when its turn comes.
     * @param name of several with the same name that still wait, one is enough
     */
    add(compose, { name, after = () => {} } = {}) {
      if (name !== undefined && waiting.slice(1).some((job) => job.name === name)) return;
      waiting.push({ compose, name, after });
      void send();
    },
    get busy() {
      return waiting.length > 0;
    },
    hear: (mark, what) => heard(mark, what),
  };
}

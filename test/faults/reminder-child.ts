import { Rounds } from '../../src/cases/reminders/rounds.js';
import { Connector } from '../../src/channels/botframework/connector.js';
import { sendUnasked } from '../../src/channels/botframework/send-unasked.js';
import { openLmdbStore } from '../../src/storage/lmdb/lmdb.js';
import { openRedisStore } from '../../src/storage/redis/redis.js';
import { letterActivity } from '../../src/turn/post-letters.js';

/** An instance that goes round when it is told the time, and dies where it is told to. Started by the fault test. */
export interface Told {
  /** Milliseconds since 1970. */
  readonly time: number;
  /** Where the process kills itself, at its first letter: after the claim, or after the channel has taken it. */
  readonly die?: 'claimed' | 'sent';
}

const [, , kind, place = ''] = process.argv;
const store =
  kind === 'redis'
    ? await openRedisStore({ url: place, retentionDays: 30, isKept: () => true })
    : openLmdbStore(place);
const connector = new Connector({ identity: undefined });

let told: Told = { time: 0 };
const rounds = new Rounds(store, {
  now: () => told.time,
  async post(letter) {
    if (told.die === 'claimed') process.kill(process.pid, 'SIGKILL');
    const sent = await sendUnasked(connector, letter.reach.address, letterActivity(letter));
    if (told.die === 'sent') process.kill(process.pid, 'SIGKILL');
    // Nothing more is done after a signal to oneself.
    return told.die === undefined && sent.kind === 'sent' ? { kind: 'posted' } : new Promise(() => undefined);
  },
});

process.on('message', (message: Told) => {
  told = message;
  void rounds.round().then(
    (sent) => process.send?.({ sent }),
    (error: unknown) => process.send?.({ error: String(error) }),
  );
});
process.on('disconnect', () => void store.close().then(() => process.exit(0)));
process.send?.({ ready: true });

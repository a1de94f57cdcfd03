import assert from 'node:assert/strict';
import type { Input } from '../../src/conversation/dialog.js';
import { NoRoomError } from '../../src/storage/error.js';
import { memoryStore } from '../../src/storage/memory.js';
import type { Store } from '../../src/storage/store.js';
import { LiveRecords } from '../../src/turn/live-records.js';
import { Sessions } from '../../src/turn/sessions.js';
import { fresh } from '../conversation/talk.js';

const OWNER = { channel: 'msteams', conversation: 'a:live', user: '29:anna', group: false };
const KEY = JSON.stringify(['conversation', OWNER.channel, OWNER.conversation, OWNER.user]);

/** The store, and which conversations were read from it. */
function watched(store: Store) {
  const read: string[] = [];
  const seen: Store = {
    ...store,
    read<T>(key: string) {
      if (key === KEY) read.push(key);
      return store.read<T>(key);
    },
  };
  return { seen, read };
}

function speaker(sessions: Sessions, name: string) {
  let said = 0;
  const deliver = (input: Input, delivery: string) =>
    sessions.turn({ input, owner: OWNER, locales: ['en'], delivery, around: fresh().around });
  return {
    deliver,
    say(text: string) {
      said += 1;
      return deliver({ kind: 'text', text }, `${name} ${said}`);
    },
  };
}

describe('A live conversation', () => {
  it('is read once, and goes on from what was written last', async () => {
    const { seen, read } = watched(memoryStore());
    const anna = speaker(new Sessions(seen, undefined), 'anna');
    for (const text of ['restart', 'restart', 'restart']) await anna.say(text);
    const { conversation } = await anna.say('restart');
    assert.equal(conversation.interview, 5);
    assert.equal(read.length, 1);
  });

  it('is read again where another instance has gone on, and nothing of either is lost', async () => {
    const store = memoryStore();
    const here = watched(store);
    const one = speaker(new Sessions(here.seen, undefined), 'one');
    const other = speaker(new Sessions(store, undefined), 'other');
    await one.say('restart');
    await other.say('restart');
    const { conversation, before } = await one.say('restart');
    assert.deepEqual([before.interview, conversation.interview], [3, 4]);
    assert.equal(here.read.length, 2);
  });

  it('is read where a delivery comes again: what is shown then is where it is now', async () => {
    const store = memoryStore();
    const one = speaker(new Sessions(store, undefined), 'one');
    const other = speaker(new Sessions(store, undefined), 'other');
    const again = (): ReturnType<typeof one.deliver> =>
      one.deliver({ kind: 'text', text: 'restart' }, 'the same');
    await again();
    await other.say('restart');
    await other.say('restart');
    const { repeated, conversation } = await again();
    assert.ok(repeated);
    assert.equal(conversation.interview, 4);
  });

  it('is shown as it is stored where there is no room to write', async () => {
    const store = memoryStore();
    let full = false;
    const sessions = new Sessions(
      {
        ...store,
        write: (key, value, expected) =>
          full ? Promise.reject(new NoRoomError('full')) : store.write(key, value, expected),
      },
      undefined,
    );
    const one = speaker(sessions, 'one');
    const other = speaker(new Sessions(store, undefined), 'other');
    await one.say('restart');
    await other.say('restart');
    full = true;
    const { conversation } = await one.deliver({ kind: 'text', text: '' }, 'looks');
    assert.equal(conversation.interview, 3);
  });

  it('is gone once it was forgotten, here or elsewhere', async () => {
    const store = memoryStore();
    const here = new Sessions(store, undefined);
    const one = speaker(here, 'one');
    const key = (await one.say('restart')).conversation.key;
    await here.forget(OWNER);
    const next = (await one.say('restart')).conversation.key;
    assert.notEqual(next, key);
    await new Sessions(store, undefined).forget(OWNER);
    assert.notEqual((await one.say('restart')).conversation.key, next);
  });
});

describe('The records of live conversations', () => {
  const record = { conversation: { key: 'k', interview: 1, turn: 0, answers: '' }, recent: [] } as never;

  it('are given away once, and are no more than a thousand', () => {
    const live = new LiveRecords();
    for (let at = 0; at <= 1000; at += 1) live.keep(`conversation ${at}`, record, String(at));
    assert.equal(live.take('conversation 0'), undefined);
    assert.equal(live.take('conversation 1000')?.version, '1000');
    assert.equal(live.take('conversation 1000'), undefined);
  });
});

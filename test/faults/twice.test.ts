import assert from 'node:assert/strict';
import { memoryStore } from '../../src/storage/memory.js';
import type { Store } from '../../src/storage/store.js';
import { startIn, temporaryFolder } from '../start/running.js';
import { type BotServer, botServer, type Json } from '../turn/bot-server.js';
import { cardOf, tapFor, taps } from '../turn/card-reader.js';
import { newPerson } from './person.js';

/** Everything that is stored, as text. */
function watched() {
  const store = memoryStore();
  const stored = new Map<string, string>();
  const watching: Store = {
    ...store,
    async write(key, value, expected) {
      const version = await store.write(key, value, expected);
      if (version !== undefined) stored.set(key, JSON.stringify(value));
      return version;
    },
    async delete(key) {
      await store.delete(key);
      stored.delete(key);
    },
  };
  const conversation = (): string | undefined =>
    [...stored].find(([key]) => key.startsWith('["conversation"'))?.[1];
  return { watching, conversation };
}

describe('What is delivered twice', () => {
  const { watching, conversation } = watched();
  let bot: BotServer;
  before(async () => {
    bot = await botServer({ store: watching });
  });
  after(() => bot.close());

  async function card(text: string): Promise<unknown> {
    await bot.say(text);
    return cardOf(bot.last());
  }

  /** The tap, again under the same id, and once more under a new one: the answers, and that nothing changed. */
  async function thrice(data: unknown): Promise<void> {
    assert.ok(data, 'there is something to tap');
    const id = JSON.stringify(data);
    const first = await bot.execute(data, { id });
    const stored = conversation();
    const same = await bot.execute(data, { id });
    assert.equal(conversation(), stored);
    const renamed = await bot.execute(data, { id: `${id} anew` });
    assert.deepEqual(same.body, first.body, 'the same id');
    assert.deepEqual(renamed.body, first.body, 'the same tap under a new id');
    const { recent: _, ...now } = JSON.parse(conversation() ?? '{}') as Json;
    const { recent: __, ...then } = JSON.parse(stored ?? '{}') as Json;
    assert.deepEqual(now, then);
  }

  /** The same for a tap that changes the conversation: the first time it does. */
  async function changesOnce(data: unknown): Promise<void> {
    const turnOf = (): unknown => (JSON.parse(conversation() ?? '{}') as Json).conversation;
    const before = JSON.stringify(turnOf());
    await thrice(data);
    assert.notEqual(JSON.stringify(turnOf()), before);
  }

  it('an answer', async () => changesOnce(tapFor(await card('start'), 'cloud', 'public')));

  it('an answer that makes others pointless, and says so', async () => {
    await card('restart');
    await bot.execute(tapFor(await card('start'), 'cloud', 'public'));
    for (const line of ['2', '1', '2']) await card(line);
    await changesOnce(tapFor(await card('change cloud'), 'cloud', 'china'));
  });

  it('beginning anew', async () => {
    const menu = await card('start');
    const restart = taps(menu).find(({ action }) => action === 'restart');
    await changesOnce(restart);
  });

  it('another edition', async () => {
    const tap = taps(await card('edition')).find(({ wanted }) => wanted === '2019-03');
    await changesOnce(tap);
  });

  it('an opinion', async () => {
    await card('restart');
    // Who asks is known by now.
    for (const line of ['1', 'change partner type', '4']) await card(line);
    const tap = taps(await card('start')).find(({ action }) => action === 'helped');
    await thrice(tap);
  });

  it('to be forgotten', async () => {
    const tap = taps(await card('forget me')).find(({ action }) => action === 'forgetNow');
    await thrice(tap);
    assert.equal(conversation(), undefined);
  });

  it('a line that Web Chat sends again because it got no answer', async () => {
    const folder = temporaryFolder();
    const running = await startIn(folder.path);
    try {
      const person = await newPerson(running.address);
      await person.say(running.address, 'start');
      const line = { type: 'message', text: '1', locale: 'en-GB', channelData: { clientActivityID: 'c1' } };
      const answers: unknown[] = [];
      for (let times = 0; times < 2; times += 1) {
        assert.equal((await person.send(running.address, line)).status, 200);
        answers.push(cardOf((await person.heard(running.address)).at(-1) ?? {}));
      }
      assert.deepEqual(answers[1], answers[0]);
    } finally {
      await running.close();
      folder.remove();
    }
  });
});

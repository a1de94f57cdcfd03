import assert from 'node:assert/strict';
import { LANGUAGES } from '../../src/language/languages.js';
import { openDatabase } from '../../src/storage/lmdb/database.js';
import { startIn, temporaryFolder } from '../start/running.js';
import type { Json } from '../turn/bot-server.js';
import { cardOf, taps, textOf } from '../turn/card-reader.js';

const USER = 'dl_0123456789abcdef0123456789abcdef';
const OTHER = 'dl_fedcba9876543210fedcba9876543210';
const PRIVATE = 'ournametobeforgotten';

/** A page's side of a conversation. */
async function chat(address: string, id: string) {
  const base = `${address}/v3/directline`;
  const call = async (path: string, body?: Json, token = ''): Promise<Json> => {
    const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
    const options = body === undefined ? {} : { method: 'POST', body: JSON.stringify(body) };
    const answer = await fetch(base + path, { headers, ...options });
    assert.ok(answer.ok, `${path}: ${answer.status}`);
    return (await answer.json()) as Json;
  };
  const { token, conversationId } = await call('/tokens/generate', { user: { id } });
  const path = `/conversations/${conversationId}/activities`;
  await call('/conversations', { locale: 'en' }, String(token));
  const activities = async (): Promise<readonly Json[]> => {
    const set = await call(`${path}?watermark=0`, undefined, String(token));
    return set.activities as readonly Json[];
  };
  return {
    conversationId: String(conversationId),
    activities,
    last: async (): Promise<Json> => (await activities()).at(-1) ?? {},
    post: (activity: Json) => call(path, { type: 'message', locale: 'en', ...activity }, String(token)),
  };
}

type Chat = Awaited<ReturnType<typeof chat>>;

async function tap(one: Chat, action: string): Promise<void> {
  const data = taps(cardOf(await one.last()), 'Action.Submit').find((each) => each.action === action);
  if (data === undefined) throw new Error(`The card offers no ${action}.`);
  await one.post({ value: data });
}

/** Everything in the files of a folder, keys and values. */
async function everything(folder: string): Promise<readonly string[]> {
  const found: string[] = [];
  for (const file of ['store.mdb', 'activities.mdb']) {
    const database = openDatabase<unknown, string | [string, number]>(folder, file);
    for (const { key, value } of database.getRange({})) found.push(JSON.stringify([key, value]));
    await database.close();
  }
  return found;
}

describe('Whoever is forgotten in Web Chat', () => {
  it('has left nothing in the files but that there is a conversation, and others stay', async () => {
    const folder = temporaryFolder();
    const running = await startIn(folder.path);
    const one = await chat(running.address, USER);
    const other = await chat(running.address, OTHER);
    try {
      await other.post({ text: 'magyar' });
      await other.post({ text: 'start' });
      for (const text of ['português', PRIVATE, 'start', '1']) await one.post({ text });
      await one.post({ text: 'english' });
      await one.post({ text: 'what do you know about me' });
      assert.ok(textOf(cardOf(await one.last())).includes(LANGUAGES.en.say('option.cloud.public')));
      await tap(one, 'forget');
      assert.ok((await one.activities()).length > 10);
      await tap(one, 'forgetNow');
      const left = await one.activities();
      assert.equal(left.length, 1, 'only the answer');
      assert.ok(textOf(cardOf(left[0] ?? {})).includes(LANGUAGES.en.say('notice.forgotten')));
    } finally {
      await running.close();
    }
    const kept = await everything(folder.path);
    const about = kept.filter((entry) => entry.includes(one.conversationId) || entry.includes(USER));
    const said = about.filter((entry) => !/"type":"trace"|"k:directline:/.test(entry));
    assert.equal(said.length, 1, String(said));
    assert.ok(said[0]?.includes(LANGUAGES.en.say('notice.forgotten')));
    for (const entry of kept) {
      assert.ok(!entry.includes(PRIVATE));
      assert.ok(!entry.includes(`"person","directline","${USER}"`));
      assert.ok(!entry.includes(`"conversation","directline","${one.conversationId}"`));
    }
    assert.ok(kept.some((entry) => entry.includes('"conversation') && entry.includes(OTHER)));

    const again = await startIn(folder.path);
    try {
      const later = await chat(again.address, USER);
      assert.ok(textOf(cardOf(await later.last())).includes(LANGUAGES.en.say('welcome.title')));
    } finally {
      await again.close();
      folder.remove();
    }
  });

  it('goes on as somebody new in the same conversation', async () => {
    const folder = temporaryFolder();
    const running = await startIn(folder.path);
    try {
      const one = await chat(running.address, USER);
      for (const text of ['start', '1', 'forget me']) await one.post({ text });
      const before = await one.last();
      await one.post({ text: LANGUAGES.en.say('privacy.confirmYes') });
      await one.post({ text: 'start' });
      assert.ok(textOf(cardOf(await one.last())).includes(LANGUAGES.en.say('fact.cloud.question')));
      const old = taps(cardOf(before), 'Action.Submit').find(({ action }) => action === 'forgetNow');
      await one.post({ value: old });
      assert.ok(textOf(cardOf(await one.last())).includes(LANGUAGES.en.say('notice.foreign')));
      assert.ok((await one.activities()).length > 3, 'nothing was deleted by it');
    } finally {
      await running.close();
      folder.remove();
    }
  });
});

import assert from 'node:assert/strict';
import { LANGUAGES } from '../../src/language/languages.js';
import type { Json } from '../turn/bot-server.js';
import { askedFact, cardOf, tapFor, taps, textOf } from '../turn/card-reader.js';
import { startIn, temporaryFolder } from './running.js';

const SUBMIT = 'Action.Submit';

interface Conversation {
  readonly conversationId: string;
  readonly token: string;
}

async function call(url: string, token: string, method: string, body?: Json): Promise<Json> {
  const response = await fetch(url, {
    method,
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  assert.ok(response.ok, `${method} ${url}: ${response.status}`);
  return (await response.json()) as Json;
}

/** A Direct Line client as small as one can be. */
function client(address: string, { conversationId, token }: Conversation) {
  const base = `${address}/v3/directline/conversations`;
  const activities = async (): Promise<readonly Json[]> => {
    const set = await call(`${base}/${conversationId}/activities?watermark=0`, token, 'GET');
    return set.activities as readonly Json[];
  };
  return {
    open: (locale: string) => call(base, token, 'POST', { locale }),
    send: (activity: Json) =>
      call(`${base}/${conversationId}/activities`, token, 'POST', { from: { id: 'me' }, ...activity }),
    activities,
    last: async (): Promise<Json> => (await activities()).at(-1) ?? {},
  };
}

async function newConversation(address: string): Promise<Conversation> {
  const response = await fetch(`${address}/v3/directline/tokens/generate`, { method: 'POST' });
  return (await response.json()) as Conversation;
}

describe('The whole product over Direct Line', () => {
  const folder = temporaryFolder();
  after(() => folder.remove());

  it('welcomes once, leads to guidance with Action.Submit, and tells the host page what it said', async () => {
    const running = await startIn(folder.path);
    try {
      const me = client(running.address, await newConversation(running.address));
      await me.open('hu-HU');
      await me.open('hu-HU');
      assert.equal((await me.activities()).length, 1);
      assert.ok(textOf(cardOf(await me.last())).includes(LANGUAGES.hu.say('welcome.title')));

      const answers: Json = { cloud: 'public', partner: 'notCsp' };
      await me.send({ type: 'message', text: 'kezdés', locale: 'hu-HU' });
      for (;;) {
        const card = cardOf(await me.last());
        assert.deepEqual(taps(card), [], 'Web Chat gets no Action.Execute');
        const fact = askedFact(card, SUBMIT);
        if (fact === undefined) break;
        await me.send({
          type: 'message',
          value: tapFor(card, fact, String(answers[fact]), SUBMIT),
          locale: 'hu-HU',
        });
      }
      const guidance = await me.last();
      assert.ok(textOf(cardOf(guidance)).includes(LANGUAGES.hu.say('eligibility.notEligible')));
      const { guidance: data } = guidance.channelData as { guidance: Json };
      assert.equal(data.eligibility, 'notEligible');
      assert.equal(data.edition, '2026-11');
      assert.deepEqual(data.situation, answers);
      assert.deepEqual(data.steps, ['joinCsp']);
      assert.ok((data.links as readonly Json[]).every(({ url }) => String(url).startsWith('https://')));
      assert.ok(String(guidance.text).includes(LANGUAGES.hu.say('reason.onlyCspPartners')));
    } finally {
      await running.close();
    }
  });

  it('loses nothing in a restart in the middle of the interview', async () => {
    const first = await startIn(folder.path);
    const conversation = await newConversation(first.address);
    const before = client(first.address, conversation);
    await before.open('en-GB');
    await before.send({ type: 'message', text: 'start' });
    await before.send({ type: 'message', text: '1' });
    assert.match(textOf(cardOf(await before.last())), /Question 2/);
    const said = (await before.activities()).length;
    await first.close();

    const second = await startIn(folder.path);
    try {
      const after = client(second.address, conversation);
      assert.equal((await after.activities()).length, said, 'the transcript is still there');
      await after.send({ type: 'message', text: '4' });
      const card = cardOf(await after.last());
      assert.ok(textOf(card).includes(LANGUAGES.en.say('reason.onlyCspPartners')), textOf(card));
      assert.ok(textOf(card).includes(LANGUAGES.en.say('option.cloud.public')));
    } finally {
      await second.close();
    }
  });

  it('begins with the edition that POLICY_EDITION pins, and shows another one when asked', async () => {
    const running = await startIn(folder.path, { POLICY_EDITION: '2019-03' });
    try {
      const me = client(running.address, await newConversation(running.address));
      await me.open('en-GB');
      for (const text of ['start', '1', '4']) await me.send({ type: 'message', text });
      assert.match(textOf(cardOf(await me.last())), /Global, March 2019/);
      await me.send({ type: 'message', text: 'edition' });
      const menu = taps(cardOf(await me.last()), SUBMIT);
      const newest = menu.find(({ wanted }) => wanted === 'newest');
      await me.send({ type: 'message', value: newest });
      assert.match(textOf(cardOf(await me.last())), /November 2026/);
    } finally {
      await running.close();
    }
  });

  it('names the remedy when its folder cannot be used', async () => {
    await assert.rejects(startIn('/dev/null/data'), { name: 'StorageError', message: /DATA_DIR/ });
  });

  it('says where it listens, and on which interface', async () => {
    const running = await startIn(folder.path);
    try {
      assert.match(running.address, /^http:\/\/localhost:\d+$/);
    } finally {
      await running.close();
    }
  });
});

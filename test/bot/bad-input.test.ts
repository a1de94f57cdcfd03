import assert from 'node:assert/strict';
import { connect } from 'node:net';
import { LANGUAGES } from '../../src/language/languages.js';
import { memoryStore } from '../../src/storage/memory.js';
import { type BotServer, botServer, type Json } from './bot-server.js';
import { askedFact, cardOf, tapFor, textOf } from './card-reader.js';

describe('Bad input', () => {
  let bot: BotServer;
  beforeEach(async () => {
    bot = await botServer();
  });
  afterEach(async () => {
    await bot.close();
  });

  const envelope = { type: 'message', channelId: 'msteams', from: { id: 'u' }, conversation: { id: 'c' } };

  const refused: readonly (readonly [string, string, Record<string, string>?])[] = [
    ['not JSON', '{"type":'],
    ['an empty body', ''],
    ['a list', '[]'],
    ['a number', '7'],
    ['null', 'null'],
    ['no type', JSON.stringify({ ...envelope, type: undefined })],
    ['an unknown type', JSON.stringify({ ...envelope, type: 'sing' })],
    ['a type that is an object', JSON.stringify({ ...envelope, type: {} })],
    ['no conversation', JSON.stringify({ ...envelope, conversation: null })],
    ['no sender', JSON.stringify({ ...envelope, from: 'me' })],
    ['text that is a number', JSON.stringify({ ...envelope, text: 5 })],
    ['entities that are no list', JSON.stringify({ ...envelope, entities: 'x' })],
    ['a form', 'a=b', { 'content-type': 'application/x-www-form-urlencoded' }],
    ['a huge body', JSON.stringify({ ...envelope, text: 'x'.repeat(400_000) })],
  ];
  for (const [name, body, headers] of refused) {
    it(`refuses ${name} with a 4xx, one sentence and no stack trace`, async () => {
      const answered = await bot.raw(body, headers);
      assert.ok(answered.status >= 400 && answered.status < 500, `status ${answered.status}`);
      const { message } = answered.body.error as { message: string };
      assert.ok(message.length > 10 && message.length < 300);
      assert.doesNotMatch(JSON.stringify(answered.body), /\bat .*:\d+:\d+/);
      assert.equal(bot.channel.calls.length, 0);
    });
  }

  async function reached(): Promise<void> {
    await bot.say('start');
    await bot.execute(tapFor(cardOf(bot.last()), 'cloud', 'public'));
  }

  const puzzling: readonly (readonly [string, Json, string])[] = [
    ['text of 100,000 characters', { text: 'a'.repeat(100_000) }, 'notice.tooLong'],
    ['an expression', { text: `${'$'}{1+1} ${'$'}{system}` }, 'notice.notUnderstood'],
    ['Markdown', { text: '[click](https://example.com) **bold**' }, 'notice.notUnderstood'],
    ['emoji', { text: '🤷🏽‍♀️' }, 'notice.notUnderstood'],
    [
      'a file',
      { attachments: [{ contentType: 'image/png', contentUrl: 'https://example.com/x.png' }] },
      'notice.noAttachments',
    ],
    ['data that is no action', { value: { fact: 'cloud', value: 'public' } }, 'notice.badAction'],
    ['data that is a string', { value: 'public' }, 'notice.badAction'],
    [
      'an unknown fact',
      { value: { action: 'answer', fact: '__proto__', value: 'x', from: 'a.1.1', edition: 'newest' } },
      'notice.badAction',
    ],
    [
      'a card of somebody else',
      { value: { action: 'answer', fact: 'cloud', value: 'china', from: 'a.1.1', edition: 'newest' } },
      'notice.foreign',
    ],
  ];
  for (const [name, activity, note] of puzzling) {
    for (const locale of ['en-US', 'hu-HU']) {
      it(`answers ${name} clearly in ${locale}, and loses no answer`, async () => {
        await reached();
        const { status } = await bot.post({ type: 'message', ...activity, locale });
        assert.equal(status, 200);
        const card = cardOf(bot.last());
        const language = locale === 'hu-HU' ? LANGUAGES.hu : LANGUAGES.en;
        assert.ok(textOf(card).includes(language.say(note)), textOf(card));
        assert.ok(textOf(card).includes(language.say('option.cloud.public')), 'the answer is still there');
        assert.doesNotMatch(JSON.stringify(card), /\$\{/);
      });
    }
  }

  it('says that a card of another edition is not live any more', async () => {
    await bot.say('start');
    const data = { ...tapFor(cardOf(bot.last()), 'cloud', 'public'), edition: '2019-03' };
    const { body } = await bot.execute(data);
    assert.ok(textOf(body.value).includes(LANGUAGES.en.say('notice.otherEdition')));
    assert.equal(askedFact(body.value), 'cloud');
  });

  it('answers an empty message with where the person is', async () => {
    await reached();
    await bot.say('');
    assert.match(textOf(cardOf(bot.last())), /Question 2/);
  });

  it('thanks for a reaction, and is quiet when it is taken back', async () => {
    await bot.post({ type: 'messageReaction', reactionsAdded: [{ type: 'like' }] });
    assert.ok(textOf(cardOf(bot.last())).includes(LANGUAGES.en.say('notice.reaction')));
    const before = bot.channel.calls.length;
    await bot.post({ type: 'messageReaction', reactionsRemoved: [{ type: 'like' }] });
    assert.equal(bot.channel.calls.length, before);
  });

  it('is quiet about typing, events and the end of a conversation', async () => {
    for (const type of ['typing', 'event', 'endOfConversation', 'messageDelete']) {
      assert.equal((await bot.post({ type })).status, 200);
    }
    assert.equal(bot.channel.calls.length, 0);
  });

  it('answers a malformed invoke with a card instead of an error', async () => {
    for (const value of [null, 7, {}, { action: null }, { action: { data: 'x' } }]) {
      const answered = await bot.post({ type: 'invoke', name: 'adaptiveCard/action', value });
      assert.equal(answered.status, 200);
      assert.ok(textOf(answered.body.value).includes(LANGUAGES.en.say('notice.badAction')));
    }
  });
});

describe('An address that cannot be read', () => {
  it('is refused, and the server goes on', async () => {
    const bot = await botServer();
    try {
      const { port } = new URL(bot.url);
      for (const target of ['GET / HTTP/1.1\r\nHost: x; y', 'GET http://[/ HTTP/1.1\r\nHost: x']) {
        const answer = await new Promise<string>((done, fail) => {
          const socket = connect(Number(port), '127.0.0.1', () =>
            socket.write(`${target}\r\nConnection: close\r\n\r\n`),
          );
          let text = '';
          socket.on('data', (chunk) => {
            text += String(chunk);
          });
          socket.once('error', fail);
          socket.once('close', () => done(text));
        });
        assert.match(answer, /^HTTP\/1\.1 4/);
      }
      assert.equal((await bot.say('start')).status, 200);
    } finally {
      await bot.close();
    }
  });
});

describe('When the storage fails', () => {
  it('apologises in the reader’s language, and the answers are still there afterwards', async () => {
    const store = memoryStore();
    let broken = false;
    const failing: typeof store = {
      ...store,
      read: (key) => (broken ? Promise.reject(new Error('disk')) : store.read(key)),
      write: (key, value, expected) => store.write(key, value, expected),
      delete: (key) => store.delete(key),
      close: () => store.close(),
    };
    const bot = await botServer({ store: failing });
    try {
      await bot.say('start', { locale: 'hu' });
      const card = cardOf(bot.last());
      await bot.execute(tapFor(card, 'cloud', 'public'), { locale: 'hu' });
      broken = true;
      const { status } = await bot.say('2', { locale: 'hu' });
      assert.equal(status, 200);
      assert.ok(textOf(cardOf(bot.last())).includes(LANGUAGES.hu.say('notice.error.text')));
      broken = false;
      await bot.say('start', { locale: 'hu' });
      assert.match(textOf(cardOf(bot.last())), /2\. kérdés/);
    } finally {
      await bot.close();
    }
  });
});

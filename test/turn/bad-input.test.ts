import assert from 'node:assert/strict';
import { connect } from 'node:net';
import { LANGUAGES } from '../../src/language/languages.js';
import type { MessageKey } from '../../src/language/message-keys.js';
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

  const mistyped: Json = {
    serviceUrl: 7,
    recipient: 'x',
    'recipient.id': {},
    'recipient.name': { toString: 1 },
    'recipient.role': [],
    'recipient.aadObjectId': 7,
    'from.role': {},
    'from.aadObjectId': true,
    'conversation.name': 7,
    'conversation.role': {},
    'conversation.aadObjectId': {},
    'conversation.isGroup': 'yes',
    'conversation.tenantId': { toString: 1 },
    'conversation.conversationType': ['personal'],
    attachments: [{ contentType: { toString: 1 } }],
  };
  for (const [path, value] of Object.entries(mistyped)) {
    it(`refuses ${JSON.stringify(value)} as ${path} with a 400`, async () => {
      const [owner = '', field] = path.split('.');
      const wrong = field === undefined ? { [owner]: value } : { [owner]: { id: 'a:1', [field]: value } };
      for (const type of ['message', 'invoke', 'event']) {
        const answered = await bot.post({ type, name: 'adaptiveCard/action', ...wrong });
        assert.equal(answered.status, 400, type);
      }
      assert.equal(bot.channel.calls.length, 0);
    });
  }

  it('takes a sender, a recipient and a conversation without what is optional', async () => {
    const nothing = { role: null, aadObjectId: null, tenantId: null, isGroup: null, conversationType: null };
    const { status } = await bot.post({
      type: 'message',
      text: 'start',
      from: { id: 'a', ...nothing },
      recipient: { id: 'b', ...nothing },
      conversation: { id: 'c', ...nothing },
    });
    assert.equal(status, 200);
  });

  async function reached(): Promise<void> {
    await bot.say('start');
    await bot.execute(tapFor(cardOf(bot.last()), 'cloud', 'public'));
  }

  const puzzling: readonly (readonly [string, Json, MessageKey])[] = [
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
    assert.equal(bot.last().text, LANGUAGES.en.say('notice.reaction'));
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

describe('What was found by attacking', () => {
  let bot: BotServer;
  beforeEach(async () => {
    bot = await botServer();
  });
  afterEach(async () => {
    await bot.close();
  });

  it('refuses compressed bodies, broken or not, and goes on', async () => {
    for (const encoding of ['gzip', 'deflate', 'br']) {
      assert.equal((await bot.raw('not compressed', { 'content-encoding': encoding })).status, 415);
    }
    assert.equal((await bot.say('start')).status, 200);
  });

  it('refuses bodies that are nested too deep', async () => {
    const deep = `{"type":"message","value":${'['.repeat(5000)}${']'.repeat(5000)}}`;
    assert.equal((await bot.raw(deep)).status, 400);
  });

  it('refuses bodies of more values than anybody sends', async () => {
    const body = (values: number): string =>
      JSON.stringify({ type: 'typing', channelId: 'x', value: Array.from({ length: values }, () => ({})) });
    const { status, body: answer } = await bot.raw(body(10_001));
    assert.equal(status, 400);
    assert.match(JSON.stringify(answer), /more than 10000 values/);
    assert.doesNotMatch(JSON.stringify((await bot.raw(body(9_000))).body), /values/);
  });

  it('does not quote what it could not parse', async () => {
    const { body } = await bot.raw('{"a":<script>');
    assert.doesNotMatch(JSON.stringify(body), /script/);
  });

  it('takes a thousand mentions in a long text without losing its breath', async () => {
    const mention = { type: 'mention', text: ' ', mentioned: { id: '28:bot' } };
    await bot.say(' '.repeat(100_000), { entities: Array.from({ length: 1500 }, () => mention) });
    assert.ok(textOf(cardOf(bot.last())).length > 0);
  });

  it('answers channels that are named like a property of every object', async () => {
    for (const channelId of ['constructor', '__proto__', 'toString']) {
      assert.equal((await bot.say('start', { channelId })).status, 200);
      assert.equal(askedFact(cardOf(bot.last()), 'Action.Submit'), 'cloud');
    }
  });

  it('takes names, ids and cards of the wrong type for none', async () => {
    const group = { conversation: { id: 'g', isGroup: true }, from: { id: 'u', name: 5 } };
    for (const odd of [group, { id: null }, { id: 7 }, { id: {} }, { replyToId: { a: 1 } }]) {
      assert.equal((await bot.say('start', odd)).status, 200);
      assert.equal(askedFact(cardOf(bot.last())), 'cloud', JSON.stringify(odd));
    }
  });

  it('refuses a service address that is none', async () => {
    for (const serviceUrl of ['file:///etc', 'javascript:1', 'urn:x', 'http://[', '', null, 7]) {
      assert.equal((await bot.say('start', { serviceUrl })).status, 400, String(serviceUrl));
    }
  });

  it('needs no service address for what it answers in the response, or not at all', async () => {
    const tapped = await bot.execute({ action: 'show' }, { serviceUrl: undefined, replyToId: undefined });
    assert.equal(askedFact(tapped.body.value), 'cloud');
    assert.equal((await bot.post({ type: 'typing', serviceUrl: undefined })).status, 200);
    const replied = await bot.say('start', { serviceUrl: undefined, deliveryMode: 'expectReplies' });
    assert.equal(replied.status, 200);
    assert.equal((replied.body.activities as unknown[]).length, 1);
  });

  it('keeps people apart whose ids would run together', async () => {
    const channelId = 'webchat';
    await bot.say('1', { channelId, conversation: { id: 'a/b' }, from: { id: 'c' } });
    await bot.say('start', { channelId, conversation: { id: 'a' }, from: { id: 'b/c' } });
    assert.match(textOf(cardOf(bot.last())), /Question 1/);
  });

  it('answers a repeated delivery with what it led to', async () => {
    await bot.say('help', { id: 'h1' });
    const first = textOf(cardOf(bot.last()));
    await bot.say('help', { id: 'h1' });
    assert.equal(textOf(cardOf(bot.last())), first);
  });

  it('carries out as many turns at once as come, each once', async () => {
    await bot.say('start');
    const codes = await Promise.all(Array.from({ length: 60 }, () => bot.say('help')));
    assert.ok(codes.every(({ status }) => status === 200));
    const cards = bot.channel.calls.slice(1).map(({ body }) => textOf(cardOf(body)));
    assert.ok(cards.every((text) => text.includes(LANGUAGES.en.say('notice.help.title'))));
  });

  it('leaves a detour with “back”, and loses no answer', async () => {
    for (const text of ['start', '1', '1', 'csp region', 'back']) await bot.say(text);
    assert.match(textOf(cardOf(bot.last())), /Question 3/);
  });

  it('asks no question again that a late tap has answered', async () => {
    await bot.say('start');
    const card = cardOf(bot.last());
    await bot.execute(tapFor(card, 'cloud', 'public'));
    await bot.say('back');
    const { body } = await bot.execute(tapFor(card, 'cloud', 'usGov'));
    assert.notEqual(askedFact(body.value), 'cloud');
  });

  it('takes no number with a sign for a place in the list', async () => {
    await bot.say('start');
    await bot.say('-1');
    assert.equal(askedFact(cardOf(bot.last())), 'cloud');
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

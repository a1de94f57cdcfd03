import assert from 'node:assert/strict';
import { LANGUAGE_TAGS, LANGUAGES } from '../../../src/language/languages.js';
import { type BotServer, botServer, type Json } from '../../turn/bot-server.js';
import { cardOf, taps, textOf } from '../../turn/card-reader.js';
import { elsewhere, mentioning, PLACES, readable, sentFor } from './places.js';

/** The store's rules for bots (policy 1140.4.3), on the bot itself, over HTTP, as Teams speaks to it. */

const INSTALLED = { type: 'installationUpdate', action: 'add' };
const JOINED = { type: 'conversationUpdate', membersAdded: [{ id: '28:bot' }] };
const TITLE = LANGUAGES.en.say('welcome.title');

describe('In Microsoft’s store a bot', () => {
  let bot: BotServer;
  beforeEach(async () => {
    bot = await botServer();
  });
  afterEach(() => bot.close());

  for (const order of [
    [INSTALLED, JOINED],
    [JOINED, INSTALLED],
  ]) {
    it(`welcomes once, in one message, on ${order.map(({ type }) => type).join(' and ')}`, async () => {
      for (const activity of order) await bot.post(activity);
      await bot.post({ ...INSTALLED, action: 'add-upgrade' });
      assert.equal(bot.channel.calls.length, 1);
      const card = cardOf(bot.last());
      assert.ok(textOf(card).includes(TITLE));
      assert.ok(taps(card).length > 0, 'it leads on');
    });
  }

  it('does not welcome again, by help or anything else that is said', async () => {
    await bot.post(INSTALLED);
    for (const text of ['help', 'Hi', 'hello', 'start', 'help']) {
      await bot.say(text);
      assert.ok(!textOf(cardOf(bot.last())).includes(TITLE), text);
    }
  });

  it('welcomes a team in the channel, says who added it, and writes to nobody else', async () => {
    const [channel] = PLACES.team.conversation.id.split(';');
    const team = { ...PLACES.team, conversation: { ...PLACES.team.conversation, id: channel } };
    await bot.post({ ...JOINED, ...team, membersAdded: [{ id: '28:bot' }, { id: '29:bela' }] });
    await bot.post({ type: 'conversationUpdate', membersAdded: [{ id: '29:cili' }], ...team });
    assert.equal(bot.channel.calls.length, 1);
    assert.equal(bot.last().text, '<at>Anna</at>');
    const { path = '' } = bot.channel.calls[0] ?? {};
    assert.ok(decodeURIComponent(path).includes(`/conversations/${channel}/activities`), path);
  });

  for (const tag of LANGUAGE_TAGS) {
    it(`answers hi, hello and help in any letter case (${tag})`, async () => {
      const language = LANGUAGES[tag];
      const words = ['hi', 'hello', 'help', ...language.alternatives('command.help')];
      const cases = words.flatMap((word) => [word, word.toUpperCase(), `${word}!`, `  ${word} `]);
      for (const [index, text] of [...new Set(cases)].entries()) {
        const calls = await sentFor(bot, () => bot.say(text, { locale: tag, ...elsewhere(`${index}`) }));
        assert.equal(calls.length, 1, text);
        assert.ok(textOf(cardOf(bot.last())).includes(language.say('notice.help.title')), text);
      }
    });
  }

  const image = { contentType: 'image/gif', contentUrl: 'https://media.contoso.com/cat.gif' };
  const sticker = {
    contentType: 'text/html',
    content: '<div><img src="https://media.contoso.com/1.png"></div>',
  };
  const contact = { contentType: 'application/vnd.microsoft.card.thumbnail', content: {} };
  const inputs: readonly (readonly [string, Json])[] = [
    ['nothing', { text: '' }],
    ['spaces', { text: ' \u00a0\n' }],
    ['a sticker', { text: '', attachments: [sticker] }],
    ['a picture', { text: '', attachments: [image] }],
    ['a picture with words', { text: 'look', attachments: [image, sticker] }],
    ['a contact', { attachments: [contact] }],
    ['an emoji', { text: '🐈' }],
    ['a question mark', { text: '?' }],
    ['something it cannot know', { text: 'What is the weather like in Győr?' }],
    ['another alphabet', { text: 'こんにちは' }],
    ['a link', { text: 'https://www.contoso.com/?q=1' }],
    ['a novel', { text: 'lorem ipsum '.repeat(1000) }],
    ['an action that no card has', { value: { action: 'dance' } }],
    ['an action without data', { value: {} }],
    ['an action that is a list', { value: [1, 2] }],
    ['an action that is a text', { value: 'dance' }],
  ];
  for (const [place, where] of Object.entries(PLACES)) {
    for (const [name, input] of inputs) {
      it(`answers ${name} with one message that leads on (${place})`, async () => {
        const calls = await sentFor(bot, () => bot.post({ type: 'message', ...input, ...where }));
        assert.deepEqual(
          calls.map(({ method, body }) => [method, body.type]),
          [['POST', 'message']],
        );
        assert.notEqual(readable(bot.last()).trim(), '');
        assert.ok(taps(cardOf(bot.last())).length > 0);
      });
    }

    it(`answers a reaction with a line (${place})`, async () => {
      const like = { type: 'messageReaction', reactionsAdded: [{ type: 'like' }], replyToId: 'card-1' };
      const calls = await sentFor(bot, () => bot.post({ ...like, ...where }));
      assert.deepEqual(
        calls.map(({ method, body }) => [method, body.type]),
        [['POST', 'message']],
      );
      assert.notEqual(String(bot.last().text).trim(), '');
    });

    it(`answers taps that no card offers with a card (${place})`, async () => {
      for (const data of [{ action: 'dance' }, undefined, null, 7, [], 'x']) {
        const { status, body } = await bot.execute(data, where);
        assert.deepEqual([status, body.statusCode], [200, 200], JSON.stringify(data));
        assert.ok(taps(body.value).length > 0, JSON.stringify(data));
      }
    });

    it(`answers a mention, in the same thread, and says whom (${place})`, async () => {
      const calls = await sentFor(bot, () => bot.post({ type: 'message', ...mentioning('help'), ...where }));
      assert.equal(calls.length, 1);
      const path = decodeURIComponent(calls[0]?.path ?? '');
      assert.ok(path.includes(`/conversations/${where.conversation.id}/activities/`), path);
      assert.ok(textOf(cardOf(bot.last())).includes(LANGUAGES.en.say('notice.help.title')));
      assert.equal(bot.last().text, place === 'personal' ? undefined : '<at>Anna</at>');
    });
  }

  const silent: readonly (readonly [string, Json])[] = [
    ['an edit', { type: 'messageUpdate', text: 'help', channelData: { eventType: 'editMessage' } }],
    ['a message taken back', { type: 'messageDelete', channelData: { eventType: 'softDeleteMessage' } }],
    ['a reaction taken back', { type: 'messageReaction', reactionsRemoved: [{ type: 'like' }] }],
    ['somebody typing', { type: 'typing' }],
    ['somebody leaving', { type: 'conversationUpdate', membersRemoved: [{ id: '29:bela' }] }],
    ['its removal', { type: 'installationUpdate', action: 'remove' }],
    ['a read receipt', { type: 'event', name: 'application/vnd.microsoft.readReceipt', value: {} }],
  ];
  for (const [name, input] of silent) {
    it(`does not answer ${name}, and takes it well`, async () => {
      const { status } = await bot.post(input);
      assert.ok(status < 300, `${status}`);
      assert.equal(bot.channel.calls.length, 0);
    });
  }
});

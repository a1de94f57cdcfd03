import assert from 'node:assert/strict';
import { LANGUAGE_TAGS, LANGUAGES } from '../../src/language/languages.js';
import { inputs } from '../cards/sound.js';
import { ofType } from '../cards/walk.js';
import { ELIGIBLE } from '../conversation/talk.js';
import { type BotServer, botServer, type Json } from './bot-server.js';
import { cardOf, taps, textOf } from './card-reader.js';

const webChat = { channelId: 'webchat' };

describe('Web Chat: call mode', () => {
  let bot: BotServer;
  beforeEach(async () => {
    bot = await botServer();
  });
  afterEach(async () => {
    await bot.close();
  });

  function tapOf(action: string): Json {
    const found = taps(cardOf(bot.last()), 'Action.Submit').find((data) => data.action === action);
    return found ?? assert.fail(`no ${action}`);
  }

  for (const tag of LANGUAGE_TAGS) {
    it(`has note and words for the customer ready to be copied, and to be spoken (${tag})`, async () => {
      const more = { ...webChat, locale: tag };
      await bot.say('customer: ru', more);
      const form = tapOf('fill');
      const fields = inputs(cardOf(bot.last())).map(({ id, value }) => [id, value]);
      const value = { ...form, ...Object.fromEntries(fields), ...ELIGIBLE };
      await bot.post({ type: 'message', value, ...more });
      const { speak, channelData, text } = bot.last();
      const { copy } = channelData as { readonly copy: { readonly ticket: string; readonly aloud: string } };
      assert.ok(copy.ticket.includes(LANGUAGES[tag].say('eligibility.eligible')));
      assert.match(copy.ticket, /MC-/);
      assert.equal(copy.aloud.replaceAll('\n', ' '), speak);
      assert.match(copy.aloud, /[а-яё]/i);
      assert.ok(String(text).includes(LANGUAGES[tag].say('eligibility.eligible')));
      assert.deepEqual(ofType(cardOf(bot.last()), 'Action.Execute'), []);
      await bot.post({ type: 'message', value: tapOf('tick'), ...more });
      const [step] = ofType(cardOf(bot.last()), 'TextBlock').filter((each) => each.text === '☑');
      assert.ok(step !== undefined);
      const ticked = (bot.last().channelData as { readonly copy: { readonly ticket: string } }).copy.ticket;
      assert.ok(ticked.includes(LANGUAGES[tag].say('ticket.doneLine', { text: '' })));
    });
  }

  it('gives the note in a field with a button that copies it, which only a page of ours draws', async () => {
    await bot.say('ticket', webChat);
    const [box] = inputs(cardOf(bot.last()));
    assert.match(String(box?.value), /\n.*MC-/s);
    assert.ok(String(bot.last().text).includes(String(box?.value)), 'for clients without cards');
    const [button] = ofType(cardOf(bot.last()), 'ActionSet').filter((each) => each.requires !== undefined);
    assert.equal(taps(button, 'Action.Submit')[0]?.page, 'copy');
    const instead = button?.fallback as Json;
    assert.equal(instead.text, LANGUAGES.en.say('copy.how'));
  });

  it('keeps nothing on other cards to copy or to speak', async () => {
    for (const line of ['start', 'help', 'person']) {
      await bot.say(line, webChat);
      assert.equal(bot.last().speak, undefined, line);
      assert.equal((bot.last().channelData as Json).copy, undefined, line);
    }
  });

  it('works with the numbers of the question alone', async () => {
    await bot.say('call', webChat);
    for (let times = 0; times < 8; times += 1) await bot.say('1', webChat);
    assert.ok(!textOf(cardOf(bot.last())).includes(LANGUAGES.en.say('call.next')), 'nothing is left to ask');
    assert.ok(textOf(cardOf(bot.last())).includes(LANGUAGES.en.say('call.form')), 'still on the call');
  });
});

import assert from 'node:assert/strict';
import { setTimeout as pause } from 'node:timers/promises';
import { LANGUAGES } from '../../src/language/languages.js';
import { eventually } from '../eventually.js';
import { isSooner } from '../sooner.js';
import { type BotServer, botServer, type Json } from '../turn/bot-server.js';
import { cardOf, taps } from '../turn/card-reader.js';
import { type MoodyChannel, moodyChannel } from './moody-channel.js';

const APOLOGY = LANGUAGES.en.say('notice.error.text');

describe('A channel in a bad mood', () => {
  let bot: BotServer;
  let channel: MoodyChannel;
  let people = 0;
  before(async () => {
    bot = await botServer();
    channel = await moodyChannel();
  });
  after(async () => {
    await bot.close();
    await channel.close();
  });

  /** Somebody new says something. */
  function speak(more: Json = {}): Promise<{ readonly status: number }> {
    people += 1;
    const conversation = { id: `a:moody-${people}`, conversationType: 'personal' };
    return bot.say('start', { serviceUrl: channel.url, conversation, ...more });
  }

  const sent = (): readonly string[] => channel.calls.map(({ text }) => text);
  const apologies = (): number => sent().filter((text) => text.includes(APOLOGY)).length;

  it('429: the message is sent again after a pause, and once', async () => {
    channel.will({ status: 429 });
    assert.equal((await speak()).status, 200);
    assert.equal(channel.calls.length, 2);
    assert.equal(sent()[0], sent()[1]);
    const [first, second] = channel.calls;
    assert.ok((second?.at ?? 0) - (first?.at ?? 0) >= 190);
  });

  it('429 with Retry-After: not before that', async () => {
    channel.will({ status: 429, retryAfter: '1' });
    assert.equal((await speak()).status, 200);
    assert.equal(channel.calls.length, 2);
    const [first, second] = channel.calls;
    assert.ok((second?.at ?? 0) - (first?.at ?? 0) >= 1000);
  });

  it('429 with a date in Retry-After: not before that either', async () => {
    const at = Math.ceil((Date.now() + 1000) / 1000) * 1000;
    channel.will({ status: 429, retryAfter: new Date(at).toUTCString() });
    assert.equal((await speak()).status, 200);
    assert.ok((channel.calls[1]?.at ?? 0) >= at);
  });

  it('429 for longer than a turn: nothing is tried, and the channel delivers again, to the same answer', async () => {
    channel.will({ status: 429, retryAfter: '60' });
    const conversation = { id: 'a:later', conversationType: 'personal' };
    const spoken = speak({ id: 'again', conversation });
    assert.ok(await isSooner(spoken));
    assert.equal((await spoken).status, 500);
    assert.equal(channel.calls.length, 1);
    const [refused] = sent();
    channel.will();
    assert.equal((await speak({ id: 'again', conversation })).status, 200);
    assert.deepEqual(sent(), [refused]);
  });

  it('many at once, most of them refused: each arrives once, and they do not come back together', async () => {
    channel.will(...Array.from({ length: 30 }, () => ({ status: 429 })));
    const statuses = await Promise.all(Array.from({ length: 20 }, () => speak()));
    assert.ok(statuses.every(({ status }) => status === 200));
    assert.equal(channel.calls.length, 50);
    const again = channel.calls.slice(20, 40).map(({ at }) => at);
    assert.ok(Math.max(...again) - Math.min(...again) > 50, 'spread over some time');
  });

  it('412: the message is sent again', async () => {
    channel.will({ status: 412 }, { status: 412 });
    assert.equal((await speak()).status, 200);
    assert.equal(channel.calls.length, 3);
  });

  for (const mood of [
    { status: 500 },
    { status: 502 },
    { status: 503 },
    { status: 504 },
    'hangUp',
  ] as const) {
    const name = typeof mood === 'string' ? mood : mood.status;
    it(`${name}: it may have arrived, so it is not sent again, and there is no apology on top`, async () => {
      channel.will(mood);
      assert.equal((await speak()).status, 200);
      await pause(50);
      assert.equal(channel.calls.length, 1);
      assert.equal(apologies(), 0);
    });
  }

  it('503 with Retry-After: it was not taken, so it is sent again', async () => {
    channel.will({ status: 503, retryAfter: '0' });
    assert.equal((await speak()).status, 200);
    assert.equal(channel.calls.length, 2);
  });

  it('403: there is no use in trying, nor in apologising', async () => {
    channel.will({ status: 403 });
    assert.equal((await speak()).status, 500);
    assert.equal(channel.calls.length, 1);
  });

  it('400: the message is not wanted, so an apology is sent instead', async () => {
    channel.will({ status: 400 });
    assert.equal((await speak()).status, 200);
    assert.equal(channel.calls.length, 2);
    assert.equal(apologies(), 1);
  });

  it('nobody there: it is tried again, and arrives once when somebody is', async () => {
    channel.will();
    await channel.close();
    // Until the bot has seen that its kept connection is gone.
    await pause(50);
    const answered = speak();
    await pause(300);
    await channel.comeBack();
    assert.equal((await answered).status, 200);
    assert.equal(channel.calls.length, 1);
  });

  describe('replacing a card', () => {
    let conversation: Json;
    let data: Json;
    beforeEach(async () => {
      people += 1;
      conversation = { id: `a:card-${people}`, conversationType: 'personal' };
      channel.will();
      await bot.say('start', { serviceUrl: channel.url, conversation });
      const [tap] = taps(cardOf(JSON.parse(sent()[0] ?? '') as Json));
      data = tap ?? {};
    });

    const submit = (): Promise<{ readonly status: number }> =>
      bot.post({
        type: 'message',
        value: data,
        replyToId: 'sent-1',
        serviceUrl: channel.url,
        conversation,
      });
    const methods = (): string => channel.calls.map(({ method }) => method).join(' ');

    it('is tried again after errors of the server: twice the same is no harm', async () => {
      channel.will({ status: 502 }, 'hangUp');
      assert.equal((await submit()).status, 200);
      assert.equal(methods(), 'PUT PUT PUT');
    });

    it('that the channel refuses becomes a message', async () => {
      channel.will({ status: 405 });
      assert.equal((await submit()).status, 200);
      assert.equal(methods(), 'PUT POST');
    });

    it('that gets no answer is not said a second time', async () => {
      channel.will('silent', 'silent', 'silent', 'silent', 'silent');
      const submitted = submit();
      assert.ok(await isSooner(submitted));
      assert.equal((await submitted).status, 200);
      assert.equal(methods(), 'PUT');
    });
  });

  for (const mood of ['stall', 'endless'] as const) {
    it(`${mood}: an answer that does not end is not waited for, and what comes of it is not kept`, async () => {
      channel.will(mood);
      const before = channel.leftAlone();
      const spoken = speak();
      assert.ok(await isSooner(spoken));
      assert.equal((await spoken).status, 200);
      assert.equal(channel.calls.length, 1);
      await eventually('the end of the answer', () => channel.leftAlone() > before);
    });
  }

  it('silent: the turn ends before the channel would deliver it again, and nothing is sent twice', async () => {
    channel.will('silent');
    const spoken = speak();
    assert.ok(await isSooner(spoken));
    assert.equal((await spoken).status, 200);
    assert.equal(channel.calls.length, 1);
  });
});

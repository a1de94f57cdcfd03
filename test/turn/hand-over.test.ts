import assert from 'node:assert/strict';
import { createHandOver } from '../../src/handover/create.js';
import type { HandedOver, HandOver } from '../../src/handover/hand-over.js';
import { LANGUAGE_TAGS, LANGUAGES } from '../../src/language/languages.js';
import type { MessageKey } from '../../src/language/message-keys.js';
import { writeReceipt } from '../../src/receipt/receipt.js';
import { ELIGIBLE } from '../conversation/talk.js';
import { webhookDesk } from '../handover/webhook-desk.js';
import { type BotServer, botServer, type Json } from './bot-server.js';
import { cardOf, taps, textOf } from './card-reader.js';

function sendData(card: unknown): Json {
  return taps(card).find(({ action }) => action === 'sendToPerson') ?? assert.fail('nothing to send');
}

function says(card: unknown, key: MessageKey): boolean {
  const words = LANGUAGES.en.say(key, { receipt: 'MC-' }).replace(/MC-.*$/, '');
  return textOf(card).includes(words);
}

describe('Teams: handing over', () => {
  let bot: BotServer;
  afterEach(async () => {
    await bot.close();
  });

  /** The draft of a hand-over for guidance, in a bot with somebody set up to receive it. */
  async function draft(handOver: HandOver | undefined, more: Json = {}): Promise<unknown> {
    bot = await botServer(handOver === undefined ? {} : { handOver });
    await bot.say('public cloud, m365 ea indirect reseller support', more);
    await bot.say('yes', more);
    await bot.say('person', more);
    return cardOf(bot.last());
  }

  /** Takes cases, and fails as often as it is told to. */
  function desk(failures = 0) {
    const cases: HandedOver[] = [];
    let left = failures;
    const handOver: HandOver = {
      send: async (one) => {
        cases.push(one);
        left -= 1;
        if (left >= 0) throw new Error('HANDOFF_URL answered 500');
      },
    };
    return { cases, handOver };
  }

  it('sends the case with situation, guidance, receipt and whom to answer', async () => {
    const { cases, handOver } = desk();
    const card = await draft(handOver);
    assert.ok(says(card, 'handOver.draft'));
    assert.equal(cases.length, 0, 'a draft is not sent');
    const { body } = await bot.execute(sendData(card));
    assert.ok(says(body.value, 'handOver.sent'));
    const [one, ...others] = cases;
    assert.ok(one !== undefined && others.length === 0);
    assert.deepEqual(one.situation, ELIGIBLE);
    assert.equal(one.eligibility, 'eligible');
    assert.match(one.receipt, /^MC-/);
    assert.ok(one.text.includes(one.receipt) && one.description.includes(one.receipt));
    assert.deepEqual(one.from, {
      channel: 'msteams',
      conversation: 'a:personal',
      user: '29:anna',
      name: 'Anna',
    });
    assert.deepEqual(taps(one.card), [], 'whoever receives it has another conversation');
    assert.deepEqual(taps(one.card, 'Action.Submit'), []);
    for (const each of [one.title, one.topic, one.description]) assert.ok(each.trim() !== '');
  });

  it('says of a case under an old edition what is true today, in words and as data', async () => {
    const { cases, handOver } = desk();
    bot = await botServer({ handOver });
    const situation = { ...ELIGIBLE, cloud: 'usGov' } as const;
    await bot.say(writeReceipt({ edition: '2019-03', situation, everyCloud: false }));
    await bot.say('person');
    const card = cardOf(bot.last());
    await bot.execute(sendData(card));
    const [one] = cases;
    const both = 'March 2019: applies. Today: ask first';
    for (const text of [textOf(card), one?.text, one?.description, textOf(one?.card)])
      assert.ok(text?.includes(both), text);
    assert.equal(one?.eligibility, 'eligible');
    assert.deepEqual(one.now, {
      edition: '2026-11',
      eligibility: 'confirm',
      differs: 'verdict',
      turnsOn: [],
    });
  });

  for (const tag of LANGUAGE_TAGS) {
    it(`is drafted and sent in the language of who asks (${tag})`, async () => {
      const { cases, handOver } = desk();
      bot = await botServer({ handOver });
      await bot.say('person', { locale: tag });
      await bot.execute(sendData(cardOf(bot.last())), { locale: tag });
      assert.equal(cases[0]?.language, tag);
      assert.ok(cases[0]?.text.includes(LANGUAGES[tag].say('eligibility.depends')));
    });
  }

  it('says that it was sent when asked again, and sends nothing twice', async () => {
    const { cases, handOver } = desk();
    const card = await draft(handOver);
    await bot.execute(sendData(card));
    const again = await bot.execute(sendData(card));
    assert.ok(says(again.body.value, 'handOver.sent'));
    assert.deepEqual(
      taps(again.body.value).filter(({ action }) => action === 'sendToPerson'),
      [],
    );
    await bot.say('person');
    assert.ok(says(cardOf(bot.last()), 'handOver.sent'));
    assert.equal(cases.length, 1);
  });

  it('is not sent again for a delivery that is repeated', async () => {
    const { cases, handOver } = desk();
    const data = sendData(await draft(handOver));
    await bot.execute(data, { id: 'same' });
    await bot.execute(data, { id: 'same' });
    assert.equal(cases.length, 1);
  });

  it('shows that it failed, in the response and where it stands, and can be tried again', async () => {
    const { cases, handOver } = desk(2);
    const card = await draft(handOver);
    const failed = await bot.execute(sendData(card));
    assert.ok(says(failed.body.value, 'handOver.failed'));
    assert.ok(!says(failed.body.value, 'handOver.sent'));
    assert.equal(bot.channel.calls.at(-1)?.method, 'PUT');
    assert.ok(says(cardOf(bot.last()), 'handOver.failed'));
    const second = await bot.execute(sendData(failed.body.value));
    assert.ok(says(second.body.value, 'handOver.failed'));
    const third = await bot.execute(sendData(second.body.value));
    assert.ok(says(third.body.value, 'handOver.sent'));
    assert.equal(cases.length, 3);
    assert.equal(new Set(cases.map(({ id }) => id)).size, 1, 'under one id');
  });

  it('sends one of two that are asked for at once, and both hear what became of it', async () => {
    const receiver = await webhookDesk({ status: 204 });
    try {
      const setting = { kind: 'webhook', url: receiver.url } as const;
      const handOver = createHandOver(setting, { teams: () => assert.fail('not asked for') });
      const data = sendData(await draft(handOver));
      const both = await Promise.all([bot.execute(data), bot.execute(data), bot.execute(data)]);
      for (const { body } of both) assert.ok(says(body.value, 'handOver.sent'));
      assert.equal(receiver.received.length, 1);
    } finally {
      await receiver.close();
    }
  });

  it('tells both of two that are asked for at once that it failed', async () => {
    const receiver = await webhookDesk({ status: 400 });
    try {
      const setting = { kind: 'webhook', url: receiver.url } as const;
      const handOver = createHandOver(setting, { teams: () => assert.fail('not asked for') });
      const data = sendData(await draft(handOver));
      const both = await Promise.all([bot.execute(data), bot.execute(data)]);
      for (const { body } of both) assert.ok(says(body.value, 'handOver.failed'));
    } finally {
      await receiver.close();
    }
  });

  it('waits for one that is slow, and answers others meanwhile', async () => {
    let take: () => void = () => undefined;
    const taken = new Promise<void>((done) => {
      take = done;
    });
    const card = await draft({ send: () => taken });
    const sending = bot.execute(sendData(card));
    const other = { conversation: { id: 'a:other' }, from: { id: '29:bela', name: 'Béla' } };
    assert.equal((await bot.say('help', other)).status, 200);
    assert.equal((await bot.say('start')).status, 200, 'their own conversation goes on as well');
    take();
    assert.ok(says((await sending).body.value, 'handOver.sent'));
  });

  it('is offered to copy where nobody is set up, with a draft of a support request', async () => {
    const card = await draft(undefined);
    assert.ok(says(card, 'handOver.copy'));
    assert.deepEqual(
      taps(card).filter(({ action }) => action === 'sendToPerson'),
      [],
    );
    for (const key of ['handOver.request', 'handOver.topic.support', 'handOver.question'] as const)
      assert.ok(textOf(card).includes(LANGUAGES.en.say(key)), key);
    assert.match(textOf(card), /MC-/);
    const bold = { action: 'sendToPerson', from: taps(card)[0]?.from, edition: 'newest' };
    const { body } = await bot.execute(bold);
    assert.ok(says(body.value, 'handOver.copy'), 'and nothing is said to be sent');
  });

  it('of a draft that is no longer of now sends nothing', async () => {
    const { cases, handOver } = desk();
    const card = await draft(handOver);
    await bot.say('no, Azure');
    await bot.say('yes');
    const { body } = await bot.execute(sendData(card));
    assert.ok(textOf(body.value).includes(LANGUAGES.en.say('notice.stale')));
    assert.equal(cases.length, 0);
  });
});

import assert from 'node:assert/strict';
import { pino } from 'pino';
import { Journal } from '../../src/feedback/journal.js';
import { createHandOver } from '../../src/handover/create.js';
import { LANGUAGES } from '../../src/language/languages.js';
import { EDITIONS } from '../../src/policy/editions/registry.js';
import { memoryStore } from '../../src/storage/memory.js';
import type { Store } from '../../src/storage/store.js';
import { Effects } from '../../src/turn/effects.js';
import { DAY, ELIGIBLE, fresh, having, origin, say, tap } from '../conversation/talk.js';
import { webhookDesk } from '../handover/webhook-desk.js';
import { type BotServer, botServer, type Json } from './bot-server.js';
import { cardOf, taps } from './card-reader.js';

function tapOf(card: unknown, action: string): Json {
  return taps(card).find((data) => data.action === action) ?? assert.fail(`no ${action}`);
}

describe('Teams: an opinion about guidance', () => {
  let bot: BotServer;
  let store: Store;
  beforeEach(async () => {
    store = memoryStore();
    bot = await botServer({ store });
  });
  afterEach(async () => {
    await bot.close();
  });

  const entries = () => new Journal(store).all();

  async function guidance(more: Json = {}): Promise<unknown> {
    await bot.say('public cloud, m365 ea indirect reseller support', more);
    await bot.say('yes', more);
    return cardOf(bot.last());
  }

  it('is written down with situation, edition and rules, and without the person', async () => {
    const { body } = await bot.execute(tapOf(await guidance(), 'helped'));
    // A line: the card stays what it is.
    assert.equal(body.value, LANGUAGES.en.say('notice.feedbackTaken'));
    const [entry, ...others] = await entries();
    assert.ok(entry !== undefined && others.length === 0);
    const { id, day, rules, ...rest } = entry;
    assert.deepEqual(rest, {
      helped: true,
      reason: '',
      edition: '2026-11',
      situation: ELIGIBLE,
      eligibility: 'eligible',
      language: 'en',
    });
    assert.match(day, /^\d{4}-\d\d-\d\d$/);
    const known = EDITIONS['2026-11'].rules.map((rule) => rule.id);
    assert.ok(rules.length > 0 && rules.every((rule) => known.includes(rule)));
    assert.doesNotMatch(JSON.stringify(entry), /anna|personal|29:/i);
    assert.match(id, /^[\w-]{16}$/);
  });

  it('with a reason is one entry, and the reason is kept', async () => {
    const { body } = await bot.execute(tapOf(await guidance(), 'wrong'));
    assert.equal((await entries()).length, 1, '“wrong” counts before a reason is given');
    await bot.execute({ ...tapOf(body.value, 'reason'), reason: 'The second step is missing' });
    const [entry, ...others] = await entries();
    assert.equal(others.length, 0);
    assert.equal(entry?.helped, false);
    assert.equal(entry?.reason, 'The second step is missing');
  });

  it('may be changed: the last one counts', async () => {
    const card = await guidance();
    await bot.execute(tapOf(card, 'wrong'));
    await bot.execute(tapOf(card, 'helped'));
    assert.deepEqual(
      (await entries()).map(({ helped }) => helped),
      [true],
    );
  });

  it('is one for each guidance and person, however often it is given or delivered', async () => {
    const bela = { from: { id: '29:bela', name: 'Béla' }, conversation: { id: 'a:bela' } };
    const card = await guidance();
    for (const id of ['same', 'same', 'other']) await bot.execute(tapOf(card, 'helped'), { id });
    await bot.execute(tapOf(await guidance(bela), 'helped'), bela);
    assert.equal((await entries()).length, 2);
  });

  it('delivered again does not come back after a later one', async () => {
    const card = await guidance();
    await bot.execute(tapOf(card, 'wrong'), { id: 'first' });
    await bot.execute(tapOf(card, 'helped'), { id: 'second' });
    await bot.execute(tapOf(card, 'wrong'), { id: 'first' });
    assert.deepEqual(
      (await entries()).map(({ helped }) => helped),
      [true],
    );
  });

  it('on a card of before is not taken for the guidance of now', async () => {
    const card = await guidance();
    await bot.say('no, Azure');
    await bot.say('yes');
    await bot.execute(tapOf(card, 'wrong'));
    assert.deepEqual(await entries(), []);
  });

  it('is thanked for though it could not be written down, and the turn goes on', async () => {
    const card = await guidance();
    const refusing: Store = {
      ...store,
      write: (key, value, expected) =>
        key.includes('feedback') ? Promise.reject(new Error('disk')) : store.write(key, value, expected),
    };
    const failing = await botServer({ store: refusing });
    try {
      const { status } = await failing.execute(tapOf(card, 'helped'));
      assert.equal(status, 200);
    } finally {
      await failing.close();
    }
  });
});

describe('What is done outside a conversation', () => {
  const done = having(fresh(), ELIGIBLE);
  const [handOver] = tap(say(done, 'person'), { kind: 'sendToPerson', origin: origin(done) }).effects;
  const [feedback] = tap(done, { kind: 'reason', reason: 'Anna says no', origin: origin(done) }).effects;
  const sender = {
    channel: 'msteams',
    conversation: 'a:secret',
    user: '29:anna',
    name: 'Anna Secret',
    group: false,
  };

  it('is told in the log only by its kind, and never ends in an error', async () => {
    const receiver = await webhookDesk({ status: 400, body: 'no to Anna Secret' });
    try {
      const setting = { kind: 'webhook', url: receiver.url } as const;
      const written: string[] = [];
      const log = pino(
        { serializers: { error: String } },
        { write: (line: string) => void written.push(line) },
      );
      const broken: Store = { ...memoryStore(), write: () => Promise.reject(new Error('disk')) };
      const desk = createHandOver(setting, { teams: () => assert.fail('not asked for') });
      const effects = new Effects({
        journal: new Journal(broken),
        handOver: desk,
        forget: async () => undefined,
      });
      assert.ok(handOver !== undefined && feedback !== undefined);
      for (const effect of [handOver, feedback])
        assert.equal(await effects.carryOut(effect, 'hu', DAY, sender, log), false);
      assert.equal(receiver.received.length, 1);
      assert.equal(written.length, 2);
      for (const line of written) {
        assert.match(line, /"effect":"(handOver|feedback)"/);
        assert.doesNotMatch(line, /Anna|29:|a:secret|MC-|enterpriseAgreement|sig=|says no/);
      }
    } finally {
      await receiver.close();
    }
  });
});

import assert from 'node:assert/strict';
import { LANGUAGE_TAGS, LANGUAGES } from '../../src/language/languages.js';
import { inputs } from '../cards/sound.js';
import { ELIGIBLE } from '../conversation/talk.js';
import { type Answered, type BotServer, botServer, type Json } from './bot-server.js';
import { cardOf, taps, textOf } from './card-reader.js';

const CARD = 'application/vnd.microsoft.card.adaptive';
const MESSAGE = 'application/vnd.microsoft.activity.message';
const group = { conversation: { id: '19:group@thread', conversationType: 'groupChat', isGroup: true } };
const bela = { ...group, from: { id: '29:bela', name: 'Béla' }, locale: 'hu-HU' };

/** What a client sends for the form: the data of its button with every input, some of them changed. */
function formData(card: unknown, changed: Json): Json {
  const fields = inputs(card).map(({ id, value }) => [id, value]);
  return { ...tapOf(card, 'fill'), ...Object.fromEntries(fields), ...changed };
}

function tapOf(card: unknown, action: string, more: Json = {}): Json {
  const found = taps(card).find((data) =>
    Object.entries({ action, ...more }).every(([key, value]) => data[key] === value),
  );
  if (found === undefined) throw new Error(`The card offers no ${action}.`);
  return found;
}

describe('Teams: call mode', () => {
  let bot: BotServer;
  beforeEach(async () => {
    bot = await botServer();
  });
  afterEach(async () => {
    await bot.close();
  });

  /** By Action.Execute: the card comes back in the response. By Action.Submit: the message is replaced. */
  const ways: readonly (readonly [string, (data: Json, more?: Json) => Promise<unknown>])[] = [
    [
      'Action.Execute',
      async (data, more) => {
        const { status, body } = await bot.execute(data, more);
        assert.equal(status, 200);
        assert.equal(body.type, CARD);
        return body.value;
      },
    ],
    [
      'Action.Submit',
      async (data, more) => {
        const { status } = await bot.post({ type: 'message', value: data, replyToId: 'card-1', ...more });
        assert.equal(status, 200);
        return cardOf(bot.last());
      },
    ],
  ];

  for (const [way, send] of ways) {
    it(`goes from call to guidance, ticks, and back to the chat by ${way}`, async () => {
      await bot.say('start');
      await bot.say('call');
      let card = await send(formData(cardOf(bot.last()), ELIGIBLE));
      assert.ok(textOf(card).includes(LANGUAGES.en.say('eligibility.eligible')));
      card = await send(tapOf(card, 'tick'));
      assert.ok(textOf(card).includes('☑'));
      card = await send(tapOf(card, 'why'));
      card = await send(tapOf(card, 'show'));
      assert.ok(textOf(card).includes('☑'), 'still ticked');
      card = await send(tapOf(card, 'person'));
      assert.ok(textOf(card).includes(LANGUAGES.en.say('handOver.title')));
      card = await send(tapOf(card, 'show'));
      card = await send(formData(card, { customer: 'hu' }));
      assert.ok(textOf(card).includes(LANGUAGES.hu.say('language.self')));
      card = await send(tapOf(card, 'chat'));
      assert.ok(!textOf(card).includes(LANGUAGES.en.say('call.form')));
      card = await send(tapOf(card, 'wrong'));
      card = await send({ ...tapOf(card, 'reason'), reason: 'No \u0024{1+1} step <at>x</at>' });
      assert.ok(textOf(card).includes(LANGUAGES.en.say('notice.feedbackTaken')));
      card = await send(tapOf(card, 'call'));
      card = await send(tapOf(card, 'restart'));
      assert.ok(!textOf(card).includes('☑'));
    });

    it(`confirms, chooses and puts away what was understood by ${way}`, async () => {
      await bot.say('Microsoft 365, another reseller sold it');
      let card = await send(tapOf(cardOf(bot.last()), 'accept', { value: 'cspPartner' }));
      assert.ok(textOf(card).includes(LANGUAGES.en.say('option.seller.cspPartner')));
      await bot.say('no, Azure');
      card = await send(tapOf(cardOf(bot.last()), 'dismiss'));
      assert.ok(textOf(card).includes(LANGUAGES.en.say('option.service.license')));
      await bot.say('no, Azure');
      const read = cardOf(bot.last());
      card = await send(tapOf(read, 'accept'));
      assert.ok(textOf(card).includes(LANGUAGES.en.say('option.service.usage')));
      const doubled = await send(tapOf(read, 'accept'));
      assert.equal(textOf(doubled), textOf(card), 'the same tap again is answered the same');
    });
  }

  it('has the words for the customer ready to be spoken', async () => {
    await bot.say('customer: hu');
    const card = cardOf(bot.last()) as Json;
    assert.equal(bot.last().speak, card.speak);
    assert.ok(String(bot.last().speak).startsWith(LANGUAGES.hu.say('aloud.depends')));
    assert.ok(
      String(bot.last().summary).includes(LANGUAGES.en.say('call.form')) || bot.last().summary !== '',
    );
  });

  for (const tag of LANGUAGE_TAGS) {
    it(`gives the note for the ticket in a field to be copied from (${tag})`, async () => {
      const language = LANGUAGES[tag];
      for (const word of language.alternatives('command.ticket')) {
        await bot.say(word, { locale: tag });
        const [box] = inputs(cardOf(bot.last()));
        assert.match(String(box?.value), /MC-/, word);
      }
    });
  }

  it('keeps the lines of the note: in a field nothing is taken for Markdown', async () => {
    for (const more of [{}, group]) {
      await bot.say('ticket', more);
      const [box, ...others] = inputs(cardOf(bot.last()));
      assert.deepEqual(others, []);
      const { value, isMultiline, maxLength } = box ?? {};
      assert.equal(isMultiline, true);
      assert.equal(maxLength, undefined);
      const lines = String(value).split('\n');
      assert.ok(lines.length > 5 && lines.length <= 12, `${lines.length} lines`);
      assert.ok(lines.every((line) => line.trim() !== ''));
    }
  });

  it('says how to copy: no button there could write to the clipboard', async () => {
    await bot.say('ticket');
    const card = cardOf(bot.last());
    assert.ok(textOf(card).includes(LANGUAGES.en.say('copy.how')));
    assert.deepEqual(
      taps(card).filter(({ page }) => page === 'copy'),
      [],
    );
  });

  it('mentions in a group whose note it is', async () => {
    await bot.say('ticket', group);
    assert.match(String(bot.last().text), /^<at>Anna<\/at>/);
    const [mention] = bot.last().entities as readonly Json[];
    assert.deepEqual(mention?.mentioned, { id: '29:anna', name: 'Anna' });
  });

  it('is one’s own in a group: two people, two calls, two languages', async () => {
    await bot.say('call', group);
    const annas = cardOf(bot.last());
    await bot.say('telefon', bela);
    const belas = cardOf(bot.last());
    assert.ok(textOf(belas).includes(LANGUAGES.hu.say('call.form')));
    const toAnna = await bot.execute(formData(annas, { cloud: 'public' }), group);
    const toBela = await bot.execute(formData(belas, { cloud: 'china' }), bela);
    assert.ok(textOf(toAnna.body.value).includes(LANGUAGES.en.say('call.form')));
    const cloud = ({ body }: Answered): unknown => inputs(body.value).find(({ id }) => id === 'cloud')?.value;
    assert.deepEqual([cloud(toAnna), cloud(toBela)], ['public', 'china']);
  });

  it('is not touched by what others tap on it in a group', async () => {
    await bot.say('call', group);
    const card = cardOf(bot.last());
    const before = bot.channel.calls.length;
    for (const data of taps(card)) {
      const { body } = await bot.execute({ ...data, cloud: 'china', customer: 'ru' }, bela);
      assert.equal(body.type, MESSAGE, JSON.stringify(data));
      assert.equal(body.value, LANGUAGES.hu.say('notice.foreign'));
    }
    assert.equal(bot.channel.calls.length, before, 'nothing is posted or replaced');
  });

  it('is there for as long as the conversation is, on every device', async () => {
    await bot.say('customer: hu');
    await bot.say('m365 ea', { id: 'other-device' });
    assert.ok(textOf(cardOf(bot.last())).includes(LANGUAGES.en.say('call.form')));
    await bot.say('yes');
    assert.ok(String(bot.last().speak).startsWith(LANGUAGES.hu.say('aloud.depends')));
  });

  it('takes two forms that are sent at once, and an answer beside them', async () => {
    await bot.say('call');
    const card = cardOf(bot.last());
    const answers = await Promise.all([
      bot.execute(formData(card, { cloud: 'public' })),
      bot.execute(formData(card, { service: 'license' })),
      bot.execute(formData(card, { seller: 'enterpriseAgreement', goal: 'support' })),
      bot.say('indirect reseller'),
    ]);
    for (const { status } of answers) assert.equal(status, 200);
    await bot.say('yes');
    assert.ok(textOf(cardOf(bot.last())).includes(LANGUAGES.en.say('eligibility.eligible')));
  });

  it('answers malformed taps without an error', async () => {
    await bot.say('call');
    const from = tapOf(cardOf(bot.last()), 'restart').from;
    const edition = 'newest';
    const junk: readonly unknown[] = [
      { action: 'fill', from, edition, cloud: { a: 1 }, customer: 7, 'was-cloud': [] },
      { action: 'fill', from, edition, customer: '__proto__', cloud: '__proto__' },
      { action: 'tick', from, edition, step: '__proto__', done: 'yes' },
      { action: 'tick', from, edition, step: 'x'.repeat(100_000), done: 'yes' },
      { action: 'accept', from, edition, fact: '__proto__' },
      { action: 'accept', from, edition, fact: 'cloud', value: 'public' },
      { action: 'reason', from, edition, reason: 'x'.repeat(100_000) },
      { action: 'customer', language: '__proto__' },
      { action: 'receipt', receipt: 'x'.repeat(100_000) },
      { action: 'receipt', receipt: { toString: 'x' } },
      { action: 'sendToPerson', from: 'x.1.1', edition },
      { action: 'ticket', from: 7 },
    ];
    for (const data of junk) {
      const { status, body } = await bot.execute(data);
      const name = JSON.stringify(data).slice(0, 80);
      assert.equal(status, 200, name);
      assert.ok(body.type === CARD || body.type === MESSAGE, name);
      const submitted = await bot.post({ type: 'message', value: data, replyToId: 'card-1' });
      assert.equal(submitted.status, 200, name);
    }
  });
});

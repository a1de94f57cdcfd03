import assert from 'node:assert/strict';
import { LANGUAGE_TAGS, LANGUAGES } from '../../src/language/languages.js';
import { type BotServer, botServer, type Json } from './bot-server.js';
import { askedFact, cardOf, isLine, tapFor, taps, textOf } from './card-reader.js';

const SITUATION: Readonly<Record<string, string>> = {
  cloud: 'public',
  partner: 'indirectReseller',
  service: 'license',
  seller: 'enterpriseAgreement',
  goal: 'support',
};

describe('Teams: activities to /api/messages', () => {
  let bot: BotServer;
  beforeEach(async () => {
    bot = await botServer();
  });
  afterEach(async () => {
    await bot.close();
  });

  /** Taps through the interview by Action.Execute and returns the last card. */
  async function interview(more: Json = {}): Promise<unknown> {
    await bot.say('start', more);
    let card = cardOf(bot.last());
    for (let fact = askedFact(card); fact !== undefined; fact = askedFact(card)) {
      const answered = await bot.execute(tapFor(card, fact, SITUATION[fact] ?? 'unknown'), more);
      assert.equal(answered.status, 200);
      assert.equal(answered.body.statusCode, 200);
      assert.equal(answered.body.type, 'application/vnd.microsoft.card.adaptive');
      card = answered.body.value;
    }
    return card;
  }

  it('welcomes once, on installation, in one message', async () => {
    await bot.post({ type: 'installationUpdate', action: 'add' });
    await bot.post({ type: 'conversationUpdate', membersAdded: [{ id: '28:bot' }, { id: '29:anna' }] });
    assert.equal(bot.channel.calls.length, 1);
    assert.match(textOf(cardOf(bot.last())), /Can you support this customer\?/);
  });

  it('does not greet everybody who joins a team', async () => {
    await bot.post({ type: 'conversationUpdate', membersAdded: [{ id: '29:bela' }] });
    assert.equal(bot.channel.calls.length, 0);
  });

  for (const tag of LANGUAGE_TAGS) {
    it(`leads to guidance by tapping, each card replaced in place (${tag})`, async () => {
      const card = await interview({ locale: tag });
      const language = LANGUAGES[tag];
      assert.ok(textOf(card).includes(language.say('eligibility.eligible')));
      assert.ok(textOf(card).includes(language.say('step.requestJointRelationship')));
      const updates = bot.channel.calls.filter(({ method }) => method === 'PUT');
      assert.equal(updates.length, 5, 'each tap also updates the message, so that it lasts');
      assert.ok(updates.every(({ path }) => path.endsWith('/activities/card-1')));
      const posts = bot.channel.calls.filter(({ method }) => method === 'POST');
      assert.equal(posts.length, 1, 'taps send no further message');
    });
  }

  it('shows the text beside the card in the summary only', async () => {
    await bot.say('start');
    assert.equal(bot.last().text, undefined);
    assert.match(String(bot.last().summary), /Question 1/);
  });

  it('begins with the verdict, on the card and in the summary, wherever Teams lets the view land', async () => {
    await bot.say('public cloud, indirect reseller, Microsoft 365, bought from Microsoft, support');
    await bot.say('yes');
    const verdict = LANGUAGES.en.say('eligibility.eligible');
    const { summary } = bot.last();
    assert.ok(String(summary).startsWith(verdict), String(summary).slice(0, 200));
    const shown = textOf(cardOf(bot.last()));
    const place = shown.indexOf(verdict);
    // Behind its sign.
    assert.ok(place >= 0 && place < 5, shown.slice(0, 200));
  });

  it('takes Action.Submit, of cards sent before, and replaces the card in place', async () => {
    await bot.say('start');
    const data = tapFor(cardOf(bot.last()), 'cloud', 'public');
    await bot.post({ type: 'message', value: data, replyToId: 'card-1' });
    assert.equal(bot.channel.calls.at(-1)?.method, 'PUT');
    assert.notEqual(askedFact(cardOf(bot.last())), 'cloud');
  });

  it('sends a new message where a card cannot be replaced', async () => {
    await bot.say('start');
    const data = tapFor(cardOf(bot.last()), 'cloud', 'public');
    bot.channel.refuse.updates = true;
    await bot.post({ type: 'message', value: data, replyToId: 'card-1' });
    assert.equal(bot.channel.calls.at(-1)?.method, 'POST');
    assert.notEqual(askedFact(cardOf(bot.last())), 'cloud');
  });

  it('does nothing twice for a delivery that is repeated', async () => {
    await bot.say('start');
    const data = tapFor(cardOf(bot.last()), 'cloud', 'public');
    const first = await bot.execute(data, { id: 'same' });
    await bot.say('back', { id: 'back-1' });
    await bot.say('back', { id: 'back-1' });
    assert.equal(askedFact(cardOf(bot.last())), 'cloud');
    const again = await bot.execute(data, { id: 'same' });
    assert.notDeepEqual(first.body.value, again.body.value);
    assert.equal(askedFact(again.body.value), 'cloud', 'the repeated tap shows where the person is now');
  });

  it('says that an old card is no longer live, and changes nothing', async () => {
    await bot.say('start');
    const first = cardOf(bot.last());
    await bot.execute(tapFor(first, 'cloud', 'public'));
    const late = await bot.execute(tapFor(first, 'cloud', 'usGov'));
    assert.ok(textOf(late.body.value).includes(LANGUAGES.en.say('notice.stale')));
    await bot.say('cloud');
    assert.ok(textOf(cardOf(bot.last())).includes(LANGUAGES.en.say('ui.current')));
  });

  describe('in a group', () => {
    const group = { conversation: { id: '19:group@thread', conversationType: 'groupChat', isGroup: true } };
    const bela = { ...group, from: { id: '29:bela', name: 'Béla' }, locale: 'hu-HU' };

    it('takes the mention off and answers who asked', async () => {
      const mention = { type: 'mention', text: '<at>Advisor</at>', mentioned: { id: '28:bot' } };
      await bot.say('<at>Advisor</at> help', { ...group, entities: [mention] });
      assert.match(textOf(cardOf(bot.last())), /How this works/);
      assert.equal(bot.last().text, '<at>Anna</at>');
    });

    it('keeps two people and two languages apart', async () => {
      await bot.say('start', group);
      const annas = cardOf(bot.last());
      await bot.say('start', bela);
      const belas = cardOf(bot.last());
      const toAnna = await bot.execute(tapFor(annas, 'cloud', 'public'), group);
      const toBela = await bot.execute(tapFor(belas, 'cloud', 'usGov'), bela);
      assert.match(textOf(toAnna.body.value), /Question 2/);
      assert.ok(textOf(toBela.body.value).includes('2. kérdés'));
    });

    it('leaves a card alone that belongs to somebody else', async () => {
      await bot.say('start', group);
      const tapped = await bot.execute(tapFor(cardOf(bot.last()), 'cloud', 'public'), bela);
      assert.equal(tapped.body.type, 'application/vnd.microsoft.activity.message');
      assert.equal(tapped.body.value, LANGUAGES.hu.say('notice.foreign'));
      assert.equal(bot.channel.calls.filter(({ method }) => method === 'PUT').length, 0);
    });
  });

  describe('in a group, another person', () => {
    const group = { conversation: { id: '19:group@thread', conversationType: 'groupChat', isGroup: true } };
    const bela = { ...group, from: { id: '29:bela', name: 'Béla' }, locale: 'hu-HU' };
    const replaced = (): number =>
      bot.channel.calls.filter(({ method, body }) => method === 'PUT' && !isLine(body)).length;

    it('cannot take over a card with any of its taps, old clients included', async () => {
      await bot.say('start', group);
      await bot.execute(tapFor(cardOf(bot.last()), 'cloud', 'public'), group);
      const before = replaced();
      await bot.say('start', group);
      const card = cardOf(bot.last());
      for (const data of taps(card)) {
        const { body } = await bot.execute(data, bela);
        assert.equal(body.type, 'application/vnd.microsoft.activity.message', JSON.stringify(data));
        await bot.post({ type: 'message', value: data, replyToId: 'card-1', ...bela });
      }
      assert.ok(taps(card).length > 6);
      assert.equal(replaced(), before);
      const folded = bot.lines().map(({ path, body }) => `${path.split('/').at(-1)} ${body.text}`);
      assert.deepEqual(
        folded.filter((each) => !each.endsWith('<at>Béla</at>')),
        ['card-1 <at>Anna</at>'],
      );
      assert.ok(!folded.includes('card-2 <at>Béla</at>'), 'which is Anna’s');
    });

    it('may begin from the welcome, which stays for the others', async () => {
      await bot.post({ type: 'installationUpdate', action: 'add', ...group });
      const [start] = taps(cardOf(bot.last()));
      const { body } = await bot.execute(start, bela);
      assert.equal(askedFact(body.value), 'cloud');
      assert.equal(replaced(), 0);
    });
  });

  it('greets again where the first greeting could not be sent', async () => {
    bot.channel.refuse.all = true;
    await bot.post({ type: 'installationUpdate', action: 'add' });
    bot.channel.refuse.all = false;
    const before = bot.channel.calls.length;
    await bot.post({ type: 'conversationUpdate', membersAdded: [{ id: '28:bot' }] });
    assert.equal(bot.channel.calls.length, before + 1);
  });

  it('remembers a chosen language for the person, in every conversation', async () => {
    await bot.say('magyarul');
    await bot.say('start', { conversation: { id: 'a:another' } });
    assert.match(textOf(cardOf(bot.last())), /1\. kérdés/);
  });

  it('reads the locale of clientInfo where the activity has none', async () => {
    await bot.say('start', { locale: undefined, entities: [{ type: 'clientInfo', locale: 'pt-PT' }] });
    assert.equal(bot.last().locale, 'pt-BR');
  });

  it('answers an invoke that it does not know with 501', async () => {
    const { status } = await bot.post({ type: 'invoke', name: 'task/fetch', value: {} });
    assert.equal(status, 501);
  });

  it('offers at least one tap on every card', async () => {
    await bot.say('help');
    assert.ok(taps(cardOf(bot.last())).length > 0);
  });
});

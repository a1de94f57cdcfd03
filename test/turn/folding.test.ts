import assert from 'node:assert/strict';
import { LANGUAGE_TAGS, LANGUAGES } from '../../src/language/languages.js';
import { optionKey } from '../../src/language/policy-keys.js';
import { memoryStore } from '../../src/storage/memory.js';
import type { Store } from '../../src/storage/store.js';
import { type BotServer, botServer, type Json } from './bot-server.js';
import { askedFact, cardOf, isLine, tapFor, taps, textOf } from './card-reader.js';

const english = LANGUAGES.en;

/** The id that the channel gave the last message of a conversation. */
function lastSent({ channel }: BotServer): string {
  const posts = channel.calls.filter(({ method }) => method === 'POST');
  const { path } = posts.at(-1) ?? {};
  const place = path?.split('/activities')[0];
  return `card-${posts.filter((each) => place !== undefined && each.path.startsWith(`${place}/`)).length}`;
}

describe('Teams: of an interview only the newest card lies open', () => {
  let bot: BotServer;
  let store: Store;
  beforeEach(async () => {
    store = memoryStore();
    bot = await botServer({ store });
  });
  afterEach(async () => {
    await bot.close();
  });

  /** The line that the message with this id has become. */
  function lineIn(id: string): unknown {
    const found = bot.lines().findLast(({ method, path }) => method === 'PUT' && path.endsWith(`/${id}`));
    assert.ok(found, `${id} is no line: ${bot.channel.calls.map(({ method, path }) => `${method} ${path}`)}`);
    return cardOf(found.body);
  }

  async function typed(...texts: readonly string[]): Promise<readonly string[]> {
    const sent: string[] = [];
    for (const text of texts) {
      await bot.say(text);
      sent.push(lastSent(bot));
    }
    return sent;
  }

  for (const tag of LANGUAGE_TAGS) {
    it(`a question that was answered in writing is a line with the answer and the tap that changes it (${tag})`, async () => {
      const language = LANGUAGES[tag];
      await bot.say('start', { locale: tag });
      const question = lastSent(bot);
      await bot.say('1', { locale: tag });
      const line = lineIn(question);
      const [cloud, answer] = [language.say('fact.cloud.name'), language.say(optionKey('cloud', 'public'))];
      assert.ok(textOf(line).includes(language.say('ui.answerLine', { fact: cloud, answer })), textOf(line));
      assert.deepEqual(
        taps(line).map(({ action, fact }) => [action, fact]),
        [['change', 'cloud']],
      );
      assert.equal(bot.lines().length, 1);
      assert.equal(bot.lines()[0]?.body.locale, tag);
      assert.equal(askedFact(cardOf(bot.last())), 'partner');
    });
  }

  it('the tap on a line puts its question again below, however much was said since, and the line stays', async () => {
    const [first = ''] = await typed('start', 'public', 'indirect reseller');
    const change = taps(lineIn(first))[0];
    const before = lastSent(bot);
    const answered = await bot.execute(change, { replyToId: first });
    assert.ok(isLine({ attachments: [{ content: answered.body.value }] }), 'the line is still one');
    assert.notEqual(lastSent(bot), before);
    const again = bot.last();
    assert.equal(askedFact(cardOf(again)), 'cloud');
    assert.ok(textOf(cardOf(again)).includes(english.say('ui.current')));
    assert.ok(isLine({ attachments: [{ content: lineIn(before) }] }), 'the question of before is a line');
    await bot.execute(tapFor(cardOf(again), 'cloud', 'usGov'), { replyToId: lastSent(bot) });
    assert.notEqual(askedFact(cardOf(bot.last())), 'cloud');
  });

  it('the same tap by Action.Submit does the same', async () => {
    const [first = ''] = await typed('start', 'public', 'indirect reseller');
    const [change] = taps(lineIn(first));
    await bot.post({ type: 'message', value: change, replyToId: first });
    const posts = bot.channel.calls.filter(({ method }) => method === 'POST');
    assert.equal(askedFact(cardOf(posts.at(-1)?.body ?? {})), 'cloud');
  });

  it('the line of another interview says so, and changes nothing', async () => {
    const [first = ''] = await typed('start', 'public', 'start over');
    const change = taps(lineIn(first))[0];
    const { body } = await bot.execute(change, { replyToId: first });
    assert.ok(textOf(body.value).includes(english.say('notice.stale')));
  });

  it('an earlier verdict is a line that opens the rest to be read, with nothing to tap by mistake', async () => {
    await bot.say('public cloud, indirect reseller, Microsoft 365, bought from Microsoft, support');
    await bot.say('yes');
    const verdict = cardOf(bot.last());
    const id = lastSent(bot);
    await bot.say('change partner');
    const line = lineIn(id) as { readonly body: readonly Json[] };
    const [row, rest] = line.body;
    const { title, type } = (row?.selectAction ?? {}) as Json;
    assert.equal(type, 'Action.ToggleVisibility');
    assert.ok(textOf(verdict).includes(String(title)));
    assert.equal(rest?.isVisible, false);
    assert.ok(textOf(rest).includes(String(title)), 'the whole answer is behind it');
    assert.deepEqual([...taps(line), ...taps(line, 'Action.Submit')], []);
    assert.ok(JSON.stringify(rest).includes('https://learn.microsoft.com/'), 'its links stay');
  });

  it('a card that was replaced in place is not folded; once something is typed it is', async () => {
    await bot.say('start');
    const id = lastSent(bot);
    await bot.execute(tapFor(cardOf(bot.last()), 'cloud', 'public'), { replyToId: id });
    assert.deepEqual(bot.lines(), []);
    await bot.say('indirect reseller');
    assert.ok(textOf(lineIn(id)).includes(english.say(optionKey('partner', 'indirectReseller'))));
  });

  it('a card beside the interview leaves the question open, and stays when that is answered', async () => {
    const [question = '', help = ''] = await typed('start', 'help');
    assert.deepEqual(bot.lines(), []);
    await bot.say('public');
    assert.ok(isLine({ attachments: [{ content: lineIn(question) }] }));
    assert.ok(!bot.channel.calls.some(({ path, method }) => method === 'PUT' && path.endsWith(`/${help}`)));
  });

  it('what has taken the place of the question is not folded with it', async () => {
    await bot.say('start');
    const id = lastSent(bot);
    const data = taps(cardOf(bot.last())).find(({ action }) => action === 'help');
    await bot.execute(data, { replyToId: id });
    await bot.say('public');
    assert.deepEqual(bot.lines(), []);
  });

  it('thanks are a line of text, and leave the question as it is', async () => {
    await bot.say('start');
    await bot.say('thanks');
    const { attachments, text } = bot.last();
    assert.equal(attachments, undefined);
    assert.equal(text, english.say('notice.youAreWelcome'));
    assert.deepEqual(bot.lines(), []);
  });

  it('a delivery that comes again leaves one card open', async () => {
    await bot.say('start', { id: 'same' });
    const first = lastSent(bot);
    await bot.say('start', { id: 'same' });
    assert.ok(isLine({ attachments: [{ content: lineIn(first) }] }));
    assert.equal(askedFact(cardOf(bot.last())), 'cloud');
  });

  for (const updates of [403, 404, 405, 413, 500] as const) {
    it(`the turn is answered though the older card cannot be replaced: ${updates}`, async () => {
      await bot.say('start');
      const first = lastSent(bot);
      bot.channel.refuse.updates = updates;
      const { status } = await bot.say('public');
      assert.equal(status, 200);
      assert.equal(askedFact(cardOf(bot.last())), 'partner');
      const tries = (): number => bot.channel.calls.filter(({ path }) => path.endsWith(`/${first}`)).length;
      // What is the server's fault is tried for some seconds; all else once, and in no later turn.
      await bot.say('indirect reseller');
      if (updates < 500) assert.equal(tries(), 1);
      const texts = bot.channel.calls.flatMap(({ body }) =>
        typeof body.text === 'string' ? [body.text] : [],
      );
      assert.deepEqual(texts, [], 'nobody is told of it');
    });
  }

  it('the turn is answered though the channel never answers the update', async () => {
    await bot.say('start');
    bot.channel.refuse.updates = 'silence';
    const { status } = await bot.say('public');
    assert.equal(status, 200);
    assert.equal(askedFact(cardOf(bot.last())), 'partner');
  });

  it('in a group each has a card of their own, and the line says whose', async () => {
    const group = { conversation: { id: '19:group@thread', conversationType: 'groupChat', isGroup: true } };
    const bela = { ...group, from: { id: '29:bela', name: 'Béla' }, locale: 'hu-HU' };
    await bot.say('start', group);
    const annas = lastSent(bot);
    await bot.say('start', bela);
    assert.deepEqual(bot.lines(), []);
    await bot.say('public', group);
    lineIn(annas);
    const [line] = bot.lines();
    assert.equal(line?.body.text, '<at>Anna</at>');
    assert.equal(bot.lines().length, 1);
    const [change] = taps(cardOf(line?.body ?? {}));
    const { body } = await bot.execute(change, { ...bela, replyToId: annas });
    assert.equal(body.value, LANGUAGES.hu.say('notice.foreign'));
  });

  it('an id of any length keeps the conversation under 1 KB, and what is forgotten is not written again', async () => {
    await bot.say('start');
    const key = JSON.stringify(['conversation', 'msteams', 'a:personal', '29:anna']);
    const kept = await store.read<Json>(key);
    assert.equal(kept?.value.open, lastSent(bot));
    const data = tapFor(cardOf(bot.last()), 'cloud', 'public');
    await bot.execute(data, { replyToId: 'x'.repeat(5000) });
    const after = await store.read<Json>(key);
    assert.equal(after?.value.open, undefined);
    assert.ok(JSON.stringify(after?.value).length < 1024);
    await bot.say('forget me');
    const forget = taps(cardOf(bot.last())).find(({ action }) => action === 'forgetNow');
    await bot.execute(forget, { replyToId: lastSent(bot) });
    assert.equal(await store.read(key), undefined);
  });

  it('a channel whose page folds gets no update', async () => {
    await bot.say('start', { channelId: 'webchat' });
    await bot.say('public', { channelId: 'webchat' });
    assert.deepEqual(
      bot.channel.calls.map(({ method }) => method),
      ['POST', 'POST'],
    );
  });
});

import assert from 'node:assert/strict';
import { LANGUAGE_TAGS, LANGUAGES } from '../../src/language/languages.js';
import { guide } from '../../src/policy/engine/guidance.js';
import { policyFor } from '../../src/policy/engine/policy.js';
import { receiptOf } from '../../src/receipt/receipt.js';
import { memoryStore } from '../../src/storage/memory.js';
import { assertSound, assertToRead } from '../cards/sound.js';
import { strings } from '../cards/walk.js';
import { ELIGIBLE } from '../conversation/talk.js';
import { type Answered, type BotServer, botServer, type Json } from './bot-server.js';
import { askedFact, cardOf, tapFor, taps, textOf } from './card-reader.js';

const RECEIPT = receiptOf(guide(policyFor(undefined), ELIGIBLE));

interface Result {
  readonly content: Json;
  readonly preview: { readonly content: { readonly title: string; readonly text: string } };
}

/** The results of an answer; each has what Teams needs to show it. */
function resultsOf({ status, body }: Answered): readonly Result[] {
  assert.equal(status, 200);
  const { type, attachmentLayout, attachments } = body.composeExtension as Json;
  assert.equal(type, 'result');
  assert.equal(attachmentLayout, 'list');
  for (const each of attachments as readonly (Result & Json)[]) {
    assert.equal(each.contentType, 'application/vnd.microsoft.card.adaptive');
    assert.equal(
      (each.preview as Json & Result['preview']).contentType,
      'application/vnd.microsoft.card.thumbnail',
    );
    assert.ok(each.preview.content.title.trim() !== '' && each.preview.content.text.trim() !== '');
  }
  return attachments as readonly Result[];
}

function hintOf({ status, body }: Answered): string {
  assert.equal(status, 200);
  const { type, text } = body.composeExtension as Json;
  assert.equal(type, 'message');
  return String(text);
}

describe('Teams: the message extension', () => {
  let bot: BotServer;
  beforeEach(async () => {
    bot = await botServer();
  });
  afterEach(async () => {
    await bot.close();
  });

  const invoke = (name: string, value: unknown, more: Json = {}): Promise<Answered> =>
    bot.post({ type: 'invoke', name: `composeExtension/${name}`, value, ...more });
  const query = (text: unknown, more: Json = {}, name = 'situation'): Promise<Answered> =>
    invoke(
      'query',
      { commandId: 'find', parameters: [{ name, value: text }], queryOptions: { skip: 0, count: 25 } },
      more,
    );

  for (const tag of LANGUAGE_TAGS) {
    it(`shows the usual situations before anything is typed (${tag})`, async () => {
      const language = LANGUAGES[tag];
      const opened = resultsOf(await query('true', { locale: tag }, 'initialRun'));
      assert.ok(opened.length >= 5);
      for (const { content, preview } of opened) {
        assertToRead(content, preview.content.title);
        assertSound(content, preview.content.text, preview.content.title);
        assert.equal(content.lang, language.base);
        assert.ok(textOf(content).includes(language.say('ui.steps')));
      }
      const empty = resultsOf(await query('', { locale: tag }));
      assert.deepEqual(
        empty.map(({ preview }) => preview),
        opened.map(({ preview }) => preview),
      );
    });

    it(`brings a receipt back, typed and as a link (${tag})`, async () => {
      const more = { locale: tag };
      const url = `https://advisor.example/r/${RECEIPT}`;
      const answers = [
        await query(RECEIPT.toLowerCase(), more),
        await query(url, more),
        await invoke('queryLink', { url }, more),
        await invoke('anonymousQueryLink', { url }, more),
      ];
      for (const answer of answers) {
        const [only, ...others] = resultsOf(answer);
        assert.equal(others.length, 0);
        assert.ok(only && textOf(only.content).includes(RECEIPT));
        assert.ok(only.preview.content.title.includes(LANGUAGES[tag].say('eligibility.eligible')));
        assertToRead(only.content, tag);
      }
    });
  }

  it('finds guidance for a typed situation, and what each answer to the next question leads to', async () => {
    const [first, ...branches] = resultsOf(await query('m365 ea indirect reseller'));
    assert.ok(first && branches.length > 1 && branches.length < 10);
    for (const { content, preview } of [first, ...branches]) assertToRead(content, preview.content.title);
    assert.equal(new Set(branches.map(({ preview }) => preview.content.title)).size, branches.length);
    const [whole] = resultsOf(await query('public cloud, m365 ea indirect reseller support'));
    assert.ok(whole?.preview.content.title.includes(LANGUAGES.en.say('eligibility.eligible')));
  });

  it('previews the answers and not the names of the questions, in every language', async () => {
    for (const tag of LANGUAGE_TAGS) {
      const [first] = resultsOf(await query('true', { locale: tag }, 'initialRun'));
      const text = first?.preview.content.text ?? '';
      assert.ok(text.includes(LANGUAGES[tag].say('option.cloud.public')));
      assert.ok(!text.includes(LANGUAGES[tag].say('fact.seller.name')), `${tag}: ${text}`);
    }
  });

  it('hints at what to type where it understood nothing', async () => {
    for (const junk of [
      'lorem ipsum',
      '🙂',
      '\u0024{1+1}',
      '<script>alert(1)</script>',
      'a'.repeat(100_000),
      'not EA',
    ]) {
      assert.equal(hintOf(await query(junk)), LANGUAGES.en.say('extension.nothing'), junk.slice(0, 20));
    }
    assert.equal(hintOf(await query('lorem', { locale: 'hu' })), LANGUAGES.hu.say('extension.nothing'));
  });

  it('answers what is malformed without an error', async () => {
    const values: readonly unknown[] = [
      undefined,
      null,
      7,
      'x',
      [],
      {},
      { parameters: null },
      { parameters: 'x' },
      { parameters: [null, 7, [], { name: 7 }, { value: {} }] },
      { parameters: [{ name: 'situation', value: 7 }] },
      { url: 7 },
      { url: {} },
      { messagePayload: null },
      { messagePayload: { body: 7 } },
      { messagePayload: { body: { content: { a: 1 } } } },
      { data: null },
      { data: [] },
      { data: { action: {}, cloud: ['public'], seller: '__proto__' } },
      { data: { cloud: 'public'.repeat(10_000) } },
      { __proto__: null, constructor: 'x' },
    ];
    for (const name of ['query', 'queryLink', 'anonymousQueryLink', 'fetchTask', 'submitAction']) {
      for (const value of values) {
        const { status, body } = await invoke(name, value);
        assert.equal(status, 200, `${name} ${JSON.stringify(value)}`);
        assert.ok(body.composeExtension !== undefined || body.task !== undefined);
        for (const each of strings(body)) assert.ok(!each.includes('\u0024{'));
      }
    }
  });

  it('refuses what it does not offer with 501', async () => {
    for (const name of ['selectItem', 'setting', 'querySettingUrl', 'onCardButtonClicked', 'x', ''])
      assert.equal((await invoke(name, {})).status, 501, name);
  });

  it('answers two people in two languages, interleaved, alone and in a group', async () => {
    const group = { conversation: { id: '19:g@thread', conversationType: 'groupChat', isGroup: true } };
    for (const where of [{}, group]) {
      const people = LANGUAGE_TAGS.map((tag) => ({ ...where, from: { id: `29:${tag}` }, locale: tag }));
      const answers = await Promise.all([...people, ...people].map((more) => query('lorem', more)));
      answers.forEach((answer, index) => {
        const tag = LANGUAGE_TAGS[index % LANGUAGE_TAGS.length] ?? 'en';
        assert.equal(hintOf(answer), LANGUAGES[tag].say('extension.nothing'));
      });
    }
  });

  it('answers in the language that the person chose in the chat', async () => {
    await bot.say('magyarul');
    assert.equal(hintOf(await query('lorem')), LANGUAGES.hu.say('extension.nothing'));
  });

  it('sends no message, and leaves the conversation as it is', async () => {
    await bot.say('start');
    const card = cardOf(bot.last());
    const before = bot.channel.calls.length;
    await query('m365 ea indirect reseller');
    await query(RECEIPT);
    await invoke('fetchTask', { messagePayload: { body: { content: 'We have Azure' } } });
    await invoke('submitAction', { data: { action: 'insert', cloud: 'china' } });
    assert.equal(bot.channel.calls.length, before);
    const next = await bot.execute(tapFor(card, 'cloud', 'public'));
    assert.equal(next.body.statusCode, 200);
    assert.notEqual(askedFact(next.body.value), 'cloud', 'the card from before is still live');
  });

  it('stores nothing', async () => {
    const store = memoryStore();
    const written: string[] = [];
    const watched: typeof store = {
      ...store,
      read: (key) => store.read(key),
      write: (key, value, expected) => {
        written.push(key);
        return store.write(key, value, expected);
      },
      delete: (key) => store.delete(key),
      close: () => store.close(),
    };
    const other = await botServer({ store: watched });
    try {
      for (const name of ['query', 'fetchTask', 'submitAction'])
        await other.post({ type: 'invoke', name: `composeExtension/${name}`, value: {} });
      assert.deepEqual(written, []);
      assert.equal((await other.say('1')).status, 200);
      assert.ok(written.length > 0, 'a turn does write');
      assert.ok(taps(cardOf(other.last())).length > 0);
    } finally {
      await other.close();
    }
  });

  it('finds what the policy says to a question, and explains a word', async () => {
    const found = resultsOf(await query('does multi-channel work with an EA?'));
    assert.match(found[0]?.preview.content.text ?? '', /Enterprise Agreement/);
    const term = hintOf(await query('what is an indirect reseller?'));
    assert.ok(term.includes(LANGUAGES.en.say('option.partner.indirectReseller.note')), term);
    assert.equal(hintOf(await query('is it allowed to park here?')), LANGUAGES.en.say('rule.notInPolicy'));
  });
});

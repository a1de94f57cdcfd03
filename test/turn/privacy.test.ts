import assert from 'node:assert/strict';
import { CaseStore } from '../../src/cases/case-store.js';
import { LANGUAGE_TAGS, LANGUAGES } from '../../src/language/languages.js';
import type { WordListKey } from '../../src/language/message-keys.js';
import { DAY, DRAFT, made } from '../cases/case-contract.js';
import { watchedStore } from '../operation/watched-store.js';
import { type BotServer, botServer, type Json } from './bot-server.js';
import { cardOf, taps, textOf } from './card-reader.js';

function tapOf(message: Json, action: string): Json {
  const found = taps(cardOf(message)).find((data) => data.action === action);
  if (found === undefined) throw new Error(`The card offers no ${action}.`);
  return found;
}

describe('Teams: what do you know about me, and forget me', () => {
  let bot: BotServer;
  let kept: ReturnType<typeof watchedStore>;
  beforeEach(async () => {
    kept = watchedStore();
    bot = await botServer({ store: kept.store });
  });
  afterEach(() => bot.close());

  const shown = (): string => textOf(cardOf(bot.last()));
  const tap = (data: Json, more: Json = {}) =>
    bot.post({ type: 'message', value: data, replyToId: 'card-1', ...more });
  const ANNA = ['conversation', 'msteams', 'a:personal', '29:anna'];

  for (const tag of LANGUAGE_TAGS) {
    const language = LANGUAGES[tag];
    const more = { locale: tag };
    const words = (key: WordListKey): string => language.alternatives(key)[0] ?? '';

    it(`works in ${tag}, typed and tapped, and leaves nothing in the store`, async () => {
      await bot.post({
        type: 'conversationUpdate',
        membersAdded: [{ id: '28:bot' }],
        ...more,
      });
      await bot.say(language.say('language.self'), more);
      for (const text of ['start', '1', '4']) await bot.say(text, more);
      await bot.say(words('command.known'), more);
      assert.ok(shown().includes(language.say('option.partner.notCsp')));
      assert.equal(kept.keys().length, 3, String(kept.keys()));
      await tap(tapOf(bot.last(), 'forget'), more);
      assert.ok(shown().includes(language.say('privacy.confirmTitle')));
      assert.equal(kept.keys().length, 3);
      await tap(tapOf(bot.last(), 'forgetNow'), more);
      assert.ok(shown().includes(language.say('notice.forgotten')));
      assert.deepEqual(kept.keys(), []);

      await bot.say('start', more);
      assert.ok(shown().includes(language.say('fact.cloud.question')), 'it goes on as new');
      await bot.say(words('command.forget'), more);
      await bot.say(language.say('privacy.confirmYes'), more);
      assert.ok(shown().includes(language.say('notice.forgotten')));
      assert.deepEqual(kept.keys(), []);
    });
  }

  for (const tag of LANGUAGE_TAGS) {
    it(`shows the cases that somebody keeps in ${tag}, and deletes them with the rest`, async () => {
      const language = LANGUAGES[tag];
      const cases = new CaseStore(kept.store);
      const keeper = { channel: 'msteams', user: '29:anna' };
      await made(cases, keeper);
      await made(cases, keeper, { ...DRAFT, label: '' });
      await bot.say(language.alternatives('command.known')[0] ?? '', { locale: tag });
      for (const said of [shown(), String((cardOf(bot.last()) as Json).fallbackText)]) {
        assert.ok(said.includes('Contoso'));
        assert.ok(said.includes(language.say('privacy.caseOf', { day: language.date(DAY) })));
        assert.ok(said.includes(language.say('privacy.casesKept', { days: 365 })));
      }
      await bot.say(language.alternatives('command.forget')[0] ?? '', { locale: tag });
      await bot.say(language.say('privacy.confirmYes'), { locale: tag });
      assert.deepEqual(kept.keys(), []);
    });
  }

  it('forgets the language that was chosen: the next turn is in that of the client', async () => {
    await bot.say('magyar');
    await bot.say('adataim törlése');
    await tap(tapOf(bot.last(), 'forgetNow'));
    await bot.say('start');
    assert.ok(shown().includes(LANGUAGES.en.say('fact.cloud.question')));
  });

  it('makes every card of before a stranger’s', async () => {
    await bot.say('start');
    const question = taps(cardOf(bot.last()));
    await bot.say('1');
    await bot.say('forget me');
    const confirm = tapOf(bot.last(), 'forgetNow');
    await tap(confirm);
    await bot.say('start');
    const olds = question.filter(({ from }) => from !== undefined);
    assert.ok(olds.length > 3);
    for (const old of olds) {
      await tap(old);
      assert.ok(shown().includes(LANGUAGES.en.say('notice.foreign')), JSON.stringify(old));
    }
    await bot.say('1');
    const before = await kept.store.read(JSON.stringify(ANNA));
    await tap(confirm);
    assert.ok(shown().includes(LANGUAGES.en.say('notice.foreign')), 'the old confirmation deletes nothing');
    assert.ok(before !== undefined && (await kept.store.read(JSON.stringify(ANNA))) !== undefined);
    await bot.say('show');
    assert.ok(shown().includes(LANGUAGES.en.say('option.cloud.public')));
  });

  it('deletes what it can, says that it was not all, and all of it the next time', async () => {
    await bot.say('magyar');
    await bot.say('angol');
    await bot.say('english');
    for (const failing of ['"conversation"', '"person"']) {
      await bot.say('start');
      kept.broken.delete = (key) => key.includes(failing);
      await bot.say('forget me');
      await tap(tapOf(bot.last(), 'forgetNow'));
      assert.ok(shown().includes(LANGUAGES.en.say('notice.notForgotten')));
      assert.ok(!shown().includes(LANGUAGES.en.say('notice.forgotten')));
      const left = kept.keys();
      assert.ok(left.length > 0 && left.every((key) => key.includes(failing)), String(left));
      kept.broken.delete = () => false;
      await bot.say('english');
    }
    await bot.say('forget me');
    await tap(tapOf(bot.last(), 'forgetNow'));
    assert.deepEqual(kept.keys(), []);
  });

  it('in a group shows and deletes only what is the asker’s', async () => {
    const group = { conversation: { id: '19:group@thread', conversationType: 'groupChat', isGroup: true } };
    const bela = { ...group, from: { id: '29:bela', name: 'Béla' } };
    await bot.post({ type: 'conversationUpdate', membersAdded: [{ id: '28:bot' }], ...group });
    for (const text of ['start', '1', '4']) await bot.say(text, group);
    for (const text of ['start', '3']) await bot.say(text, bela);
    await bot.say('what do you know about me', bela);
    assert.ok(shown().includes(LANGUAGES.en.say('option.cloud.china')));
    assert.ok(!shown().includes(LANGUAGES.en.say('option.partner.notCsp')));
    const mine = tapOf(bot.last(), 'forget');
    await tap(mine, group);
    assert.ok(!shown().includes(LANGUAGES.en.say('privacy.confirmTitle')), 'not with somebody else’s card');
    await bot.say('forget me', bela);
    const confirm = tapOf(bot.last(), 'forgetNow');
    const before = kept.keys();
    await tap(confirm, group);
    assert.deepEqual(kept.keys(), before, 'nobody deletes what is another’s');
    await tap(confirm, bela);
    const left = kept.keys();
    assert.ok(left.every((key) => !key.includes('29:bela')));
    assert.ok(left.some((key) => key.includes('29:anna')));
    assert.ok(
      left.some((key) => key.includes('greeted')),
      'the greeting was for all of them',
    );
    await bot.say('what do you know about me', group);
    assert.ok(shown().includes(LANGUAGES.en.say('option.partner.notCsp')));
  });

  it('is answered once where the channel delivers the confirmation again', async () => {
    await bot.say('start');
    await bot.say('1');
    await bot.say('forget me');
    const confirm = { id: 'confirm', type: 'message', value: tapOf(bot.last(), 'forgetNow'), replyToId: 'c' };
    await bot.post(confirm);
    await bot.post(confirm);
    assert.ok(shown().includes(LANGUAGES.en.say('notice.forgotten')));
    assert.deepEqual(kept.keys(), []);
  });
});

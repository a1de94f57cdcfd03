import assert from 'node:assert/strict';
import { LANGUAGES } from '../../src/language/languages.js';
import { watchedStore } from '../operation/watched-store.js';
import { type BotServer, botServer, type Json } from './bot-server.js';
import { askedFact, cardOf, tapFor, textOf } from './card-reader.js';

const { en } = LANGUAGES;
const DIRECT = en.say('option.partner.directBill');
const ELSEWHERE = { conversation: { id: 'a:another', conversationType: 'personal' } };

describe('Teams: what need not be asked', () => {
  let bot: BotServer;
  let kept: ReturnType<typeof watchedStore>;
  beforeEach(async () => {
    kept = watchedStore();
    bot = await botServer({ store: kept.store, teamsCloud: 'public' });
  });
  afterEach(() => bot.close());

  const shown = (): unknown => cardOf(bot.last());

  async function answerPartner(more: Json = {}): Promise<void> {
    await bot.say('start', more);
    assert.equal(askedFact(shown()), 'partner', 'Teams says the cloud');
    assert.ok(textOf(shown()).includes(en.say('ui.assumed', { answer: en.say('option.cloud.public') })));
    await bot.execute(tapFor(shown(), 'partner', 'directBill'), more);
  }

  it('is not asked of the same person in another conversation, and is said to be as last time', async () => {
    await answerPartner();
    await bot.say('start', ELSEWHERE);
    assert.notEqual(askedFact(shown()), 'partner');
    assert.ok(textOf(shown()).includes(en.say('ui.asLastTime', { answer: DIRECT })));
  });

  it('is another person’s own', async () => {
    await answerPartner();
    await bot.say('start', { from: { id: '29:bert', name: 'Bert' }, ...ELSEWHERE });
    assert.equal(askedFact(shown()), 'partner');
  });

  it('is not what the receipt of another partner says', async () => {
    await bot.say('MC-8ET7-QE');
    assert.ok(textOf(shown()).includes(DIRECT));
    await bot.say('restart');
    assert.equal(askedFact(shown()), 'partner');
    await bot.say('start', ELSEWHERE);
    assert.equal(askedFact(shown()), 'partner');
  });

  it('stays beside a chosen language, whichever came first', async () => {
    await answerPartner();
    await bot.say('in Deutsch');
    await bot.say('magyarul');
    await bot.say('start', ELSEWHERE);
    const { hu } = LANGUAGES;
    const answer = hu.say('option.partner.directBill');
    assert.ok(textOf(shown()).includes(hu.say('ui.asLastTime', { answer })));
  });

  it('is forgotten with its person', async () => {
    await answerPartner();
    await bot.say('forget me');
    await bot.say(en.say('privacy.confirmYes'));
    assert.deepEqual(kept.keys(), []);
    await bot.say('start', ELSEWHERE);
    assert.equal(askedFact(shown()), 'partner');
  });

  it('is asked again where the same Teams is not of the public cloud', async () => {
    await bot.close();
    bot = await botServer();
    await bot.say('start');
    assert.equal(askedFact(shown()), 'cloud');
  });
});

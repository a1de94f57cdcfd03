import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { CaseStore } from '../../src/cases/case-store.js';
import { keeperId } from '../../src/cases/keeper.js';
import { PageDoor } from '../../src/cases/page/page-door.js';
import { LANGUAGE_TAGS, LANGUAGES } from '../../src/language/languages.js';
import { memoryStore } from '../../src/storage/memory.js';
import type { Store } from '../../src/storage/store.js';
import { ANNA, made } from '../cases/case-contract.js';
import { type BotServer, botServer, type Json } from './bot-server.js';
import { cardOf, taps, textOf } from './card-reader.js';

const ADDRESS = 'https://advisor.contoso.com';
const GROUP: Json = { conversation: { id: '19:group@thread', conversationType: 'groupChat', isGroup: true } };
const PAGE = { action: 'case', what: 'page' };

describe('Teams: the way to the page of one’s cases', () => {
  let store: Store;
  let door: PageDoor;
  let bot: BotServer;
  beforeEach(async () => {
    store = memoryStore();
    door = new PageDoor({ key: randomBytes(32), store, now: Date.now });
    bot = await botServer({ store, web: { address: ADDRESS, door } });
    await made(new CaseStore(store));
  });
  afterEach(() => bot.close());

  const offered = (): Json | undefined =>
    taps(cardOf(bot.last())).find(({ action, what }) => action === 'case' && what === 'page');
  const tap = (value: Json, more: Json = {}) =>
    bot.post({ type: 'message', value, replyToId: 'card-1', ...more });
  const sent = (): string => JSON.stringify(bot.last());

  for (const tag of LANGUAGE_TAGS) {
    const language = LANGUAGES[tag];

    it(`is a link and a code in ${tag}, good once, for whoever asked`, async () => {
      const locale = { locale: tag };
      await bot.say(language.alternatives('command.cases')[0] ?? '', locale);
      await tap(offered() ?? assert.fail('it is not offered'), locale);
      const shown = textOf(cardOf(bot.last()));
      for (const key of ['kept.pageText', 'kept.pageTab', 'kept.pageOnce', 'kept.pageCode'] as const)
        assert.ok(shown.includes(language.say(key)), key);
      const [link = '', code = ''] =
        /https:[^"]*\/\?mode=cases&with=code&locale=[\w-]+#([\w.-]+)/.exec(sent()) ?? [];
      assert.ok(link.startsWith(`${ADDRESS}/?`) && link.includes(`locale=${tag}#`), sent());
      assert.equal(sent().split(code).length > 2, true, 'the same stands in the box to copy');
      assert.equal((await door.enter(code))?.keeper, keeperId(ANNA));
      assert.equal(await door.enter(code), undefined);
    });
  }

  it('is given to nobody in a group, whatever they tap', async () => {
    await bot.say('my cases', GROUP);
    assert.equal(offered(), undefined);
    await tap(PAGE, GROUP);
    assert.ok(!sent().includes('mode=cases'));
    assert.ok(textOf(cardOf(bot.last())).includes(LANGUAGES.en.say('kept.mine')));
  });

  it('is not there where the address of the bot is not known, nor where there are no cases', async () => {
    const ben = {
      from: { id: '29:ben', name: 'Ben' },
      conversation: { id: 'a:ben', conversationType: 'personal' },
    };
    await bot.say('my cases', ben);
    assert.equal(offered(), undefined);
    const unknown = await botServer({ store });
    try {
      await unknown.say('my cases');
      assert.ok(taps(cardOf(unknown.last())).every(({ what }) => what !== 'page'));
      await unknown.post({ type: 'message', value: PAGE, replyToId: 'card-1' });
      assert.ok(!JSON.stringify(unknown.last()).includes('mode=cases'));
    } finally {
      await unknown.close();
    }
  });
});

import assert from 'node:assert/strict';
import { watchedOr } from '../../src/cases/case-changes.js';
import { CaseStore } from '../../src/cases/case-store.js';
import { keeperId } from '../../src/cases/keeper.js';
import { Reaches } from '../../src/cases/reminders/reach.js';
import { Reminders } from '../../src/cases/reminders/reminders.js';
import { remindData } from '../../src/conversation/action.js';
import { LANGUAGES } from '../../src/language/languages.js';
import { memoryStore } from '../../src/storage/memory.js';
import type { Store } from '../../src/storage/store.js';
import { ANNA, DAY, made } from '../cases/case-contract.js';
import { reachOf, WITH_GDAP } from '../cases/rounds-world.js';
import { type BotServer, botServer } from './bot-server.js';
import { cardOf, textOf } from './card-reader.js';

const { en } = LANGUAGES;

describe('Teams: an answer to a letter', () => {
  let store: Store;
  let cases: CaseStore;
  let reminders: Reminders;
  let bot: BotServer;
  let id: string;
  beforeEach(async () => {
    store = memoryStore();
    reminders = new Reminders(store, { now: Date.now });
    cases = new CaseStore(store, [reminders]);
    bot = await botServer({ store });
    ({ id } = await made(cases, ANNA, WITH_GDAP));
    await reminders.start(ANNA, id, DAY);
  });
  afterEach(() => bot.close());

  const answer = (data: Omit<Parameters<typeof remindData>[0], 'case'>, more = {}) =>
    bot.post({ type: 'message', value: remindData({ case: id, ...data }), ...more });
  const shown = (): string => textOf(cardOf(bot.last()));

  it('ticks the step, as whoever it is for', async () => {
    await answer({ what: 'done', step: 'customerApprovesGdap', by: 'customer' });
    assert.ok(shown().includes(en.say('notice.remindDone')));
    const [tick] = (await cases.open(ANNA, id))?.ticks ?? [];
    assert.equal(tick?.step, 'customerApprovesGdap');
    assert.equal(tick?.by, 'customer');
  });

  it('ticks nothing that is no step of the plan', async () => {
    await answer({ what: 'done', step: 'cancelOldAzure', by: 'customer' });
    assert.deepEqual((await cases.open(ANNA, id))?.ticks, []);
  });

  it('stops, and watches no longer', async () => {
    await cases.change(ANNA, id, watchedOr(true), DAY);
    await answer({ what: 'stop' });
    assert.ok(shown().includes(en.say('notice.remindStop')));
    assert.equal((await reminders.state(ANNA, id)).on, false);
    await answer({ what: 'unwatch' });
    assert.ok(shown().includes(en.say('notice.remindUnwatch')));
    assert.equal((await cases.open(ANNA, id))?.watched, false);
  });

  it('says where the case is not kept any more, or is somebody else’s', async () => {
    await answer({ what: 'later' }, { from: { id: '29:ben', name: 'Ben' }, conversation: { id: 'a:ben' } });
    assert.ok(shown().includes(en.say('notice.remindGone')));
    await cases.delete(ANNA, id);
    await answer({ what: 'later' });
    assert.ok(shown().includes(en.say('notice.remindGone')));
  });

  it('tells where the keeper is and by which clock they live', async () => {
    assert.equal((await reminders.state(ANNA, id)).reached, false);
    await answer({ what: 'later' }, { localTimezone: 'Asia/Shanghai', locale: 'zh-CN' });
    const reach = await new Reaches(store).read(keeperId(ANNA));
    assert.equal(reach?.zone, 'Asia/Shanghai');
    assert.equal(reach?.language, 'zh-CN');
    assert.equal(reach?.address.conversation, 'a:personal');
    await answer({ what: 'later' }, { localTimezone: 'Mars/Olympus' });
    assert.equal((await new Reaches(store).read(keeperId(ANNA)))?.zone, 'UTC');
  });

  it('in a group tells nothing of where the keeper is: others would read what is written there', async () => {
    await answer({ what: 'later' }, { conversation: { id: '19:group', isGroup: true } });
    assert.equal((await reminders.state(ANNA, id)).reached, false);
  });

  it('is not needed where the bot was removed and is there again', async () => {
    await reminders.reachedAt(ANNA, reachOf(ANNA), DAY);
    await new Reaches(store).block(keeperId(ANNA), DAY);
    assert.equal((await reminders.state(ANNA, id)).blocked, DAY);
    await bot.post({ type: 'installationUpdate', action: 'add' });
    assert.equal((await reminders.state(ANNA, id)).blocked, undefined);
    await bot.post({ type: 'installationUpdate', action: 'add', from: { id: '29:new', name: '' } });
    assert.equal(await new Reaches(store).read(keeperId({ channel: 'msteams', user: '29:new' })), undefined);
  });
});

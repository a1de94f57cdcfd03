import assert from 'node:assert/strict';
import { CaseStore } from '../../src/cases/case-store.js';
import { LANGUAGES, type LanguageTag } from '../../src/language/languages.js';
import { memoryStore } from '../../src/storage/memory.js';
import type { Store } from '../../src/storage/store.js';
import { ANNA, BEN } from '../cases/case-contract.js';
import { type BotServer, botServer, type Json } from './bot-server.js';
import { cardOf, taps, textOf } from './card-reader.js';

/** Somebody in a chat of Teams who taps what the last card offers. */
function someone(bot: BotServer, more: Json) {
  const shown = (): string => textOf(cardOf(bot.last()));
  const offered = (what: string): Json | undefined =>
    taps(cardOf(bot.last())).find((data) => data.action === 'case' && data.what === what);
  return {
    shown,
    offered,
    say: (text: string) => bot.say(text, more),
    tap: (data: Json | undefined, fields: Json = {}) => {
      assert.ok(data, 'the card has no such tap');
      return bot.post({ type: 'message', value: { ...data, ...fields }, replyToId: 'card-1', ...more });
    },
    async does(what: string, fields: Json = {}) {
      await this.tap(offered(what), fields);
    },
  };
}

for (const tag of ['en', 'hu'] as const satisfies readonly LanguageTag[]) {
  const language = LANGUAGES[tag];
  const words = (key: 'cases' | 'keep'): string => language.alternatives(`command.${key}`)[0] ?? '';

  describe(`Teams in ${tag}: a case that is kept`, () => {
    let store: Store;
    let cases: CaseStore;
    let bot: BotServer;
    let anna: ReturnType<typeof someone>;
    beforeEach(async () => {
      store = memoryStore();
      cases = new CaseStore(store);
      bot = await botServer({ store });
      anna = someone(bot, { locale: tag });
      await answered(anna);
    });
    afterEach(() => bot.close());

    /** As far as the guidance. */
    async function answered(who: ReturnType<typeof someone>): Promise<void> {
      await who.say(language.alternatives('command.start')[0] ?? '');
      for (let turn = 0; turn < 9; turn += 1) {
        const question = taps(cardOf(bot.last())).filter(({ action }) => action === 'answer');
        const wanted: Json = {
          cloud: 'public',
          partner: 'directBill',
          service: 'license',
          seller: 'microsoft',
          goal: 'support',
          region: 'same',
        };
        const answer = question.find(({ fact, value }) => wanted[String(fact)] === value) ?? question[0];
        if (answer === undefined) return;
        await who.tap(answer);
      }
    }

    async function kept(label = 'Nr. 7'): Promise<string> {
      await anna.does('keepAs');
      assert.ok(anna.shown().includes(language.say('kept.nobody')), 'it says that nobody is to be named');
      await anna.does('keep', { label });
      const [first] = await cases.list(ANNA);
      return first?.id ?? assert.fail('nothing was kept');
    }

    it('is kept with one tap and a label, listed, opened, ticked and deleted', async () => {
      const id = await kept();
      assert.ok(anna.shown().includes(language.say('notice.caseKept')));
      assert.ok(anna.shown().includes('Nr. 7'));
      await anna.does('tick');
      const [tick] = (await cases.open(ANNA, id))?.ticks ?? [];
      assert.ok(tick, 'the step is ticked');
      assert.ok(anna.shown().includes(language.say(`step.${tick.step}`)));
      await anna.say(words('cases'));
      assert.ok(anna.shown().includes('Nr. 7'));
      await anna.does('open');
      assert.ok(anna.shown().includes(language.say('kept.steps')));
      await anna.does('delete');
      assert.ok(anna.shown().includes(language.say('kept.deleteText')));
      assert.equal((await cases.list(ANNA)).length, 1, 'nothing is deleted before it was confirmed');
      await anna.does('deleteNow');
      assert.ok(anna.shown().includes(language.say('notice.caseDeleted')));
      assert.deepEqual(await cases.list(ANNA), []);
    });

    it('is nobody else’s, whoever taps', async () => {
      const id = await kept();
      const ben = someone(bot, { from: { id: BEN.user, name: 'Ben' }, conversation: { id: 'a:ben' } });
      for (const what of ['open', 'delete', 'deleteNow', 'close', 'invite', 'dates']) {
        await ben.tap({ action: 'case', what, case: id });
        assert.ok(ben.shown().includes(LANGUAGES.en.say('notice.caseGone')), what);
      }
      await ben.tap({ action: 'case', what: 'tick', case: id, step: 'requestGdap', done: 'yes' });
      assert.deepEqual((await cases.open(ANNA, id))?.ticks, []);
    });
  });
}

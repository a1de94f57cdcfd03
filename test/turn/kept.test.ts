import assert from 'node:assert/strict';
import { CaseStore } from '../../src/cases/case-store.js';
import { Reminders } from '../../src/cases/reminders/reminders.js';
import { LISTED_CASES } from '../../src/conversation/case-screen.js';
import { LANGUAGE_TAGS, LANGUAGES, type LanguageTag } from '../../src/language/languages.js';
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

    it('is reached however many there are: each card leads to the older ones, and the last back to the first', async () => {
      const draft = { shared: [], subscriptions: [[]], told: '2026-11' } as const;
      const labels = Array.from({ length: 2 * LISTED_CASES + 2 }, (_, at) => `no ${at + 100}`);
      for (const label of labels) await cases.create(ANNA, { ...draft, label }, '2026-11-20');
      await anna.say(words('cases'));
      const seen: string[] = [];
      for (let card = 0; card < 3; card += 1) {
        const listed = taps(cardOf(bot.last())).filter(({ what }) => what === 'open');
        assert.ok(listed.length > 0 && listed.length <= LISTED_CASES);
        seen.push(...listed.map((data) => String(data.case)));
        const older = taps(cardOf(bot.last())).find(
          (data) => data.what === 'list' && data.after !== undefined,
        );
        assert.equal(older === undefined, card === 2);
        if (older !== undefined) await anna.tap(older);
      }
      assert.equal(new Set(seen).size, labels.length);
      const first = anna.shown();
      // More than there are, as an old card may say: the last of them.
      await anna.tap({ ...anna.offered('list'), action: 'case', what: 'list', after: '99' });
      assert.equal(anna.shown(), first);
      await anna.does('list');
      assert.equal(taps(cardOf(bot.last())).filter(({ what }) => what === 'open').length, LISTED_CASES);
    });

    it('is renamed, closed, opened again, and its reminders and news are switched', async () => {
      const id = await kept();
      const now = async () => (await cases.open(ANNA, id)) ?? assert.fail('it is gone');
      await anna.does('rename');
      await anna.does('name', { label: 'Nr. 8' });
      assert.equal((await now()).label, 'Nr. 8');
      assert.ok(anna.shown().includes('Nr. 8'));
      await anna.does('close');
      assert.ok(anna.shown().includes(language.say('notice.caseClosed')));
      assert.ok((await now()).closed);
      await anna.does('reopen');
      assert.equal((await now()).closed, undefined);
      await anna.does('settings');
      await anna.does('watch');
      assert.equal((await now()).watched, true);
      await anna.does('unwatch');
      assert.equal((await now()).watched, false);
      const reminders = new Reminders(store, { now: Date.now });
      assert.equal((await reminders.state(ANNA, id)).on, true, 'whoever keeps a case is reminded of it');
      await anna.does('unremind');
      assert.equal((await reminders.state(ANNA, id)).on, false);
      await anna.does('setHour', { hour: '7' });
      assert.equal((await reminders.state(ANNA, id)).hour, 7);
      await anna.does('open');
      await anna.does('tick');
      assert.equal((await reminders.state(ANNA, id)).hour, 7, 'it stays, whenever they write');
    });

    it('has the days on which its steps were really done, and lapses are counted from there', async () => {
      const id = await kept();
      for (let step = 0; step < 9; step += 1) {
        const next = taps(cardOf(bot.last())).find(({ what, done }) => what === 'tick' && done === 'yes');
        if (next === undefined) break;
        await anna.tap(next);
        if (next.step === 'requestGdap') break;
      }
      await anna.does('dates');
      await anna.does('setDays', { 'day-requestGdap': '2026-11-01', 'day-noSuchStep': '2026-11-02' });
      const tick = (await cases.open(ANNA, id))?.ticks.find(({ step }) => step === 'requestGdap');
      assert.equal(tick?.day, '2026-11-01');
      const day = language.date('2027-01-30');
      assert.ok(anna.shown().includes(language.say('lapsesOn.gdapRequest', { day })), anna.shown());
      await anna.does('dates');
      await anna.does('setDays', { 'day-requestGdap': 'tomorrow' });
      const same = (await cases.open(ANNA, id))?.ticks.find(({ step }) => step === 'requestGdap');
      assert.equal(same?.day, '2026-11-01', 'what is no day changes nothing');
    });

    it('is changed by what is corrected in the chat, and keeps its ticks', async () => {
      const id = await kept();
      await anna.does('tick');
      const before = (await cases.open(ANNA, id)) ?? assert.fail();
      await anna.tap(taps(cardOf(bot.last())).find(({ action }) => action === 'show'));
      const change = taps(cardOf(bot.last())).find(
        ({ action, fact }) => action === 'change' && fact === 'goal',
      );
      await anna.tap(change);
      const other = taps(cardOf(bot.last())).find(
        ({ action, fact, value }) => action === 'answer' && fact === 'goal' && value !== 'support',
      );
      await anna.tap(other);
      const after = (await cases.open(ANNA, id)) ?? assert.fail();
      assert.equal(new Map(after.subscriptions[0]).get('goal'), other?.value);
      assert.deepEqual(after.ticks, before.ticks);
      await anna.say(language.alternatives('command.restart')[0] ?? '');
      await answered(anna);
      assert.deepEqual(
        (await cases.open(ANNA, id))?.subscriptions,
        after.subscriptions,
        'the next customer is another',
      );
    });

    it('is opened over what was answered, which is not lost', async () => {
      await kept();
      await anna.say(language.alternatives('command.restart')[0] ?? '');
      await anna.say('1');
      await anna.say(words('cases'));
      await anna.does('open');
      assert.match(anna.shown(), /MC-/, 'the receipt of what was answered');
      await anna.say(words('keep'));
      assert.ok(anna.shown().includes(language.say('notice.caseKeptAlready')));
      assert.equal((await cases.list(ANNA)).length, 1);
    });

    it('is shared by an invitation that is sent on, until nobody else is to come', async () => {
      const id = await kept();
      const ben = someone(bot, {
        from: { id: BEN.user, name: 'Ben' },
        conversation: { id: 'a:ben' },
        locale: tag,
      });
      await anna.does('share');
      await anna.does('invite');
      const [invitation = ''] = /CASE-[\w-]{24}/.exec(anna.shown()) ?? [];
      await ben.say(`→ ${invitation}.`);
      assert.ok(ben.shown().includes(language.say('notice.caseJoined')));
      await ben.does('tick');
      assert.equal((await cases.open(ANNA, id))?.ticks.length, 1);
      await anna.say(words('cases'));
      await anna.does('open');
      assert.ok(anna.shown().includes(language.say('kept.sharedNow')));
      await anna.does('share');
      await anna.does('unshare');
      const carol = someone(bot, {
        from: { id: '29:carol', name: 'C' },
        conversation: { id: 'a:c' },
        locale: tag,
      });
      await carol.say(invitation);
      assert.ok(carol.shown().includes(language.say('notice.caseNotJoined')));
      await anna.say(words('cases'));
      await anna.does('open');
      await anna.does('delete');
      assert.ok(anna.shown().includes(language.say('kept.deleteShared')));
      await anna.does('deleteNow');
      assert.equal((await cases.list(BEN)).length, 1);
    });

    it('says so where it was deleted: a late tap changes nothing, nor does what is answered then', async () => {
      const id = await kept();
      const tick = anna.offered('tick');
      await cases.delete(ANNA, id);
      await anna.tap(tick);
      assert.ok(anna.shown().includes(language.say('notice.caseGone')));
      await anna.tap({ action: 'case', what: 'open', case: id });
      assert.ok(anna.shown().includes(language.say('notice.caseGone')));
      await anna.say(words('keep'));
      assert.ok(anna.offered('keep'), 'it can be kept anew');
    });

    it('is written down once, however often its keeping is tapped', async () => {
      await anna.does('keepAs');
      const keep = anna.offered('keep');
      await Promise.all([anna.tap(keep), anna.tap(keep), anna.tap(keep)]);
      assert.equal((await cases.list(ANNA)).length, 1);
    });

    it('gives its files behind links, or says where they are to be had', async () => {
      await kept();
      await anna.does('export');
      assert.ok(anna.shown().includes(language.say('kept.exportText')));
      assert.ok(anna.shown().includes(language.say('kept.noLinks')));
    });

    it('shows no label to a group, and can be joined there by whoever reads it', async () => {
      const id = await kept();
      const group = {
        conversation: { id: '19:group@thread', conversationType: 'groupChat', isGroup: true },
        locale: tag,
      };
      const annas = someone(bot, group);
      const bens = someone(bot, { ...group, from: { id: BEN.user, name: 'Ben' } });
      for (const line of [words('cases'), language.alternatives('command.known')[0] ?? '']) {
        await annas.say(line);
        assert.ok(
          annas.shown().includes(language.say('kept.mine')) ||
            annas.shown().includes(language.say('privacy.cases')),
        );
        assert.ok(!JSON.stringify(bot.last()).includes('Nr. 7'), line);
      }
      for (const side of ['dates', 'settings', 'rename', 'delete', 'export', 'share']) {
        await annas.say(words('cases'));
        await annas.does('open');
        await annas.does(side);
        assert.ok(!JSON.stringify(bot.last()).includes('Nr. 7'), side);
      }
      await annas.does('invite');
      assert.ok(!JSON.stringify(bot.last()).includes('Nr. 7'));
      await bens.does('join');
      assert.ok(bens.shown().includes(language.say('notice.caseJoined')));
      assert.equal((await cases.open(BEN, id))?.keepers.length, 2);
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

describe('Teams: the words for kept cases', () => {
  for (const tag of LANGUAGE_TAGS) {
    it(`are understood in ${tag}, and say that there are none, or that it is too early`, async () => {
      const language = LANGUAGES[tag];
      const bot = await botServer({ store: memoryStore() });
      try {
        for (const words of language.alternatives('command.cases')) {
          await bot.say(words, { locale: tag });
          assert.ok(textOf(cardOf(bot.last())).includes(language.say('kept.none')), words);
        }
        for (const words of language.alternatives('command.keep')) {
          await bot.say(words, { locale: tag });
          assert.ok(textOf(cardOf(bot.last())).includes(language.say('notice.caseTooEarly')), words);
        }
      } finally {
        await bot.close();
      }
    });
  }
});

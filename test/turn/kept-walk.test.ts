import assert from 'node:assert/strict';
import ICAL from 'ical.js';
import { pino } from 'pino';
import { CaseStore } from '../../src/cases/case-store.js';
import { CaseFiles } from '../../src/cases/export/case-files.js';
import { Reminders } from '../../src/cases/reminders/reminders.js';
import { Rounds } from '../../src/cases/reminders/rounds.js';
import { Connector } from '../../src/channels/botframework/connector.js';
import { sendUnasked } from '../../src/channels/botframework/send-unasked.js';
import { LANGUAGES, type LanguageTag } from '../../src/language/languages.js';
import { memoryStore } from '../../src/storage/memory.js';
import type { Store } from '../../src/storage/store.js';
import { postLetters } from '../../src/turn/post-letters.js';
import { ANNA, DAY } from '../cases/case-contract.js';
import { type BotServer, botServer, type Json } from './bot-server.js';
import { cardOf, taps, textOf } from './card-reader.js';

const HOUR = 3_600_000;

/** What somebody tells in two sentences, of two subscriptions. */
const TOLD = {
  en: 'We are a direct bill partner, the customer is in the public cloud and in our region. They have Microsoft 365 bought from Microsoft and Azure from another partner, and we want to support both.',
  hu: 'Közvetlen számlázású partner vagyunk, az ügyfél a nyilvános felhőben és a mi régiónkban van. Microsoft 365-öt a Microsofttól vettek, Azure-t egy másik partnertől, és mindkettőt támogatni szeretnénk.',
} as const satisfies Partial<Record<LanguageTag, string>>;

const WANTED: Json = {
  cloud: 'public',
  partner: 'directBill',
  region: 'same',
  service: 'license',
  seller: 'microsoft',
  goal: 'support',
  relationship: 'no',
  state: 'active',
};

for (const tag of ['en', 'hu'] as const) {
  const language = LANGUAGES[tag];

  describe(`Teams in ${tag}: a customer from two sentences to the end`, () => {
    let store: Store;
    let cases: CaseStore;
    let bot: BotServer;
    let ahead = 0;
    const now = (): number => Date.now() + ahead;
    beforeEach(async () => {
      ahead = 0;
      store = memoryStore();
      cases = new CaseStore(store, [new Reminders(store, { now })]);
      bot = await botServer({ store });
    });
    afterEach(() => bot.close());

    const shown = (): string => textOf(cardOf(bot.last()));
    const offered = (action: string, more: Json = {}): Json | undefined =>
      taps(cardOf(bot.last())).find((data) =>
        Object.entries({ action, ...more }).every(([name, value]) => data[name] === value),
      );
    const tap = (data: Json | undefined, fields: Json = {}) => {
      assert.ok(data, `there is no such tap on: ${shown()}`);
      return bot.post({ type: 'message', value: { ...data, ...fields }, replyToId: 'card-1', locale: tag });
    };
    const does = (what: string, fields: Json = {}) => tap(offered('case', { what }), fields);

    /** Confirms, answers and goes on with what waits, as far as the guidance of all that was told. */
    async function asFarAsGuidance(): Promise<void> {
      for (let turn = 0; turn < 40; turn += 1) {
        const all = taps(cardOf(bot.last()));
        const accepts = all.filter(({ action }) => action === 'accept');
        const accept = accepts.find(({ fact }) => fact === undefined) ?? accepts[0];
        const answers = all.filter(({ action }) => action === 'answer');
        const answer = answers.find(({ fact, value }) => WANTED[String(fact)] === value) ?? answers[0];
        const next = offered('subscription', { what: 'next' });
        const step = accept ?? answer ?? next;
        if (step === undefined) return;
        await tap(step);
      }
    }

    /** Goes round as the product does, once an hour of a clock that is that far ahead. */
    async function until(days: number): Promise<void> {
      const connector = new Connector({ identity: undefined });
      const log = pino({ level: 'silent' });
      const post = postLetters((to, activity) => sendUnasked(connector, to, activity), log);
      const rounds = new Rounds(store, { now, post });
      for (const end = ahead + days * 24 * HOUR; ahead < end; ahead += HOUR) await rounds.round();
    }

    it('is one plan, ticked, reminded of, told of a change, exported and deleted', async () => {
      await bot.say(TOLD[tag], { locale: tag });
      await asFarAsGuidance();
      await tap(offered('subscription', { what: 'another' }));
      await asFarAsGuidance();
      assert.ok(shown().includes(language.say('case.title', { count: 3 })), shown());
      await does('keepAs');
      await does('keep', { label: 'Nr. 7' });
      const [{ id, subscriptions } = assert.fail('nothing is kept')] = await cases.list(ANNA);
      assert.equal(subscriptions.length, 3);

      // The steps are ticked until somebody else has to act on a request that lapses.
      for (let turn = 0; turn < 15; turn += 1) {
        const next = offered('case', { what: 'tick', done: 'yes' });
        assert.ok(next, shown());
        await tap(next);
        if (next.step === 'requestGdap') break;
      }
      const ticked = (await cases.open(ANNA, id)) ?? assert.fail();
      assert.ok(ticked.ticks.length > 0 && ticked.ticks.every(({ day }) => day !== ''));
      assert.ok(ticked.ticks.some(({ step }) => step === 'requestGdap'));

      // A reminder comes, and its "done" ticks the step.
      const before = bot.channel.calls.length;
      await until(8);
      assert.ok(bot.channel.calls.length > before, 'nobody was written to');
      assert.ok(shown().includes(language.say('letter.reminder', { name: 'Nr. 7' })), shown());
      const done = offered('remind', { what: 'done' });
      await tap(done);
      const after = (await cases.open(ANNA, id)) ?? assert.fail();
      assert.ok(after.ticks.some(({ step }) => step === done?.step));

      // A newer edition answers otherwise than the one that was known: it is told.
      await bot.say(language.alternatives('command.cases')[0] ?? '', { locale: tag });
      await does('open');
      await does('settings');
      await does('watch');
      await cases.told(id, '2020-06');
      await until(2);
      assert.ok(shown().includes(language.say('letter.news', { name: 'Nr. 7' })), shown());
      assert.ok(shown().includes(language.say('letter.ticked')), 'the ticks are set against the new plan');

      const files = new CaseFiles({ key: new Uint8Array(32).fill(1), now, find: (each) => cases.find(each) });
      const kept = (await cases.open(ANNA, id)) ?? assert.fail();
      const { csv, ics = '' } = files.linksOf(ANNA, kept, tag);
      const [table, calendar] = await Promise.all(
        [csv, ics].map((path) => files.open(path.split('/')[2] ?? '')),
      );
      assert.ok(table?.body.includes('Nr. 7'));
      if (ics !== '') assert.equal(ICAL.parse(calendar?.body ?? '')[0], 'vcalendar');

      await bot.say(language.alternatives('command.cases')[0] ?? '', { locale: tag });
      await does('open');
      await does('delete');
      await does('deleteNow');
      assert.deepEqual(await cases.list(ANNA), []);
      const silent = bot.channel.calls.length;
      await until(20);
      assert.equal(bot.channel.calls.length, silent, `nobody is written to of what is deleted on ${DAY}`);
    });
  });
}

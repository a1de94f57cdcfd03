import assert from 'node:assert/strict';
import { CaseStore } from '../../src/cases/case-store.js';
import { planView } from '../../src/conversation/interview/case-view.js';
import { LANGUAGES } from '../../src/language/languages.js';
import { caseOf } from '../../src/policy/case/case.js';
import { policyFor } from '../../src/policy/engine/policy.js';
import { memoryStore } from '../../src/storage/memory.js';
import type { Store } from '../../src/storage/store.js';
import { ANNA, BEN } from '../cases/case-contract.js';
import { WITH_GDAP } from '../cases/rounds-world.js';
import { type BotServer, botServer, type Json } from './bot-server.js';
import { cardOf, taps, textOf } from './card-reader.js';

const GROUP: Json = { conversation: { id: '19:group@thread', conversationType: 'groupChat', isGroup: true } };
const BENS: Json = { from: { id: BEN.user, name: 'Ben Bennett' } };

/** What three subscriptions are told of in one text. */
const TOLD = {
  en: 'We are a direct bill partner, public cloud, same region. They have Microsoft 365 bought from Microsoft, Azure from another partner, and perpetual Office licences from a shop, and we want to support all three.',
  hu: 'Közvetlen számlázású partner vagyunk, nyilvános felhő, azonos régió. Van Microsoft 365-ük a Microsofttól, Azure-juk egy másik partnertől, és örökös Office-licencük egy boltból; mindhármat támogatni szeretnénk.',
} as const;

describe('A case that a group shares', () => {
  let store: Store;
  let cases: CaseStore;
  let bot: BotServer;
  /** Every value that was written, as text. */
  let written: string[];
  beforeEach(async () => {
    written = [];
    const memory = memoryStore();
    store = {
      ...memory,
      write(key, value, version) {
        written.push(`${key} ${JSON.stringify(value)}`);
        return memory.write(key, value, version);
      },
    };
    cases = new CaseStore(store);
    bot = await botServer({ store });
  });
  afterEach(() => bot.close());

  const does = (what: string, more: Json, fields: Json = {}) => {
    const data = taps(cardOf(bot.last())).find((each) => each.action === 'case' && each.what === what);
    return bot.post({
      type: 'message',
      value: { ...(data ?? assert.fail(`no ${what}`)), ...fields },
      replyToId: 'card-1',
      ...more,
    });
  };

  it('is whose it was until they share it; then it shows who ticked what by role, and by no name anywhere', async () => {
    const { id } = (await cases.create(ANNA, WITH_GDAP, '2026-11-23')) ?? assert.fail();
    await bot.say('my cases', { ...GROUP, ...BENS });
    assert.ok(textOf(cardOf(bot.last())).includes(LANGUAGES.en.say('kept.none')), 'Ben has none of it');
    await bot.say('my cases', GROUP);
    await does('open', GROUP);
    await does('share', GROUP);
    await does('invite', GROUP);
    await does('join', { ...GROUP, ...BENS });
    const tick = taps(cardOf(bot.last())).find(({ what, done }) => what === 'tick' && done === 'yes');
    await does('tick', { ...GROUP, ...BENS });
    await bot.say('my cases', GROUP);
    await does('open', GROUP);
    const shown = textOf(cardOf(bot.last()));
    const [done] = (await cases.open(ANNA, id))?.ticks ?? [];
    assert.equal(done?.step, tick?.step);
    const who = ['salesAgent', 'adminAgent'].includes(String(done?.by))
      ? LANGUAGES.en.say(`role.${done?.by}` as 'role.adminAgent')
      : LANGUAGES.en.say(`actor.${done?.by}` as 'actor.you');
    const day = LANGUAGES.en.date(done?.day ?? '');
    assert.ok(shown.includes(LANGUAGES.en.say('kept.doneOn', { day, who })), shown);
    assert.ok(!shown.includes('Bennett'));
    const ofCases = written.filter((each) => each.startsWith('["case'));
    assert.ok(ofCases.some((each) => each.includes(String(done?.step))));
    for (const each of ofCases) {
      assert.ok(!each.includes('Bennett'), each);
      assert.ok(each.startsWith('["case-reach"') || !each.includes(BEN.user), each);
    }
  });
});

for (const tag of ['en', 'hu'] as const) {
  const language = LANGUAGES[tag];

  describe(`Three subscriptions in one text (${tag})`, () => {
    it('are three of the customer, each with its own answers, and kept as one case', async () => {
      const store = memoryStore();
      const bot = await botServer({ store });
      try {
        const last = () => taps(cardOf(bot.last()));
        await bot.say(TOLD[tag], { locale: tag });
        for (let turn = 0; turn < 20; turn += 1) {
          const next =
            last().find(({ action, fact }) => action === 'accept' && fact === undefined) ??
            last().find(({ action, what }) => action === 'subscription' && what === 'next') ??
            last().find(({ action, value }) => action === 'accept' && value !== undefined) ??
            last().find(({ action, value }) => action === 'answer' && value !== 'unknown');
          if (next === undefined) break;
          await bot.post({ type: 'message', value: next, replyToId: 'card-1', locale: tag });
        }
        const shown = textOf(cardOf(bot.last()));
        assert.ok(shown.includes(language.say('case.title', { count: 3 })), shown);
        await bot.say(language.alternatives('command.keep')[0] ?? '', { locale: tag });
        const keep = last().find(({ what }) => what === 'keep') ?? assert.fail(textOf(cardOf(bot.last())));
        await bot.post({ type: 'message', value: { ...keep, label: '3' }, replyToId: 'card-1', locale: tag });
        const [kept] = await new CaseStore(store).list(ANNA);
        const services = kept?.subscriptions.map((each) => new Map(each).get('service'));
        assert.deepEqual(services, ['license', 'usage', 'other']);
        assert.equal(new Map(kept?.shared).get('partner'), 'directBill');
      } finally {
        await bot.close();
      }
    });
  });
}

describe('Teams: the message extension and a whole case', () => {
  it('finds it by its code, as one result that is about all of its subscriptions', async () => {
    const bot = await botServer();
    try {
      const all = caseOf({ cloud: 'public', partner: 'directBill' }, [
        { service: 'license', seller: 'microsoft', goal: 'support' },
        { service: 'usage', seller: 'cspPartner', goal: 'support' },
      ]);
      const { receipt } = planView(policyFor(undefined), all);
      const value = { commandId: 'find', parameters: [{ name: 'situation', value: receipt }] };
      const { body } = await bot.post({ type: 'invoke', name: 'composeExtension/query', value });
      const { attachments } = body.composeExtension as { attachments: readonly { content: unknown }[] };
      assert.equal(attachments.length, 1);
      const shown = textOf(attachments[0]?.content);
      assert.ok(shown.includes(LANGUAGES.en.say('option.service.usage')), shown);
      assert.ok(shown.includes(receipt), 'with the code that brings all of it back');
    } finally {
      await bot.close();
    }
  });
});

import assert from 'node:assert/strict';
import { LANGUAGES } from '../../src/language/languages.js';
import { optionKey } from '../../src/language/policy-keys.js';
import type { OptionId } from '../../src/policy/facts.js';
import { ownWords, questionIn, saidIn, UNDERSTOOD } from '../language/stories.js';
import { type BotServer, botServer, type Json } from './bot-server.js';
import { askedFact, cardOf, tapFor, taps, textOf } from './card-reader.js';

const TWO = [
  [
    'en',
    "Public cloud, we're an indirect reseller. E3 through EA, and an Azure plan from another CSP partner. We do the admin for both.",
  ],
  [
    'hu',
    'Nyilvános felhő, közvetett viszonteladók vagyunk. E3 EA-ban, és egy Azure plan egy másik CSP-partnertől. Mindkettőt mi üzemeltetnénk.',
  ],
  [
    'pt-BR',
    'Nuvem pública, somos revenda indireta. E3 no EA e um Azure plan com outro parceiro CSP. Vamos administrar os dois.',
  ],
] as const;

describe('Teams: own words', () => {
  let bot: BotServer;
  beforeEach(async () => {
    bot = await botServer();
  });
  afterEach(() => bot.close());

  for (const tag of UNDERSTOOD) {
    const language = LANGUAGES[tag];
    const locale = { locale: tag };

    it(`are shown before they count, and lead to guidance with a receipt (${tag})`, async () => {
      await bot.say(ownWords(tag), locale);
      const understood = cardOf(bot.last());
      const shown = textOf(understood);
      for (const answer of saidIn(language)) assert.ok(shown.includes(answer), answer);
      const accept = taps(understood).find(({ action }) => action === 'accept');
      assert.ok(accept);
      const { body: asked } = await bot.execute(accept, locale);
      const { body } = await bot.execute(tapFor(asked.value, 'cloud', 'public'), locale);
      const guidance = textOf(body.value);
      assert.ok(guidance.includes(language.say('eligibility.eligible')), guidance);
      const [receipt = ''] = /MC-[0-9A-Z]{4}-[0-9A-Z]+/.exec(guidance) ?? [];
      await bot.say(receipt, {
        ...locale,
        conversation: { id: 'a:other' },
        from: { id: '29:bela', name: 'Béla' },
      });
      const opened = textOf(cardOf(bot.last()));
      assert.ok(opened.includes(language.say('notice.receiptTrue')), opened);
      assert.ok(opened.includes(language.say('eligibility.eligible')), opened);
    });

    it(`that ask about the rules are answered beside the open question (${tag})`, async () => {
      await bot.say('start', locale);
      const before = askedFact(cardOf(bot.last()));
      await bot.say(questionIn(tag), locale);
      const answer = cardOf(bot.last());
      assert.equal(askedFact(answer), before);
      for (const told of [textOf(answer), String((answer as Json).fallbackText)]) {
        assert.ok(told.includes(language.say('eligibility.eligible')), told);
        assert.ok(told.includes(language.say('rule.general')), told);
      }
    });
  }

  for (const [tag, line] of TWO) {
    const language = LANGUAGES[tag];
    const locale = { locale: tag };
    const option = (fact: 'service' | 'seller', value: string): string =>
      language.say(optionKey(fact, value as OptionId));

    it(`about two subscriptions are confirmed one after the other (${tag})`, async () => {
      await bot.say(line, locale);
      const first = cardOf(bot.last());
      assert.ok(textOf(first).includes(option('seller', 'enterpriseAgreement')), textOf(first));
      assert.ok(!textOf(first).includes(option('seller', 'cspPartner')), textOf(first));
      const accept = taps(first).find(({ action }) => action === 'accept');
      assert.ok(accept);
      const { body } = await bot.execute(accept, locale);
      assert.ok(textOf(body.value).includes(language.say('eligibility.eligible')), textOf(body.value));
      const next = taps(body.value).find(({ what }) => what === 'next');
      assert.ok(next);
      const { body: second } = await bot.execute(next, locale);
      assert.ok(textOf(second.value).includes(option('seller', 'cspPartner')), textOf(second.value));
      assert.ok(textOf(second.value).includes(option('service', 'usage')), textOf(second.value));
    });
  }
});

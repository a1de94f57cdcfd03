import assert from 'node:assert/strict';
import { LANGUAGE_TAGS, LANGUAGES } from '../../src/language/languages.js';
import { placesText } from '../../src/language/places/places-text.js';
import { watchedStore } from '../operation/watched-store.js';
import { type BotServer, botServer, type Json } from './bot-server.js';
import { askedFact, cardOf, tapFor, taps, textOf } from './card-reader.js';

const SITUATION: Readonly<Record<string, string>> = {
  cloud: 'public',
  partner: 'indirectReseller',
  service: 'license',
  seller: 'enterpriseAgreement',
  goal: 'support',
};
const CHANNELS = [
  ['Teams', 'Action.Execute', {}],
  ['Direct Line', 'Action.Submit', { channelId: 'webchat' }],
] as const;

for (const [channel, kind, more] of CHANNELS) {
  describe(`${channel}: two countries`, () => {
    let bot: BotServer;
    let kept: ReturnType<typeof watchedStore>;
    beforeEach(async () => {
      kept = watchedStore();
      bot = await botServer({ store: kept.store });
    });
    afterEach(() => bot.close());

    /** Taps as this client does, and returns the card that follows. */
    async function tapped(data: Json, locale: string): Promise<unknown> {
      if (kind === 'Action.Execute') return (await bot.execute(data, { locale })).body.value;
      await bot.post({ type: 'message', value: data, ...more, locale });
      return cardOf(bot.last());
    }

    function tapOf(card: unknown, action: string, fact?: string): Json {
      const found = taps(card, kind).find(
        (data) => data.action === action && (fact === undefined || data.fact === fact),
      );
      return found ?? assert.fail(`no ${action}`);
    }

    /** Comes to the question of the region, and returns its card. */
    async function asked(locale: string): Promise<unknown> {
      await bot.say('start', { ...more, locale });
      let card = cardOf(bot.last());
      for (let fact = askedFact(card, kind); fact !== undefined; fact = askedFact(card, kind)) {
        card = await tapped(tapFor(card, fact, SITUATION[fact] ?? 'unknown', kind), locale);
      }
      return tapped(tapOf(card, 'change', 'region'), locale);
    }

    for (const tag of LANGUAGE_TAGS) {
      it(`are filled in on the card and shown with the answer (${tag})`, async () => {
        const card = await asked(tag);
        const check = tapOf(card, 'countries');
        const names = new Intl.DisplayNames(tag, { type: 'region' });
        const half = await tapped(
          { ...check, customerCountry: names.of('DE'), partnerCountry: 'Atlantis' },
          tag,
        );
        assert.ok(textOf(half).includes('Atlantis'));
        assert.equal(askedFact(half, kind), 'region');
        const fields = { customerCountry: names.of('DE'), partnerCountry: 'AT' };
        const answer = await tapped({ ...tapOf(half, 'countries'), ...fields }, tag);
        assert.ok(
          JSON.stringify(answer).includes(placesText(LANGUAGES[tag], { customer: 'DE', partner: 'AT' })),
        );
        assert.equal(askedFact(answer, kind), undefined);
      });
    }

    it('are typed, stay with the conversation, and are another pair after another answer', async () => {
      await asked('en');
      await bot.say('we are in Austria, the customer is in Germany', { ...more, locale: 'en' });
      const same = placesText(LANGUAGES.en, { customer: 'DE', partner: 'AT' });
      await bot.say('why', { ...more, locale: 'en' });
      await bot.say('start', { ...more, locale: 'en' });
      assert.ok(JSON.stringify(bot.last()).includes(same));
      await bot.say(`change ${LANGUAGES.en.say('fact.region.name')}`, { ...more, locale: 'en' });
      await bot.say('US / Canada', { ...more, locale: 'en' });
      const different = placesText(LANGUAGES.en, { customer: 'US', partner: 'CA' });
      assert.ok(JSON.stringify(bot.last()).includes(different));
      assert.ok(!JSON.stringify(bot.last()).includes(same));
    });
  });
}

import assert from 'node:assert/strict';
import { keeperId } from '../../src/cases/keeper.js';
import { LANGUAGE_TAGS, LANGUAGES } from '../../src/language/languages.js';
import { writeReceipt } from '../../src/receipt/receipt.js';
import { memoryStore } from '../../src/storage/memory.js';
import type { Store } from '../../src/storage/store.js';
import { ELIGIBLE } from '../conversation/talk.js';
import { type BotServer, botServer, type Json } from './bot-server.js';
import { askedFact, cardOf, tapFor, taps, textOf } from './card-reader.js';

const SITUATION: Readonly<Record<string, string>> = {
  cloud: 'public',
  partner: 'indirectReseller',
  service: 'license',
  seller: 'enterpriseAgreement',
  goal: 'support',
};

/** How Copilot says where it is: both ways that are seen. */
const IN_COPILOT: Readonly<Record<string, Json>> = {
  'by its product context': { channelData: { productContext: 'COPILOT' } },
  'by an entity': { entities: [{ type: 'ProductInfo', id: 'COPILOT' }] },
};
const HERE: Json = { channelData: { productContext: 'COPILOT' } };

interface Suggested {
  readonly actions: readonly { readonly title: string; readonly value: string }[];
}

describe('Microsoft 365 Copilot: activities to /api/messages', () => {
  let bot: BotServer;
  let store: Store;
  beforeEach(async () => {
    store = memoryStore();
    bot = await botServer({ store });
  });
  afterEach(() => bot.close());

  const tap = (data: Json, more: Json) =>
    bot.post({ type: 'message', value: data, replyToId: 'card-1', ...more });
  const suggestedIn = ({ suggestedActions }: Json): Suggested['actions'] =>
    (suggestedActions as Suggested | undefined)?.actions ?? [];

  /** Goes through the interview as people there would: by suggestions where they are, else by taps. */
  async function interview(more: Json, tag = 'en'): Promise<void> {
    const language = LANGUAGES[tag as keyof typeof LANGUAGES];
    await bot.say(language.alternatives('command.start')[0] ?? '', { locale: tag, ...more });
    for (let asked = 0; asked < 8; asked += 1) {
      const last = bot.last();
      const suggested = suggestedIn(last);
      if (suggested.length > 0) {
        const wanted = Object.entries(SITUATION).map(([fact, option]) =>
          language.maybe(`option.${fact}.${option}`),
        );
        const said = suggested.find(({ value }) => wanted.includes(value)) ?? assert.fail(String(last.text));
        await bot.say(said.value, { locale: tag, ...more });
        continue;
      }
      const fact = askedFact(cardOf(last), 'Action.Submit');
      if (fact === undefined) return;
      await tap(tapFor(cardOf(last), fact, SITUATION[fact] ?? 'unknown', 'Action.Submit'), {
        locale: tag,
        ...more,
      });
    }
    assert.fail('no answer');
  }

  for (const [how, more] of Object.entries(IN_COPILOT)) {
    it(`is known ${how}, and answered by new messages only`, async () => {
      await interview(more);
      assert.deepEqual(new Set(bot.channel.calls.map(({ method }) => method)), new Set(['POST']));
      assert.deepEqual(taps(cardOf(bot.last()), 'Action.Execute'), []);
      assert.match(String(bot.last().text), /\[1\]/);
    });
  }

  for (const tag of LANGUAGE_TAGS) {
    it(`leads to an answer with its sources by what it suggests and by taps (${tag})`, async () => {
      await interview(HERE, tag);
      const { text, entities } = bot.last();
      const language = LANGUAGES[tag];
      assert.ok(String(text).includes(language.say('eligibility.eligible')), String(text));
      assert.ok(String(text).includes(language.say('step.requestJointRelationship')), String(text));
      const urls = JSON.stringify(entities).match(/https:\/\/learn\.microsoft\.com/g) ?? [];
      assert.ok(urls.length > 0);
    });
  }

  it('understands own words, and every suggestion is understood as the answer that it stands for', async () => {
    await bot.say('start', HERE);
    const suggested = suggestedIn(bot.last());
    assert.ok(suggested.length > 1);
    for (const [index, { value }] of suggested.entries()) {
      const elsewhere = { ...HERE, conversation: { id: `a:${index}`, conversationType: 'personal' } };
      await bot.say('start', elsewhere);
      const before = String(bot.last().text);
      await bot.say(value, elsewhere);
      const { text, attachments } = bot.last();
      assert.notEqual(String(text), before);
      const shown = attachments === undefined ? String(text) : textOf(cardOf(bot.last()));
      assert.ok(!shown.includes(LANGUAGES.en.say('notice.notUnderstood')), value);
    }
  });

  it('shares what is kept of a person with Teams, and is never written to by itself', async () => {
    await interview(HERE);
    const [keep] = taps(cardOf(bot.last()), 'Action.Submit').filter(({ action }) => action === 'case');
    assert.ok(keep !== undefined, 'a case can be kept');
    await tap(keep, HERE);
    const [save] = taps(cardOf(bot.last()), 'Action.Submit').filter(({ action }) => action === 'case');
    assert.ok(save !== undefined, 'it is asked what to call it');
    await tap(save, HERE);
    await bot.say('my cases');
    assert.ok(taps(cardOf(bot.last())).some(({ action }) => action === 'case'));
    const reached = await store.read(
      JSON.stringify(['case-reach', keeperId({ channel: 'msteams', user: '29:anna' })]),
    );
    assert.equal(reached, undefined);
  });

  for (const tag of LANGUAGE_TAGS) {
    it(`promises no reminder there of a case that is kept, and does in Teams (${tag})`, async () => {
      const language = LANGUAGES[tag];
      const cards: string[] = [];
      const heard = () => cards.push(textOf(cardOf(bot.last())));
      const does = async (what: string, more: Json): Promise<void> => {
        const data = [...taps(cardOf(bot.last())), ...taps(cardOf(bot.last()), 'Action.Submit')].find(
          (each) => each.action === 'case' && each.what === what,
        );
        await tap({ ...(data ?? assert.fail(`no ${what}`)), label: 'Nr. 7' }, { locale: tag, ...more });
        heard();
      };
      await interview(HERE, tag);
      for (const what of ['keepAs', 'keep', 'settings']) await does(what, HERE);
      const [asked = '', , settings = ''] = cards;
      assert.ok(asked.includes(language.say('kept.askTextListed')), asked);
      assert.ok(!asked.includes(language.say('kept.askText')));
      assert.ok(settings.includes(language.say('kept.notWritten')), settings);
      assert.ok(!settings.includes(language.say('kept.atReturn')), 'there is no browser to come back in');
      assert.ok(!settings.includes(language.say('kept.hour')));
      const inTeams = {
        from: { id: '29:ben', name: 'Ben' },
        conversation: { id: 'a:ben', conversationType: 'personal' },
      };
      const receipt = writeReceipt({ edition: '2026-11', situation: ELIGIBLE, everyCloud: false });
      await bot.say(receipt, { locale: tag, ...inTeams });
      for (const what of ['keepAs', 'keep', 'settings']) await does(what, inTeams);
      assert.ok(cards[3]?.includes(language.say('kept.askText')), cards[3]);
      assert.ok(!cards[5]?.includes(language.say('kept.notWritten')));
    });
  }

  it('keeps to Teams’ own ways in Teams, also beside Copilot', async () => {
    await bot.say('start', { channelData: { productContext: 'TEAMS' } });
    assert.ok(taps(cardOf(bot.last()), 'Action.Execute').length > 0);
    assert.equal(bot.last().text, undefined);
    await bot.say('start', { channelId: 'directline', ...HERE });
    assert.equal(bot.last().suggestedActions, undefined);
  });
});

import assert from 'node:assert/strict';
import { statementText } from '../../src/cards/guidance-text.js';
import { LOOK } from '../../src/cards/look.js';
import { insertable, messageReadingCard } from '../../src/cards/lookup-cards.js';
import { correctedReading, readMessage, search } from '../../src/conversation/lookup.js';
import { LANGUAGE_TAGS, LANGUAGES, type LanguageTag } from '../../src/language/languages.js';
import { FACT_IDS } from '../../src/policy/facts.js';
import { receiptOf } from '../../src/receipt/receipt.js';
import { someOf, tries } from '../effort.js';
import { Dice, randomSituation } from '../proof/worlds.js';
import { SEVERAL } from './case-views.js';
import { assertSound, assertToRead, inputs } from './sound.js';
import { eligibilityToday, verdictWords } from './verdict-words.js';
import { DECIDED, OPEN } from './views.js';
import { texts } from './walk.js';

const ALL = [...DECIDED, ...OPEN].map(({ name, view }) => ({ name, guidance: view.screen.guidance }));

for (const [index, tag] of LANGUAGE_TAGS.entries()) {
  const language = LANGUAGES[tag];
  /** All in every language, or where it has to be quick each in one of them. */
  const some = () => someOf(ALL, LANGUAGE_TAGS.length, index);

  describe(`A card to insert into a chat, in ${tag}`, () => {
    it('is to be read, and sound, for every guidance', () => {
      for (const { name, guidance } of some()) {
        const { card, title, text } = insertable(language, { guidance, if: undefined });
        assertSound(card, String(card.fallbackText), name);
        assertToRead(card, name);
        assert.ok(title.includes(LOOK[eligibilityToday(guidance)].icon), name);
        for (const each of verdictWords(language, guidance)) assert.ok(title.includes(each), name);
        assert.ok(text.trim() !== '' && !text.includes('undefined'), name);
      }
    });

    it('says the whole guidance, with its receipt', () => {
      for (const { name, guidance } of some()) {
        const shown = texts(insertable(language, { guidance, if: undefined }).card).join('\n');
        for (const step of guidance.steps)
          assert.ok(shown.includes(statementText(language, `step.${step.id}`, step)), name);
        for (const caution of guidance.cautions)
          assert.ok(shown.includes(statementText(language, `caution.${caution.id}`, caution)), name);
        assert.ok(shown.includes(receiptOf(guidance)), name);
      }
    });
  });

  describe(`The plan for several subscriptions to insert into a chat, in ${tag}`, () => {
    const cases = [...someOf(SEVERAL, LANGUAGE_TAGS.length, index)].flatMap(({ name, view }) =>
      view.screen.among === undefined ? [] : [{ name, whole: view.screen.among.whole }],
    );

    it('is to be read, and sound, and short enough for a message', () => {
      assert.ok(cases.length > 0);
      for (const { name, whole } of cases) {
        const { card, title, text } = insertable(language, { whole });
        assertSound(card, String(card.fallbackText), name);
        assertToRead(card, name);
        assert.equal(title, language.say('case.title', { count: whole.plan.guidances.length }));
        assert.ok(text.trim() !== '' && !text.includes('undefined'), name);
      }
    });

    it('says the verdict of each, every step with those it is for, and the code of all', () => {
      for (const { name, whole } of cases) {
        const shown = texts(insertable(language, { whole }).card).join('\n');
        for (const guidance of whole.plan.guidances)
          for (const each of verdictWords(language, guidance)) assert.ok(shown.includes(each), name);
        for (const step of whole.plan.steps)
          assert.ok(shown.includes(statementText(language, `step.${step.id}`, step)), name);
        assert.ok(shown.includes(whole.receipt), name);
      }
    });
  });

  describe(`The form of the action on a message, in ${tag}`, () => {
    it('is sound in any situation, and stands at what was read', () => {
      const dice = new Dice(3);
      for (let times = 0; times < tries({ all: 60, quick: 15 }); times += 1) {
        const situation = randomSituation(dice, 5);
        const card = messageReadingCard(language, correctedReading(situation), false);
        assertSound(card, texts(card).join('\n'), JSON.stringify(situation));
        for (const { id, value } of inputs(card)) {
          const wanted = situation[id as (typeof FACT_IDS)[number]];
          if (wanted !== undefined) assert.equal(value, wanted, JSON.stringify(situation));
        }
      }
    });
  });
}

/** What sets each of what was found apart from the others. */
function conditions(found: ReturnType<typeof search>) {
  return (found ?? []).map((each) => ('whole' in each ? undefined : each.if));
}

describe('What the message extension finds', () => {
  it('is at most ten, in little, whatever is typed', () => {
    const lines = [
      '',
      'azure',
      'm365',
      'ea',
      'GCC',
      'takeover',
      'support m365',
      'another reseller',
      '21Vianet',
    ];
    for (const tag of LANGUAGE_TAGS) {
      for (const line of lines) {
        const found = search(line, tag) ?? [];
        assert.ok(found.length > 0 && found.length <= 10, `${tag}: ${line}`);
        const sizes = found.map((each) => JSON.stringify(insertable(LANGUAGES[tag], each)).length);
        assert.ok(
          sizes.every((size) => size < 40_000),
          line,
        );
        const branches = conditions(found).flatMap((each) => each?.value ?? []);
        assert.equal(new Set(branches).size, branches.length);
      }
    }
  });

  it('branches where one thing can mean two, into just these', () => {
    const [, ...branches] = conditions(search('another reseller sold it', 'en'));
    assert.deepEqual(branches, [
      { fact: 'seller', value: 'cspPartner' },
      { fact: 'seller', value: 'otherReseller' },
    ]);
  });

  const TOGETHER: Readonly<Record<LanguageTag, string>> = {
    en: 'E3 through the EA and Azure from another partner',
    ru: 'E3 по соглашению EA и Azure от другого партнера',
    'zh-CN': '通过企业协议购买的 E3，另外从其他合作伙伴购买的 Azure',
    'pt-BR': 'E3 pelo EA e Azure de outro parceiro',
    hu: 'E3 EA-ból, és Azure egy másik partnertől',
  };
  for (const tag of LANGUAGE_TAGS) {
    it(`is one plan where two subscriptions are named, and then each of them (${tag})`, () => {
      const found = search(TOGETHER[tag], tag) ?? [];
      const [whole, ...each] = found;
      assert.ok(whole !== undefined && 'whole' in whole);
      assert.deepEqual(
        whole.whole.answers.map(({ service }) => service),
        ['license', 'usage'],
      );
      assert.deepEqual(
        conditions(each).map((only) => only?.value),
        ['license', 'usage'],
      );
      // The code of the plan finds the same plan again, under its edition, and nothing else.
      const again = search(`see ${whole.whole.receipt}`, tag) ?? [];
      assert.equal(again.length, 1);
      assert.ok(again[0] !== undefined && 'whole' in again[0]);
      assert.equal(again[0].whole.receipt, whole.whole.receipt);
    });
  }

  it('is nothing for what was not understood, or only ruled out', () => {
    for (const line of ['lorem ipsum', 'not through EA', 'thanks', '?', 'why?'])
      assert.equal(search(line, 'en'), undefined, line);
  });

  it('in a message is what is said for certain; what is unclear is left to the form', () => {
    const { understood, form } = readMessage('We have Office 365, another reseller sold it to us.', 'en');
    assert.deepEqual(
      understood.map(({ fact, value }) => [fact, value]),
      [['service', 'license']],
    );
    assert.equal(form.find(({ fact }) => fact === 'seller')?.value, undefined);
    assert.ok(form.every(({ fact }) => FACT_IDS.includes(fact)));
  });
});

import assert from 'node:assert/strict';
import type { Turn } from '../../src/conversation/session.js';
import { LANGUAGE_TAGS, LANGUAGES, type LanguageTag } from '../../src/language/languages.js';
import { ELIGIBLE, fresh, having, known, notes, origin, say, screen, tap } from './talk.js';

/** The plan for licences under an Enterprise Agreement, and Azure from Microsoft, which was talked about last. */
function plan(language: LanguageTag): Turn {
  const first = having(fresh(language), ELIGIBLE);
  const second = tap(first, { kind: 'subscription', what: { kind: 'another' }, origin: origin(first) });
  const answers = {
    service: 'usage',
    azurePlatform: 'azurePlan',
    seller: 'microsoft',
    goal: 'support',
  } as const;
  let turn: Turn = second;
  for (let asked = turn.view.screen; asked.kind === 'question'; asked = turn.view.screen) {
    const value = (answers as Readonly<Record<string, string>>)[asked.fact] ?? asked.options[0];
    const { fact } = asked;
    turn = tap(turn, { kind: 'answer', fact, value: value as never, origin: origin(turn) });
  }
  assert.equal(screen(turn, 'guidance').among?.numbers.length, 2);
  return turn;
}

/** Nobody knows of which, or of all of them. */
const UNCLEAR: Readonly<Record<LanguageTag, readonly string[]>> = {
  en: ['the first one is from an advisor', 'both are suspended', 'it is from another CSP partner'],
  ru: ['первая приостановлена', 'обе приостановлены', 'куплена у другого партнера CSP'],
  'zh-CN': ['第一个已暂停', '两个都已暂停', '从另一家 CSP 合作伙伴购买'],
  'pt-BR': ['a primeira está suspensa', 'as duas estão suspensas', 'comprada de outro parceiro CSP'],
  hu: ['az első fel van függesztve', 'mindkettő fel van függesztve', 'egy másik CSP-partnertől van'],
};

/** Of the one that was not talked about last. */
const OF_THE_FIRST: Readonly<Record<LanguageTag, string>> = {
  en: 'the E3 licences are from another CSP partner',
  ru: 'лицензии E3 куплены у другого партнера CSP',
  'zh-CN': 'E3 许可证从另一家 CSP 合作伙伴购买',
  'pt-BR': 'as licenças E3 são de outro parceiro CSP',
  hu: 'az E3 licenc egy másik CSP-partnertől van',
};

/** With the words that announce a further subscription as well. */
const OF_THE_SECOND: Readonly<Record<LanguageTag, readonly string[]>> = {
  en: ['the second subscription is suspended', 'the other subscription is from another CSP partner'],
  ru: ['вторая подписка приостановлена', 'другая подписка куплена у другого партнера CSP'],
  'zh-CN': ['第二个订阅已暂停', '另一个订阅从另一家 CSP 合作伙伴购买'],
  'pt-BR': ['a segunda assinatura está suspensa', 'a outra assinatura é de outro parceiro CSP'],
  hu: ['a második előfizetés fel van függesztve', 'a másik előfizetés egy másik CSP-partnertől van'],
};

describe('What is written below the plan for several subscriptions', () => {
  for (const language of LANGUAGE_TAGS) {
    it(`counts for none where it may be of any (${language})`, () => {
      const before = plan(language);
      for (const line of UNCLEAR[language]) {
        const turn = say(before, line);
        assert.equal(turn.conversation, before.conversation, line);
        assert.ok(
          notes(turn).some((kind) => kind === 'whichSubscription' || kind === 'notUnderstood'),
          line,
        );
      }
      assert.deepEqual(notes(say(before, UNCLEAR[language].at(-1) ?? '')), ['whichSubscription']);
    });

    it(`begins no third subscription where it may be of the second (${language})`, () => {
      const before = plan(language);
      for (const line of OF_THE_SECOND[language]) {
        const turn = say(before, line);
        assert.equal(turn.conversation, before.conversation, line);
        assert.deepEqual(notes(turn), ['whichSubscription'], line);
      }
      const [line = ''] = LANGUAGES[language].alternatives('command.another');
      assert.equal(say(before, line).conversation.others?.length, 2);
    });

    it(`is of the one whose product it names (${language})`, () => {
      const before = plan(language);
      const turn = say(before, OF_THE_FIRST[language]);
      screen(turn, 'understood');
      assert.equal(turn.conversation.number ?? 1, 1);
      const after = tap(turn, { kind: 'accept', origin: origin(turn) });
      assert.equal(known(after).seller, 'cspPartner');
      assert.equal(known(after).service, 'license');
      const [other] = after.conversation.others ?? [];
      assert.deepEqual(
        other?.answers.find(([fact]) => fact === 'seller'),
        ['seller', 'microsoft'],
      );
    });

    it(`begins no other customer where it may be of the other subscription (${language})`, () => {
      const before = plan(language);
      for (const words of LANGUAGES[language].alternatives('command.next')) {
        const turn = say(before, words);
        assert.equal(turn.conversation, before.conversation, words);
      }
    });
  }
});

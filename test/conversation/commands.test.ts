import assert from 'node:assert/strict';
import { converse } from '../../src/conversation/dialog.js';
import { type Origin, originOf } from '../../src/conversation/interview/state.js';
import type { Session } from '../../src/conversation/session.js';
import { bareLetters } from '../../src/language/bare-letters.js';
import { LANGUAGE_TAGS, LANGUAGES, type LanguageTag } from '../../src/language/languages.js';
import { optionKey } from '../../src/language/policy-keys.js';
import type { FactId } from '../../src/policy/facts.js';
import { fresh, having, known, notes, say, screen, tap } from './talk.js';

const UNDER_WAY = { cloud: 'public', partner: 'directBill', service: 'license' } as const;

function asking(language: LanguageTag): Session {
  return having(fresh(language), UNDER_WAY);
}

/** The question that is open, and its first option in words. */
function firstOption(session: Session): readonly [fact: FactId, words: string] {
  const { fact, options } = screen(tap(session, { kind: 'show' }), 'question');
  const [option] = options;
  assert.ok(option !== undefined);
  return [fact, LANGUAGES.en.say(optionKey(fact, option))];
}

/** Lines that speak of a command and do not give it. */
const NOT_MEANT: Readonly<Record<LanguageTag, readonly string[]>> = {
  en: [
    'do not start over',
    'don’t restart',
    'this is not a new customer',
    'start over?',
    '~~restart~~',
    'r̶e̶s̶t̶a̶r̶t̶',
    'restart 👎',
    '❌ start over',
    'the customer said “start over”',
    'should I start over',
    'never go back',
    'back?',
    'no next',
  ],
  ru: [
    'не начинай заново',
    'не надо начинать сначала',
    'это не новый клиент',
    'заново?',
    'сброс 👎',
    '«начать заново»',
    'не назад',
    'клиент сказал начать заново',
  ],
  'zh-CN': [
    '不要重新开始',
    '别重来',
    '这不是新客户',
    '重新开始？',
    '要不要重新开始',
    '不返回',
    '客户说重新开始',
    '重置 👎',
  ],
  'pt-BR': [
    'não recomece',
    'não quero começar de novo',
    'não é um cliente novo',
    'recomeçar?',
    'reiniciar 👎',
    'não voltar',
    'o cliente disse recomeçar',
  ],
  hu: [
    'ne kezdjük újra',
    'nem kell újrakezdés',
    'ez nem új ügyfél',
    'újrakezdés?',
    'reset 👎',
    'ne lépj vissza',
    'azt mondta, kezdjük elölről',
  ],
};

const WORDS_ALONE = ['restart', 'back'] as const;

describe('A typed command that takes something away', () => {
  for (const language of LANGUAGE_TAGS) {
    for (const line of NOT_MEANT[language])
      it(`is not meant by “${line}” (${language})`, () => {
        const turn = say(asking(language), line);
        for (const [fact, value] of Object.entries(UNDER_WAY)) assert.equal(known(turn)[fact], value, fact);
        assert.equal(turn.conversation.interview, asking(language).conversation.interview);
      });

    for (const command of WORDS_ALONE)
      it(`is carried out by each of its words alone, politely as well: ${command} (${language})`, () => {
        const unsure = LANGUAGES[language].alternatives('gate.unsure').map(bareLetters);
        for (const words of LANGUAGES[language].alternatives(`command.${command}`)) {
          if (unsure.includes(bareLetters(words))) continue;
          for (const line of [words, `${words}!`, ` ${words.toUpperCase()}. `]) {
            const turn = say(asking(language), line);
            assert.notDeepEqual(known(turn), UNDER_WAY, line);
          }
        }
      });

    it(`may be about the open question, and then tells what to type (${language})`, () => {
      for (const key of ['gate.unsure', 'command.next'] as const)
        for (const words of LANGUAGES[language].alternatives(key)) {
          const turn = say(asking(language), words);
          assert.deepEqual(known(turn), UNDER_WAY, words);
          assert.ok(!notes(turn).includes('restarted'), words);
        }
    });

    it(`deletes everything only below the card that asks for it (${language})`, () => {
      const [yes = ''] = LANGUAGES[language].alternatives('command.forgetNow');
      const unasked = say(asking(language), yes);
      assert.equal(unasked.view.screen.kind, 'forget');
      assert.deepEqual(unasked.effects, []);
      const asked = say(unasked, yes);
      assert.deepEqual(asked.effects, [{ kind: 'forget' }]);
      const beside = say(tap(unasked, { kind: 'help' }), yes);
      assert.deepEqual(beside.effects, []);
    });
  }

  it('is not carried out where its writer had not seen the newest answer', () => {
    const before = asking('en');
    const seen: { kind: string; origin: Origin } = {
      kind: 'question',
      origin: originOf(before.conversation),
    };
    const [answered, line1] = firstOption(before);
    const now = say(before, line1);
    assert.ok(known(now)[answered] !== undefined);
    for (const line of ['restart', 'back', 'next', 'start over']) {
      const late = converse(now, { kind: 'text', text: line, seen });
      assert.deepEqual(notes(late), ['stale'], line);
      assert.deepEqual(known(late), known(now), line);
    }
  });

  it('answers no question that stands behind what is read just now', () => {
    for (const kind of ['help', 'known'] as const)
      for (const line of ['2', 'yes', 'the second', 'no']) {
        const turn = say(tap(asking('en'), { kind }), line);
        assert.deepEqual(known(turn), UNDER_WAY, `${kind} ${line}`);
        assert.equal(turn.view.screen.kind, 'question');
      }
    const [fact, words] = firstOption(asking('en'));
    const named = say(tap(asking('en'), { kind: 'help' }), words);
    assert.ok(known(named)[fact] !== undefined);
  });
});

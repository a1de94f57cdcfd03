import assert from 'node:assert/strict';
import { converse } from '../../src/conversation/dialog.js';
import { type Origin, originOf } from '../../src/conversation/interview/state.js';
import type { Session } from '../../src/conversation/session.js';
import { bareLetters } from '../../src/language/bare-letters.js';
import { LANGUAGE_TAGS, LANGUAGES, type LanguageTag } from '../../src/language/languages.js';
import { optionKey } from '../../src/language/policy-keys.js';
import type { FactId } from '../../src/policy/facts.js';
import { ELIGIBLE, fresh, having, known, notes, say, screen, tap } from './talk.js';

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
    'please don’t delete my data',
    'what does restart do',
    'what happens if I start over?',
    'why start over',
    'restart is not what I meant',
    'maybe start over',
    'restart tomorrow',
    'restart the server',
    '`restart`',
    '<s>restart</s>',
    'forget that',
    'new please',
    'ok, the other one',
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
    'без перезапуска',
    'что делает сброс',
    'можно ли начать заново',
    'как начать заново',
    'может быть, начать сначала',
    'потом заново',
    'подписка началась заново',
    '<s>заново</s>',
    'снова, пожалуйста',
    'ок, следующий',
    'не удаляйте мои данные',
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
    '重新开始吗',
    '可以重新开始吗',
    '如何重置',
    '重新开始是什么意思',
    '也许重新开始',
    '明天重新开始',
    '重启服务器',
    '“重置”',
    '~~重置~~',
    '请再来一次',
    '不要删除我的数据',
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
    'o que faz reiniciar',
    'como recomeçar',
    'recomeçar amanhã',
    'reiniciar a assinatura',
    'a assinatura reiniciou',
    '“recomeçar”',
    '~~reiniciar~~',
    'ok, próximo',
    'por favor, não apague meus dados',
    'não recomece',
    'não quero começar de novo',
    'não é um cliente novo',
    'recomeçar?',
    'reiniciar 👎',
    'não voltar',
    'o cliente disse recomeçar',
  ],
  hu: [
    'mit csinál a reset',
    'kezdjem elölről',
    'hogyan kezdjem újra',
    'talán kezdjük újra',
    'holnap elölről',
    'jelszó reset',
    'újraindítom a szervert',
    '„reset”',
    '~~reset~~',
    'ok, következő',
    'kérem, ne törölje az adataimat',
    'ne kezdjük újra',
    'nem kell újrakezdés',
    'ez nem új ügyfél',
    'újrakezdés?',
    'reset 👎',
    'ne lépj vissza',
    'azt mondta, kezdjük elölről',
  ],
};

/** Lines that give it in other words, or politely. */
const MEANT: Readonly<Record<LanguageTag, readonly string[]>> = {
  en: [
    'let’s start over',
    'OK, start over',
    'I want to start over',
    'start from scratch',
    'new customer',
    'Next customer!',
  ],
  ru: ['давайте начать заново', 'начнём сначала', 'хочу начать заново', 'с нуля', 'следующий клиент'],
  'zh-CN': ['请重新开始', '重新开始吧', '我要重新开始', '下一个客户', '新客户！'],
  'pt-BR': ['vamos recomeçar', 'quero recomeçar', 'recomece', 'novo cliente', 'Próximo cliente.'],
  hu: ['akkor kezdjük újra', 'kezdjük újra, kérlek', 'kezdd elölről', 'új ügyfél', 'a következő ügyfél'],
};

/** How a line begins that tells of another customer, of the customer of now, and of either: then nothing changes. */
const BEGINNINGS: Readonly<
  Record<LanguageTag, Readonly<Record<'another' | 'same' | 'either', readonly string[]>>>
> = {
  en: {
    another: [
      'new customer: E3 from Microsoft',
      'OK, next customer: E3 from Microsoft',
      'start over: E3 from Microsoft',
    ],
    same: [
      'this is not a new customer, they bought E3 from Microsoft',
      'again, they bought E3 from Microsoft',
    ],
    either: [
      'new customer? E3 from Microsoft',
      '“new customer”: E3 from Microsoft',
      '❌ new customer: E3 from Microsoft',
    ],
  },
  ru: {
    another: [
      'новый клиент: E3 у Microsoft',
      'следующий клиент купил E3 у Microsoft',
      'начать заново: E3 у Microsoft',
    ],
    same: ['сначала они купили E3 у Microsoft', 'это не новый клиент, купил E3 у Microsoft'],
    either: [
      'новый клиент? E3 у Microsoft',
      '«новый клиент»: E3 у Microsoft',
      'заново оформили E3 у Microsoft',
    ],
  },
  'zh-CN': {
    another: ['新客户：E3，从微软买的', '重新开始：E3 从微软买的'],
    same: ['这不是新客户，E3 从微软买的', '再来一次，E3 从微软买的'],
    either: ['新客户吗？E3 从微软买的', '新客户？E3 从微软买的', '重新买了 E3，从微软'],
  },
  'pt-BR': {
    another: ['novo cliente: E3 comprado da Microsoft', 'recomeçar: comprou E3 da Microsoft'],
    same: ['não é novo cliente, comprou E3 da Microsoft', 'de novo compraram E3 da Microsoft'],
    either: ['novo cliente? comprou E3 da Microsoft', 'do zero compraram E3 da Microsoft'],
  },
  hu: {
    another: ['új ügyfél: E3 a Microsofttól', 'elölről: E3 a Microsofttól'],
    same: ['ez nem új ügyfél, E3-at vett a Microsofttól', 'újra vettek E3-at a Microsofttól'],
    either: ['új ügyfél? E3 a Microsofttól', 'kezdjük újra? E3 a Microsofttól'],
  },
};

/** What is read, and what asks, before the interview; some of it only where there is guidance. */
const BEFORE = ['help', 'known', 'ticket', 'share', 'forget', 'language'] as const;

const WORDS_ALONE = ['restart', 'back'] as const;

/** What people type who have read something. */
const READ_ONLY: Readonly<Record<LanguageTag, readonly string[]>> = {
  en: ['OK', 'right', 'sure', 'I see', 'yes but not now', 'yes?'],
  ru: ['ок', 'точно', 'понятно', 'да, но не сейчас', 'да нет'],
  'zh-CN': ['好的', '嗯', '知道了', '是吗', '可以吗'],
  'pt-BR': ['ok', 'certo', 'entendi', 'pois não', 'sim, mas agora não'],
  hu: ['oké', 'rendben', 'értem', 'igen, de nem most', 'jó'],
};

/** Whether these tell of another customer, or of the one that is talked about, nobody knows. */
const DESCRIBED: Readonly<Record<LanguageTag, readonly string[]>> = {
  en: ['it’s a new customer', 'it’s a new client of ours.', 'OK, this is a new customer: E3 from Microsoft'],
  ru: ['это новый клиент', 'ну это новый заказчик.', 'это новый клиент: E3 у Microsoft'],
  'zh-CN': ['是新客户', '这是新的客户', '这是新客户，E3 从微软买的'],
  'pt-BR': ['é um cliente novo', 'é novo cliente', 'é um novo cliente: E3 comprado da Microsoft'],
  hu: ['ez új ügyfél', 'ez egy új ügyfél.', 'ez új ügyfél: E3 a Microsofttól'],
};

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

    it(`has more words than its name (${language})`, () => {
      for (const line of MEANT[language])
        assert.ok(notes(say(asking(language), line)).includes('restarted'), line);
    });

    it(`stands before what is said of another customer, and of no other (${language})`, () => {
      const { another, same, either } = BEGINNINGS[language];
      for (const line of another) {
        const turn = say(asking(language), line);
        assert.equal(known(turn).cloud, undefined, line);
        assert.equal(turn.view.screen.kind, 'understood', line);
      }
      for (const line of [...same, ...either])
        assert.equal(known(say(asking(language), line)).partner, UNDER_WAY.partner, line);
      for (const line of same) assert.ok(!notes(say(asking(language), line)).includes('onlyThis'), line);
      for (const line of either) assert.deepEqual(notes(say(asking(language), line)), ['onlyThis'], line);
    });

    it(`takes no answer back where it leads back from another card (${language})`, () => {
      for (const situation of [UNDER_WAY, ELIGIBLE])
        for (const kind of BEFORE)
          for (const words of LANGUAGES[language].alternatives('command.back')) {
            const before = tap(having(fresh(language), situation), { kind });
            const turn = say(before, words);
            assert.equal(turn.conversation, before.conversation, `${kind} ${words}`);
            assert.ok(['question', 'guidance'].includes(turn.view.screen.kind));
          }
    });

    it(`is not carried out where its writer had not seen the newest answer (${language})`, () => {
      const before = asking(language);
      const seen = { kind: 'question', origin: originOf(before.conversation) };
      const now = say(before, firstOption(before)[1]);
      const lines = LANGUAGES[language].alternatives('command.restart');
      for (const line of [...lines, ...MEANT[language], ...BEGINNINGS[language].another]) {
        const late = converse(now, { kind: 'text', text: line, seen });
        assert.deepEqual(notes(late), ['stale'], line);
        assert.deepEqual(known(late), known(now), line);
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

    it(`takes no word of who has only read for a yes to deleting everything (${language})`, () => {
      const asked = tap(asking(language), { kind: 'forget' });
      const yes = LANGUAGES[language].alternatives('alone.yes');
      for (const words of yes) assert.deepEqual(say(asked, words).effects, [{ kind: 'forget' }], words);
      const plain = LANGUAGE_TAGS.flatMap((tag) => LANGUAGES[tag].alternatives('alone.yes'));
      const others = LANGUAGES[language].alternatives('reply.yes').filter((words) => !plain.includes(words));
      for (const words of [...others, ...READ_ONLY[language]]) {
        const turn = say(asked, words);
        assert.deepEqual(turn.effects, [], words);
        assert.deepEqual(known(turn), UNDER_WAY, words);
      }
      assert.equal(say(asked, READ_ONLY[language][0] ?? '').view.screen.kind, 'forget');
    });

    it(`is not read into what the customer is, as long as nobody has read their answer (${language})`, () => {
      for (const line of DESCRIBED[language]) {
        const turn = say(asking(language), line);
        assert.deepEqual(known(turn), UNDER_WAY, line);
        assert.deepEqual(notes(turn), ['onlyThis'], line);
        assert.equal(known(say(having(fresh(language), ELIGIBLE), line)).seller, undefined, line);
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

  for (const language of LANGUAGE_TAGS)
    it(`answers no question that stands behind what is read just now (${language})`, () => {
      const [yes = '', no = ''] = (['reply.yes', 'reply.no'] as const).map(
        (key) => LANGUAGES[language].alternatives(key)[0],
      );
      const [unknown = ''] = LANGUAGES[language].alternatives('command.unknown');
      for (const kind of ['help', 'known', 'ticket', 'share'] as const)
        for (const line of ['2', yes, no, unknown]) {
          const turn = say(tap(asking(language), { kind }), line);
          assert.deepEqual(known(turn), UNDER_WAY, `${kind} ${line}`);
          assert.equal(turn.view.screen.kind, 'question');
        }
      const [fact, words] = firstOption(asking(language));
      const named = say(tap(asking(language), { kind: 'help' }), words);
      assert.ok(known(named)[fact] !== undefined);
    });

  it('is late where its writer read something that has been answered below since', () => {
    const read = tap(asking('en'), { kind: 'help' });
    const now = say(read, firstOption(read)[1]);
    const late = converse(now, { kind: 'text', text: 'restart', seen: { kind: 'help' } });
    assert.deepEqual(notes(late), ['stale']);
    assert.deepEqual(known(late), known(now));
  });
});

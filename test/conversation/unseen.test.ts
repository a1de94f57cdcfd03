import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { converse } from '../../src/conversation/dialog.js';
import { guidanceIn } from '../../src/conversation/interview/viewed.js';
import { LANGUAGES } from '../../src/language/languages.js';
import { optionKey } from '../../src/language/policy-keys.js';
import { FACT_IDS, type FactId } from '../../src/policy/facts.js';
import { receiptOf } from '../../src/receipt/receipt.js';
import type { Labelled } from '../../src/tools/understand/labelled.js';
import { someOf } from '../effort.js';
import { UNDERSTOOD } from '../language/stories.js';
import { ELIGIBLE, fresh, having, known, notes, origin, say, screen, tap } from './talk.js';

const FOLDER = new URL('../../../test/language/understand/', import.meta.url);

/** What a line answers that says one thing and nothing besides: `seller=microsoft`. */
function answerOf(asked: FactId, labelled: Labelled): string | undefined {
  const { facts, unclear = {}, not = {}, subscriptions = [], intent } = labelled;
  if (intent === 'unknown') return `${asked}=unknown`;
  const [only, ...others] = Object.entries(facts);
  const besides = [others, Object.keys(unclear), Object.keys(not), subscriptions].flat();
  return only === undefined || besides.length > 0 ? undefined : only.join('=');
}

/** What a bare "yes" answers is the question on the table: the label of such a line is of one question only. */
function isOf(fact: FactId, { asked }: Labelled): boolean {
  return asked === undefined || asked === fact;
}

/** Each has the name of an answer in it, or its number, and something that takes it back. */
const TAKEN_BACK: Readonly<Record<(typeof UNDERSTOOD)[number], readonly string[]>> = {
  en: [
    'maybe yes',
    'yes?',
    'y/n',
    'yes unless',
    'no, the first',
    'no 1',
    '1 👎',
    '≠ 1',
    '~1',
    'yes 2',
    'minus one',
    'not 1',
  ],
  ru: ['может быть да', 'наверное да', 'нет да', 'да?', 'нет 1', 'ага щас', 'не первый'],
  'zh-CN': ['是吗', '有吗', '不是吗', '是的吧', '不选1', '不是第一个'],
  'pt-BR': ['acho que sim', 'sim?', 'será que sim', 'não 1', 'o primeiro não'],
  hu: ['talán igen', 'igen?', 'ugye igen', 'nem 1', 'na ja', 'nem az első'],
};

describe('What is doubted, denied or asked while a question is open', () => {
  for (const tag of UNDERSTOOD) {
    it(`is shown before it counts, if it is read at all (${tag})`, () => {
      for (const fact of FACT_IDS) {
        const session = fresh(tag);
        const asked = tap(session, { kind: 'change', fact, origin: origin(session) });
        for (const line of TAKEN_BACK[tag]) assert.deepEqual(known(say(asked, line)), {}, `${fact}? ${line}`);
      }
    });
  }

  it('confirms nothing that was shown, either', () => {
    const session = fresh();
    const shown = say(session, 'E3 through EA');
    for (const line of ['yes?', '👎 yes', '≠ yes', '!yes'])
      assert.deepEqual(known(say(shown, line)), {}, line);
  });
});

describe('What is typed while something else is shown that asks', () => {
  const SHOWN = {
    'forget me': 'forget',
    language: 'languages',
    edition: 'editions',
    person: 'handOver',
  } as const;

  for (const [line, kind] of Object.entries(SHOWN)) {
    it(`answers neither the question nor what was read, behind it (${kind})`, () => {
      for (const behind of ['start', 'E3 through EA', 'E3, another reseller sold it']) {
        const shown = say(say(fresh(), behind), line);
        assert.equal(shown.view.screen.kind, kind);
        for (const reply of ['1', '2', 'yes', 'the second one', 'no']) {
          const turn = say(shown, reply);
          assert.deepEqual(known(turn), {}, `${behind}, ${line}: ${reply}`);
          assert.deepEqual(turn.conversation.proposal, shown.conversation.proposal, reply);
        }
        // What is named outright counts as ever, and what is shown again can be answered.
        if (behind === 'start') {
          assert.equal(known(say(shown, 'Public cloud')).cloud, 'public');
          assert.equal(known(say(say(shown, '2'), '2')).cloud, 'usGov');
        }
      }
    });
  }

  it('deletes everything, where that was asked', () => {
    const shown = say(say(fresh(), 'E3 through EA'), 'forget me');
    assert.deepEqual(say(shown, 'yes').effects, [{ kind: 'forget' }]);
    assert.deepEqual(say(shown, 'no').effects, []);
    assert.deepEqual(say(shown, 'yes?').effects, []);
  });

  it('is kept on the desk only as long as it is shown', () => {
    const shown = say(fresh(), 'language');
    assert.equal(shown.desk.besides, 'languages');
    assert.deepEqual(say(shown, 'start').desk, {});
  });
});

describe('Whatever is typed while a question is open', () => {
  for (const tag of UNDERSTOOD) {
    it(`changes no answer unseen, unless it is one answer and nothing else (${tag})`, () => {
      const sentences = ['seen', 'fresh'].flatMap(
        (half) => JSON.parse(readFileSync(new URL(`${tag}.${half}.json`, FOLDER), 'utf8')) as Labelled[],
      );
      const session = fresh(tag);
      const wrong: string[] = [];
      for (const [at, fact] of FACT_IDS.entries()) {
        const asked = tap(session, { kind: 'change', fact, origin: origin(session) });
        for (const option of screen(asked, 'question').options) {
          const words = LANGUAGES[tag].say(optionKey(fact, option));
          assert.deepEqual(known(say(asked, words)), { [fact]: option }, words);
        }
        for (const labelled of someOf(
          sentences.filter((each) => isOf(fact, each)),
          6,
          at,
        )) {
          const after = Object.entries(known(say(asked, labelled.text))).map((pair) => pair.join('='));
          if (after.length === 0) continue;
          if (after.join(' ') !== answerOf(fact, labelled)) wrong.push(`${fact}? ${labelled.text}: ${after}`);
        }
      }
      assert.deepEqual(wrong, []);
    });
  }
});

/** None of these is the name of an answer, and none is what a person says who means one. */
const NO_ANSWER: readonly string[] = [
  'any',
  'neither',
  'none',
  'nothing',
  'except',
  'without',
  'scratch',
  '都不是',
  'никакой',
  'menos',
  'egyik sem',
  'one of them',
  '2 of them',
  'pick one',
  '选一个',
  '是 -2',
  '–1',
  '— 1',
  '1\u0336',
  'y\u0336e\u0336s\u0336',
  '1\u20e0',
  'нуы,',
  'нуы&',
  '> yes',
  '> Azure',
  'uk, no',
  'mc-no',
];

describe('What is no plain answer', () => {
  for (const tag of UNDERSTOOD) {
    it(`counts for nothing unseen: struck out, quoted, left to others, half a no (${tag})`, () => {
      const session = fresh(tag);
      for (const fact of FACT_IDS) {
        const asked = tap(session, { kind: 'change', fact, origin: origin(session) });
        for (const line of NO_ANSWER) assert.deepEqual(known(say(asked, line)), {}, `${fact}? ${line}`);
      }
    });
  }

  it('is not a plain no to whether there is something', () => {
    const plain = { en: 'no', ru: 'нету', 'zh-CN': '没有', 'pt-BR': 'não', hu: 'nincs' } as const;
    for (const tag of UNDERSTOOD) {
      const session = fresh(tag);
      const asked = tap(session, { kind: 'change', fact: 'relationship', origin: origin(session) });
      assert.equal(known(say(asked, plain[tag])).relationship, 'no', tag);
    }
  });
});

describe('A number while no question was shown yet', () => {
  const welcomed = () => converse(fresh(), { kind: 'arrive' });

  it('answers none: the first question is shown, and then it can be answered', () => {
    for (const line of ['1', 'yes', 'the second one']) {
      const turn = say(welcomed(), line);
      assert.deepEqual(known(turn), {}, line);
      assert.equal(turn.view.screen.kind, 'question');
    }
    assert.equal(known(say(say(welcomed(), '2'), '2')).cloud, 'usGov');
    assert.equal(known(say(welcomed(), 'Public cloud')).cloud, 'public');
  });

  it('answers none behind what else was looked at meanwhile', () => {
    for (const line of ['help', 'share', 'thanks', 'what do you know about me'])
      assert.deepEqual(known(say(say(welcomed(), line), '1')), {}, line);
  });
});

describe('A receipt that is named to be left alone', () => {
  const session = having(fresh(), { ...ELIGIBLE, seller: 'microsoft' });
  const code = receiptOf(guidanceIn(having(fresh(), ELIGIBLE).conversation));

  const before = ['not ', 'don’t open ', "don't open ", 'не ', '不是', 'não ', 'nem '];
  const beforeIt = ['wrong code ', 'do not open the code ', 'não é o ', 'esqueça o ', 'não abra o código '];
  for (const denial of [...before, ...beforeIt])
    it(`is not opened: ${denial}MC-…`, () => {
      const turn = say(session, denial + code);
      assert.deepEqual(known(turn), known(session));
      assert.ok(!notes(turn).includes('receiptOpened'));
    });

  it('is opened where nothing denies it', () => {
    for (const line of [code, `no, ${code}`, `it is ${code}`, `收据${code}`, `Tyskland ${code}`])
      assert.deepEqual(notes(say(session, line)), ['receiptOpened'], line);
  });

  it('is denied by a small word only where that is one in the reader’s language', () => {
    const reader = having(fresh('pt-BR'), { ...ELIGIBLE, seller: 'microsoft' });
    assert.deepEqual(notes(say(reader, `está no ${code}`)), ['receiptOpened']);
    assert.deepEqual(known(say(reader, `não ${code}`)), known(reader));
    for (const tag of ['en', 'ru', 'zh-CN'] as const) {
      const other = having(fresh(tag), { ...ELIGIBLE, seller: 'microsoft' });
      assert.deepEqual(known(say(other, `no ${code}`)), known(other), tag);
    }
  });
});

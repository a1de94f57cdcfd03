import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { LANGUAGES } from '../../src/language/languages.js';
import { optionKey } from '../../src/language/policy-keys.js';
import { FACT_IDS, type FactId } from '../../src/policy/facts.js';
import type { Labelled } from '../../src/tools/understand/labelled.js';
import { UNDERSTOOD } from '../language/stories.js';
import { fresh, known, origin, say, screen, tap } from './talk.js';

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
      for (const fact of FACT_IDS) {
        const asked = tap(session, { kind: 'change', fact, origin: origin(session) });
        for (const option of screen(asked, 'question').options) {
          const words = LANGUAGES[tag].say(optionKey(fact, option));
          assert.deepEqual(known(say(asked, words)), { [fact]: option }, words);
        }
        for (const labelled of sentences.filter((each) => isOf(fact, each))) {
          const after = Object.entries(known(say(asked, labelled.text))).map((pair) => pair.join('='));
          if (after.length === 0) continue;
          if (after.join(' ') !== answerOf(fact, labelled)) wrong.push(`${fact}? ${labelled.text}: ${after}`);
        }
      }
      assert.deepEqual(wrong, []);
    });
  }
});

import assert from 'node:assert/strict';
import { present } from '../../src/cards/present.js';
import { converse } from '../../src/conversation/dialog.js';
import { parseAction } from '../../src/conversation/parse-action.js';
import { LANGUAGE_TAGS, LANGUAGES } from '../../src/language/languages.js';
import { known, fresh as start } from '../conversation/talk.js';
import { isPiece } from './walk.js';

/** What each example tells, in the order in which they stand. */
const TOLD = [
  { partner: 'indirectReseller', service: 'license', seller: 'enterpriseAgreement', goal: 'support' },
  { partner: 'directBill', service: 'usage', seller: 'cspPartner', goal: 'takeOver' },
  { cloud: 'china', service: 'license', seller: 'vianet', goal: 'support' },
];

/** The data of everything on a card that says a sentence. */
function sentences(value: unknown): readonly object[] {
  if (Array.isArray(value)) return value.flatMap(sentences);
  if (typeof value !== 'object' || value === null) return [];
  const own = isPiece(value) && isPiece(value.selectAction) ? [value.selectAction.data ?? {}] : [];
  return [...own, ...Object.values(value).flatMap(sentences)].filter(
    (data): data is object => isPiece(data) && data.action === 'say',
  );
}

for (const language of LANGUAGE_TAGS) {
  describe(`The welcome in ${language}`, () => {
    const session = { ...start(), language };
    const { card, text } = present(converse(session, { kind: 'arrive' }).view, LANGUAGES[language]);
    const found = sentences(card);

    it('offers sentences to tap, and says that one can just type', () => {
      assert.equal(found.length, TOLD.length);
      assert.ok(text.includes(LANGUAGES[language].say('welcome.orType')));
    });

    it('reads each of them as what it says, and has it confirmed like anything typed', () => {
      for (const [index, data] of found.entries()) {
        const turn = converse(session, { kind: 'tap', action: parseAction(data) });
        assert.equal(turn.view.screen.kind, 'understood');
        assert.deepEqual(known(turn), {}, 'nothing counts before it was confirmed');
        const { proposal } = turn.conversation;
        const read = proposal?.read.map(([fact, value]) => [fact, value]) ?? [];
        assert.deepEqual(Object.fromEntries(read), TOLD[index]);
        assert.deepEqual([proposal?.unclear, proposal?.excluded], [[], []]);
      }
    });
  });
}

describe('A sentence that comes with a tap', () => {
  it('is read as far as one of ours could be, and is otherwise no tap of ours', () => {
    assert.deepEqual(parseAction({ action: 'say', text: 'Azure' }), { kind: 'say', text: 'Azure' });
    for (const text of ['', ' ', 'a'.repeat(201), 7, undefined, ['Azure'], { text: 'Azure' }]) {
      assert.equal(parseAction({ action: 'say', text }), undefined, String(text));
    }
  });
});

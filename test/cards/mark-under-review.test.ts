import assert from 'node:assert/strict';
import { markUnderReview } from '../../src/cards/mark-under-review.js';
import { present } from '../../src/cards/present.js';
import { converse } from '../../src/conversation/dialog.js';
import { begin } from '../../src/conversation/interview/state.js';
import { LANGUAGE_TAGS, LANGUAGES } from '../../src/language/languages.js';

const conversation = {
  ...begin('key'),
  answers: [
    ['cloud', 'public'],
    ['partner', 'directBill'],
    ['service', 'license'],
    ['seller', 'microsoft'],
    ['goal', 'support'],
  ] as const,
};

const around = { day: '2026-11-21', handOver: false, retentionDays: 30 };

describe('A statement whose source has changed', () => {
  for (const language of LANGUAGE_TAGS) {
    it(`is shown as under review, and nothing else is (${language})`, () => {
      const { view } = converse({ conversation, language, desk: {}, around }, { kind: 'text', text: '' });
      const words = LANGUAGES[language];
      const marked = (text: string): string => words.say('ui.underReview', { text });
      const before = present(view, words).text;
      const changed = markUnderReview(
        view,
        ({ page, section }) => page === 'gdapFaq' && section === 'request',
      );
      const after = present(changed, words).text;
      assert.ok(after.includes(marked(words.say('step.mapGdapGroups'))));
      assert.ok(!after.includes(marked(words.say('step.customerAccepts'))));
      assert.notEqual(after, before);
      assert.equal(
        present(
          markUnderReview(view, () => false),
          words,
        ).text,
        before,
      );
    });
  }
});

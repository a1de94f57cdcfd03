import assert from 'node:assert/strict';
import { markPlan, markUnderReview } from '../../src/cards/mark-under-review.js';
import { present } from '../../src/cards/present.js';
import { converse } from '../../src/conversation/dialog.js';
import { begin } from '../../src/conversation/interview/state.js';
import { LANGUAGE_TAGS, LANGUAGES } from '../../src/language/languages.js';
import { caseOf } from '../../src/policy/case/case.js';
import { planFor } from '../../src/policy/case/case-plan.js';
import { policyFor } from '../../src/policy/engine/policy.js';

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

  it('is marked in the plan of a case, with each subscription that says it, and nothing else is', () => {
    const common = { cloud: 'public', partner: 'directBill' } as const;
    const licences = { service: 'license', seller: 'microsoft', goal: 'support' } as const;
    const azure = { service: 'usage', seller: 'microsoft', goal: 'support' } as const;
    const plan = planFor(policyFor(undefined), caseOf(common, [licences, azure]));
    const changed = markPlan(plan, ({ page, section }) => page === 'gdapFaq' && section === 'guests');
    const said = [changed, ...changed.guidances].flatMap((each) => [
      ...each.reasons,
      ...each.steps,
      ...each.cautions,
    ]);
    assert.deepEqual(
      [...said, ...changed.conflicts].filter(({ underReview }) => underReview).map(({ id }) => id),
      ['guestOrGdap'],
    );
    const more = markPlan(plan, ({ page, section }) => page === 'gdapFaq' && section === 'request');
    const marked = [more, ...more.guidances].map(({ steps }) =>
      steps.filter(({ underReview }) => underReview).map(({ id }) => id),
    );
    const gdap = ['requestGdap', 'customerApprovesGdap', 'mapGdapGroups'];
    assert.deepEqual(marked, [gdap, gdap, []]);
    assert.equal(
      markPlan(plan, () => false),
      plan,
    );
  });
});

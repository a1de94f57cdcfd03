import assert from 'node:assert/strict';
import { LANGUAGE_TAGS, LANGUAGES } from '../../src/language/languages.js';
import { LAPSE_IDS, LAPSES, type Lapse } from '../../src/policy/editions/lapses.js';
import { EDITIONS } from '../../src/policy/editions/registry.js';
import { guide } from '../../src/policy/engine/guidance.js';
import { lapsing } from '../../src/policy/engine/lapsing.js';
import { policyFor } from '../../src/policy/engine/policy.js';

describe('What lapses', () => {
  for (const id of LAPSE_IDS) {
    const lapse: Lapse = LAPSES[id];
    const edition = EDITIONS[lapse.edition];

    it(`${id}: is cited, names steps of its edition, and has words in every language`, () => {
      assert.ok(lapse.cites.length > 0);
      for (const cite of lapse.cites) assert.ok(edition.citations[cite], cite);
      const begins = 'steps' in lapse.begins ? lapse.begins.steps : [];
      const steps = 'step' in lapse.where ? [...begins, lapse.where.step] : begins;
      for (const step of steps) assert.ok(edition.steps[step], step);
      for (const tag of LANGUAGE_TAGS) {
        const language = LANGUAGES[tag];
        const days = language.say(`lapse.${id}`, { days: lapse.days });
        if (lapse.days > 0) assert.ok(days.includes(String(lapse.days)), days);
        const on = language.say(`lapsesOn.${id}`, { day: language.date('2027-02-21') });
        assert.ok(on.includes(language.date('2027-02-21')), on);
      }
    });

    it(`${id}: is in some guidance, with its citations, and in none that has nothing to lapse`, () => {
      const guidances = edition.rules.map(({ example }) => guide(policyFor(lapse.edition), example));
      const found = guidances.filter((guidance) => lapsing(guidance).some((each) => each.id === id));
      assert.ok(found.length > 0, 'nothing dead');
      for (const guidance of guidances) {
        const { where } = lapse;
        const speaks =
          'step' in where
            ? guidance.steps.some((step) => step.id === where.step)
            : guidance.cautions.some((caution) => caution.id === where.caution);
        const own = lapsing(guidance).find((each) => each.id === id);
        assert.equal(own !== undefined, speaks);
        if (own !== undefined) assert.equal(own.citations.length, lapse.cites.length);
      }
    });
  }

  it('is nothing under an edition that does not say so', () => {
    for (const { example } of EDITIONS['2020-06'].rules) {
      assert.deepEqual(lapsing(guide(policyFor('2020-06'), example)), []);
    }
  });
});

import assert from 'node:assert/strict';
import { LANGUAGES } from '../../src/language/languages.js';
import { EDITION_IDS } from '../../src/policy/edition.js';
import { EDITIONS, before as editionBefore } from '../../src/policy/editions/registry.js';
import { optionsOf } from '../../src/policy/facts.js';
import { LEDGERS } from '../../src/proof/ledger/ledger.js';
import { changedSection } from '../../src/review/changed.js';
import { disagreements, reviewDocument } from '../../src/review/document.js';
import { factsNamed } from '../proof/worlds.js';
import { SITE, tagsOf, textOf, valuesOf } from './markup.js';

const english = LANGUAGES.en;

/** The numbers in the last column of the table of groups, its total last. */
function counts(section: string): readonly number[] {
  const table = section.slice(section.indexOf('id="groups"'));
  return [...table.matchAll(/class="number">.*?<p>([\d,]+)<\/p>/g)].map(([, text = '']) =>
    Number(text.replaceAll(',', '')),
  );
}

describe('what changed', () => {
  for (const id of EDITION_IDS) {
    it(`is told for ${id}`, () => {
      const edition = EDITIONS[id];
      const section = changedSection(english, edition).toString();
      if (editionBefore(edition) === undefined) {
        assert.ok(textOf(section).includes(english.say('review.first')));
        return;
      }
      const all = [...counts(section)];
      const total = all.pop() ?? 0;
      assert.equal(
        all.reduce((sum, count) => sum + count, 0),
        total,
      );
      const facts = new Set(
        [editionBefore(edition), edition].flatMap((each) => (each ? factsNamed(each) : [])),
      );
      const situations = [...facts].reduce((product, fact) => product * optionsOf(fact).length, 1);
      const every = situations.toLocaleString('en');
      const said = new RegExp(
        total === 0 ? `In all ${every}` : `In ${total.toLocaleString('en')} of ${every}`,
      );
      assert.match(textOf(section), said);
    });
  }

  it('names the roles that the edition of 2020 added', () => {
    const text = textOf(changedSection(english, EDITIONS['2020-06']).toString());
    assert.ok(text.includes(english.say('review.roles')));
  });
});

describe('a worked example that does not come out', () => {
  const edition = EDITIONS['2019-03'];
  const [rule] = edition.rules;
  const id = rule?.id ?? '';
  const { [id]: right, ...others } = LEDGERS['2019-03'].worked;

  it('is shown before anything else, and where it stands', () => {
    assert.ok(right !== undefined);
    const worked = { ...others, [id]: { ...right, eligibility: 'eligible', reasons: ['never'] } };
    assert.equal(disagreements(edition, worked), 1);
    const document = reviewDocument(edition, english, SITE, worked);
    assert.equal(valuesOf(tagsOf(document), 'class').filter((value) => value === 'alarm').length, 3);
    const text = textOf(document);
    assert.ok(
      text.indexOf(english.say('review.mismatches', { count: 1 })) < text.indexOf(english.say('review.how')),
    );
    assert.ok(text.includes(english.say('review.mismatch')));
  });

  it('is one that nobody worked out, too', () => {
    assert.equal(disagreements(edition, others), 1);
    assert.ok(reviewDocument(edition, english, SITE, others).includes('class="alarm"'));
  });
});

import assert from 'node:assert/strict';
import { LANGUAGE_TAGS, LANGUAGES } from '../../src/language/languages.js';
import { EDITION_IDS } from '../../src/policy/edition.js';
import { CONFLICTS } from '../../src/policy/editions/conflicts.js';
import { EDITIONS } from '../../src/policy/editions/registry.js';
import { conflictRow } from '../../src/review/conflicts-section.js';
import { documentParts, ON_THIS_PAGE } from '../../src/review/document-parts.js';
import { documentEntries } from '../../src/review/entries.js';

/** What a piece of HTML says, without its tags. */
function textOf(piece: { toString(): string }): string {
  return piece
    .toString()
    .replaceAll(/<[^>]*>/g, ' ')
    .replaceAll('&#39;', "'")
    .replaceAll('&quot;', '"');
}

describe('The conflicts between subscriptions in the document', () => {
  for (const tag of LANGUAGE_TAGS) {
    it(`are told in ${tag} with both sides and every source, and are found by a search`, () => {
      const language = LANGUAGES[tag];
      for (const id of EDITION_IDS) {
        const edition = EDITIONS[id];
        const found = documentEntries({ language, edition, cases: [], leads: ON_THIS_PAGE });
        for (const conflict of CONFLICTS[id]) {
          const row = conflictRow(language, edition, conflict);
          const text = textOf(row);
          assert.ok(text.includes(language.say(`conflict.${conflict.id}`)), conflict.id);
          for (const { reasons = [], steps = [], cautions = [] } of [...conflict.one, ...conflict.other])
            for (const said of [
              ...reasons.map((each) => language.say(`reason.${each}`)),
              ...steps.map((each) => language.say(`step.${each}`)),
              ...cautions.map((each) => language.say(`caution.${each}`)),
            ])
              assert.ok(text.includes(said), `${conflict.id}: ${said}`);
          assert.equal(
            (row.toString().match(/<a href="https:/g) ?? []).length,
            conflict.cites.length,
            conflict.id,
          );
          assert.ok(
            found.some(({ address }) => address === `#conflict-${conflict.id}`),
            conflict.id,
          );
        }
      }
    });
  }

  it('are a part of the editions that have any', () => {
    for (const id of EDITION_IDS)
      assert.equal(documentParts(EDITIONS[id]).includes('conflicts'), CONFLICTS[id].length > 0, id);
    assert.ok(CONFLICTS['2026-11'].length > 0);
  });
});

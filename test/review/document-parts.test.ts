import assert from 'node:assert/strict';
import { LANGUAGE_TAGS, LANGUAGES } from '../../src/language/languages.js';
import { EDITION_IDS } from '../../src/policy/edition.js';
import { EDITIONS } from '../../src/policy/editions/registry.js';
import { documentParts, groupOf, isPartId, partTitle } from '../../src/review/document-parts.js';

/** About what fits on ten screens: who reads a part reads it whole. */
const MOST_RULES = 40;

describe('The parts of a document', () => {
  for (const id of EDITION_IDS) {
    it(`have each rule of ${id} once, and never too many`, () => {
      const edition = EDITIONS[id];
      const parts = documentParts(edition);
      for (const rule of edition.rules) assert.ok(parts.includes(groupOf(rule)), rule.id);
      for (const part of parts) {
        const count = edition.rules.filter((rule) => groupOf(rule) === part).length;
        assert.ok(count <= MOST_RULES, `${part} has ${count}`);
      }
    });
  }

  it('have titles of their own in every language', () => {
    for (const tag of LANGUAGE_TAGS) {
      const titles = documentParts(EDITIONS['2026-11']).map((part) => partTitle(LANGUAGES[tag], part));
      assert.equal(new Set(titles).size, titles.length, tag);
    }
  });

  it('are told from what is none', () => {
    for (const none of ['', 'all', 'constructor', 'decides-', 'adds-steps', undefined]) {
      assert.ok(!isPartId(none), String(none));
    }
  });
});

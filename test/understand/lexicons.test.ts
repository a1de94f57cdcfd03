import assert from 'node:assert/strict';
import { LANGUAGE_TAGS } from '../../src/language/languages.js';
import { LEXICONS } from '../../src/language/lexicon/lexicons.js';
import { CONCEPTS, isValue } from '../../src/language/understand/concepts.js';
import { parse } from '../../src/language/understand/pattern.js';
import { Phrasebook } from '../../src/language/understand/phrasebook.js';
import type { Node } from '../../src/language/understand/tree.js';

/** Every end of the tree at which two values would be said at once. */
function* conflicts(node: Node): Generator<readonly string[]> {
  const values = (node.concepts ?? []).filter(isValue);
  if (values.length > 1) yield values;
  for (const next of [...(node.next?.values() ?? []), ...(node.joins ?? []), ...(node.gap ? [node.gap] : [])])
    yield* conflicts(next);
}

describe('the lexicons', () => {
  for (const tag of LANGUAGE_TAGS) {
    const lexicon = LEXICONS[tag];

    it(`${tag}: names every concept, and no other`, () => {
      assert.equal(lexicon.language, tag);
      assert.deepEqual(new Set(Object.keys(lexicon.concepts)), new Set<string>(CONCEPTS));
    });

    it(`${tag}: every phrase can be read`, () => {
      for (const concept of CONCEPTS) {
        for (const phrase of lexicon.concepts[concept] ?? []) assert.ok(parse(phrase).length > 0, phrase);
      }
    });

    it(`${tag}: no phrase says two values`, () => {
      assert.deepEqual([...conflicts(new Phrasebook(tag, lexicon).whole().root)], []);
    });
  }
});

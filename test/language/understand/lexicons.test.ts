import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { CONCEPTS, isValue } from '../../../src/language/lexicon/concepts.js';
import { FRAME_PARTS, type FramePart, frameWordsOf } from '../../../src/language/lexicon/frame-words.js';
import { lexiconOf } from '../../../src/language/lexicon/lexicons.js';
import { parse } from '../../../src/language/understand/phrases/pattern.js';
import { Phrasebook } from '../../../src/language/understand/phrases/phrasebook.js';
import type { PhraseNode } from '../../../src/language/understand/phrases/tree.js';
import { stemsOf } from '../../../src/language/understand/text/stems.js';
import { FACT_IDS } from '../../../src/policy/facts.js';
import { storyFile, UNDERSTOOD } from '../stories.js';

const FOLDER = new URL('../../../../test/language/understand/', import.meta.url);

/** Every end of the tree at which two values would be said at once. */
function* conflicts(node: PhraseNode): Generator<readonly string[]> {
  const values = (node.concepts ?? []).filter(isValue);
  if (values.length > 1) yield values;
  for (const next of [...(node.next?.values() ?? []), ...(node.joins ?? []), ...(node.gap ? [node.gap] : [])])
    yield* conflicts(next);
}

/** What the concepts of a fact are called, where it is not as the fact itself. */
const CALLED: Readonly<Record<string, string>> = { partner: 'kind' };

/** What some languages do not have, or write as another does. */
const PERHAPS: ReadonlySet<FramePart> = new Set([
  'greetingsBehind',
  'greetingEnds',
  'addressees',
  'titlesBefore',
  'titlesBehind',
  'nameParts',
  'outside',
  'quotedLines',
  'forwardedLines',
  'printing',
  'postscripts',
]);

describe('the lexicons', () => {
  for (const fact of FACT_IDS) {
    it(`${fact}: can be said in own words`, () => {
      const called = CALLED[fact] ?? fact;
      assert.ok(
        CONCEPTS.some((concept) => concept === called || concept.startsWith(`${called}.`)),
        `Give ${fact} concepts in src/language/lexicon/concepts.ts, or name what they are called here.`,
      );
    });
  }

  for (const tag of UNDERSTOOD) {
    const lexicon = lexiconOf(tag);

    it(`${tag}: names every concept, and no other`, () => {
      assert.equal(lexicon.language, tag);
      assert.deepEqual(new Set(Object.keys(lexicon.concepts)), new Set<string>(CONCEPTS));
    });

    it(`${tag}: has words for what stands around a mail`, () => {
      const { language, ...parts } =
        frameWordsOf(tag) ?? assert.fail(`src/language/lexicon/frames/${tag}.json`);
      assert.equal(language, tag);
      assert.deepEqual(Object.keys(parts), [...FRAME_PARTS]);
      for (const part of FRAME_PARTS) {
        assert.ok(parts[part].length > 0 || PERHAPS.has(part), part);
        for (const words of parts[part]) assert.ok(!new RegExp(`^(?:${words})$`, 'iu').test(''), words);
      }
    });

    it(`${tag}: comes with sentences to measure it by, and a story`, () => {
      const files = ['seen', 'fresh'].map((half) => new URL(`${tag}.${half}.json`, FOLDER));
      for (const file of [...files, storyFile(tag)]) assert.ok(existsSync(file), file.pathname);
    });

    it(`${tag}: has a stemmer that there is, or words without forms`, () => {
      const words = Object.values(lexicon.concepts)
        .flat()
        .flatMap((phrase) => phrase.match(/\p{L}+/gu) ?? []);
      const stemmed = words.some((word) => stemsOf(word, word, tag).length > 0);
      assert.equal(stemmed, lexicon.stemmer !== undefined);
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

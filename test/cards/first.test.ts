import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { CHANNELS } from '../../src/channels/registry.js';
import { FIRST, findFirst } from '../../src/first.js';
import { LANGUAGE_TAGS } from '../../src/language/languages.js';
import { nextQuestion } from '../../src/policy/interview.js';
import { policyFor } from '../../src/policy/policy.js';

describe('What the build finishes', () => {
  const found = findFirst();

  it('is what would be found and drawn now', () => {
    assert.deepEqual(JSON.parse(readFileSync(FIRST, 'utf8')), JSON.parse(JSON.stringify(found)));
    assert.deepEqual(found.question, nextQuestion(policyFor(undefined), {}));
  });

  it('is there in every language and for every channel, and holds nobody’s origin', () => {
    const shapes = new Set(Object.values(CHANNELS)).size;
    assert.equal(new Set(found.cards.map(({ key }) => key)).size, 3 * LANGUAGE_TAGS.length * shapes);
    for (const tag of LANGUAGE_TAGS) {
      assert.ok(found.cards.some(({ key }) => key.includes(` ${tag} question `)));
      assert.ok(found.cards.some(({ key }) => key.includes(` ${tag} welcome `)));
    }
    assert.ok(!JSON.stringify(found.cards).includes('first.1'));
  });
});

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { CHANNELS } from '../../src/channels/registry.js';
import { LANGUAGE_TAGS, LANGUAGES } from '../../src/language/languages.js';
import { nextQuestion } from '../../src/policy/engine/interview.js';
import { policyFor } from '../../src/policy/engine/policy.js';
import { fileOf, findAllFirst, firstIn } from '../../src/ready/first.js';

describe('What the build finishes', () => {
  const shapes = [...new Set(Object.values(CHANNELS))];
  const found = findAllFirst(Object.values(LANGUAGES), shapes);

  it('is what would be found and drawn now', () => {
    for (const [name, each] of found) {
      const kept: unknown = JSON.parse(readFileSync(fileOf(name), 'utf8'));
      assert.deepEqual(kept, JSON.parse(JSON.stringify(each)), name);
    }
    assert.deepEqual(found.get('opening'), nextQuestion(policyFor(undefined), {}));
  });

  for (const tag of LANGUAGE_TAGS) {
    it(`is there for every channel, and holds nobody’s origin (${tag})`, () => {
      const first = firstIn(tag);
      assert.equal(new Set(first.map(({ key }) => key)).size, 3 * shapes.length);
      assert.ok(first.some(({ key }) => key.includes(` ${tag} question `)));
      assert.ok(first.some(({ key }) => key.includes(` ${tag} welcome `)));
      assert.ok(!JSON.stringify(first).includes('first.1'));
    });
  }

  it('is nothing in a language that the build did not know', () => {
    assert.deepEqual(firstIn('tlh'), []);
  });
});

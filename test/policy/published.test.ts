import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { EDITIONS, PUBLISHED } from '../../src/policy/editions/registry.js';

/**
 * What was published, by the SHA-256 of the file it stands in. A line is added with an edition. What an article says does
 * not change any more; where we had read it wrongly, the correction is a new hash here, and CHANGELOG.md names it.
 */
const PINNED: Readonly<Record<string, string>> = {
  '2018-10-21vianet': '6ff636908b0661d097623dd8b43881c0d56c92c237c040cf468cf1ae2d1dde85',
  '2019-03': '6ef0f92c8db59e5b26b7e53559963541bfa9dcb17e0cbda013cb82caea8e0729',
  '2020-06': '4212746df8f692a74cd1929821e6d13cc314b7fddeb8fa5c3de44d082b1bd490',
};

function textOf(edition: string): string {
  const file = new URL(`../../../src/policy/editions/${edition}.ts`, import.meta.url);
  return readFileSync(file, 'utf8').replaceAll('\r\n', '\n');
}

function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

/** The files that an edition is made of beside its own. */
function importsOf(text: string): readonly string[] {
  return [...text.matchAll(/^(import .*?)\{[^}]*\} from '(.*)';/gm)].map(([, how, from]) => `${how}${from}`);
}

describe('A published edition', () => {
  it('is pinned: each one, and none that is still open', () => {
    assert.deepEqual(Object.keys(PINNED), [...PUBLISHED]);
    assert.ok(Object.keys(EDITIONS).length > PUBLISHED.length);
  });

  for (const edition of PUBLISHED) {
    it(`is not changed any more: ${edition}`, () => {
      assert.equal(
        hashOf(textOf(edition)),
        PINNED[edition],
        `src/policy/editions/${edition}.ts is published and frozen, but it is not what was published. Put it back as ` +
          'it was (git checkout), and write a change of policy down as a new edition: its file, and its line in ' +
          'src/policy/editions/registry.ts.',
      );
    });

    it(`stands in one file, which takes nothing but types from elsewhere: ${edition}`, () => {
      const allowed = ['edition', 'facts'].map((vocabulary) => `import type ../${vocabulary}.js`);
      assert.deepEqual(importsOf(textOf(edition)), allowed);
      assert.doesNotMatch(textOf(edition), /import\(|require|process|Date/);
    });
  }

  it('would be missed with one letter changed', () => {
    assert.notEqual(hashOf(textOf('2019-03').replace('customer', 'Customer')), PINNED['2019-03']);
    assert.deepEqual(importsOf("import { inCsp } from './groups.js';\n"), ['import ./groups.js']);
  });
});

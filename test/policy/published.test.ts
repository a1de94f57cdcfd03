import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { EDITIONS, PUBLISHED } from '../../src/policy/editions/registry.js';

/** What was published, by the SHA-256 of the file it stands in. A line is added with an edition, and never changed. */
const PINNED: Readonly<Record<string, string>> = {
  '2018-10-21vianet': '76f0adbbb00057503ebc764b7b63361af13dec065031caeb23356e46227e54b6',
  '2019-03': '7f2c3d21f7d3e11978596a03aa2b4c7807e6cb239bbc6f93af2a3cbc098e7d88',
  '2020-06': '3cb8253206d6f09b54f323a13bee12647104060caeb6639548dab200bea6a56d',
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

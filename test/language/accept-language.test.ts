import assert from 'node:assert/strict';
import { acceptedLocales } from '../../src/language/accept-language.js';

describe('Accept-Language', () => {
  const headers: readonly (readonly [string | undefined, readonly string[]])[] = [
    [undefined, []],
    ['', []],
    ['hu', ['hu']],
    ['hu-HU,hu;q=0.9,en;q=0.8', ['hu-HU', 'hu', 'en']],
    ['en;q=0.5, pt-PT', ['pt-PT', 'en']],
    ['*', []],
    ['en;q=0, ru', ['ru']],
    ['en;q=no, ru', ['ru']],
    [';;;,,,', []],
    [`hu${' '.repeat(1000)},ru`, ['hu']],
  ];
  for (const [header, locales] of headers) {
    it(`reads ${JSON.stringify(header?.slice(0, 40))}`, () => {
      assert.deepEqual(acceptedLocales(header), locales);
    });
  }
});

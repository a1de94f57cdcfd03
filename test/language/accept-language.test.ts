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
  ];
  for (const [header, locales] of headers) {
    it(`reads ${JSON.stringify(header)}`, () => {
      assert.deepEqual(acceptedLocales(header), locales);
    });
  }
});

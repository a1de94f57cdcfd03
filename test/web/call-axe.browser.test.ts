import assert from 'node:assert/strict';
import { LANGUAGE_TAGS } from '../../src/language/languages.js';
import { violations } from './axe.js';
import { type CallPage, openCall } from './call.js';
import { visited } from './visit.js';

describe('the call page for those who do not see it', () => {
  const visit = visited();

  /** At its end, where nothing is still behind the bar that stays at the bottom. */
  async function wrong({ page }: CallPage): Promise<readonly string[]> {
    await page.evaluate('scrollTo(0, document.documentElement.scrollHeight)');
    return violations(page);
  }

  for (const tag of LANGUAGE_TAGS) {
    it(`has nothing that axe-core finds wrong in ${tag}, from the question to what it depends on`, async () => {
      const call = await openCall(visit.browser, `${visit.address}/?mode=call&locale=${tag}`);
      assert.deepEqual(await wrong(call), []);
      await call.fill();
      assert.deepEqual(await wrong(call), []);
      await call.after(() => call.field('seller').selectOption('unknown'));
      assert.deepEqual(await wrong(call), []);
      await call.page.evaluate('localStorage.clear(); sessionStorage.clear()');
      await call.page.close();
    });
  }
});

import assert from 'node:assert/strict';
import { LANGUAGES } from '../../src/language/languages.js';
import { newPage } from './browser.js';
import { type Site, startSite } from './site.js';
import { visited } from './visit.js';

describe('A site that may not show the advisor', () => {
  // Its EMBED_ORIGINS names nobody.
  const visit = visited();
  let site: Site;
  before(async () => {
    site = await startSite(() => visit.address);
  });
  after(() => site?.close());

  it('is told so, in the page and in the console, with what to do', async () => {
    const page = await newPage(visit.browser);
    await page.goto(`${site.origin}/inline`);
    const words = LANGUAGES.hu.say('web.refused', { origin: site.origin, setting: 'EMBED_ORIGINS' });
    await page.getByRole('alert').getByText(words).waitFor();
    assert.ok(words.includes('EMBED_ORIGINS') && words.includes(site.origin));
    assert.ok(visit.browser.complaints.some((said) => said.includes(words)));
    assert.equal(await page.locator('iframe').count(), 0);
    await page.close();
  });
});

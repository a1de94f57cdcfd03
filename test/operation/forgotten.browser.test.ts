import assert from 'node:assert/strict';
import { LANGUAGES } from '../../src/language/languages.js';
import type { Running } from '../../src/main.js';
import { startIn, temporaryFolder } from '../start/running.js';
import { type Browser, CARD, newPage, openBrowser, ROW } from '../web/browser.js';

const { en } = LANGUAGES;

describe('Forgetting on the page', function () {
  this.timeout(60_000);
  const folder = temporaryFolder();
  let browser: Browser;
  let running: Running;
  before(async function () {
    const opened = await openBrowser();
    if (opened === undefined) return this.skip();
    browser = opened;
    running = await startIn(folder.path);
  });
  after(async () => {
    await browser?.close();
    await running?.close();
    folder.remove();
  });

  it('a reload shows nothing of before, and the conversation goes on as new', async () => {
    const page = await newPage(browser);
    const card = (count: number): Promise<void> =>
      page
        .locator(CARD)
        .nth(count - 1)
        .waitFor();
    const tapLast = (label: string): Promise<void> =>
      page.locator(CARD).last().locator(ROW).filter({ hasText: label }).first().click();
    const box = page.locator('[data-id="webchat-sendbox-input"]');
    await page.goto(`${running.address}/?locale=en`);
    await card(1);
    await tapLast(en.say('ui.start'));
    await card(2);
    await tapLast(en.say('option.cloud.public'));
    await card(3);
    await box.fill('what do you know about me');
    await box.press('Enter');
    await page.getByText(en.say('privacy.title')).first().waitFor();
    await tapLast(en.say('privacy.forget'));
    await page.getByText(en.say('privacy.confirmTitle')).first().waitFor();
    await tapLast(en.say('privacy.confirmYes'));
    await page.getByText(en.say('notice.forgotten')).first().waitFor();

    await page.reload();
    await page.getByText(en.say('notice.forgotten')).first().waitFor();
    await page.locator('#status[data-state=online]').waitFor({ state: 'attached' });
    assert.equal(await page.locator(CARD).count(), 1);
    const shown = String(await page.evaluate('document.body.innerText'));
    for (const before of ['what do you know', en.say('privacy.title'), en.say('option.cloud.public')]) {
      assert.ok(!shown.includes(before), before);
    }
    await tapLast(en.say('ui.start'));
    await page.getByText(en.say('fact.cloud.question')).first().waitFor();
    assert.deepEqual(browser.complaints, []);
    await page.close();
  });
});

import assert from 'node:assert/strict';
import { LANGUAGES } from '../../src/language/languages.js';
import { CARD, newPage, ROW } from '../web/browser.js';
import { visited } from '../web/visit.js';

const { en } = LANGUAGES;

describe('Forgetting on the page', () => {
  const visit = visited();

  it('a reload shows nothing of before, and the conversation goes on as new', async () => {
    const page = await newPage(visit.browser);
    const card = (count: number): Promise<void> =>
      page
        .locator(CARD)
        .nth(count - 1)
        .waitFor();
    const tapLast = (label: string): Promise<void> =>
      page.locator(CARD).last().locator(ROW).filter({ hasText: label }).first().click();
    const box = page.locator('[data-id="webchat-sendbox-input"]');
    await page.goto(`${visit.address}/?locale=en`);
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
    assert.deepEqual(visit.browser.complaints, []);
    await page.close();
  });
});

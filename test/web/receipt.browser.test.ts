import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import { LANGUAGES } from '../../src/language/languages.js';
import { writeReceipt } from '../../src/receipt/receipt.js';
import { CARD, newPage } from './browser.js';
import { openCall } from './call.js';
import { visited } from './visit.js';

const english = LANGUAGES.en;
const RECEIPT = writeReceipt({
  edition: '2026-11',
  situation: { cloud: 'public', partner: 'notCsp' },
  everyCloud: false,
});

describe('a receipt opened by its link', () => {
  const visit = visited();
  let page: Page;

  afterEach(async () => {
    assert.deepEqual(visit.browser.complaints, []);
    await page.evaluate('localStorage.clear(); sessionStorage.clear()');
    await page.close();
  });

  it('is said once in the chat, and not again after a reload', async () => {
    page = await newPage(visit.browser);
    await page.goto(`${visit.address}/r/${RECEIPT}?locale=en`);
    const verdict = page.locator(CARD).last().getByText(english.say('eligibility.notEligible'));
    await verdict.first().waitFor();
    assert.equal(new URL(page.url()).pathname, `/r/${RECEIPT}`);
    assert.equal(await page.locator(CARD).count(), 2);
    await page.reload();
    await verdict.first().waitFor();
    await page.waitForTimeout(700);
    assert.equal(await page.locator(CARD).count(), 2);
  });

  it('is shown on the call page', async () => {
    const call = await openCall(visit.browser, `${visit.address}/r/${RECEIPT}?mode=call&locale=en`);
    page = call.page;
    await call.head.getByText(english.say('eligibility.notEligible')).waitFor();
    assert.equal(new URL(page.url()).pathname, '/');
    assert.equal(await call.field('partner').inputValue(), 'notCsp');
    await page.reload();
    await call.head.getByText(english.say('eligibility.notEligible')).waitFor();
  });
});

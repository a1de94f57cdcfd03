import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import { LANGUAGE_TAGS, LANGUAGES } from '../../src/language/languages.js';
import { writeReceipt } from '../../src/receipt/receipt.js';
import { ELIGIBLE } from '../conversation/talk.js';
import { ask } from '../policy/practice/printed.js';
import { CARD, newPage } from './browser.js';
import { visited } from './visit.js';

const RECEIPT = writeReceipt({ edition: '2026-11', situation: ELIGIBLE, everyCloud: false });

/** What is seen on paper. */
async function onPaper(page: Page): Promise<string> {
  await page.emulateMedia({ media: 'print' });
  return (await page.locator('body').allInnerTexts()).join('');
}

describe('An answer on paper', () => {
  const visit = visited();
  let page: Page;

  afterEach(async () => {
    assert.deepEqual(visit.browser.complaints, []);
    await page.evaluate('localStorage.clear(); sessionStorage.clear()');
    await page.close();
  });

  for (const tag of LANGUAGE_TAGS) {
    const language = LANGUAGES[tag];

    it(`is whole, dated, with its addresses and its receipt, and nothing else (${tag})`, async () => {
      page = await newPage(visit.browser);
      await page.goto(`${visit.address}/r/${RECEIPT}?locale=${tag}`);
      await page.locator('#print .printed').waitFor({ state: 'attached' });
      assert.equal(
        await page.locator('#print').isVisible(),
        false,
        'on the screen there is the conversation',
      );
      const paper = await onPaper(page);
      const { guidance } = ask(ELIGIBLE);
      assert.ok(paper.includes(language.say(`eligibility.${guidance.eligibility}`)));
      for (const { id } of guidance.steps) assert.ok(paper.includes(language.say(`step.${id}`)), id);
      for (const { id } of guidance.cautions) assert.ok(paper.includes(language.say(`caution.${id}`)), id);
      assert.ok(paper.includes(language.date(new Date().toISOString().slice(0, 10))));
      assert.match(paper, /https:\/\/learn\.microsoft\.com\//);
      assert.ok(paper.includes(`${visit.address}/r/${RECEIPT}`));
      for (const selector of ['header', '#chat', '#status', '#copying'])
        assert.equal(await page.locator(selector).first().isVisible(), false, selector);
    });
  }

  it('is not that of a conversation before', async () => {
    page = await newPage(visit.browser);
    await page.goto(`${visit.address}/r/${RECEIPT}?locale=en`);
    await page.locator('#print .printed').waitFor({ state: 'attached' });
    await page.getByRole('button', { name: LANGUAGES.en.say('web.newConversation') }).click();
    await page.locator('#print .printed').waitFor({ state: 'detached' });
  });

  it('goes on over several pages, where it needs them', async () => {
    page = await newPage(visit.browser);
    await page.goto(`${visit.address}/r/${RECEIPT}?locale=en`);
    await page.locator('#print .printed').waitFor({ state: 'attached' });
    const pdf = await page.pdf({ format: 'A5' });
    const pages = pdf.toString('latin1').match(/\/Type\s*\/Page\b/g) ?? [];
    assert.ok(pages.length > 1, `${pages.length} pages`);
  });

  it('has a page of its own, which says the same without any script', async () => {
    page = await newPage(visit.browser);
    const served = await page.request.get(`${visit.address}/print/${RECEIPT}?locale=hu`);
    assert.equal(served.status(), 200);
    const body = await served.text();
    assert.ok(body.includes(LANGUAGES.hu.say('eligibility.eligible')));
    await page.goto(`${visit.address}/print/${RECEIPT}?locale=hu`);
    await page.getByRole('button', { name: LANGUAGES.hu.say('ui.print') }).waitFor();
    const paper = await onPaper(page);
    assert.ok(!paper.includes(LANGUAGES.hu.say('ui.print')));
    await page.goto(`${visit.address}/print/MC-NONE`);
    assert.equal(new URL(page.url()).pathname, '/', 'what is no receipt leads to the chat');
    await page.locator(CARD).first().waitFor();
  });
});

import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import { LANGUAGE_TAGS, LANGUAGES } from '../../src/language/languages.js';
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

/** On how many rows of the screen the code at the foot of the last card stands. */
const ROWS_OF_CODE = `(() => {
  const cards = document.querySelectorAll('${CARD}');
  let rows = 0;
  const walk = document.createTreeWalker(cards[cards.length - 1], NodeFilter.SHOW_TEXT);
  while (walk.nextNode()) {
    const at = walk.currentNode.textContent.indexOf('${RECEIPT}');
    if (at < 0) continue;
    const range = document.createRange();
    range.setStart(walk.currentNode, at);
    range.setEnd(walk.currentNode, at + ${RECEIPT.length});
    rows = new Set([...range.getClientRects()].map(({ top }) => Math.round(top))).size;
  }
  return rows;
})()`;

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

  for (const tag of LANGUAGE_TAGS) {
    it(`stands in one piece under the answer, on narrow screens too (${tag})`, async () => {
      page = await newPage(visit.browser);
      const code = page.locator(CARD).last().getByText(RECEIPT).last();
      // From a phone to 400 % zoom, and between: where a line breaks depends on the words before.
      for (let width = 320; width <= 480; width += 20) {
        await page.setViewportSize({ width, height: 860 });
        if (width === 320) await page.goto(`${visit.address}/r/${RECEIPT}?locale=${tag}`);
        await code.waitFor();
        const rows = await page.evaluate(ROWS_OF_CODE);
        assert.equal(rows, 1, `${width} px`);
      }
    });
  }

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

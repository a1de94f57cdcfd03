import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import { LANGUAGE_TAGS, LANGUAGES, type LanguageTag } from '../../src/language/languages.js';
import type { Running } from '../../src/main.js';
import { writeReceipt } from '../../src/receipt/receipt.js';
import { ELIGIBLE, OPEN } from '../conversation/talk.js';
import { startIn, temporaryFolder } from '../start/running.js';
import { violations } from './axe.js';
import { type Browser, CARD, openBrowser } from './browser.js';
import { type Site, startSite } from './site.js';

const receiptOf = (situation: typeof ELIGIBLE | typeof OPEN): string =>
  writeReceipt({ edition: '2026-11', situation, everyCloud: false });

describe('the pages around the chat for those who do not see them', () => {
  const folder = temporaryFolder();
  let browser: Browser;
  let running: Running;
  let friend: Site;
  let stranger: Site;
  let page: Page;

  before(async function () {
    const opened = await openBrowser();
    if (opened === undefined) return this.skip();
    browser = opened;
    friend = await startSite(() => running.address);
    stranger = await startSite(() => running.address);
    running = await startIn(folder.path, { EMBED_ORIGINS: friend.origin });
  });
  after(async () => {
    await browser?.close();
    await friend?.close();
    await stranger?.close();
    await running?.close();
    folder.remove();
  });
  afterEach(() => page.close());

  async function openIn(tag: LanguageTag, address: string, width: number, dark: boolean): Promise<void> {
    page = await browser.context.newPage();
    await page.setExtraHTTPHeaders({ 'accept-language': tag });
    await page.emulateMedia({ colorScheme: dark ? 'dark' : 'light' });
    await page.setViewportSize({ width, height: 800 });
    await page.goto(address);
  }

  for (const tag of LANGUAGE_TAGS) {
    const language = LANGUAGES[tag];
    // The colours are the same in every language.
    for (const dark of tag === 'en' ? [false, true] : [false]) {
      const where = `${tag}, ${dark ? 'dark' : 'light'}`;

      it(`are right on another site in ${where}: its button, and the chat in its panel`, async () => {
        await openIn(tag, `${friend.origin}/?lang=${tag}`, 1280, dark);
        const button = page.getByRole('button', { name: language.say('web.open') });
        await button.waitFor();
        assert.deepEqual(await violations(page), [], 'the button');
        await button.click();
        await page.frameLocator('iframe').locator(CARD).waitFor();
        assert.deepEqual(await violations(page), [], 'the panel');
        const frame = page.frames()[1];
        assert.ok(frame !== undefined);
        assert.deepEqual(await violations(frame), [], 'in the panel');
        await page.setViewportSize({ width: 320, height: 640 });
        assert.deepEqual(await violations(page), [], 'over a narrow page');
      });

      it(`are right in an element of another site in ${where}, or where that may not show them`, async () => {
        await openIn(tag, `${friend.origin}/inline?lang=${tag}`, 800, dark);
        await page.frameLocator('#here iframe').locator(CARD).waitFor();
        assert.deepEqual(await violations(page), []);
        await page.goto(`${stranger.origin}/inline?lang=${tag}`);
        await page.getByRole('alert').waitFor();
        assert.deepEqual(await violations(page), []);
      });

      it(`are right where there is no page in ${where}`, async () => {
        await openIn(tag, `${running.address}/nothing`, 320, dark);
        for (const path of ['/nothing', '/policy/none', '/policy/2026-11/none']) {
          await page.goto(`${running.address}${path}`);
          await page.getByRole('heading', { level: 1 }).waitFor();
          assert.deepEqual(await violations(page), [], path);
          assert.equal(await page.evaluate('document.documentElement.scrollWidth'), 320);
        }
      });

      it(`are right as a page to print in ${where}`, async () => {
        await openIn(tag, `${running.address}/nothing`, 320, dark);
        for (const situation of [ELIGIBLE, OPEN]) {
          await page.goto(`${running.address}/print/${receiptOf(situation)}`);
          await page.getByRole('button', { name: language.say('ui.print') }).waitFor();
          assert.deepEqual(await violations(page), []);
          assert.equal(await page.evaluate('document.documentElement.scrollWidth'), 320);
        }
      });
    }
  }
});

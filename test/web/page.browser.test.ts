import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { LANGUAGES } from '../../src/language/languages.js';
import { type Running, start } from '../../src/main.js';
import { parseConfig } from '../../src/start/config.js';
import { type Browser, CARD, newPage, openBrowser, ROW } from './browser.js';
import { type Site, startSite } from './site.js';

const english = LANGUAGES.en;

describe('the page in a browser', () => {
  let browser: Browser;
  let running: Running;
  let page: Page;
  let dataDir: string;
  /** Another site, which embeds the page. */
  let site: Site;

  before(async function () {
    const opened = await openBrowser();
    if (opened === undefined) return this.skip();
    browser = opened;
    site = await startSite(() => running.address);
    dataDir = await mkdtemp(join(tmpdir(), 'advisor-data-'));
    const env = { PORT: '0', DATA_DIR: dataDir, EMBED_ORIGINS: site.origin, LOG_LEVEL: 'silent' };
    running = await start(parseConfig(env));
  });

  after(async () => {
    if (browser === undefined) return;
    await browser.close();
    await site.close();
    await running.close();
    await rm(dataDir, { recursive: true, force: true });
  });

  beforeEach(async () => {
    page = await newPage(browser);
  });
  afterEach(() => page.close());

  async function cards(count: number): Promise<void> {
    await page
      .locator(CARD)
      .nth(count - 1)
      .waitFor();
    assert.equal(await page.locator(CARD).count(), count);
  }

  async function tapFirstRow(): Promise<void> {
    await page.locator(CARD).last().locator(ROW).first().click();
  }

  it('greets with a card and nothing else, and the browser complains of nothing', async () => {
    await page.goto(`${running.address}/?locale=en`);
    await cards(1);
    const welcome = english.say('welcome.text');
    assert.equal(await page.locator('.webchat__bubble').getByText(welcome).count(), 1);
    await page.locator('#status[data-state=online]').waitFor({ state: 'attached' });
    assert.equal(await page.locator('#status').textContent(), '');
    assert.deepEqual(browser.complaints, []);
  });

  it('tells screen readers the plain words of a card', async () => {
    await page.goto(`${running.address}/?locale=en`);
    await cards(1);
    const alternative = page.locator('.webchat__live-region-activity');
    await alternative.getByText(`• ${english.say('ui.start')}`).waitFor({ state: 'attached' });
  });

  it('answers a tap with the next card, and shows the whole conversation again after a reload', async () => {
    await page.goto(`${running.address}/?locale=en`);
    await cards(1);
    await tapFirstRow();
    await cards(2);
    await tapFirstRow();
    await cards(3);
    const shown = await page.locator(CARD).allInnerTexts();
    await page.reload();
    await cards(3);
    await page.waitForTimeout(500);
    assert.deepEqual(await page.locator(CARD).allInnerTexts(), shown);
    await tapFirstRow();
    await cards(4);
    assert.deepEqual(browser.complaints, []);
  });

  it('begins afresh on request', async () => {
    await page.goto(`${running.address}/?locale=en`);
    await cards(1);
    await tapFirstRow();
    await cards(2);
    await page.getByRole('button', { name: english.say('web.newConversation') }).click();
    await page.locator(CARD).nth(1).waitFor({ state: 'detached' });
    await cards(1);
    assert.equal(await page.locator('#status').textContent(), '');
  });

  it('begins afresh, without a word, when the conversation is not known any more', async () => {
    await page.goto(`${running.address}/?locale=en`);
    await cards(1);
    await tapFirstRow();
    await cards(2);
    const forgotten = JSON.stringify({ conversationId: 'gone', token: 'gone' });
    await page.addInitScript(`sessionStorage.setItem('advisor.conversation', ${JSON.stringify(forgotten)})`);
    await page.reload();
    await cards(1);
  });

  it('says so when it cannot connect', async () => {
    await page.route('**/v3/directline/**', (route) => route.abort());
    await page.goto(`${running.address}/?locale=en`);
    await page.getByRole('status').getByText(english.say('web.failed')).waitFor();
  });

  it('fits a narrow phone, and follows the theme of the system at once', async () => {
    await page.setViewportSize({ width: 320, height: 640 });
    await page.emulateMedia({ colorScheme: 'light' });
    await page.goto(`${running.address}/?locale=ru`);
    await cards(1);
    assert.equal(await page.evaluate('document.documentElement.scrollWidth'), 320);
    const paper = `getComputedStyle(document.querySelector('${CARD}')).backgroundColor`;
    assert.equal(await page.evaluate(paper), 'rgb(255, 255, 255)');
    await page.emulateMedia({ colorScheme: 'dark' });
    await page.locator('.ac-adaptiveCard[style*="rgb(38, 38, 43)"]').waitFor();
  });

  it('opens from a button on another site, whose styles do not reach it, and closes with Escape', async () => {
    await page.goto(site.origin);
    const button = page.getByRole('button', { name: LANGUAGES.hu.say('web.open') });
    assert.equal(await button.getAttribute('aria-expanded'), 'false');
    await button.click();
    const frame = page.frameLocator('iframe');
    await frame.locator(CARD).waitFor();
    assert.equal(await frame.locator('html').getAttribute('lang'), 'hu');
    await page.getByRole('button', { name: LANGUAGES.hu.say('web.close') }).waitFor();
    await frame.locator('#start-afresh').focus();
    await page.keyboard.press('Escape');
    await button.waitFor();
    assert.equal(await button.getAttribute('aria-expanded'), 'false');
    assert.equal(await page.evaluate('document.activeElement.shadowRoot.activeElement.localName'), 'button');
    assert.deepEqual(browser.complaints, []);
  });

  it('fills an element of another site', async () => {
    await page.goto(`${site.origin}/inline`);
    await page.frameLocator('#here iframe').locator(CARD).waitFor();
    assert.deepEqual(browser.complaints, []);
  });
});

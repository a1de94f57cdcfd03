import assert from 'node:assert/strict';
import { isDeepStrictEqual } from 'node:util';
import type { Page } from 'playwright-core';
import { LANGUAGES, type LanguageTag } from '../../src/language/languages.js';
import { eventually } from '../eventually.js';
import { CARD } from './browser.js';
import { visited } from './visit.js';

/** What the page around the conversation says, and in which language it says so. */
async function around(page: Page): Promise<readonly (string | null)[]> {
  return [
    await page.locator('html').getAttribute('lang'),
    await page.title(),
    await page.locator('h1').textContent(),
  ];
}

function inLanguage(tag: LanguageTag, title: 'title' | 'callTitle'): readonly string[] {
  const words = LANGUAGES[tag].say(`web.${title}`);
  return [tag, words, words];
}

describe('The language of the page', () => {
  const visit = visited();
  let page: Page;
  beforeEach(async () => {
    // A browser of its own: what one remembers is not for the others.
    const { browser, address } = visit;
    const context = await browser.context.browser()?.newContext({ locale: 'en-GB' });
    page = await (context ?? browser.context).newPage();
    await page.goto(address);
    await page.locator(CARD).first().waitFor();
  });
  afterEach(async () => {
    await page.evaluate('localStorage.clear()');
    await page.close();
  });

  async function choose(words: string): Promise<void> {
    const box = page.locator('[data-id="webchat-sendbox-input"]');
    await box.fill(words);
    await box.press('Enter');
  }

  async function speaks(words: readonly string[]): Promise<void> {
    await eventually(words.join(', '), async () => isDeepStrictEqual(await around(page), words));
  }

  async function placeholder(): Promise<string | null> {
    return page.locator('[data-id="webchat-sendbox-input"]').getAttribute('placeholder');
  }

  it('is that of the person’s choice: title, header, text box and what a screen reader hears', async () => {
    const english = await placeholder();
    await choose('magyarul');
    await speaks(inLanguage('hu', 'title'));
    const { hu } = LANGUAGES;
    assert.equal(await page.locator('#start-afresh').textContent(), hu.say('web.newConversation'));
    assert.ok(await page.getByRole('link', { name: hu.say('web.callMode'), exact: true }).isVisible());
    await eventually('another placeholder', async () => (await placeholder()) !== english);
  });

  it('is remembered over a reload, in a new conversation, and in call mode', async () => {
    await choose('русский');
    await speaks(inLanguage('ru', 'title'));
    // To the bot it is somebody new: only the page still knows.
    await page.evaluate("sessionStorage.clear(); localStorage.removeItem('advisor.user')");
    await page.reload();
    await speaks(inLanguage('ru', 'title'));
    await page.locator('#start-afresh').click();
    const { ru } = LANGUAGES;
    await page
      .locator(CARD)
      .filter({ hasText: ru.say('welcome.title') })
      .last()
      .waitFor();
    await page.goto(`${visit.address}/?mode=call`);
    await speaks(inLanguage('ru', 'callTitle'));
  });
});

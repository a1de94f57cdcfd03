import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import { Journal } from '../../src/feedback/journal.js';
import { LANGUAGES } from '../../src/language/languages.js';
import type { Running } from '../../src/main.js';
import { openLmdbStore } from '../../src/storage/lmdb/lmdb.js';
import { ownWords, SAID, saidIn, UNDERSTOOD } from '../language/stories.js';
import { startIn, temporaryFolder } from '../start/running.js';
import { type Browser, CARD, openBrowser } from './browser.js';
import { rowOf, tapRow } from './story.js';

describe('Own words in a browser', () => {
  const folder = temporaryFolder();
  let browser: Browser | undefined;
  let running: Running | undefined;

  before(async function () {
    browser = await openBrowser();
    if (browser === undefined) return this.skip();
    running = await startIn(folder.path);
  });
  after(async () => {
    await browser?.close();
    await running?.close();
    folder.remove();
  });

  async function led(page: Page, act: () => Promise<void>): Promise<string> {
    const cards = page.locator(CARD);
    const before = await cards.count();
    await act();
    await cards.nth(before).waitFor();
    return (await cards.last().textContent()) ?? '';
  }

  async function tap(page: Page, words: string): Promise<string> {
    return (await (await tapRow(page, words)).textContent()) ?? '';
  }

  function say(page: Page, words: string): Promise<string> {
    return led(page, async () => {
      await page.locator('[data-id="webchat-sendbox-input"]').fill(words);
      await page.keyboard.press('Enter');
    });
  }

  it('of a mail that is pasted keep its lines, so that the mail which it quotes says nothing', async () => {
    assert.ok(browser !== undefined && running !== undefined);
    const mail = `Hi,\nthe customer bought Office 365 through an Enterprise Agreement.\n
-----Original Message-----\nFrom: Bob\n\nWe are a direct bill partner, and they have Azure.`;
    const page = await browser.context.newPage();
    await page.goto(`${running.address}/?locale=en`);
    await page.locator(CARD).first().waitFor();
    const box = page.locator('[data-id="webchat-sendbox-input"]');
    await box.focus();
    const understood = await led(page, async () => {
      await page.keyboard.insertText(mail);
      await page.keyboard.press('Enter');
    });
    await page.goto(`${running.address}/?mode=call&locale=en`);
    const question = page.locator('#question');
    await page.locator('#said').focus();
    await page.keyboard.insertText(mail);
    await page.keyboard.press('Enter');
    await question.getByText(LANGUAGES.en.say('understood.title')).waitFor();
    const seen = [understood, await question.textContent()];
    for (const text of seen) {
      assert.ok(text?.includes(LANGUAGES.en.say('option.seller.enterpriseAgreement')), text ?? '');
      assert.ok(!text?.includes('direct bill') && !text?.includes('Azure'), text ?? '');
    }
    await page.close();
  });

  it('of one sign answer only what was seen: the second “1” of a quick hand', async () => {
    assert.ok(browser !== undefined && running !== undefined);
    const { address } = running;
    const [question, stale] = [LANGUAGES.en.say('fact.partner.question'), LANGUAGES.en.say('notice.stale')];
    const page = await browser.context.newPage();
    await page.goto(`${address}/?locale=en`);
    await page.locator(CARD).first().waitFor();
    await say(page, 'start');
    // Nothing is sent before both are typed.
    let typed = (): void => {};
    const both = new Promise<void>((done) => {
      typed = done;
    });
    await page.route('**/activities', async (route) => {
      if (route.request().method() === 'POST') await both;
      await route.continue();
    });
    for (let times = 0; times < 2; times++) {
      await page.locator('[data-id="webchat-sendbox-input"]').fill('1');
      await page.keyboard.press('Enter');
    }
    typed();
    await page.locator(CARD).filter({ hasText: stale }).last().waitFor();
    const text = (await page.locator(CARD).last().textContent()) ?? '';
    assert.ok(text.includes(question), text);
    await page.close();
  });

  for (const tag of UNDERSTOOD) {
    const language = LANGUAGES[tag];
    it(`are shown, confirmed, answered, and come back by their receipt (${tag})`, async () => {
      assert.ok(browser !== undefined && running !== undefined);
      const page = await browser.context.newPage();
      try {
        await page.goto(`${running.address}/?locale=${tag}`);
        await page.locator(CARD).first().waitFor();
        const understood = await say(page, ownWords(tag));
        assert.ok(understood.includes(language.say('understood.title')), understood);
        for (const answer of saidIn(language)) assert.ok(understood.includes(answer), answer);
        const asked = await tap(page, language.say('understood.yes'));
        assert.ok(asked.includes(language.say('fact.cloud.question')), asked);
        const guidance = await tap(page, language.say('option.cloud.public'));
        assert.ok(guidance.includes(language.say('eligibility.eligible')), guidance);
        const [receipt = ''] = /MC-[0-9A-Z]{4}-[0-9A-Z]+/.exec(guidance) ?? [];
        await rowOf(page, language.say('ui.moreKeep')).click();
        await rowOf(page, language.say('ui.helped')).click();
        await page.getByText(language.say('notice.feedbackTaken')).last().waitFor();
        const person = await tap(page, language.say('ui.person'));
        assert.ok(person.includes(language.say('handOver.copy')), person);
        const draft = await page.locator(CARD).last().locator('textarea').first().inputValue();
        assert.ok(draft.includes(receipt), draft);
        await say(page, language.alternatives('command.restart')[0] ?? '');
        const again = await say(page, receipt.toLowerCase());
        assert.ok(again.includes(language.say('notice.receiptTrue')), again);
        assert.ok(again.includes(language.say('eligibility.eligible')), again);
        await page.evaluate('localStorage.clear(); sessionStorage.clear()');
      } finally {
        await page.close();
      }
    });
  }

  it('leave opinions behind that say nothing about anybody', async () => {
    const store = openLmdbStore(folder.path);
    try {
      const entries = await new Journal(store).all();
      assert.equal(entries.length, UNDERSTOOD.length);
      for (const { helped, situation, rules } of entries) {
        assert.equal(helped, true);
        assert.deepEqual(situation, { ...SAID, cloud: 'public' });
        assert.ok(rules.length > 0);
      }
    } finally {
      await store.close();
    }
  });
});

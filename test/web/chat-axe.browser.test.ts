import assert from 'node:assert/strict';
import type { Locator, Page } from 'playwright-core';
import type { Language } from '../../src/language/language.js';
import { LANGUAGE_TAGS, LANGUAGES } from '../../src/language/languages.js';
import type { Situation } from '../../src/policy/facts.js';
import { timeLimit } from '../effort.js';
import { violations } from './axe.js';
import { CARD, newPage } from './browser.js';
import { tapRow, tellStory } from './story.js';
import { visited } from './visit.js';

const SETTLED: Situation = {
  cloud: 'public',
  partner: 'indirectReseller',
  service: 'license',
  seller: 'enterpriseAgreement',
  goal: 'support',
};
const OPEN: Situation = { cloud: 'public', partner: 'directBill', service: 'license', goal: 'takeOver' };

describe('the chat for those who do not see it', () => {
  const site = visited();

  /** Opens everything that a card has folded, and what that has folded again. */
  async function unfold(page: Page, card: Locator): Promise<void> {
    const folded = card.locator('[aria-expanded="false"]:visible');
    for (
      let left = await folded.count(), taps = 0;
      left > 0 && taps < 30;
      left = await folded.count(), taps += 1
    )
      await folded.first().click();
    assert.equal(await folded.count(), 0, 'A row that is open says that it is.');
    assert.equal(await page.locator('[aria-expanded]:not([role])').count(), 0);
  }

  async function say(page: Page, text: string): Promise<void> {
    const cards = page.locator(CARD);
    const before = await cards.count();
    await page.locator('[data-id="webchat-sendbox-input"]').fill(text);
    await page.keyboard.press('Enter');
    await cards.nth(before).waitFor();
  }

  async function answered(page: Page, language: Language, facts: Situation): Promise<Locator> {
    const card = await tellStory(page, language, facts);
    assert.deepEqual(await violations(page), [], 'folded');
    await unfold(page, card);
    assert.deepEqual(await violations(page), [], 'unfolded');
    return card;
  }

  for (const tag of LANGUAGE_TAGS) {
    const language = LANGUAGES[tag];
    it(`has nothing that axe-core finds wrong in ${tag}, from the welcome to the next customer`, async () => {
      const page = await newPage(site.browser);
      await page.setViewportSize({ width: 420, height: 860 });
      await page.goto(`${site.address}/?locale=${tag}`);
      await page.locator(CARD).first().waitFor();
      assert.deepEqual(await violations(page), [], 'welcome');
      await tapRow(page, language.say('ui.start'));
      assert.deepEqual(await violations(page), [], 'question');
      const card = await answered(page, language, SETTLED);
      await card.getByText(language.say('call.ticket'), { exact: true }).click();
      await page.locator('#chat textarea.ac-input').last().waitFor();
      assert.deepEqual(await violations(page), [], 'a note to take along');
      const restart = language.alternatives('command.restart')[0] ?? '';
      await say(page, restart);
      await answered(page, language, OPEN);
      await say(page, restart);
      const old = page.locator(CARD).filter({ hasText: language.say('eligibility.eligible') });
      await unfold(page, old.first());
      assert.deepEqual(await violations(page), [], 'an old conversation');
      await page.evaluate('localStorage.clear(); sessionStorage.clear()');
      await page.close();
    }).timeout(timeLimit(60_000));
  }
});

import assert from 'node:assert/strict';
import type { Locator, Page } from 'playwright-core';
import { LANGUAGES } from '../../src/language/languages.js';
import { placesText } from '../../src/language/places/places-text.js';
import { eventually } from '../eventually.js';
import { CARD, newPage } from './browser.js';
import { visited } from './visit.js';

const LINE = 'public cloud, direct bill partner, Microsoft 365, bought from Microsoft, take over';

describe('The two countries in a browser', () => {
  const visit = visited();

  /** Does something and returns the card that follows. */
  async function led(page: Page, act: () => Promise<unknown>): Promise<Locator> {
    const cards = page.locator(CARD);
    const before = await cards.count();
    await act();
    await cards.nth(before).waitFor();
    return cards.last();
  }

  async function say(page: Page, words: string): Promise<Locator> {
    return led(page, async () => {
      await page.locator('[data-id="webchat-sendbox-input"]').fill(words);
      await page.keyboard.press('Enter');
    });
  }

  /** The question of the region, asked in a language. */
  async function question(page: Page, tag: keyof typeof LANGUAGES): Promise<Locator> {
    const language = LANGUAGES[tag];
    await page.goto(`${visit.address}/?locale=${tag}`);
    await page.locator(CARD).first().waitFor();
    await say(page, LINE);
    await say(page, language.alternatives('reply.yes')[0] ?? '');
    const [change] = language.alternatives('command.change');
    return say(page, `${change} ${language.say('fact.region.name')}`);
  }

  /**
   * Types the first letters, as somebody without a mouse does, and goes one further and back with the arrow keys. Letters
   * that come more than a second after those before begin another word: a slow machine types them again.
   */
  async function choose(field: Locator, letters: string, code: string): Promise<void> {
    await eventually(`${letters} is found`, async () => {
      await field.focus();
      await field.pressSequentially(letters);
      const found = (await field.inputValue()) === code;
      if (!found) await field.page().waitForTimeout(1500);
      return found;
    });
    await field.press('ArrowDown');
    assert.notEqual(await field.inputValue(), code);
    await field.press('ArrowUp');
    assert.equal(await field.inputValue(), code);
  }

  // Letters that are on the keyboard of the test.
  for (const [tag, customer, partner, home] of [
    ['en', 'Germ', 'Austri', 'AT'],
    ['pt-BR', 'Aleman', 'Portug', 'PT'],
  ] as const) {
    it(`are chosen by their first letters and the arrow keys, each with its label (${tag})`, async () => {
      const page = await newPage(visit.browser);
      try {
        const language = LANGUAGES[tag];
        const card = await question(page, tag);
        const [theirs, ours] = (['customer', 'partner'] as const).map((whose) =>
          card.getByLabel(language.say(`places.${whose}`)),
        );
        assert.ok(theirs !== undefined && ours !== undefined);
        // Two fields more to reach by the keyboard, however many countries there are.
        assert.equal(await card.locator('input, select').count(), 2);
        assert.equal(await theirs.locator('option:checked').textContent(), language.say('places.find'));
        await choose(theirs, customer, 'DE');
        await choose(ours, partner, home);
        assert.equal(await theirs.inputValue(), 'DE');
        const check = card.getByRole('button', { name: language.say('places.check') });
        const answer = await led(page, () => check.press('Enter'));
        const said = placesText(language, { customer: 'DE', partner: home });
        assert.ok((await answer.textContent())?.includes(said), (await answer.textContent()) ?? '');
        // The next customer: the own country stands there by its name.
        await say(page, language.alternatives('command.restart')[0] ?? '');
        await say(page, LINE);
        await say(page, language.alternatives('reply.yes')[0] ?? '');
        const [change] = language.alternatives('command.change');
        const again = await say(page, `${change} ${language.say('fact.region.name')}`);
        const known = again.getByLabel(
          language.say('ui.asLastTime', { answer: language.say('places.partner') }),
        );
        assert.equal(await known.inputValue(), home);
        await page.evaluate('localStorage.clear(); sessionStorage.clear()');
      } finally {
        await page.close();
      }
    });
  }

  it('are refused with a sentence where none is chosen', async () => {
    const page = await newPage(visit.browser);
    try {
      const language = LANGUAGES.en;
      const card = await question(page, 'en');
      const check = card.getByRole('button', { name: language.say('places.check') });
      await check.press('Enter');
      // The same question comes again, in the place of the one before.
      const last = page.locator(CARD).last();
      await last.getByText(language.say('notice.countryMissing')).waitFor();
      assert.ok((await last.textContent())?.includes(language.say('fact.region.question')));
    } finally {
      await page.close();
    }
  });
});

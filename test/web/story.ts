import type { Locator, Page } from 'playwright-core';
import type { Language } from '../../src/language/language.js';
import { optionKey } from '../../src/language/policy-keys.js';
import { FACT_IDS, isOption, type Situation } from '../../src/policy/facts.js';
import { CARD, ROW } from './browser.js';

/** A row of the last card, by its words. */
export function rowOf(page: Page, words: string): Locator {
  return page
    .locator(CARD)
    .last()
    .locator(ROW)
    .filter({ has: page.getByText(words, { exact: true }) })
    .first();
}

/** Taps a row by its words and waits for the card that it leads to. */
export async function tapRow(page: Page, words: string): Promise<Locator> {
  const cards = page.locator(CARD);
  const before = await cards.count();
  await rowOf(page, words).click();
  await cards.nth(before).waitFor();
  return cards.last();
}

/** Answers every question that is put with what a situation says, or that it is unknown; returns the guidance. */
export async function tellStory(page: Page, language: Language, facts: Situation): Promise<Locator> {
  for (let asked = 0; asked < FACT_IDS.length; asked += 1) {
    const card = page.locator(CARD).last();
    const text = (await card.textContent()) ?? '';
    // Guidance asks as well what it depends on; only a question offers not to know it.
    const isQuestion = text.includes(language.say('ui.unknownNote'));
    const fact = FACT_IDS.find((each) => text.includes(language.say(`fact.${each}.question`)));
    if (!isQuestion || fact === undefined) break;
    const option = facts[fact];
    await tapRow(
      page,
      isOption(fact, option) ? language.say(optionKey(fact, option)) : language.say('ui.unknown'),
    );
  }
  return page.locator(CARD).last();
}

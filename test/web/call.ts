import type { Locator, Page } from 'playwright-core';
import { type Browser, newPage } from './browser.js';

/** What leads to guidance, one fact after the other. */
export const ANSWERS = {
  cloud: 'public',
  partner: 'directBill',
  service: 'license',
  seller: 'enterpriseAgreement',
  goal: 'support',
};

/** The call page as a person uses it. */
export interface CallPage {
  readonly page: Page;
  readonly line: Locator;
  readonly head: Locator;
  readonly question: Locator;
  readonly aloud: Locator;
  readonly steps: Locator;
  /** What a screen reader was told last. */
  readonly announced: Locator;
  /** The element of the card with this text that can be tapped. */
  row(text: string | RegExp): Locator;
  /** The field of the form for a fact, by its id. */
  field(id: string): Locator;
  /** Does something and waits until the card was drawn anew. */
  after(act: () => Promise<unknown>): Promise<void>;
  /** Opens the form with all answers; it stays open. */
  unfold(): Promise<void>;
  /** Fills in the form, one answer after the other, until there is guidance. */
  fill(): Promise<void>;
  /** What was copied last. */
  copied(): Promise<string>;
  /** Types a line and waits for the card. */
  type(text: string): Promise<void>;
}

/** Opens an address of the call page, prepared where that is wanted, and waits for its card. */
export async function openCall(
  browser: Browser,
  address: string,
  prepare: (page: Page) => Promise<void> = async () => {},
): Promise<CallPage> {
  const page = await newPage(browser);
  await prepare(page);
  await page.goto(address);
  const call = callOn(page);
  await call.head.waitFor();
  return call;
}

/** The call page that a tab shows, or is about to. */
export function callOn(page: Page): CallPage {
  const card = page.locator('#card');
  const line = page.locator('#said');
  const steps = card.locator('#steps');

  async function after(act: () => Promise<unknown>): Promise<void> {
    const mark = "document.querySelector('.ac-adaptiveCard').dataset.seen = 'yes'";
    await page.evaluate(mark);
    await act();
    await page.locator('.ac-adaptiveCard:not([data-seen])').waitFor();
  }

  async function unfold(): Promise<void> {
    const row = card.locator('#answers > .ac-selectable');
    if ((await row.getAttribute('aria-expanded')) === 'false') await row.click();
  }

  return {
    page,
    line,
    head: card.locator('#head'),
    question: card.locator('#question'),
    aloud: card.locator('#words'),
    steps,
    announced: page.locator('#announcer'),
    row: (text) => card.locator('.ac-selectable').filter({ hasText: text }).first(),
    field: (id) => card.locator(`#${id} :is(select, input)`),
    after,
    unfold,
    async fill() {
      await unfold();
      for (const [fact, option] of Object.entries(ANSWERS)) {
        await after(() => card.locator(`#${fact} select`).selectOption(option));
      }
      await steps.waitFor();
    },
    copied: () => page.evaluate('navigator.clipboard.readText()'),
    type: (text) =>
      after(async () => {
        await line.fill(text);
        await line.press('Enter');
      }),
  };
}

import assert from 'node:assert/strict';
import type { Locator, Page } from 'playwright-core';
import { LANGUAGES } from '../../src/language/languages.js';
import { optionKey } from '../../src/language/policy-keys.js';
import type { Situation } from '../../src/policy/facts.js';
import { writeReceipt } from '../../src/receipt/receipt.js';
import { eventually } from '../eventually.js';
import { CARD, newPage } from './browser.js';
import { rowOf, tapRow, tellStory } from './story.js';
import { visited } from './visit.js';

const english = LANGUAGES.en;
const FACTS: Situation = {
  cloud: 'public',
  partner: 'directBill',
  service: 'license',
  seller: 'cspPartner',
  goal: 'takeOver',
};
const CLOUD_LINE = english.say('ui.answerLine', {
  fact: english.say('fact.cloud.name'),
  answer: english.say(optionKey('cloud', 'public')),
});
const PHONE = { width: 420, height: 860 };
const DONE = english.say('eligibility.otherRoute');

describe('the conversation in the chat', () => {
  const site = visited();
  let page: Page;

  beforeEach(async () => {
    page = await newPage(site.browser);
    await page.setViewportSize(PHONE);
  });
  afterEach(async () => {
    // Web Chat complains of what the card itself unfolds, and lets it.
    const unfolding = /^(Web Chat: received unknown action from Adaptive Cards|\w{1,3})$/;
    assert.deepEqual(
      site.browser.complaints.filter((each) => !unfolding.test(each)),
      [],
    );
    await page.evaluate('localStorage.clear(); sessionStorage.clear()');
    await page.close();
  });

  async function begin(): Promise<void> {
    await page.goto(`${site.address}/?locale=en`);
    await page.locator(CARD).first().waitFor();
    await tapRow(page, english.say('ui.start'));
  }

  const focused = () => page.locator(':focus');
  const card = (at: number): Locator => page.locator(CARD).nth(at);
  const newest = (): Locator => page.locator(CARD).last();

  /** Whether the top of the newest card is at the top of what is seen. */
  async function isOnTop(): Promise<boolean> {
    const [box, around] = await Promise.all([newest().boundingBox(), page.locator('#chat').boundingBox()]);
    return Math.abs((box?.y ?? 9999) - (around?.y ?? 0)) < 40;
  }

  it('folds an answered question to one line, also after a reload, and the line changes the answer', async () => {
    await begin();
    await tapRow(page, english.say(optionKey('cloud', 'public')));
    for (const _ of ['now', 'after a reload']) {
      await card(1).getByText(CLOUD_LINE, { exact: true }).waitFor();
      const { height = 0 } = (await card(1).boundingBox()) ?? {};
      assert.ok(height < 40, `${height} px`);
      assert.equal(await page.getByText(english.say('fact.cloud.question'), { exact: true }).count(), 0);
      await page.reload();
      await card(2).waitFor();
    }
    await tapRow(page, english.say(optionKey('partner', 'directBill')));
    await card(1).getByRole('button').click();
    await newest().getByText(english.say('fact.cloud.question'), { exact: true }).waitFor();
    assert.equal(await newest().getByText(english.say('notice.stale')).count(), 0);
  });

  it('leaves nothing on an old card that could be taken for the live one', async () => {
    await begin();
    await tellStory(page, english, FACTS);
    await page.getByRole('button', { name: english.say('ui.nextCustomer') }).click();
    await newest().getByText(english.say('fact.cloud.question'), { exact: true }).waitFor();
    const old = page.locator(CARD).filter({ hasText: DONE });
    await old.getByRole('button', { name: DONE }).click();
    await old.getByText(english.say('ui.steps'), { exact: true }).waitFor();
    assert.equal(await old.getByText(english.say('ui.nextCustomer')).count(), 0);
    assert.equal(await card(1).getByRole('button').count(), 0, 'The line of the customer before.');
  });

  it('tells below the verdict what a changed answer has changed', async () => {
    await begin();
    await tellStory(page, english, FACTS);
    await card(1).getByRole('button').click();
    await newest().getByText(english.say('fact.cloud.question'), { exact: true }).waitFor();
    await tapRow(page, english.say(optionKey('cloud', 'usGov')));
    const told = newest().getByText(english.say('fact.cloud.name'), { exact: false }).first();
    await told.waitFor();
    assert.match((await newest().textContent()) ?? '', /You changed an answer/);
  });

  it('takes a double tap once', async () => {
    await begin();
    await rowOf(page, english.say(optionKey('cloud', 'public'))).dblclick();
    await newest().getByText(english.say('fact.partner.question'), { exact: true }).waitFor();
    await page.waitForTimeout(700);
    assert.equal(await page.locator(CARD).count(), 3);
  });

  it('says thanks in a line, and the answer stays what it is', async () => {
    await begin();
    await tellStory(page, english, FACTS);
    const cards = await page.locator(CARD).count();
    await newest()
      .getByRole('button', { name: english.say('ui.moreKeep') })
      .click();
    await newest()
      .getByRole('button', { name: english.say('ui.helped') })
      .click();
    await page
      .locator('.webchat__bubble')
      .getByText(english.say('notice.feedbackTaken'))
      .waitFor({ state: 'visible' });
    assert.equal(await page.locator(CARD).count(), cards);
    await newest().getByText(DONE).first().waitFor();
  });

  it('lands on the verdict after an answer, and after a reload', async () => {
    await begin();
    await tellStory(page, english, FACTS);
    await eventually('the verdict at the top', isOnTop);
    await page.reload();
    await newest().getByText(DONE).first().waitFor();
    await eventually('the verdict at the top again', isOnTop);
  });

  it('moves the focus to the first answer of the next question, and to the verdict', async () => {
    await begin();
    const next = ['cloud', 'partner'] as const;
    assert.equal(await focused().getAttribute('role'), 'button');
    for (const fact of next) {
      await newest()
        .getByText(english.say(`fact.${fact}.question`), { exact: true })
        .waitFor();
      await page.keyboard.press('Enter');
      await eventually('the next question', async () => {
        return (await page.getByText(english.say(`fact.${fact}.question`), { exact: true }).count()) === 0;
      });
    }
    await tellStory(page, english, FACTS);
    await eventually('the focus on the verdict', async () => {
      return (await focused().getAttribute('role')) === 'heading';
    });
  });

  it('lets Tab through the card to where one writes, and back', async () => {
    await begin();
    await eventually('the focus on the first answer', async () => {
      return (await focused().getAttribute('aria-label'))?.startsWith(
        english.say(optionKey('cloud', 'public')),
      );
    });
    const isWriting = async () => (await focused().getAttribute('data-id')) === 'webchat-sendbox-input';
    for (let stops = 0; stops < 15 && !(await isWriting()); stops += 1) await page.keyboard.press('Tab');
    assert.ok(await isWriting());
    await page.keyboard.press('Shift+Tab');
    assert.equal(await newest().locator(':focus').count(), 1);
    const isOutside = async () => (await focused().getAttribute('id')) === 'start-afresh';
    for (let stops = 0; stops < 15 && !(await isOutside()); stops += 1)
      await page.keyboard.press('Shift+Tab');
    assert.ok(await isOutside());
  });

  it('takes the answer whose number is pressed, and the one whose number is typed', async () => {
    await begin();
    await newest().getByText('1', { exact: true }).waitFor();
    await page.keyboard.press('1');
    await newest().getByText(english.say('fact.partner.question'), { exact: true }).waitFor();
    const second = newest().locator('.ac-selectable').nth(1);
    assert.ok((await second.textContent())?.trim().endsWith('2'));
    await page.locator('[data-id="webchat-sendbox-input"]').fill('2');
    await page.keyboard.press('Enter');
    await newest().getByText(english.say('fact.goal.question'), { exact: true }).waitFor();
  });

  it('opens a receipt’s link with the answer in view, the address kept, and nothing that nobody said', async () => {
    const path = `/r/${writeReceipt({ edition: '2026-11', situation: FACTS, everyCloud: false })}`;
    await page.goto(`${site.address}${path}?locale=en`);
    const verdict = newest().getByText(DONE).first();
    await verdict.waitFor();
    await eventually('the verdict in view', async () => {
      const { y = 9999 } = (await verdict.boundingBox()) ?? {};
      return y < PHONE.height / 2;
    });
    assert.equal(new URL(page.url()).pathname, path);
    assert.equal(await page.locator('.webchat__bubble--from-user').count(), 0);
    const cards = await page.locator(CARD).count();
    await page.reload();
    await verdict.waitFor();
    await page.waitForTimeout(700);
    assert.equal(await page.locator(CARD).count(), cards);
  });
});

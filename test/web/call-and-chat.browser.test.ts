import assert from 'node:assert/strict';
import type { Locator, Page } from 'playwright-core';
import { LANGUAGES } from '../../src/language/languages.js';
import { optionKey } from '../../src/language/policy-keys.js';
import { writeReceipt } from '../../src/receipt/receipt.js';
import { CARD, newPage } from './browser.js';
import { ANSWERS, type CallPage, callOn } from './call.js';
import { tapRow } from './story.js';
import { visited } from './visit.js';

const english = LANGUAGES.en;
const RECEIPT = writeReceipt({
  edition: '2026-11',
  situation: { cloud: 'public', partner: 'notCsp' },
  everyCloud: false,
});

describe('the chat and call mode, one conversation', () => {
  const visit = visited();
  let page: Page;

  beforeEach(async () => {
    page = await newPage(visit.browser);
  });
  afterEach(async () => {
    assert.deepEqual(visit.browser.complaints, []);
    await page.evaluate('localStorage.clear(); sessionStorage.clear()');
    await page.close();
  });

  const link = (mode: 'callMode' | 'chatMode'): Locator =>
    page.getByRole('link', { name: english.say(`web.${mode}`), exact: true });
  const lastCard = (): Locator => page.locator(CARD).last();

  async function toCall(): Promise<CallPage> {
    await link('callMode').click();
    const call = callOn(page);
    await call.head.waitFor();
    return call;
  }

  /** Back in the chat, once its newest card says this. */
  async function toChat(words: string): Promise<void> {
    await link('chatMode').click();
    await lastCard().getByText(words, { exact: true }).first().waitFor();
  }

  async function call(): Promise<CallPage> {
    await page.goto(`${visit.address}/?mode=call&locale=en`);
    const there = callOn(page);
    await there.head.waitFor();
    return there;
  }

  it('has in call mode what was answered in the chat, and nothing of the chat on the screen', async () => {
    await page.goto(`${visit.address}/?locale=en`);
    await lastCard().waitFor();
    await tapRow(page, english.say('ui.start'));
    await tapRow(page, english.say(optionKey('cloud', 'public')));
    const { field, question } = await toCall();
    assert.equal(await field('cloud').inputValue(), 'public');
    await question.getByText(english.say('fact.partner.question')).waitFor();
    assert.equal(await page.locator(CARD).count(), 1);
    await page.reload();
    await question.getByText(english.say('fact.partner.question')).waitFor();
    assert.equal(await field('cloud').inputValue(), 'public');
  });

  it('has in the chat what was answered in call mode, as a chat, with one line of the call', async () => {
    const { fill } = await call();
    await fill();
    await toChat(english.say('eligibility.eligible'));
    assert.equal(await page.locator(`${CARD} #customer`).count(), 0, 'no card of the call');
    const shown = await page.locator(CARD).count();
    assert.ok(shown <= 3, `the greeting, the call and the answer, not ${shown}`);
    await page.reload();
    await lastCard().getByText(english.say('eligibility.eligible'), { exact: true }).first().waitFor();
    await page.waitForTimeout(700);
    assert.equal(await page.locator(CARD).count(), shown, 'a reload says nothing again');
  });

  it('goes on in either where the other was left', async () => {
    const there = await call();
    await page.locator('#card').focus();
    await there.after(() => page.keyboard.press('1'));
    await toChat(english.say('fact.partner.question'));
    await tapRow(page, english.say(optionKey('partner', 'directBill')));
    const { field } = await toCall();
    assert.equal(await field('cloud').inputValue(), ANSWERS.cloud);
    assert.equal(await field('partner').inputValue(), ANSWERS.partner);
  });

  it('keeps the ticks and the language of the customer', async () => {
    const there = await call();
    await there.fill();
    await there.after(() => there.steps.getByRole('checkbox').first().click());
    await there.after(() => there.field('customer').selectOption('hu'));
    await toChat(english.say('eligibility.eligible'));
    const again = await toCall();
    await again.steps.waitFor();
    assert.equal(await again.steps.getByRole('checkbox').first().getAttribute('aria-checked'), 'true');
    assert.equal(await again.aloud.getAttribute('lang'), 'hu');
  });

  it('takes a receipt that was opened from a link along, both ways', async () => {
    await page.goto(`${visit.address}/r/${RECEIPT}?locale=en`);
    await lastCard().getByText(english.say('eligibility.notEligible')).first().waitFor();
    const { head, field } = await toCall();
    await head.getByText(english.say('eligibility.notEligible')).waitFor();
    assert.equal(await field('partner').inputValue(), 'notCsp');
    await toChat(english.say('eligibility.notEligible'));
  });

  it('shows a receipt in the chat that is opened in a tab that was on a call', async () => {
    const { fill } = await call();
    await fill();
    await page.goto(`${visit.address}/r/${RECEIPT}?locale=en`);
    await lastCard().getByText(english.say('eligibility.notEligible')).first().waitFor();
    assert.equal(await page.locator(`${CARD} #customer`).count(), 0);
  });

  it('is on the call again after the browser’s own way back', async () => {
    await page.goto(`${visit.address}/?locale=en`);
    await lastCard().waitFor();
    await tapRow(page, english.say('ui.start'));
    await toCall();
    await page.goBack();
    await lastCard().getByText(english.say('fact.cloud.question'), { exact: true }).first().waitFor();
    await page.locator(`${CARD} #customer`).first().waitFor({ state: 'detached' });
    await page.goForward();
    await callOn(page).head.waitFor();
  });

  it('is another conversation in another tab', async () => {
    const { fill } = await call();
    await fill();
    const other = await visit.browser.context.newPage();
    await other.goto(`${visit.address}/?mode=call&locale=en`);
    await callOn(other).head.waitFor();
    assert.equal(await callOn(other).field('cloud').inputValue(), 'open');
    await other.close();
  });
});

import assert from 'node:assert/strict';
import type { Locator, Page } from 'playwright-core';
import { LANGUAGES } from '../../src/language/languages.js';
import { writeReceipt } from '../../src/receipt/receipt.js';
import { ELIGIBLE } from '../conversation/talk.js';
import { timeLimit } from '../effort.js';
import { eventually } from '../eventually.js';
import { CARD, newPage } from './browser.js';
import { visited } from './visit.js';

const english = LANGUAGES.en;
const RECEIPT = writeReceipt({ edition: '2026-11', situation: ELIGIBLE, everyCloud: false });

describe('An answer taken along from Web Chat', () => {
  const visit = visited();
  let page: Page;

  beforeEach(async () => {
    page = await newPage(visit.browser);
    await visit.browser.context.grantPermissions(['clipboard-read', 'clipboard-write'], {
      origin: visit.address,
    });
    await page.goto(`${visit.address}/r/${RECEIPT}?locale=en`);
    await page.locator(CARD).last().getByText(english.say('eligibility.eligible')).first().waitFor();
    await card().getByText(english.say('ui.takeAlong')).click();
  });
  afterEach(async () => {
    await page.evaluate('localStorage.clear(); sessionStorage.clear()');
    await page.close();
  });

  function card(): Locator {
    return page.locator(CARD).last();
  }

  const copied = (): Promise<string> => page.evaluate('navigator.clipboard.readText()');

  async function open(title: string): Promise<string> {
    await card().getByText(title, { exact: true }).click();
    const field = card().locator('textarea');
    await field.waitFor();
    await card()
      .getByRole('button', { name: english.say('copy.do'), exact: true })
      .click();
    return field.inputValue();
  }

  it('is a link that opens it: copied by one tap, and said so only for a while', async () => {
    await card().getByText(english.say('ui.share'), { exact: true }).click();
    await eventually('the link', async () => (await copied()) === `${visit.address}/r/${RECEIPT}`);
    const said = page.locator('#copied');
    assert.equal(await said.textContent(), english.say('web.copied'));
    await eventually('nothing said any more', async () => (await said.textContent()) === '');
  }).timeout(timeLimit(30_000));

  it('is a note of a dozen lines, copied as it stands', async () => {
    const note = await open(english.say('call.ticket'));
    await eventually('the note', async () => (await copied()) === note);
    const lines = note.split('\n');
    assert.ok(lines.length > 5 && lines.length <= 12, `${lines.length} lines`);
    assert.ok(note.includes(RECEIPT));
  });

  it('is a message to the customer, copied as it stands', async () => {
    const letter = await open(english.say('ui.askCustomer'));
    await eventually('the letter', async () => (await copied()) === letter);
    assert.ok(letter.startsWith(english.say('ask.greeting')));
    assert.ok(letter.includes(english.say('aloud.eligibleFor.support')));
  });
});

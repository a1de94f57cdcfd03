import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { CaseStore } from '../../src/cases/case-store.js';
import { PageDoor } from '../../src/cases/page/page-door.js';
import { LANGUAGE_TAGS, LANGUAGES } from '../../src/language/languages.js';
import { openLmdbStore } from '../../src/storage/lmdb/lmdb.js';
import { memoryStore } from '../../src/storage/memory.js';
import { ANNA, made } from '../cases/case-contract.js';
import { WITH_GDAP } from '../cases/rounds-world.js';
import { violations } from './axe.js';
import { CARD, newPage } from './browser.js';
import { visited } from './visit.js';

describe('The page of cases in a browser', () => {
  const visit = visited();
  let page: Page;
  let door: PageDoor;
  before(async () => {
    const store = openLmdbStore(visit.folder);
    for (const label of ['Nr. 1', 'Nr. 2']) await made(new CaseStore(store), ANNA, { ...WITH_GDAP, label });
    await store.close();
    const key = readFileSync(join(visit.folder, 'direct-line.key'));
    door = new PageDoor({ key, store: memoryStore(), now: Date.now });
  });
  beforeEach(async () => {
    page = await newPage(visit.browser);
  });
  afterEach(async () => {
    await page.evaluate('localStorage.clear(); sessionStorage.clear()');
    await page.close();
  });

  const card = () => page.locator(CARD);
  const says = (words: string) => card().getByText(words).first().waitFor();
  const row = (words: string) =>
    card()
      .locator('.ac-selectable')
      .filter({ has: page.getByText(words, { exact: true }) })
      .first();
  const come = (tag: string, hash = '') =>
    page.goto(`${visit.address}/?mode=cases&with=code&locale=${tag}${hash === '' ? '' : `#${hash}`}`);

  it('is led to from the head of the chat on a phone, which stays one line high', async () => {
    await page.setViewportSize({ width: 420, height: 700 });
    for (const tag of LANGUAGE_TAGS) {
      await page.goto(`${visit.address}/?locale=${tag}`);
      await page
        .getByRole('banner')
        .getByRole('link', { name: LANGUAGES[tag].say('kept.mine') })
        .waitFor();
      const { height = Number.NaN } = (await page.getByRole('banner').boundingBox()) ?? {};
      assert.ok(height < 60, `${tag}: ${height} px`);
      assert.equal(await page.evaluate('document.documentElement.scrollWidth'), 420);
    }
  });

  for (const tag of LANGUAGE_TAGS) {
    const language = LANGUAGES[tag];

    it(`has nothing that axe-core finds wrong in ${tag}, at the door and behind it, and fits 320 px`, async () => {
      await page.setViewportSize({ width: 320, height: 700 });
      await page.emulateMedia({ colorScheme: tag === 'hu' || tag === 'ru' ? 'dark' : 'light' });
      await come(tag);
      const field = page.getByLabel(language.say('web.casesCode'));
      await field.waitFor();
      assert.deepEqual(await violations(page), [], 'the door');
      await field.fill('nothing.good');
      await field.press('Enter');
      await page.getByRole('alert').getByText(language.say('web.casesBadCode')).waitFor();
      assert.deepEqual(await violations(page), [], 'a code that is not good');
      await field.fill(door.code(ANNA));
      await field.press('Enter');
      await says('Nr. 1');
      assert.deepEqual(await violations(page), [], 'the list');
      await row('Nr. 1').click();
      await says(language.say('kept.steps'));
      await row(language.say('kept.fold')).click();
      assert.deepEqual(await violations(page), [], 'a case');
      await row(language.say('kept.rename')).click();
      await says(language.say('kept.nobody'));
      assert.deepEqual(await violations(page), [], 'a field');
      assert.equal(await page.evaluate('document.documentElement.scrollWidth'), 320);
      assert.deepEqual(
        visit.browser.complaints.filter((each) => !each.includes('401')),
        [],
      );
    });
  }

  it('is walked with the keyboard alone, and the link of the chat opens it once', async () => {
    const language = LANGUAGES.en;
    const code = door.code(ANNA);
    await come('en', code);
    await says('Nr. 2');
    assert.equal(await page.evaluate('location.hash'), '', 'the code stays in no history');
    await row('Nr. 2').focus();
    await page.keyboard.press('Enter');
    await says(language.say('kept.steps'));
    const focused = () => page.evaluate('document.activeElement.textContent');
    assert.equal(await focused(), 'Nr. 2', 'what was opened is read from its heading on');
    const step = card().locator('.ac-selectable').filter({ hasText: '○' }).first();
    await step.focus();
    await page.keyboard.press('Space');
    await row(language.say('ui.folded', { title: language.say('kept.done'), count: 1 })).waitFor();
    assert.notEqual(await focused(), 'Nr. 2', 'the next step has the focus');
    await row(language.say('kept.fold')).focus();
    await page.keyboard.press('Enter');
    await row(language.say('kept.rename')).focus();
    await page.keyboard.press('Enter');
    await says(language.say('kept.nobody'));
    await card().locator('input').fill('Nr. 3');
    await card().locator('input').press('Enter');
    await says('Nr. 3');
    await page.reload();
    await says('Nr. 3');
    // Another tab is somebody else: the code is used.
    await page.evaluate('sessionStorage.clear()');
    await page.goto('about:blank');
    await come('en', code);
    await page.getByRole('alert').getByText(language.say('web.casesBadCode')).waitFor();
  });

  it('has a file to download and what was answered to print, and is the browser’s own without a code', async () => {
    const language = LANGUAGES.en;
    await come('en', door.code(ANNA));
    await row('Nr. 1').click();
    await row(language.say('kept.fold')).click();
    await row(language.say('kept.export')).click();
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      card()
        .getByRole('button', { name: language.say('kept.csv') })
        .click(),
    ]);
    assert.equal(download.suggestedFilename(), 'case.csv');
    await page.evaluate('sessionStorage.clear()');
    await page.goto(`${visit.address}/?mode=cases`);
    await page.getByRole('alert').getByText(language.say('kept.none')).waitFor();
    await page.goto(visit.address);
    await page.locator(CARD).first().waitFor();
    await page.getByRole('link', { name: language.say('kept.mine') }).click();
    await says(language.say('kept.none'));
  });
});

import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Page } from 'playwright-core';
import { LANGUAGE_TAGS, LANGUAGES } from '../../src/language/languages.js';
import { EDITION_IDS } from '../../src/policy/edition.js';
import { EDITIONS } from '../../src/policy/editions/registry.js';
import { reviewDocument } from '../../src/review/document.js';
import { type Browser, newPage, openBrowser } from '../web/browser.js';
import { SITE } from './markup.js';

/** Every text that can be seen against what lies behind it: pairs whose contrast is below 4.5 to 1. */
const FAINT = `(() => {
  const rgb = (text) => text.match(/[\\d.]+/g).map(Number);
  const light = (text) => {
    const [r, g, b] = rgb(text).map((value) => value / 255).map((v) => (v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4));
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const behind = (element) => {
    for (let at = element; at; at = at.parentElement) {
      const rect = at.localName === 'text' ? at.parentElement.querySelector('rect') : null;
      if (rect) return getComputedStyle(rect).fill;
      const { backgroundColor } = getComputedStyle(at);
      if (rgb(backgroundColor)[3] !== 0) return backgroundColor;
    }
    return 'rgb(255, 255, 255)';
  };
  const found = new Set();
  for (const element of document.querySelectorAll('body *:not(title, desc)')) {
    if (![...element.childNodes].some((node) => node.nodeType === 3 && node.data.trim() !== '')) continue;
    const style = getComputedStyle(element);
    const ink = element.closest('svg') ? style.fill : style.color;
    const paper = behind(element);
    const [dark, bright] = [light(ink), light(paper)].sort((a, b) => a - b);
    if ((bright + 0.05) / (dark + 0.05) < 4.5) found.add(ink + ' on ' + paper + ' in ' + element.className);
  }
  return [...found];
})()`;

const HIDDEN_TEXT = `[...document.querySelectorAll('details p, details li')].filter((each) => !each.checkVisibility({ contentVisibilityAuto: false })).length`;

describe('the documents in a browser', () => {
  let browser: Browser;
  let folder = '';
  let page: Page;

  before(async function () {
    const opened = await openBrowser();
    if (opened === undefined) return this.skip();
    browser = opened;
    folder = await mkdtemp(join(tmpdir(), 'advisor-documents-'));
    for (const id of EDITION_IDS) {
      for (const tag of LANGUAGE_TAGS) {
        await writeFile(
          join(folder, SITE.address(id, tag)),
          reviewDocument(EDITIONS[id], LANGUAGES[tag], SITE),
        );
      }
    }
  });
  after(async () => {
    if (browser === undefined) return;
    await browser.close();
    await rm(folder, { recursive: true, force: true });
  });
  beforeEach(async () => {
    page = await newPage(browser);
  });
  afterEach(() => page.close());

  async function open(name: string): Promise<void> {
    await page.goto(pathToFileURL(join(folder, name)).href);
  }

  it('fit a narrow phone, whatever the language', async () => {
    await page.setViewportSize({ width: 320, height: 640 });
    for (const tag of LANGUAGE_TAGS) {
      await open(`2026-11.${tag}.html`);
      await page.evaluate(`document.querySelectorAll('details').forEach((each) => { each.open = true; })`);
      assert.equal(await page.evaluate('document.documentElement.scrollWidth'), 320, tag);
    }
    assert.deepEqual(browser.complaints, []);
  });

  it('can be read in light and in dark', async () => {
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      await open('2026-11.en.html');
      assert.deepEqual(await page.evaluate(FAINT), [], colorScheme);
    }
  });

  it('let the keyboard skip to the content, reach links, scroll the drawing and fold the map', async () => {
    await open('2026-11.en.html');
    await page.keyboard.press('Tab');
    assert.equal(await page.evaluate('document.activeElement.className'), 'skip');
    await page.keyboard.press('Enter');
    assert.equal(await page.evaluate('document.activeElement.id'), 'content');
    await page.keyboard.press('Tab');
    assert.equal(await page.evaluate('document.activeElement.localName'), 'a');
    await page.locator('.drawing').focus();
    assert.equal(await page.evaluate('document.activeElement.className'), 'drawing');
    await page.keyboard.press('Tab');
    assert.equal(await page.evaluate('document.activeElement.localName'), 'summary');
    await page.keyboard.press('Enter');
    assert.equal(await page.evaluate('document.activeElement.parentElement.open'), false);
  });

  it('stay tables for screen readers when rows are cards', async () => {
    await page.setViewportSize({ width: 420, height: 800 });
    await open('2019-03.en.html');
    const name = LANGUAGES.en.say('review.questions');
    const questions = page.getByRole('table', { name });
    assert.ok((await questions.getByRole('rowheader').count()) > 3);
    assert.equal(await questions.getByRole('columnheader').count(), 4);
    const drawing = page.getByRole('img', { name: LANGUAGES.en.say('review.drawing') });
    assert.equal(await drawing.count(), 1);
  });

  it('are unfolded on paper, with the addresses of the sources', async () => {
    await open('2019-03.en.html');
    assert.notEqual(await page.evaluate(HIDDEN_TEXT), 0);
    await page.emulateMedia({ media: 'print' });
    assert.equal(await page.evaluate(HIDDEN_TEXT), 0);
    const printed = `getComputedStyle(document.querySelector('.sources a'), '::after').content`;
    assert.match(String(await page.evaluate(printed)), /https:\/\/learn/);
    assert.equal(await page.locator('header').isVisible(), false);
  });
});

import assert from 'node:assert/strict';
import { pino } from 'pino';
import type { Page } from 'playwright-core';
import { LANGUAGE_TAGS } from '../../src/language/languages.js';
import { createMeasures } from '../../src/operation/measures.js';
import { type Operation, operate } from '../../src/operation/operate.js';
import { memoryStore } from '../../src/storage/memory.js';
import { timeLimit } from '../effort.js';
import { busyDay } from '../operation/busy-day.js';
import { newPage } from './browser.js';
import { BEYOND, MOVES, smallerThan } from './reach.js';
import { visited } from './visit.js';

/** Of the pages of one edition, each kind once. */
const KINDS = ['', '/questions', '/decides-eligible', '/map', '/changed', '?q=CSP'];
/** Links within a sentence, a cell or a line of a list are as high as their line. */
const IN_TEXT = 'p a, td a, th a, li a:not(.contents a, header a)';

/** What is told by a colour alone where colours are forced: boxes without a line around them, drawings with their own ink. */
const LOST = `(() => {
  const bare = [...document.querySelectorAll('.verdict, .search button')].filter((each) => {
    const { borderStyle, outlineStyle } = getComputedStyle(each);
    return borderStyle === 'none' && outlineStyle === 'none';
  });
  const ink = getComputedStyle(document.body).color;
  const own = [...document.querySelectorAll('svg text, rect:not(.nought)')].filter((each) => {
    const { fill, stroke } = getComputedStyle(each);
    return fill !== ink && stroke !== ink;
  });
  return [...bare, ...own].map((each) => each.outerHTML.slice(0, 90));
})()`;

describe('the documents and the dashboard for other eyes and hands', () => {
  const site = visited();
  let operation: Operation;
  let page: Page;
  before(async () => {
    const measures = createMeasures();
    operation = await operate(
      {
        host: '127.0.0.1',
        metricsPort: 0,
        appInsights: undefined,
        store: memoryStore(),
        quietExporter: () => undefined,
      },
      measures,
      pino({ level: 'silent' }),
    );
    busyDay(measures);
  });
  after(() => operation?.stop());
  beforeEach(async () => {
    page = await newPage(site.browser);
  });
  afterEach(() => page.close());

  function addresses(tag: string): readonly string[] {
    const documents = KINDS.map((kind) => `${site.address}/policy/2026-11/${tag}${kind}`);
    return [...documents, `${operation.address}/`, `${operation.address}/?days`];
  }

  async function each(tag: string, look: (address: string) => Promise<void>): Promise<void> {
    await page.setExtraHTTPHeaders({ 'accept-language': tag });
    for (const address of addresses(tag)) {
      await page.goto(address);
      await page.evaluate("document.querySelectorAll('details').forEach((each) => { each.open = true; })");
      await look(address);
    }
  }

  for (const tag of LANGUAGE_TAGS) {
    it(`are read at 400 percent in ${tag}, all unfolded, and moved by nothing`, async () => {
      await page.setViewportSize({ width: 320, height: 200 });
      await page.emulateMedia({ reducedMotion: 'reduce' });
      await each(tag, async (address) => {
        assert.equal(await page.evaluate('document.documentElement.scrollWidth'), 320, address);
        assert.deepEqual(await page.evaluate(BEYOND), [], address);
        assert.deepEqual(await page.evaluate(MOVES), [], address);
      });
    }).timeout(timeLimit(30_000));
  }

  for (const [pixels, touch] of [
    [24, false],
    [44, true],
  ] as const) {
    it(`are large enough for ${touch ? 'fingers' : 'a pointer'}`, async () => {
      const session = await page.context().newCDPSession(page);
      await session.send('Emulation.setTouchEmulationEnabled', { enabled: touch });
      await page.setViewportSize({ width: 390, height: 844 });
      await each('en', async (address) => {
        await page.evaluate(
          `document.querySelectorAll(${JSON.stringify(IN_TEXT)}).forEach((each) => each.remove())`,
        );
        assert.deepEqual(await page.evaluate(smallerThan(pixels)), [], address);
      });
    }).timeout(timeLimit(30_000));
  }

  for (const colorScheme of ['light', 'dark'] as const) {
    it(`tell everything where colours are forced, ${colorScheme}`, async () => {
      await page.emulateMedia({ forcedColors: 'active', colorScheme });
      await each('en', async (address) => {
        assert.deepEqual(await page.evaluate(LOST), [], address);
        await page.keyboard.press('Tab');
        const mark = 'getComputedStyle(document.activeElement).outlineStyle';
        assert.notEqual(await page.evaluate(mark), 'none', address);
      });
    }).timeout(timeLimit(30_000));
  }
});

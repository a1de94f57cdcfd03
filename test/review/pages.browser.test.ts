import assert from 'node:assert/strict';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import type { Page } from 'playwright-core';
import restify, { type Server } from 'restify';
import { LANGUAGE_TAGS, LANGUAGES } from '../../src/language/languages.js';
import { policyRoutes } from '../../src/web/policy-routes.js';
import { timeLimit } from '../effort.js';
import { violations } from '../web/axe.js';
import { type Browser, newPage, openBrowser } from '../web/browser.js';

/** Of the pages of one edition, each kind once, and one that is none. */
const KINDS = [
  '',
  '/questions',
  '/adds-cautions-license',
  '/map',
  '/examples',
  '/changed',
  '?q=CSP',
  '/none',
];
/** In pixels: no page is longer than some fifteen screens. */
const LONGEST = 15_000;
/** What a finger needs between itself and the next, in pixels (WCAG 2.5.8). */
const TARGET = 24;

const SMALL = `[...document.querySelectorAll('a, button, input, summary')]
  .filter((each) => each.checkVisibility() && !each.matches('.skip, li a, p a, td a, th a'))
  .filter((each) => each.getBoundingClientRect().height < ${TARGET})
  .map((each) => each.outerHTML.slice(0, 80))`;

describe('/policy in a browser', () => {
  let browser: Browser;
  let server: Server;
  let end: () => void;
  let origin = '';
  let page: Page;
  before(async function () {
    const opened = await openBrowser();
    if (opened === undefined) return this.skip();
    browser = opened;
    server = restify.createServer();
    end = policyRoutes(server);
    server.listen(0, '127.0.0.1');
    await once(server.server, 'listening');
    origin = `http://127.0.0.1:${(server.server.address() as AddressInfo).port}/policy/2026-11`;
  });
  after(async () => {
    if (browser === undefined) return;
    await browser.close();
    end();
    server.close();
    await once(server.server, 'close');
  });
  beforeEach(async () => {
    page = await newPage(browser);
  });
  afterEach(() => page.close());

  for (const tag of LANGUAGE_TAGS) {
    it(`breaks no rule of accessibility in ${tag}, on a narrow phone and on a desk`, async function () {
      this.timeout(timeLimit(60_000));
      for (const kind of KINDS) {
        await page.goto(`${origin}/${tag}${kind}`);
        for (const width of [320, 1280]) {
          await page.setViewportSize({ width, height: 800 });
          assert.equal(await page.evaluate('document.documentElement.scrollWidth'), width, kind);
          assert.deepEqual(await page.evaluate(SMALL), [], kind);
          // Built alike in every language, it differs between the widths in one of them as in all.
          if (tag === 'en' || width === 320)
            assert.deepEqual(await violations(page), [], `${kind} at ${width}`);
        }
      }
    });

    it(`has no page that goes on for ever in ${tag}`, async () => {
      await page.setViewportSize({ width: 1280, height: 800 });
      await page.goto(`${origin}/${tag}`);
      const hrefs: string[] = [];
      for (const link of await page.locator('.contents a').all())
        hrefs.push(String(await link.getAttribute('href')));
      assert.ok(hrefs.length > 10);
      for (const href of hrefs) {
        await page.goto(new URL(href, origin).href);
        const height = Number(await page.evaluate('document.documentElement.scrollHeight'));
        assert.ok(height < LONGEST, `${href}: ${height} px`);
      }
    });
  }

  it('is searched with the keyboard, and what is found is where it says', async () => {
    const { en } = LANGUAGES;
    await page.goto(`${origin}/en`);
    await page.getByRole('searchbox', { name: en.say('review.search') }).focus();
    await page.keyboard.type('reservations');
    await page.keyboard.press('Enter');
    await page.waitForURL(/\?q=reservations$/);
    const first = page.locator('.found a').first();
    const anchor = String(await first.getAttribute('href')).split('#')[1] ?? '';
    await first.focus();
    await page.keyboard.press('Enter');
    await page.waitForURL(new RegExp(`#${anchor}$`));
    assert.match(String(await page.locator(`[id="${anchor}"]`).textContent()), /reservation/i);
    await page.goBack();
    assert.equal(await page.getByRole('searchbox').inputValue(), 'reservations');
    assert.deepEqual(browser.complaints, []);
  });

  it('says words where it said ids, and the id to who asks', async () => {
    await page.goto(`${origin}/en/decides-eligible`);
    const code = page.locator('tbody code').first();
    assert.equal(await code.isVisible(), false);
    await page.locator('tbody summary').first().click();
    assert.equal(await code.isVisible(), true);
  });
});

import assert from 'node:assert/strict';
import { mkdirSync } from 'node:fs';
import { pino } from 'pino';
import type { Page } from 'playwright-core';
import { LANGUAGE_TAGS, LANGUAGES, type LanguageTag } from '../../src/language/languages.js';
import type { KeyUnder } from '../../src/language/message-keys.js';
import { createMeasures } from '../../src/operation/measures.js';
import { type Operation, operate } from '../../src/operation/operate.js';
import { ELIGIBILITIES, ERROR_KINDS } from '../../src/operation/vocabularies.js';
import { FACT_IDS } from '../../src/policy/facts.js';
import { memoryStore } from '../../src/storage/memory.js';
import { violations } from '../web/axe.js';
import { type Browser, openBrowser } from '../web/browser.js';
import { busyDay } from './busy-day.js';
import { countsOf } from './counted.js';

/** Set to a folder, it gets a picture of each page. */
const { SHOTS } = process.env;

/** The rows under a heading: what they are called, and how many. */
async function rowsUnder(page: Page, heading: string): Promise<Readonly<Record<string, number>>> {
  const section = page.locator('section', { has: page.getByRole('heading', { name: heading, exact: true }) });
  const rows = await section.locator('tr').all();
  const pairs = rows.map(async (row) => [
    await row.locator('th').textContent(),
    Number((await row.locator('.n').textContent())?.replaceAll(/\D/g, '')),
  ]);
  return Object.fromEntries((await Promise.all(pairs)) as [string, number][]);
}

async function figure(page: Page, name: string): Promise<string> {
  const text = await page
    .locator('dl div', { has: page.getByText(name, { exact: true }) })
    .locator('dd')
    .textContent();
  return text ?? '';
}

describe('The page for those who run the bot', () => {
  let browser: Browser | undefined;
  let operation: Operation;
  const measures = createMeasures();
  before(async function () {
    browser = await openBrowser();
    if (browser === undefined) this.skip();
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
  after(async () => {
    await browser?.close();
    await operation?.stop();
  });

  async function openIn(tag: LanguageTag, width: number, colorScheme: 'light' | 'dark'): Promise<Page> {
    assert.ok(browser !== undefined);
    browser.complaints.length = 0;
    const page = await browser.context.newPage();
    await page.setExtraHTTPHeaders({ 'accept-language': tag });
    await page.emulateMedia({ colorScheme });
    await page.setViewportSize({ width, height: 900 });
    await page.goto(`${operation.address}/`);
    return page;
  }

  for (const tag of LANGUAGE_TAGS) {
    const language = LANGUAGES[tag];
    it(`says in ${tag} what /metrics says`, async () => {
      const page = await openIn(tag, 1100, 'light');
      const { registry } = measures;
      assert.equal(await page.locator('html').getAttribute('lang'), tag);
      const guidance = await countsOf(registry, 'guidance_total');
      const expected = ELIGIBILITIES.map((eligibility) => [
        language.say(`eligibility.${eligibility}`),
        guidance[`eligibility=${eligibility},edition=2026-11`] ?? 0,
      ]);
      assert.deepEqual(
        await rowsUnder(page, language.say('dash.eligibilities')),
        Object.fromEntries(expected),
      );
      for (const [heading, metric, label] of [
        ['questions', 'questions_total', 'fact'],
        ['unknown', 'unknown_total', 'fact'],
      ] as const) {
        const counts = await countsOf(registry, metric);
        const facts = FACT_IDS.filter((fact) => counts[`${label}=${fact}`] !== undefined);
        const all = facts.map((fact) => [language.say(`fact.${fact}.name`), counts[`${label}=${fact}`]]);
        assert.deepEqual(await rowsUnder(page, language.say(`dash.${heading}`)), Object.fromEntries(all));
      }
      const errors = await countsOf(registry, 'errors_total');
      const kinds = ERROR_KINDS.map((kind) => [language.say(`dash.error.${kind}`), errors[`kind=${kind}`]]);
      assert.deepEqual(await rowsUnder(page, language.say('dash.errors')), Object.fromEntries(kinds));
      const turns = Object.values(await countsOf(registry, 'turns_total')).reduce(
        (sum, each) => sum + each,
        0,
      );
      const digits = async (name: KeyUnder<'dash'>): Promise<number> =>
        Number((await figure(page, language.say(`dash.${name}`))).replaceAll(/\D/g, ''));
      assert.equal(await digits('turns'), turns);
      assert.equal(await digits('begun'), 200);
      assert.equal(await digits('finished'), 150);
      assert.equal(await digits('corrections'), 21);
      assert.match(await figure(page, language.say('dash.abandoned')), /25/);
      assert.match(await figure(page, language.say('dash.half')), /\d/);
      await page.close();
    });

    it(`fits in ${tag} on a phone and on a desk, light and dark, breaks no rule and asks nobody else`, async () => {
      assert.ok(browser !== undefined);
      const page = await openIn(tag, 420, 'light');
      const asked: string[] = [];
      page.on('request', (request) => asked.push(request.url()));
      await page.reload();
      for (const [width, scheme] of [
        [420, 'light'],
        [420, 'dark'],
        [1100, 'dark'],
        [1100, 'light'],
      ] as const) {
        await page.emulateMedia({ colorScheme: scheme });
        await page.setViewportSize({ width, height: 900 });
        const overflow = await page.evaluate('document.documentElement.scrollWidth - innerWidth');
        assert.ok(Number(overflow) <= 0, `${overflow} px too wide at ${width} px`);
        const cut = await page.evaluate(
          "[...document.querySelectorAll('dt,dd,th,td,h2,p')].filter((e) => e.scrollWidth > e.clientWidth + 1).length",
        );
        assert.equal(cut, 0, `${width} px`);
        // Colours are the same at every width.
        if ((width === 420) === (scheme === 'light')) assert.deepEqual(await violations(page), [], scheme);
        if (SHOTS !== undefined) {
          mkdirSync(SHOTS, { recursive: true });
          await page.screenshot({ path: `${SHOTS}/${tag}-${width}-${scheme}.png`, fullPage: true });
        }
      }
      assert.deepEqual(browser.complaints, []);
      assert.deepEqual(
        asked.filter((url) => !url.startsWith('data:')),
        [`${operation.address}/`],
      );
      await page.close();
    });
  }

  it('renews itself only for who wants that', async () => {
    assert.ok(browser !== undefined);
    const page = await openIn('en', 420, 'light');
    const renews = page.locator('meta[http-equiv="refresh"]');
    assert.equal(await renews.count(), 0);
    await page.getByRole('link', { name: LANGUAGES.en.say('dash.live') }).click();
    await page.getByRole('link', { name: LANGUAGES.en.say('dash.still') }).waitFor();
    assert.equal(await renews.count(), 1);
    await page.close();
  });

  it('leads to the last days of all instances, and back', async () => {
    assert.ok(browser !== undefined);
    const { hu } = LANGUAGES;
    const page = await openIn('hu', 420, 'light');
    await page.getByRole('link', { name: hu.say('dash.title.days') }).click();
    await page.getByRole('heading', { level: 1, name: hu.say('dash.title.days') }).waitFor();
    assert.equal((await rowsUnder(page, hu.say('dash.eligibilities')))[hu.say('eligibility.eligible')], 90);
    assert.deepEqual(await violations(page), []);
    await page.getByRole('link', { name: hu.say('dash.title.hours') }).click();
    await page.getByRole('heading', { level: 1, name: hu.say('dash.title.hours') }).waitFor();
    await page.close();
  });

  it('has a policy that lets nothing in', async () => {
    const answer = await fetch(`${operation.address}/`);
    const policy = answer.headers.get('content-security-policy') ?? '';
    assert.match(policy, /^default-src 'none'; style-src 'nonce-[\w+/=]+'; img-src data:; base-uri 'none'/);
    assert.match(policy, /frame-ancestors 'none'/);
    assert.doesNotMatch(await answer.text(), /<script|https?:|style="|@import|url\(/i);
  });
});

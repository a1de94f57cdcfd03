import assert from 'node:assert/strict';
import { posix } from 'node:path';
import type { Page } from 'playwright-core';
import { LANGUAGE_TAGS, LANGUAGES } from '../../src/language/languages.js';
import { eventually } from '../eventually.js';
import { violations } from './axe.js';
import { CARD, newPage } from './browser.js';
import { visited } from './visit.js';

const FIRST = '#first article';
const english = LANGUAGES.en;

/** What a phone on a slow line has before it can read the first card: the page, and what is painted with it. */
const MOST_BYTES = 30_000;

/** What the chat tells those who do not see it, as often as it is drawn. */
const TOLD = `globalThis.told = [];
  const listen = () => {
    for (const each of document.querySelectorAll('#chat [role="log"] > :not([aria-hidden="true"])')) {
      if (getComputedStyle(each).visibility === 'visible') told.push(each.textContent);
    }
    requestAnimationFrame(listen);
  };
  listen();`;

describe('the first card, before Web Chat', () => {
  const site = visited();
  let page: Page;
  /** What was asked for, in order. */
  let asked: string[] = [];
  /** Lets Web Chat come. */
  let release: () => void = () => {};

  beforeEach(async () => {
    page = await newPage(site.browser);
    asked = [];
    page.on('request', (request) => asked.push(new URL(request.url()).pathname));
    const held = new Promise<void>((done) => {
      release = done;
    });
    await page.route('**/webchat.js*', async (route) => {
      await held;
      await route.continue();
    });
  });
  afterEach(async () => {
    release();
    await page.evaluate('localStorage.clear(); sessionStorage.clear()').catch(() => {});
    await page.close();
  });

  for (const tag of LANGUAGE_TAGS) {
    it(`is there in ${tag} with nothing of Web Chat, in few bytes, and axe has nothing against it`, async () => {
      const bytes = new Map<string, number>();
      page.on('response', async (response) => {
        const { pathname } = new URL(response.url());
        if (pathname !== '/webchat.js')
          bytes.set(pathname, Number(response.headers()['content-length'] ?? 0));
      });
      await page.goto(`${site.address}/?locale=${tag}`, { waitUntil: 'commit' });
      await page.locator(FIRST).waitFor();
      const text = (await page.locator(FIRST).textContent()) ?? '';
      for (const key of ['welcome.title', 'welcome.text', 'ui.start', 'ui.help'] as const) {
        assert.ok(text.includes(LANGUAGES[tag].say(key)), key);
      }
      await page.waitForLoadState('load');
      const spent = [...bytes.values()].reduce((sum, each) => sum + each, 0);
      assert.ok(spent > 1000 && spent <= MOST_BYTES, `${spent} bytes: ${JSON.stringify([...bytes])}`);
      const before = asked.indexOf('/webchat.js');
      assert.ok(
        before < 0 || asked.slice(0, before).some((each) => each.endsWith('/first.js')),
        asked.join(),
      );
      assert.equal(await page.locator(CARD).count(), 0);
      assert.deepEqual(await violations(page), []);
    });
  }

  it('takes a tap that the chat then answers, and gives way to it, which does not tell of it again', async () => {
    await page.addInitScript(TOLD);
    await page.goto(`${site.address}/?locale=en`, { waitUntil: 'commit' });
    const start = page.locator(FIRST).getByRole('button', { name: english.say('ui.start') });
    await start.click();
    assert.equal(await start.getAttribute('aria-busy'), 'true');
    release();
    await page.getByText(english.say('fact.cloud.question')).first().waitFor();
    assert.equal(await page.locator('#first').count(), 0);
    assert.equal(await page.locator('main').count(), 1);
    const told = async (): Promise<string> => (await page.evaluate<string[]>('told')).join('\n');
    await eventually('the question told', async () =>
      (await told()).includes(english.say('fact.cloud.question')),
    );
    assert.ok(!(await told()).includes(english.say('welcome.title')), await told());
    assert.deepEqual(site.browser.complaints, []);
  });

  it('takes a line, which is in the conversation afterwards, also if the page is loaded again meanwhile', async () => {
    await page.goto(`${site.address}/?locale=en`, { waitUntil: 'commit' });
    // Nobody types before anything is painted.
    await page.evaluate('new Promise(requestAnimationFrame)');
    await page.locator('#first-line').fill('start');
    await page.keyboard.press('Enter');
    assert.equal(await page.locator('.first-said').textContent(), 'start');
    await page.reload({ waitUntil: 'commit' });
    assert.equal(await page.locator('.first-said').textContent(), 'start');
    release();
    await page.getByText(english.say('fact.cloud.question')).first().waitFor();
    const said = page.locator('.webchat__bubble--from-user').getByText('start');
    await said.first().waitFor();
    assert.equal(await said.count(), 1, 'it was said once');
  });

  it('keeps the focus and what was being typed when the chat takes its place', async () => {
    await page.goto(`${site.address}/?locale=en`, { waitUntil: 'commit' });
    await page.locator('#first-line').fill('Half a sent');
    release();
    const box = page.locator('[data-id="webchat-sendbox-input"]');
    await box.waitFor();
    await page.locator('[data-id="webchat-sendbox-input"]:focus').waitFor();
    assert.equal(await box.inputValue(), 'Half a sent');
  });

  it('is the last answer after a reload, before Web Chat is asked for, in its language, and can be tapped', async () => {
    release();
    await page.goto(`${site.address}/?locale=en`);
    await page.locator(CARD).first().waitFor();
    await page.locator('[data-id="webchat-sendbox-input"]').fill('start');
    await page.keyboard.press('Enter');
    const question = english.say('fact.cloud.question');
    await page.locator(CARD).getByText(question).first().waitFor();
    await page.waitForFunction(`sessionStorage.getItem('advisor.shown')?.includes('"answer"')`);
    const held = new Promise<void>((done) => {
      release = done;
    });
    await page.unroute('**/webchat.js*');
    await page.route('**/webchat.js*', async (route) => {
      await held;
      await route.continue();
    });
    asked = [];
    await page.reload({ waitUntil: 'commit' });
    await page.locator(FIRST).getByText(question).waitFor();
    const before = asked.indexOf('/webchat.js');
    const drawnBy = asked.slice(0, before < 0 ? asked.length : before).map((each) => posix.basename(each));
    for (const module of ['card-html.js', 'html.js', 'script-json.js'])
      assert.ok(drawnBy.includes(module), asked.join());
    await page.locator(`${FIRST} [data-tap*="answer"]`).first().click();
    release();
    await page.locator(CARD).getByText(english.say('fact.partner.question')).first().waitFor();
  });

  it('is in the language that was chosen before, whatever the browser asks for', async () => {
    await page.goto(`${site.address}/?locale=en`, { waitUntil: 'commit' });
    await page.evaluate(`localStorage.setItem('advisor.locale', 'hu')`);
    await page.reload({ waitUntil: 'commit' });
    await page.locator(FIRST).getByText(LANGUAGES.hu.say('welcome.title')).waitFor();
  });
});

import assert from 'node:assert/strict';
import type { CDPSession, Page } from 'playwright-core';
import { LANGUAGES } from '../../src/language/languages.js';
import { optionKey } from '../../src/language/policy-keys.js';
import { timeLimit } from '../effort.js';
import { eventually } from '../eventually.js';
import { CARD, newPage } from './browser.js';
import { rowOf, tapRow } from './story.js';
import { visited } from './visit.js';

const english = LANGUAGES.en;
const PUBLIC = english.say(optionKey('cloud', 'public'));
const DIRECT = english.say(optionKey('partner', 'directBill'));
const asked = (fact: 'cloud' | 'partner' | 'goal'): string => english.say(`fact.${fact}.question`);

describe('a chat that slept', () => {
  const visit = visited();
  let page: Page;
  let session: CDPSession;
  /** How many taps and lines were sent since it was opened. */
  let posts = 0;

  beforeEach(async () => {
    page = await newPage(visit.browser);
    session = await page.context().newCDPSession(page);
    await page.goto(`${visit.address}/?locale=en`);
    await page.locator(CARD).first().waitFor();
    await tapRow(page, english.say('ui.start'));
    posts = 0;
    page.on('request', (request) => {
      if (request.method() === 'POST' && request.url().endsWith('/activities')) posts += 1;
    });
  });
  afterEach(async () => {
    await visit.browser.context.setOffline(false);
    await page.evaluate('localStorage.clear(); sessionStorage.clear()').catch(() => {});
    await page.close();
  });

  /** As when a lid is closed: no timer runs, and nothing is heard. */
  const sleep = () => session.send('Page.setWebLifecycleState', { state: 'frozen' });
  const wake = () => session.send('Page.setWebLifecycleState', { state: 'active' });
  const count = (words: string) => page.getByText(words, { exact: true }).count();

  /** The question is there once, and the page has nothing more to say about the connection. */
  async function stands(words: string): Promise<void> {
    await page
      .locator(CARD)
      .last()
      .getByText(words, { exact: true })
      .waitFor({ timeout: timeLimit(30_000) });
    await eventually('nothing more to say', async () => (await page.locator('#status').textContent()) === '');
    await page.waitForTimeout(700);
    assert.equal(await count(words), 1);
  }

  it('sends what waited when it fell asleep, once, though its socket died meanwhile', async () => {
    await visit.browser.context.setOffline(true);
    await rowOf(page, PUBLIC).click();
    await page.locator('#status').getByText(english.say('web.waiting')).waitFor();
    await sleep();
    await page.waitForTimeout(1000);
    await visit.browser.context.setOffline(false);
    await wake();
    await stands(asked('partner'));
    assert.equal(await count(asked('cloud')), 0, 'It is folded.');
    await tapRow(page, DIRECT);
    await stands(asked('goal'));
  }).timeout(timeLimit(30_000));

  it('goes on after a night in which the server was started anew', async () => {
    await sleep();
    await visit.stop();
    await visit.serveAgain();
    await wake();
    await rowOf(page, PUBLIC).click();
    await stands(asked('partner'));
  }).timeout(timeLimit(60_000));

  it('shows what was answered elsewhere meanwhile, and sends nothing for it', async () => {
    const kept = await page.evaluate('JSON.stringify(sessionStorage)');
    const other = await newPage(visit.browser);
    await other.addInitScript(`Object.assign(sessionStorage, ${kept})`);
    await other.goto(`${visit.address}/?locale=en`);
    await rowOf(other, PUBLIC).waitFor();
    await sleep();
    await tapRow(other, PUBLIC);
    await wake();
    await stands(asked('partner'));
    assert.equal(posts, 0);
    await other.close();
  });
});

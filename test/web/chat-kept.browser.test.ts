import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import { LANGUAGES } from '../../src/language/languages.js';
import { optionKey } from '../../src/language/policy-keys.js';
import { timeLimit } from '../effort.js';
import { eventually } from '../eventually.js';
import { CARD, newPage } from './browser.js';
import { rowOf, tapRow } from './story.js';
import { visited } from './visit.js';

const english = LANGUAGES.en;
const PUBLIC = english.say(optionKey('cloud', 'public'));
const asked = (fact: 'cloud' | 'partner' | 'goal'): string => english.say(`fact.${fact}.question`);

describe('nothing that is done in the chat is lost', () => {
  const visit = visited();
  let page: Page;

  beforeEach(async () => {
    page = await newPage(visit.browser);
    await page.goto(`${visit.address}/?locale=en`);
    await page.locator(CARD).first().waitFor();
    await tapRow(page, english.say('ui.start'));
  });
  afterEach(async () => {
    await visit.browser.context.setOffline(false);
    await page.evaluate('localStorage.clear(); sessionStorage.clear()').catch(() => {});
    await page.close();
  });

  const status = () => page.locator('#status');
  const waits = () => status().getByText(english.say('web.waiting')).waitFor();
  const open = (words: string) => page.locator(CARD).last().getByText(words, { exact: true }).first();
  /** How often a question was put, and was not folded since. */
  const times = (words: string) => page.getByText(words, { exact: true }).count();

  async function arrives(words: string): Promise<void> {
    await open(words).waitFor({ timeout: timeLimit(30_000) });
    await eventually('nothing more to say', async () => (await status().textContent()) === '');
    await page.waitForTimeout(500);
    assert.equal(await times(words), 1);
  }

  it('keeps a tap while the network is away, shows it as waiting, and sends it once', async () => {
    await visit.browser.context.setOffline(true);
    await rowOf(page, PUBLIC).click();
    await waits();
    assert.equal(await rowOf(page, PUBLIC).getAttribute('aria-busy'), 'true');
    await rowOf(page, PUBLIC).click();
    await visit.browser.context.setOffline(false);
    await arrives(asked('partner'));
  });

  it('sends a tap and what was typed after it in order', async () => {
    await visit.browser.context.setOffline(true);
    await rowOf(page, PUBLIC).click();
    await waits();
    await page.locator('[data-id="webchat-sendbox-input"]').fill('direct bill partner');
    await page.keyboard.press('Enter');
    await visit.browser.context.setOffline(false);
    // Typed below a question that was answered by then: it is shown first.
    await arrives(english.say('understood.title'));
    await tapRow(page, english.say('understood.yes'));
    await arrives(asked('goal'));
  });

  it('sends what waits after a reload in the middle', async () => {
    await page.route('**/activities', (route) => route.abort());
    await rowOf(page, PUBLIC).click();
    await waits();
    await page.unroute('**/activities');
    await page.reload();
    await arrives(asked('partner'));
  });

  it('sends what waits after somebody went away and back', async () => {
    await page.route('**/activities', (route) => route.abort());
    await rowOf(page, PUBLIC).click();
    await waits();
    await page.goto(`${visit.address}/icon.svg`);
    await page.unroute('**/activities');
    await page.goBack();
    await arrives(asked('partner'));
  });

  it('keeps two tabs of one conversation in step, and sends from both what waits, once', async () => {
    const kept = await page.evaluate('JSON.stringify(sessionStorage)');
    const other = await newPage(visit.browser);
    await other.addInitScript(`Object.assign(sessionStorage, ${kept})`);
    await other.goto(`${visit.address}/?locale=en`);
    await rowOf(other, PUBLIC).waitFor();
    await visit.browser.context.setOffline(true);
    await rowOf(page, PUBLIC).click();
    await rowOf(other, PUBLIC).click();
    await waits();
    await visit.browser.context.setOffline(false);
    await arrives(asked('partner'));
    await other.getByText(asked('partner'), { exact: true }).waitFor({ timeout: timeLimit(30_000) });
    assert.equal(await other.getByText(asked('partner'), { exact: true }).count(), 1);
    await other.close();
  });

  it('takes a tap once, whose receipt was lost on the way', async () => {
    let cut = false;
    await page.route('**/activities', async (route) => {
      if (cut || route.request().method() !== 'POST') return route.continue();
      cut = true;
      await route.fetch();
      await route.abort();
    });
    await rowOf(page, PUBLIC).click();
    await arrives(asked('partner'));
    await page.reload();
    await arrives(asked('partner'));
  });

  it('asks for an answer that the stream does not bring', async () => {
    await page.close();
    page = await newPage(visit.browser);
    await page.routeWebSocket(/stream/, (socket) => {
      const server = socket.connectToServer();
      let frames = 0;
      server.onMessage((frame) => {
        frames += 1;
        if (frames === 1) socket.send(frame);
      });
    });
    await page.goto(`${visit.address}/?locale=en`);
    await page.locator(CARD).first().waitFor();
    await rowOf(page, english.say('ui.start')).click();
    await arrives(asked('cloud'));
  });

  it('says that it did not work when the conversation has run out, and a new one hears nothing of it', async () => {
    let posts = 0;
    await page.route('**/activities', (route) => {
      posts += 1;
      return route.fulfill({ status: 403, json: { error: { code: 'TokenExpired', message: '' } } });
    });
    await rowOf(page, PUBLIC).click();
    await status().getByText(english.say('web.failed')).waitFor();
    assert.equal(posts, 1);
    assert.equal(await rowOf(page, PUBLIC).getAttribute('aria-busy'), null);
    await page.unroute('**/activities');
    await page.getByRole('button', { name: english.say('web.newConversation') }).click();
    await rowOf(page, english.say('ui.start')).waitFor();
    await eventually('nothing more to say', async () => (await status().textContent()) === '');
    assert.equal(await times(asked('partner')), 0);
  });

  it('sends a tap to the server that has come back', async function () {
    this.timeout(timeLimit(60_000));
    await visit.stop();
    await rowOf(page, PUBLIC).click();
    await waits();
    await visit.serveAgain();
    await arrives(asked('partner'));
  });

  it('opens by itself when the server has come', async () => {
    await page.route('**/v3/directline/**', (route) => route.abort());
    await page.reload();
    await page.getByRole('status').getByText(english.say('web.failed')).waitFor();
    await page.unroute('**/v3/directline/**');
    await arrives(asked('cloud'));
  });

  it('does not say to anybody that it is connected while it is not', async () => {
    await visit.browser.context.setOffline(true);
    await status().getByText(english.say('web.connecting')).waitFor();
    const said = (await page.locator('body').ariaSnapshot()).toLowerCase();
    assert.ok(!/: connected|status: connected/.test(said), said);
  });
});

import assert from 'node:assert/strict';
import type { CDPSession } from 'playwright-core';
import { LANGUAGES } from '../../src/language/languages.js';
import { timeLimit } from '../effort.js';
import { eventually } from '../eventually.js';
import { type CallPage, openCall } from './call.js';
import { visited } from './visit.js';

const english = LANGUAGES.en;

describe('a call on a phone that slept', () => {
  const visit = visited();
  let call: CallPage;
  let session: CDPSession;

  beforeEach(async () => {
    call = await openCall(visit.browser, `${visit.address}/?mode=call&locale=en`);
    await call.page.setViewportSize({ width: 420, height: 860 });
    session = await call.page.context().newCDPSession(call.page);
  });
  afterEach(async () => {
    await visit.browser.context.setOffline(false);
    await call.page.evaluate('localStorage.clear(); sessionStorage.clear()').catch(() => {});
    await call.page.close();
  });

  /** As when the screen goes dark: no timer runs, and nothing is heard. */
  const sleep = () => session.send('Page.setWebLifecycleState', { state: 'frozen' });
  const wake = () => session.send('Page.setWebLifecycleState', { state: 'active' });
  const says = (words: string) => call.question.getByText(words, { exact: true });

  it('sends what was tapped without a network, once, and keeps what was half typed', async () => {
    let posts = 0;
    call.page.on('response', (response) => {
      if (response.request().method() === 'POST' && response.url().endsWith('/activities')) posts += 1;
    });
    await visit.browser.context.setOffline(true);
    await call.row(english.say('option.cloud.public')).click();
    await call.line.fill('half a sen');
    await sleep();
    await call.page.waitForTimeout(1000);
    await visit.browser.context.setOffline(false);
    await wake();
    await says(english.say('fact.partner.question')).waitFor({ timeout: timeLimit(30_000) });
    assert.equal(await call.line.inputValue(), 'half a sen');
    await eventually(
      'nothing more to say',
      async () => (await call.page.locator('#status').textContent()) === '',
    );
    assert.equal(posts, 1);
  }).timeout(timeLimit(60_000));

  it('goes on where it was, though the server was started anew meanwhile', async () => {
    await call.after(() => call.row(english.say('option.cloud.public')).click());
    await sleep();
    await visit.stop();
    await visit.serveAgain();
    await wake();
    await call.row(english.say('option.partner.directBill')).click();
    await says(english.say('fact.goal.question')).waitFor({ timeout: timeLimit(30_000) });
  }).timeout(timeLimit(60_000));
});

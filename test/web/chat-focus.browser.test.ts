import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import { LANGUAGE_TAGS, LANGUAGES } from '../../src/language/languages.js';
import { optionKey } from '../../src/language/policy-keys.js';
import { eventually } from '../eventually.js';
import { CARD, newPage } from './browser.js';
import { rowOf, tapRow } from './story.js';
import { visited } from './visit.js';

const english = LANGUAGES.en;
const PUBLIC = english.say(optionKey('cloud', 'public'));
const asked = (fact: 'cloud' | 'partner' | 'goal'): string => english.say(`fact.${fact}.question`);
const SEND_BOX = '[data-id="webchat-sendbox-input"]';
const HERE = `document.activeElement.dataset.id ?? document.activeElement.getAttribute('aria-label')`;

describe('where one is in the chat', () => {
  const site = visited();
  let page: Page;
  beforeEach(async () => {
    page = await newPage(site.browser);
    await page.goto(`${site.address}/?locale=en`);
    await page.locator(CARD).first().waitFor();
    await tapRow(page, english.say('ui.start'));
  });
  afterEach(async () => {
    await page.evaluate('localStorage.clear(); sessionStorage.clear()').catch(() => {});
    await page.close();
  });

  const box = () => page.locator(SEND_BOX);
  const stands = (words: string) => page.locator(CARD).last().getByText(words, { exact: true }).waitFor();
  const here = () => page.evaluate<string | null>(HERE);

  it('stays in the text box for who types, answer after answer', async () => {
    for (const [line, next] of [
      ['1', 'partner'],
      ['direct bill partner', 'goal'],
    ] as const) {
      await box().click();
      await page.keyboard.type(line);
      await page.keyboard.press('Enter');
      await stands(asked(next));
      await page.waitForTimeout(500);
      assert.equal(await here(), 'webchat-sendbox-input');
      assert.equal(await box().inputValue(), '');
    }
  });

  it('stays in a half-written line, though an answer comes that was tapped for', async () => {
    await rowOf(page, PUBLIC).click();
    await box().click();
    await page.keyboard.type('half a l');
    await stands(asked('partner'));
    await page.waitForTimeout(500);
    await page.keyboard.type('ine');
    assert.equal(await box().inputValue(), 'half a line');
  });

  it('goes to the first answer of the question for who taps', async () => {
    await rowOf(page, PUBLIC).click();
    await stands(asked('partner'));
    const first = english.say(optionKey('partner', 'directBill'));
    await eventually('the focus on it', async () => (await here())?.startsWith(first) === true);
  });

  it('takes a digit on the question alone: not in a line, not with another key, and none that is not shown', async () => {
    await box().click();
    await page.keyboard.type('1');
    assert.equal(await box().inputValue(), '1');
    await box().fill('');
    const row = rowOf(page, PUBLIC);
    await row.focus();
    for (const key of ['9', 'Control+1', 'Alt+1', '0']) await page.keyboard.press(key);
    // Digits of the header are nobody's answer.
    await page.locator('#start-afresh').focus();
    await page.keyboard.press('1');
    await page.waitForTimeout(700);
    assert.equal(await page.locator(CARD).count(), 2);
    assert.equal(await row.getAttribute('aria-busy'), null);
    await row.focus();
    await page.keyboard.press('3');
    await page
      .locator(CARD)
      .nth(1)
      .getByText(
        english.say('ui.answerLine', {
          fact: english.say('fact.cloud.name'),
          answer: english.say(optionKey('cloud', 'china')),
        }),
        { exact: true },
      )
      .waitFor();
  });

  it('leaves behind what waited, in a new conversation that is begun meanwhile', async () => {
    const sent: string[] = [];
    await page.route('**/activities', (route) => {
      if (route.request().method() === 'POST') sent.push(new URL(route.request().url()).pathname);
      return route.abort();
    });
    await rowOf(page, PUBLIC).click();
    await page.locator('#status').getByText(english.say('web.waiting')).waitFor();
    await box().fill('direct bill partner');
    await page.keyboard.press('Enter');
    const [old] = sent;
    await page.unroute('**/activities');
    page.on('request', (request) => {
      if (request.method() === 'POST') sent.push(new URL(request.url()).pathname);
    });
    sent.length = 0;
    await page.getByRole('button', { name: english.say('web.newConversation') }).click();
    await rowOf(page, english.say('ui.start')).waitFor();
    await eventually('nothing more to say', async () => (await page.locator('#status').textContent()) === '');
    await page.reload();
    await rowOf(page, english.say('ui.start')).waitFor();
    // Longer than the pause after which what waits would be tried again.
    await page.waitForTimeout(3000);
    assert.ok(!sent.includes(String(old)), 'Nothing goes to the conversation that was left.');
    assert.equal(await page.locator(CARD).count(), 1);
    await tapRow(page, english.say('ui.start'));
    await tapRow(page, PUBLIC);
    await stands(asked('partner'));
  });

  for (const tag of LANGUAGE_TAGS) {
    it(`says in ${tag} that a conversation has run out, sends nothing more to it, and has the way on`, async () => {
      const language = LANGUAGES[tag];
      // Another person: what this one has begun in English goes on in English.
      await page.evaluate('localStorage.clear()');
      await page.close();
      page = await newPage(site.browser);
      await page.goto(`${site.address}/?locale=${tag}`);
      await rowOf(page, language.say('ui.start')).waitFor();
      let posts = 0;
      await page.route('**/activities', (route) => {
        if (route.request().method() !== 'POST') return route.continue();
        posts += 1;
        return route.fulfill({ status: 403, json: { error: { code: 'TokenExpired', message: '' } } });
      });
      for (const line of ['azure', 'csp']) {
        await box().fill(line);
        await page.keyboard.press('Enter');
        const said = page.getByRole('status').getByText(language.say('web.failed'), { exact: true });
        await said.waitFor();
      }
      await page.waitForTimeout(2500);
      assert.equal(posts, 1, 'What comes after is not sent to it either.');
      const others = LANGUAGE_TAGS.filter((other) => other !== tag);
      assert.ok(others.every((other) => LANGUAGES[other].say('web.failed') !== language.say('web.failed')));
      await page.unroute('**/activities');
      await page.getByRole('button', { name: language.say('web.newConversation') }).click();
      // What is shown until the new one is there has the same row.
      await eventually(
        'a conversation in which nothing was said',
        async () => (await page.locator('.webchat__bubble--from-user').count()) === 0,
      );
      await rowOf(page, language.say('ui.start')).waitFor();
      await eventually(
        'nothing more to say',
        async () => (await page.locator('#status').textContent()) === '',
      );
    });
  }
});

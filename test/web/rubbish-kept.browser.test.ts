import { LANGUAGES } from '../../src/language/languages.js';
import { optionKey } from '../../src/language/policy-keys.js';
import { timeLimit } from '../effort.js';
import { CARD, newPage } from './browser.js';
import { rowOf } from './story.js';
import { visited } from './visit.js';

/** What no page of ours has written, whatever did. */
const RUBBISH = [
  '{',
  'null',
  '{"conversationId":"x","token":"a\\u0000b"}',
  '{"conversationId":{"a":1},"token":"☃"}',
] as const;

describe('Rubbish in what a browser keeps', () => {
  const visit = visited();

  /** Opens a page with something kept already, which must not keep it from its first card. */
  async function opens(area: string, key: string, kept: string, path: string): Promise<void> {
    const page = await newPage(visit.browser);
    try {
      await page.addInitScript(`${area}.setItem('${key}', ${JSON.stringify(kept)})`);
      await page.goto(`${visit.address}${path}`);
      await page.locator(CARD).first().waitFor();
    } finally {
      await page.evaluate('localStorage.clear(); sessionStorage.clear()');
      await page.close();
    }
  }

  for (const kept of RUBBISH) {
    it(`counts as no conversation: ${kept}`, async () => {
      await opens('sessionStorage', 'advisor.conversation', kept, '/?locale=en');
      await opens('sessionStorage', 'advisor.conversation', kept, '/?locale=en&mode=call');
    }).timeout(timeLimit(40_000));
  }

  it('counts as no name of this browser, however long it is', async () => {
    await opens('localStorage', 'advisor.user', 'x'.repeat(300_000), '/?locale=en');
  }).timeout(timeLimit(30_000));

  for (const activities of [
    'null',
    '[null]',
    '[{}]',
    '[{"type":"message","text":"?","channelData":{"clientActivityID":1}}]',
  ]) {
    it(`keeps nothing from being sent: ${activities}`, async () => {
      const page = await newPage(visit.browser);
      try {
        await page.goto(`${visit.address}/?locale=en`);
        await page.locator(CARD).first().waitFor();
        await page.waitForFunction("sessionStorage.getItem('advisor.conversation') !== null");
        await page.evaluate(`{
          const { conversationId } = JSON.parse(sessionStorage.getItem('advisor.conversation'));
          const kept = '{"conversationId":' + JSON.stringify(conversationId) + ',"activities":${activities}}';
          sessionStorage.setItem('advisor.outbox', kept);
        }`);
        await page.reload();
        await page.locator(CARD).first().waitFor();
        await page.locator('[data-id="webchat-sendbox-input"]').fill('start');
        await page.keyboard.press('Enter');
        await rowOf(page, LANGUAGES.en.say(optionKey('cloud', 'public'))).waitFor();
      } finally {
        await page.evaluate('localStorage.clear(); sessionStorage.clear()');
        await page.close();
      }
    }).timeout(timeLimit(40_000));
  }
});

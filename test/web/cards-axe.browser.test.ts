import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import { present } from '../../src/cards/present.js';
import type { Language } from '../../src/language/language.js';
import { LANGUAGE_TAGS, LANGUAGES } from '../../src/language/languages.js';
import type { WordListKey } from '../../src/language/message-keys.js';
import { writeReceipt } from '../../src/receipt/receipt.js';
import { ELIGIBLE } from '../conversation/talk.js';
import { timeLimit } from '../effort.js';
import { violations } from './axe.js';
import { CARD, newPage } from './browser.js';
import { visited } from './visit.js';

const RECEIPT = writeReceipt({ edition: '2026-11', situation: ELIGIBLE, everyCloud: false });
/** One character is another one. */
const MISTYPED = RECEIPT.replace(/.$/, (last) => (last === 'Y' ? 'X' : 'Y'));

/** What can be typed below an answer, one after the other; each shows a card of its own. */
const COMMANDS: readonly WordListKey[] = [
  'command.ticket',
  'command.wholeTicket',
  'command.askCustomer',
  'command.share',
  'command.why',
  'command.help',
  'command.language',
  'command.edition',
  'command.known',
  'command.forget',
  'command.person',
];

/** What somebody said, the bot or the person. */
const SAID = '.webchat__basic-transcript__activity';

describe('every card of the chat for those who do not see it', () => {
  // Nobody listens there: what is handed over cannot be sent.
  const site = visited({ HANDOFF_URL: 'http://127.0.0.1:9/' });

  async function opened(language: Language, prepare = async (_page: Page) => {}): Promise<Page> {
    const page = await newPage(site.browser);
    await prepare(page);
    await page.setViewportSize({ width: 420, height: 860 });
    await page.goto(`${site.address}/r/${RECEIPT}?locale=${language.tag}`);
    await page.locator(CARD).last().getByText(language.say('eligibility.eligible')).first().waitFor();
    return page;
  }

  async function leave(page: Page): Promise<void> {
    await page.evaluate('localStorage.clear(); sessionStorage.clear()');
    await page.close();
  }

  /** What it does is answered by another card. */
  async function answers(page: Page, act: () => Promise<unknown>): Promise<void> {
    const cards = page.locator(CARD);
    const before = await cards.count();
    await act();
    await cards.nth(before).waitFor();
  }

  async function type(page: Page, text: string): Promise<void> {
    await page.locator('[data-id="webchat-sendbox-input"]').fill(text);
    await page.keyboard.press('Enter');
  }

  function command(page: Page, language: Language, key: WordListKey): Promise<void> {
    return answers(page, () => type(page, language.alternatives(key)[0] ?? ''));
  }

  for (const tag of LANGUAGE_TAGS) {
    const language = LANGUAGES[tag];
    it(`has nothing that axe-core finds wrong in ${tag}, whatever is asked for`, async () => {
      const page = await opened(language);
      const newest = page.locator(CARD).last();
      for (const key of COMMANDS) {
        await command(page, language, key);
        assert.deepEqual(await violations(page, SAID), [], key);
      }
      await answers(page, () => newest.getByText(language.say('handOver.send'), { exact: true }).click());
      await newest.getByText(language.say('handOver.failed')).waitFor();
      assert.deepEqual(await violations(page, SAID), [], 'what could not be sent');
      for (const [said, key] of [
        ['qwrtp zxcvb', 'notice.notUnderstood'],
        [MISTYPED, 'notice.receiptMistyped'],
      ] as const) {
        await type(page, said);
        await page.locator('#chat').getByText(language.say(key)).last().waitFor();
        assert.deepEqual(await violations(page, SAID), [], key);
      }
      await command(page, language, 'command.forgetNow');
      assert.deepEqual(await violations(page), [], 'all of it, and what is forgotten');
      await leave(page);
    }).timeout(timeLimit(60_000));

    it(`has nothing that axe-core finds wrong in ${tag} where the bot fails`, async () => {
      const { card, text } = present({ screen: { kind: 'failure' }, notes: [], origin: undefined }, language);
      let fails = false;
      const page = await opened(language, (fresh) =>
        fresh.routeWebSocket(/stream/, (socket) => {
          const server = socket.connectToServer();
          server.onMessage((frame) => {
            const said = JSON.parse(String(frame) || '{}');
            for (const activity of fails ? (said.activities ?? []) : [])
              if (activity.attachments !== undefined)
                Object.assign(activity, {
                  text,
                  attachments: [{ ...activity.attachments[0], content: card }],
                });
            socket.send(String(frame) === '' ? '' : JSON.stringify(said));
          });
        }),
      );
      fails = true;
      await command(page, language, 'command.help');
      const title = page.getByRole('heading', { name: language.say('notice.error.title') });
      await title.last().waitFor();
      assert.match((await title.last().textContent()) ?? '', /⚠/, 'It looks like what it is.');
      assert.deepEqual(await violations(page), []);
      await leave(page);
    });
  }
});

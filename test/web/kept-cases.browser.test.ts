import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { CaseStore } from '../../src/cases/case-store.js';
import { dayFrom } from '../../src/cases/days.js';
import { LANGUAGES } from '../../src/language/languages.js';
import type { Running } from '../../src/main.js';
import { FACT_IDS, isOption, type Situation } from '../../src/policy/facts.js';
import { openLmdbStore } from '../../src/storage/lmdb/lmdb.js';
import { timeLimit } from '../effort.js';
import { startIn, temporaryFolder } from '../start/running.js';
import { type Browser, CARD, openBrowser } from './browser.js';
import { rowOf, tapRow } from './story.js';

/** What somebody tells in two sentences, of two subscriptions. */
const TOLD = {
  en: 'We are a direct bill partner, the customer is in the public cloud and in our region. They have Microsoft 365 bought from Microsoft and Azure from another partner, and we want to support both.',
  hu: 'Közvetlen számlázású partner vagyunk, az ügyfél a nyilvános felhőben és a mi régiónkban van. Microsoft 365-öt a Microsofttól vettek, Azure-t egy másik partnertől, és mindkettőt támogatni szeretnénk.',
} as const;

const WANTED: Situation = { service: 'license', seller: 'microsoft', goal: 'support', relationship: 'no' };
const LABEL = 'Nr. 7';
const TODAY = new Date().toISOString().slice(0, 10);

describe('Kept cases in a browser', () => {
  const folder = temporaryFolder();
  let browser: Browser | undefined;
  let running: Running | undefined;

  before(async function () {
    browser = await openBrowser();
    if (browser === undefined) return this.skip();
    running = await startIn(folder.path);
  });
  after(async () => {
    await browser?.close();
    await running?.close();
    folder.remove();
  });

  for (const tag of ['en', 'hu'] as const) {
    const language = LANGUAGES[tag];

    it(`go from two sentences to the end (${tag})`, async () => {
      assert.ok(browser !== undefined && running !== undefined);
      const page = await browser.context.newPage();
      const { address } = running;
      const last = () => page.locator(CARD).last();
      const text = async (): Promise<string> => (await last().textContent()) ?? '';

      async function led(act: () => Promise<void>): Promise<string> {
        const cards = page.locator(CARD);
        const before = await cards.count();
        await act();
        await cards.nth(before).waitFor();
        return text();
      }
      const say = (words: string): Promise<string> =>
        led(async () => {
          await page.locator('[data-id="webchat-sendbox-input"]').fill(words);
          await page.keyboard.press('Enter');
        });
      const press = (words: string): Promise<string> =>
        led(() => last().getByRole('button', { name: words, exact: true }).click());
      const come = async (): Promise<string> => {
        await page.goto(`${address}/?locale=${tag}`);
        await page.locator(CARD).first().waitFor();
        return text();
      };

      /** Confirms, answers and goes on with what waits, as far as the guidance of all that was told. */
      async function asFarAsGuidance(page: Page): Promise<void> {
        for (let turn = 0; turn < 30; turn += 1) {
          const shown = await text();
          const yes = language.say('understood.yes');
          const seller = language.say('option.seller.cspPartner');
          const next = language.say('ui.nextSubscription', { service: language.say('option.service.usage') });
          if (shown.includes(language.say('understood.no')))
            await tapRow(page, shown.includes(yes) ? yes : seller);
          else if (shown.includes(language.say('ui.unknownNote'))) {
            const fact = FACT_IDS.find((each) => shown.includes(language.say(`fact.${each}.question`)));
            const value = fact && WANTED[fact];
            const answer =
              fact !== undefined && isOption(fact, value)
                ? language.say(`option.${fact}.${value}` as Parameters<typeof language.say>[0])
                : language.say('ui.unknown');
            await tapRow(page, answer);
          } else if (shown.includes(next)) await tapRow(page, next);
          else return;
        }
      }

      try {
        await come();
        await say(TOLD[tag]);
        await asFarAsGuidance(page);
        await press(language.say('ui.another'));
        await asFarAsGuidance(page);
        assert.ok((await text()).includes(language.say('case.title', { count: 3 })), await text());

        await rowOf(page, language.say('ui.moreKeep')).click();
        await tapRow(page, language.say('kept.keep'));
        await last().locator('input').fill(LABEL);
        const kept = await press(language.say('kept.doKeep'));
        assert.ok(kept.includes(language.say('notice.caseKept')) && kept.includes(LABEL), kept);

        const request = language.say('step.requestGdap');
        for (let turn = 0; turn < 12 && (await text()).includes('○'); turn += 1) {
          const rows = last().locator('.ac-selectable').filter({ hasText: '○' });
          const isRequest = ((await rows.first().textContent()) ?? '').includes(request);
          await led(() => rows.first().click());
          if (isRequest) break;
        }
        const fold = language.say('kept.fold');
        await rowOf(page, fold).click();
        await tapRow(page, language.say('kept.dates'));
        // The request was sent long ago, so that it lapses within ten days.
        await last().getByLabel(request).fill(dayFrom(TODAY, -80));
        const dated = await press(language.say('kept.save'));
        const lapses = language.say('lapsesOn.gdapRequest', { day: language.date(dayFrom(TODAY, 10)) });
        assert.ok(dated.includes(lapses), dated);

        await rowOf(page, fold).click();
        await tapRow(page, language.say('kept.export'));
        const [download] = await Promise.all([
          page.waitForEvent('download'),
          last()
            .getByRole('button', { name: language.say('kept.json'), exact: true })
            .click(),
        ]);
        assert.equal(download.suggestedFilename(), 'case.json');
        const data = JSON.parse(readFileSync(await download.path(), 'utf8')) as readonly {
          id: string;
          label: string;
        }[];
        assert.equal(data[0]?.label, LABEL);

        // Another day, another conversation in the same browser: first what is due.
        await page.evaluate('sessionStorage.clear()');
        const due = await come();
        assert.ok(due.includes(language.say('kept.due')) && due.includes(LABEL) && due.includes(lapses), due);

        await tapRow(page, LABEL);
        await rowOf(page, fold).click();
        await tapRow(page, language.say('kept.settings'));
        await tapRow(page, language.say('kept.watchOn'));
        const store = openLmdbStore(folder.path);
        try {
          await new CaseStore(store).told(data[0]?.id ?? '', '2020-06');
        } finally {
          await store.close();
        }
        await page.evaluate('sessionStorage.clear()');
        assert.ok(
          (await come()).includes(language.say('kept.news')),
          'the answer is another than the one they knew',
        );
        const opened = (await (await tapRow(page, LABEL)).textContent()) ?? '';
        assert.ok(opened.includes(language.say('letter.ticked')), opened);
        await page.evaluate('sessionStorage.clear()');
        assert.ok(!(await come()).includes(language.say('kept.news')), 'and is told once');

        const list = await say(language.alternatives('command.cases')[0] ?? '');
        assert.ok(list.includes(LABEL), list);
        await tapRow(page, LABEL);
        await rowOf(page, fold).click();
        await tapRow(page, language.say('kept.delete'));
        const gone = await tapRow(page, language.say('kept.deleteYes'));
        assert.ok(((await gone.textContent()) ?? '').includes(language.say('kept.none')));
        await page.evaluate('localStorage.clear(); sessionStorage.clear()');
      } finally {
        await page.close();
      }
    }).timeout(timeLimit(120_000));
  }
});

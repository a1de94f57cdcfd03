import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { CaseStore } from '../../src/cases/case-store.js';
import { dayFrom } from '../../src/cases/days.js';
import { LANGUAGES } from '../../src/language/languages.js';
import { FACT_IDS, isOption, type Situation } from '../../src/policy/facts.js';
import { openLmdbStore } from '../../src/storage/lmdb/lmdb.js';
import { timeLimit } from '../effort.js';
import { eventually } from '../eventually.js';
import { CARD } from './browser.js';
import { rowOf } from './story.js';
import { visited } from './visit.js';

/** What somebody tells in two sentences, of two subscriptions. */
const TOLD = {
  en: 'We are a direct bill partner, the customer is in the public cloud and in our region. They have Microsoft 365 bought from Microsoft and Azure from another partner, and we want to support both.',
  hu: 'Közvetlen számlázású partner vagyunk, az ügyfél a nyilvános felhőben és a mi régiónkban van. Microsoft 365-öt a Microsofttól vettek, Azure-t egy másik partnertől, és mindkettőt támogatni szeretnénk.',
} as const;

const WANTED: Situation = { service: 'license', seller: 'microsoft', goal: 'support', relationship: 'no' };
const LABEL = 'Nr. 7';
const TODAY = new Date().toISOString().slice(0, 10);

interface Exported {
  readonly id: string;
  readonly label: string;
}

describe('Kept cases in a browser', () => {
  const visit = visited();

  for (const tag of ['en', 'hu'] as const) {
    const language = LANGUAGES[tag];

    it(`go from two sentences to the end (${tag})`, async () => {
      const { context } = visit.browser;
      let page = await context.newPage();
      const { address } = visit;
      const last = () => page.locator(CARD).last();
      const text = async (): Promise<string> => (await last().textContent()) ?? '';

      /** The last card, once it says that. */
      async function shows(...words: readonly string[]): Promise<string> {
        await eventually(words.join(' and '), async () => {
          const now = await text();
          return words.every((each) => now.includes(each));
        });
        return text();
      }
      /** Does something, and waits for the last card to be another. */
      async function led(act: () => Promise<void>): Promise<string> {
        const before = await text();
        await act();
        await eventually('another card', async () => (await text()) !== before);
        return text();
      }
      const say = (words: string): Promise<string> =>
        led(async () => {
          await page.locator('[data-id="webchat-sendbox-input"]').fill(words);
          await page.keyboard.press('Enter');
        });
      const press = (words: string): Promise<string> =>
        led(() => last().getByRole('button', { name: words, exact: true }).click());
      const tap = (words: string): Promise<string> => led(() => rowOf(page, words).click());
      /** What unfolds within the card is no other card. */
      const unfold = (words: string): Promise<void> => rowOf(page, words).click();
      /** Another day: another tab, and so another conversation, in the same browser. */
      const comeBack = async (): Promise<void> => {
        await page.close();
        page = await context.newPage();
        await come();
      };
      const come = async (): Promise<string> => {
        await page.goto(`${address}/?locale=${tag}`);
        // Web Chat takes the place of the first card, with all that was said.
        await page.locator('#chat:not([data-behind])').waitFor();
        return text();
      };

      /** Confirms, answers and goes on with what waits, as far as the guidance of all that was told. */
      async function asFarAsGuidance(): Promise<void> {
        for (let turn = 0; turn < 30; turn += 1) {
          const shown = await text();
          const yes = language.say('understood.yes');
          const seller = language.say('option.seller.cspPartner');
          const next = language.say('ui.nextSubscription', { service: language.say('option.service.usage') });
          if (shown.includes(language.say('understood.no'))) await tap(shown.includes(yes) ? yes : seller);
          else if (shown.includes(language.say('ui.unknownNote'))) {
            const fact = FACT_IDS.find((each) => shown.includes(language.say(`fact.${each}.question`)));
            const value = fact && WANTED[fact];
            const answer =
              fact !== undefined && isOption(fact, value)
                ? language.say(`option.${fact}.${value}` as Parameters<typeof language.say>[0])
                : language.say('ui.unknown');
            await tap(answer);
          } else if (shown.includes(next)) await tap(next);
          else if (shown.includes(language.say('ui.nextCustomer'))) return;
          else await eventually('another card', async () => (await text()) !== shown);
        }
      }

      try {
        await come();
        await say(TOLD[tag]);
        await asFarAsGuidance();
        await press(language.say('ui.another'));
        await asFarAsGuidance();
        await shows(language.say('case.title', { count: 3 }));

        await unfold(language.say('ui.moreKeep'));
        await tap(language.say('kept.keep'));
        await shows(language.say('kept.nobody'));
        await last().locator('input').fill(LABEL);
        await press(language.say('kept.doKeep'));
        await shows(language.say('notice.caseKept'), LABEL);

        const request = language.say('step.requestGdap');
        const rows = () => last().locator('.ac-selectable').filter({ hasText: '○' });
        for (let turn = 0; turn < 12; turn += 1) {
          const isRequest = ((await rows().first().textContent()) ?? '').includes(request);
          await led(() => rows().first().click());
          if (isRequest) break;
        }
        const fold = language.say('kept.fold');
        await unfold(fold);
        await tap(language.say('kept.dates'));
        await shows(language.say('kept.datesText'));
        // The request was sent long ago, so that it lapses within ten days.
        await last().getByLabel(request).fill(dayFrom(TODAY, -80));
        await press(language.say('kept.save'));
        const lapses = language.say('lapsesOn.gdapRequest', { day: language.date(dayFrom(TODAY, 10)) });
        await shows(lapses);

        await unfold(fold);
        await tap(language.say('kept.export'));
        await shows(language.say('kept.exportText'));
        const [download] = await Promise.all([
          page.waitForEvent('download'),
          last()
            .getByRole('button', { name: language.say('kept.json'), exact: true })
            .click(),
        ]);
        assert.equal(download.suggestedFilename(), 'case.json');
        const [data] = JSON.parse(readFileSync(await download.path(), 'utf8')) as readonly Exported[];
        assert.equal(data?.label, LABEL);

        // First what is due.
        await comeBack();
        await shows(language.say('kept.due'), LABEL, lapses);

        await tap(LABEL);
        await shows(language.say('kept.steps'));
        await unfold(fold);
        await tap(language.say('kept.settings'));
        await shows(language.say('kept.atReturn'));
        await tap(language.say('kept.watchOn'));
        const store = openLmdbStore(visit.folder);
        try {
          await new CaseStore(store).told(data?.id ?? '', '2020-06');
        } finally {
          await store.close();
        }
        // The answer is another than the one that they knew, which is told once.
        await comeBack();
        await shows(language.say('kept.news'));
        await tap(LABEL);
        await shows(language.say('letter.ticked'));
        await comeBack();
        await shows(lapses);

        await say(language.alternatives('command.cases')[0] ?? '');
        await shows(language.say('kept.open'), LABEL);
        await tap(LABEL);
        await shows(language.say('kept.steps'));
        await unfold(fold);
        await tap(language.say('kept.delete'));
        await shows(language.say('kept.deleteText'));
        await tap(language.say('kept.deleteYes'));
        await shows(language.say('kept.none'));
        await page.evaluate('localStorage.clear(); sessionStorage.clear()');
      } finally {
        await page.close();
      }
    }).timeout(timeLimit(120_000));
  }
});

import assert from 'node:assert/strict';
import type { Locator, Page } from 'playwright-core';
import type { Language } from '../../src/language/language.js';
import { LANGUAGE_TAGS, LANGUAGES } from '../../src/language/languages.js';
import type { MessageKey } from '../../src/language/message-keys.js';
import type { Situation } from '../../src/policy/facts.js';
import { eventually } from '../eventually.js';
import { ask } from '../policy/practice/printed.js';
import { CARD } from './browser.js';
import { tapRow, tellStory } from './story.js';
import { visited } from './visit.js';

/** What partners ask most, and one answer that is still open. */
const STORIES: Readonly<Record<string, Situation>> = {
  'support of licences under an Enterprise Agreement': {
    cloud: 'public',
    partner: 'indirectReseller',
    service: 'license',
    seller: 'enterpriseAgreement',
    goal: 'support',
  },
  'licences of another CSP partner, to take over': {
    cloud: 'public',
    partner: 'directBill',
    service: 'license',
    seller: 'cspPartner',
    goal: 'takeOver',
  },
  'Azure of another CSP partner, to take over': {
    cloud: 'public',
    partner: 'indirectReseller',
    service: 'usage',
    seller: 'cspPartner',
    goal: 'takeOver',
    azurePlatform: 'azurePlan',
  },
  'licences of a seller whom nobody knows': {
    cloud: 'public',
    partner: 'directBill',
    service: 'license',
    goal: 'takeOver',
  },
};
const PHONE = { width: 420, height: 860 };
/** Fewer than ten things to tap before something is unfolded. */
const TAPS = 9;
/** Where one writes, below the conversation. */
const SEND_BOX = 68;
/** Before anything was folded, these answers had up to 980 words and were up to 3,730 px high. */
const MOST_WORDS = 300;
const MOST_HEIGHT = 1500;
/** Until after this many milliseconds the page leads to what was said last, and lets go of it. */
const LED_MS = 4000;
const SCROLLS = '.webchat__basic-transcript__scrollable';
const FOCUSABLE = 'a[href], button, input, select, [tabindex="0"]';

/** The words that are seen, counted as the language counts them. */
async function wordsOf(card: Locator, language: Language): Promise<number> {
  const seen = (await card.allInnerTexts()).join(' ');
  const segments = new Intl.Segmenter(language.tag, { granularity: 'word' }).segment(seen);
  return [...segments].filter(({ isWordLike }) => isWordLike === true).length;
}

async function bottomOf(of: Locator): Promise<number> {
  const box = await of.boundingBox();
  return (box?.y ?? Number.POSITIVE_INFINITY) + (box?.height ?? 0);
}

async function visibleTaps(card: Locator): Promise<number> {
  const all = await card.locator(FOCUSABLE).all();
  const seen = await Promise.all(all.map((each) => each.isVisible()));
  return seen.filter(Boolean).length;
}

async function opened(page: Page, address: string, language: Language): Promise<void> {
  await page.setViewportSize(PHONE);
  await page.goto(`${address}/?locale=${language.tag}`);
  await page.locator(CARD).first().waitFor();
  await tapRow(page, language.say('ui.start'));
}

describe('The answer on a phone', () => {
  const site = visited();

  for (const tag of LANGUAGE_TAGS) {
    const language = LANGUAGES[tag];
    for (const [name, facts] of Object.entries(STORIES)) {
      it(`is calm in ${tag}: ${name}`, async () => {
        const page = await site.browser.context.newPage();
        try {
          await opened(page, site.address, language);
          const card = await tellStory(page, language, facts);
          const answer = ask(facts).guidance;
          const [step] = answer.groups.length > 1 ? [] : answer.steps;
          const first = language.say(step === undefined ? 'ui.groups' : `step.${step.id}`);
          const verdict = card.getByText(language.say(`eligibility.${answer.eligibility}`)).first();
          const onScreen = PHONE.height - SEND_BOX;
          await eventually('the verdict at the top', async () => (await bottomOf(verdict)) < onScreen / 3);
          assert.ok(
            (await bottomOf(card.getByText(first).first())) <= onScreen,
            'The first step is below the screen.',
          );
          assert.ok((await visibleTaps(card)) <= TAPS);
          const words = await wordsOf(card, language);
          assert.ok(words <= MOST_WORDS, `${words} words`);
          const { height = 0 } = (await card.boundingBox()) ?? {};
          assert.ok(height <= MOST_HEIGHT, `${height} px`);
        } finally {
          await page.evaluate('localStorage.clear(); sessionStorage.clear()');
          await page.close();
        }
      });
    }
  }

  /** As on a slow device, where Web Chat has just set out again and hears little of what it is told. */
  const HEARS_LITTLE = `for (const name of ['wheel', 'scroll']) {
    let told = 0;
    const lose = (event) => {
      if (event.isTrusted) return;
      told += 1;
      if (told % 3 !== 0) event.stopImmediatePropagation();
    };
    addEventListener(name, lose, { capture: true });
  }`;

  for (const [how, script] of [
    ['', ''],
    [', where the chat hears little of what the page tells it', HEARS_LITTLE],
  ] as const) {
    it(`stays at its verdict for who types, and goes on typing${how}`, async () => {
      const page = await site.browser.context.newPage();
      await page.addInitScript(script);
      try {
        await page.setViewportSize(PHONE);
        await page.goto(`${site.address}/?locale=en`);
        await page.locator(CARD).first().waitFor();
        const box = page.locator('[data-id="webchat-sendbox-input"]');
        const type = async (line: string, then: string) => {
          await box.fill(line);
          await box.press('Enter');
          await page.locator(CARD).last().getByText(then).first().waitFor();
        };
        const say = (key: MessageKey): string => LANGUAGES.en.say(key);
        await type(
          'we are an indirect reseller, E3 through an EA, we do the support',
          say('understood.title'),
        );
        await type('yes', say('fact.cloud.question'));
        await type('1', say('eligibility.eligible'));
        const verdict = page.locator(CARD).last().getByText(say('eligibility.eligible')).first();
        const topOf = async () => Math.round((await verdict.boundingBox())?.y ?? Number.NaN);
        await eventually('the verdict at the top', async () => (await topOf()) > 0 && (await topOf()) < 200);
        const there = await topOf();
        // Longer than the page leads: from then on nobody may move it but the person.
        await page.waitForTimeout(LED_MS);
        assert.equal(await topOf(), there);
        // However late the chat would like to go to its end.
        await page.evaluate(`document.querySelector('${SCROLLS}').scrollTop = 100000`);
        assert.equal(await topOf(), there);
        await box.pressSequentially('thanks');
        await page.waitForTimeout(LED_MS / 4);
        assert.equal(await topOf(), there);
        await box.fill('');
        await box.press('PageUp');
        await eventually('what was said before, by the key', async () => (await topOf()) > there + 100);
      } finally {
        await page.evaluate('localStorage.clear(); sessionStorage.clear()');
        await page.close();
      }
    });
  }
});

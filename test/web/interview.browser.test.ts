import assert from 'node:assert/strict';
import { LANGUAGE_TAGS, LANGUAGES, type LanguageTag } from '../../src/language/languages.js';
import { EDITION_IDS, type EditionId, type Verdict } from '../../src/policy/edition.js';
import type { StepId } from '../../src/policy/editions/registry.js';
import type { Situation } from '../../src/policy/facts.js';
import { CARD } from './browser.js';
import { tapRow, tellStory } from './story.js';
import { visited } from './visit.js';

/** Whether another edition answers today, so that it has to be asked for. */
function isOld(edition: EditionId): boolean {
  return edition === '2019-03' || edition === '2020-06';
}

/** The newest edition is walked through in every language, and each older one in one: the walk to it is the same in all. */
function languagesOf(edition: EditionId): readonly LanguageTag[] {
  if (edition === '2026-11') return LANGUAGE_TAGS;
  const place = EDITION_IDS.indexOf(edition) + 1;
  return LANGUAGE_TAGS.slice(place, place + 1);
}

/** One situation for every edition, and what it says. */
const STORIES: Readonly<Record<EditionId, { facts: Situation; verdict: Verdict; step: StepId }>> = {
  '2018-10-21vianet': {
    facts: {
      cloud: 'china',
      partner: 'indirectReseller',
      service: 'license',
      seller: 'vianet',
      goal: 'support',
    },
    verdict: 'eligible',
    step: 'useProviderInvitation',
  },
  '2019-03': {
    facts: {
      cloud: 'public',
      partner: 'directBill',
      service: 'usage',
      seller: 'enterpriseAgreement',
      goal: 'takeOver',
    },
    verdict: 'eligible',
    step: 'enterDetails',
  },
  '2020-06': {
    facts: {
      cloud: 'public',
      partner: 'directBill',
      service: 'license',
      seller: 'cspPartner',
      goal: 'takeOver',
    },
    verdict: 'notEligible',
    step: 'waitOrCancel',
  },
  '2026-11': {
    facts: {
      cloud: 'public',
      partner: 'directBill',
      service: 'license',
      seller: 'cspPartner',
      goal: 'takeOver',
    },
    verdict: 'otherRoute',
    step: 'requestTransfer',
  },
};

describe('The interview in a browser, tapped through', () => {
  const visit = visited();

  for (const edition of EDITION_IDS) {
    for (const tag of languagesOf(edition)) {
      const language = LANGUAGES[tag];
      it(`leads to guidance in ${tag}, edition ${edition}`, async () => {
        const { facts, verdict, step } = STORIES[edition];
        const page = await visit.browser.context.newPage();
        try {
          await page.setViewportSize({ width: 420, height: 900 });
          await page.goto(`${visit.address}/?locale=${tag}`);
          await page.locator(CARD).first().waitFor();
          if (isOld(edition)) {
            await page
              .getByRole('button', { name: language.say('ui.help'), exact: true })
              .last()
              .click();
            await page.locator(CARD).nth(1).waitFor();
            await tapRow(page, language.say('ui.editions'));
            await tapRow(page, language.say(`edition.${edition}`));
          } else {
            await tapRow(page, language.say('ui.start'));
          }
          const card = await tellStory(page, language, facts);
          const said = (await card.textContent()) ?? '';
          // An older edition’s verdict stands in the head beside that of today, in a word each.
          const [long, short] = [language.say(`eligibility.${verdict}`), language.say(`short.${verdict}`)];
          assert.ok(said.includes(long) || (isOld(edition) && said.includes(short)), said);
          assert.ok(said.includes(language.say(`step.${step}`)), said);
          assert.equal(
            await page.evaluate('document.documentElement.scrollWidth <= window.innerWidth'),
            true,
          );
          await page.evaluate('localStorage.clear(); sessionStorage.clear()');
        } finally {
          await page.close();
        }
      });
    }
  }
});

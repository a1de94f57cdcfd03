import assert from 'node:assert/strict';
import type { Locator, Page } from 'playwright-core';
import { LANGUAGES } from '../../src/language/languages.js';
import { optionKey } from '../../src/language/policy-keys.js';
import { FACT_IDS, type Situation } from '../../src/policy/facts.js';
import { ELIGIBLE, OPEN } from '../conversation/talk.js';
import { eventually } from '../eventually.js';
import { CARD, newPage } from './browser.js';
import { openCall } from './call.js';
import { tapRow, tellStory } from './story.js';
import { visited } from './visit.js';

const english = LANGUAGES.en;
const TAKE_OVER: Situation = {
  cloud: 'public',
  partner: 'directBill',
  service: 'license',
  seller: 'cspPartner',
  goal: 'takeOver',
};

/** What went wrong in the hands of the first who used it, and has no test of its own elsewhere. */
describe('on a bad day', () => {
  const site = visited();
  let page: Page;
  beforeEach(async () => {
    page = await newPage(site.browser);
    await page.setViewportSize({ width: 420, height: 860 });
    await site.browser.context.grantPermissions(['clipboard-read', 'clipboard-write'], {
      origin: site.address,
    });
    await page.goto(`${site.address}/?locale=en`);
    await page.locator(CARD).first().waitFor();
  });
  afterEach(async () => {
    await page.evaluate('localStorage.clear(); sessionStorage.clear()').catch(() => {});
    await page.close();
  });

  const newest = (): Locator => page.locator(CARD).last();

  async function type(text: string): Promise<string> {
    const cards = page.locator(CARD);
    const before = await cards.count();
    await page.locator('[data-id="webchat-sendbox-input"]').fill(text);
    await page.keyboard.press('Enter');
    await cards.nth(before).waitFor();
    return (await newest().textContent()) ?? '';
  }

  it('nothing of the customer before is in the answer for the next one', async () => {
    await tapRow(page, english.say('ui.start'));
    await tellStory(page, english, { ...ELIGIBLE, cloud: 'usGov', partner: 'directBill' });
    const understood = await type('New customer: has Office 365 E3 through EA, we are an indirect reseller');
    const before = [optionKey('cloud', 'usGov'), optionKey('goal', 'support')].map((key) => english.say(key));
    for (const words of before) assert.ok(!understood.includes(words), `${words} is of the customer before.`);
    const asked = await type('yes');
    const open = FACT_IDS.filter((fact) => asked.includes(english.say(`fact.${fact}.question`)));
    assert.ok(open.includes('cloud') || open.includes('goal'), `It is asked for again: ${asked}`);
  });

  it('what can make the promise untrue stands before the steps, and takes it back aloud', async () => {
    await tapRow(page, english.say('ui.start'));
    const card = await tellStory(page, english, TAKE_OVER);
    const text = (await card.textContent()) ?? '';
    const [caution, steps] = ['⚠', english.say('ui.steps')].map((each) => text.indexOf(each));
    assert.ok(Number(caution) > 0 && Number(caution) < Number(steps), text);
    const call = await openCall(site.browser, `${site.address}/?mode=call&locale=en`);
    await call.fill();
    await call.after(() => call.field('seller').selectOption('cspPartner'));
    await call.after(() => call.field('goal').selectOption('takeOver'));
    const top = async (part: string): Promise<number> =>
      (await call.page.locator(part).first().boundingBox())?.y ?? Number.NaN;
    assert.ok((await top('#foremost')) < (await top('#steps')));
    const aloud = await call.aloud.locator('.ac-textBlock').allInnerTexts();
    assert.ok(aloud.length > 2 && /not certain/.test(aloud[1] ?? ''), aloud.join('\n'));
    await call.page.close();
  });

  it('an answer is named with its value and with what a tap does', async () => {
    await tapRow(page, english.say('ui.start'));
    await tellStory(page, english, ELIGIBLE);
    await newest().getByText(english.say('ui.answers')).first().click();
    const name = english.say('ui.answerToChange', {
      fact: english.say('fact.cloud.name'),
      answer: english.say(optionKey('cloud', 'public')),
    });
    assert.ok(name.endsWith('Change'));
    await newest().getByRole('button', { name, exact: true }).waitFor();
  });

  it('what is to be sent to a person is copied by a button', async () => {
    await tapRow(page, english.say('ui.start'));
    await tellStory(page, english, OPEN);
    await type('talk to a person');
    const draft = await newest().locator('textarea').inputValue();
    await newest()
      .getByRole('button', { name: english.say('copy.do'), exact: true })
      .click();
    await eventually(
      'the draft',
      async () => (await page.evaluate('navigator.clipboard.readText()')) === draft,
    );
    assert.ok(draft.includes('MC-'), draft);
  });

  it('donated licences are no Azure, and Microsoft as the seller says nothing of the cloud', async () => {
    const donated = await type('they have donated licences and we want to support them');
    assert.ok(!donated.includes(english.say(optionKey('service', 'usage'))), donated);
    const bought = await type('the customer bought Microsoft 365 licences from Microsoft');
    assert.ok(bought.includes(english.say(optionKey('seller', 'microsoft'))), bought);
    assert.ok(!bought.includes(english.say(optionKey('cloud', 'public'))), bought);
  });
});

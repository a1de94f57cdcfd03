import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import { LANGUAGES } from '../../src/language/languages.js';
import { optionKey } from '../../src/language/policy-keys.js';
import { timeLimit } from '../effort.js';
import { eventually } from '../eventually.js';
import { CARD, newPage } from './browser.js';
import { openCall } from './call.js';
import { rowOf } from './story.js';
import { visited } from './visit.js';

const english = LANGUAGES.en;

/** What has the focus: what it is called, and whether it can be seen that it has it. Nothing while the page itself has it. */
const STOP = `(() => {
  const at = document.activeElement;
  if (at === null || at === document.body) return undefined;
  const lines = [at, at.closest('.webchat__send-box__main')].filter((each) => each).map((each) => getComputedStyle(each));
  const seen = lines.some((each) => (each.outlineStyle !== 'none' && parseFloat(each.outlineWidth) >= 1) ||
    each.boxShadow !== 'none');
  const name = at.getAttribute('aria-label') ?? at.textContent;
  return { name: at.dataset.id ?? name.trim(), seen, top: at.getBoundingClientRect().top, html: at.outerHTML.slice(0, 90) };
})()`;

interface Stop {
  readonly name: string;
  readonly seen: boolean;
  readonly top: number;
  readonly html: string;
}

describe('the keyboard alone', () => {
  const site = visited();

  /** Where the focus is, which never is nowhere, and always to be seen. */
  async function stop(page: Page): Promise<Stop> {
    const at = await page.evaluate<Stop | undefined>(STOP);
    assert.ok(at !== undefined, 'The focus is lost.');
    assert.ok(at.seen, `Nothing shows that it has the focus: ${at.html}`);
    return at;
  }

  /** Presses Tab until the focus is on something, and tells how often. */
  async function tabTo(page: Page, name: string, key = 'Tab'): Promise<number> {
    const passed: string[] = [];
    for (let times = 1; times < 30; times += 1) {
      await page.keyboard.press(key);
      const { name: here } = await stop(page);
      if (here.includes(name)) return times;
      passed.push(here.slice(0, 30));
    }
    throw new Error(`No stop is called ${name}: ${passed.join(', ')}`);
  }

  it('leads from the address to a receipt', async () => {
    const page = await newPage(site.browser);
    await page.setViewportSize({ width: 420, height: 860 });
    await page.goto(`${site.address}/?locale=en`);
    const newest = () => page.locator(CARD).last();
    const told = (text: string) => newest().getByText(text, { exact: true }).first().waitFor();
    await told(english.say('ui.start'));
    await tabTo(page, english.say('web.newConversation'));
    await tabTo(page, english.say('ui.start'));
    await page.keyboard.press('Enter');
    const answers = { cloud: 'public', partner: 'indirectReseller', goal: 'support' } as const;
    for (const fact of ['cloud', 'partner', 'goal', 'service', 'seller'] as const) {
      await told(english.say(`fact.${fact}.question`));
      await eventually('the focus on the first answer', async () =>
        page.evaluate(`document.activeElement.matches('.ac-selectable')`),
      );
      await stop(page);
      // Escape takes nobody away from where they are.
      await page.keyboard.press('Escape');
      const option = { ...answers, service: 'license', seller: 'enterpriseAgreement' } as const;
      const name = english.say(optionKey(fact, option[fact]));
      if (!(await stop(page)).name.startsWith(name)) await tabTo(page, name);
      await page.keyboard.press(fact === 'partner' ? 'Space' : 'Enter');
    }
    const verdict = english.say('eligibility.eligible');
    await told(verdict);
    await eventually('the focus on the verdict', async () => (await stop(page)).name === verdict);
    await tabTo(page, english.say('ui.whyAndSources'));
    const row = page.locator(':focus');
    assert.equal(await row.getAttribute('aria-expanded'), 'false');
    await page.keyboard.press('Enter');
    assert.equal(await row.getAttribute('aria-expanded'), 'true');
    await stop(page);
    await page.keyboard.press('Enter');
    assert.equal(await row.getAttribute('aria-expanded'), 'false');
    await newest()
      .getByText(/MC-[0-9A-Z]{4}-[0-9A-Z]{2}/)
      .first()
      .waitFor();
    const receipt = /MC-[0-9A-Z-]+[0-9A-Z]/.exec((await newest().textContent()) ?? '')?.[0] ?? '';
    // On to where one writes, and out at the end of the page: nothing keeps the focus.
    await tabTo(page, 'webchat-sendbox-input');
    await page.keyboard.type(receipt);
    await page.keyboard.press('Enter');
    await page.locator('.webchat__bubble--from-user').getByText(receipt).waitFor();
    await told(verdict);
    assert.equal((await stop(page)).name, 'webchat-sendbox-input');
    // The answer before is folded by then.
    await page.waitForTimeout(700);
    await tabTo(page, english.say('web.newConversation'), 'Shift+Tab');
    await page.evaluate('localStorage.clear(); sessionStorage.clear()');
    await page.close();
  }).timeout(timeLimit(60_000));

  it('has each new card read once, and not the earlier ones again', async () => {
    const page = await newPage(site.browser);
    await page.addInitScript(`globalThis.heard = [];
      new MutationObserver((all) => {
        for (const { target, addedNodes } of all) {
          if (!target.closest?.('.webchat__live-region-transcript')) continue;
          for (const each of addedNodes) if (each.textContent) heard.push(each.textContent);
        }
      }).observe(document, { childList: true, subtree: true });`);
    await page.goto(`${site.address}/?locale=en`);
    const heard = async (text: string): Promise<number> =>
      (await page.evaluate<string[]>('heard')).filter((each) => each.includes(text)).length;
    const [first, second] = (['cloud', 'partner'] as const).map((fact) =>
      english.say(`fact.${fact}.question`),
    );
    await page.locator(CARD).first().waitFor();
    await rowOf(page, english.say('ui.start')).press('Enter');
    await eventually('the first question', async () => (await heard(String(first))) > 0);
    await eventually('the focus on its first answer', async () =>
      page.evaluate("document.activeElement.closest('.ac-adaptiveCard')?.textContent.includes('1') === true"),
    );
    await page.keyboard.press('Enter');
    await eventually('the second question', async () => (await heard(String(second))) > 0);
    await page.waitForTimeout(500);
    assert.deepEqual([await heard(String(first)), await heard(String(second))], [1, 1]);
    await page.evaluate('localStorage.clear(); sessionStorage.clear()');
    await page.close();
  });

  it('hears and sees the thanks for an opinion on the call page', async () => {
    const call = await openCall(site.browser, `${site.address}/?mode=call&locale=en`);
    await call.fill();
    await call.page.getByRole('button', { name: english.say('ui.helped') }).press('Enter');
    const said = call.page.getByRole('status').getByText(english.say('notice.feedbackTaken'));
    await said.waitFor({ state: 'visible' });
    await call.page.evaluate('localStorage.clear(); sessionStorage.clear()');
    await call.page.close();
  });
});

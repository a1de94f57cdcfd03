import assert from 'node:assert/strict';
import { LANGUAGES } from '../../src/language/languages.js';
import { ANSWERS, type CallPage, openCall } from './call.js';
import { visited } from './visit.js';

const english = LANGUAGES.en;

describe('the call page in a browser', () => {
  const visit = visited();
  let call: CallPage;

  before(async () => {
    const { address } = visit;
    await visit.browser.context.grantPermissions(['clipboard-read', 'clipboard-write'], { origin: address });
  });
  afterEach(async () => {
    // Nothing was refused by the policy of the page, and nothing failed in it.
    assert.deepEqual(visit.browser.complaints, []);
    // The bot remembers the language of a person.
    await call.page.evaluate('localStorage.clear(); sessionStorage.clear()');
    await call.page.close();
  });

  async function open(query = '&locale=en', unfolded = true): Promise<void> {
    call = await openCall(visit.browser, `${visit.address}/?mode=call${query}`);
    if (unfolded) await call.unfold();
  }

  it('begins in the line, which the bot understands; Enter again confirms, numbers answer the rest', async () => {
    await open('&locale=en', false);
    assert.equal(await call.line.evaluate('document.activeElement.id'), 'said');
    await call.type('m365 ea takeover');
    await call.question.getByText(english.say('understood.title')).waitFor();
    assert.equal(await call.line.inputValue(), '');
    await call.after(() => call.line.press('Enter'));
    assert.equal(await call.field('goal').inputValue(), 'takeOver');
    await call.line.press('Escape');
    assert.equal(await call.page.evaluate('document.activeElement.id'), 'card');
    for (let asked = 0; (await call.question.count()) > 0; asked += 1) {
      assert.ok(asked < 8, 'it asks and asks');
      await call.after(() => call.page.keyboard.press('1'));
    }
    await call.steps.waitFor();
    assert.ok(
      (await call.announced.textContent())?.includes(
        (await call.head.locator('[role=heading]').textContent()) ?? '',
      ),
    );
  });

  it('leaves numbers in the line to the line', async () => {
    await open();
    await call.line.pressSequentially('12u');
    await call.page.waitForTimeout(300);
    assert.equal(await call.line.inputValue(), '12u');
    assert.notEqual(await call.field('cloud').inputValue(), 'public');
  });

  it('takes a number and Enter in the line for an answer, and says so there', async () => {
    await open('&locale=en', false);
    const [inLine, outside] = [english.say('web.keysLine'), english.say('web.keys')].map((words) =>
      call.page.locator('#keys').getByText(words),
    );
    assert.ok(inLine && outside);
    assert.deepEqual([await inLine.isVisible(), await outside.isVisible()], [true, false]);
    await call.type('1');
    assert.equal(await call.field('cloud').inputValue(), 'public');
    assert.equal(await call.line.inputValue(), '');
    await call.line.press('Escape');
    assert.deepEqual([await inLine.isVisible(), await outside.isVisible()], [false, true]);
  });

  it('begins with the next customer at the second N, in the line again; one N alone loses nothing', async () => {
    await open('&locale=en', false);
    const next = call.page.getByRole('button', { name: english.say('ui.nextCustomer'), exact: true });
    assert.equal(await next.getAttribute('aria-keyshortcuts'), 'N');
    await call.line.press('Escape');
    await call.after(() => call.page.keyboard.press('1'));
    assert.equal(await call.field('cloud').inputValue(), 'public');
    await call.page.keyboard.press('n');
    assert.equal(await call.page.evaluate('document.activeElement.id'), 'next');
    await call.page.keyboard.press('Escape');
    assert.equal(await call.page.evaluate('document.activeElement.id'), 'card');
    assert.equal(await call.field('cloud').inputValue(), 'public');
    await call.page.keyboard.press('n');
    await call.after(() => call.page.keyboard.press('n'));
    assert.notEqual(await call.field('cloud').inputValue(), 'public');
    assert.equal(await call.line.evaluate('document.activeElement.id'), 'said');
  });

  it('takes single keys only while the focus is on the card, and says which where they work', async () => {
    await open('&locale=en', false);
    const hint = call.page.locator('kbd > *');
    const shown = async (): Promise<readonly string[]> => {
      const each = await hint.all();
      const seen = await Promise.all(each.map((one) => one.isVisible()));
      return (await hint.allTextContents()).filter((_, index) => seen[index]);
    };
    assert.deepEqual(await shown(), ['Esc N N']);
    await call.page.evaluate('document.activeElement.blur()');
    assert.deepEqual(await shown(), []);
    for (const key of ['1', 'u', 'n', 'n']) await call.page.keyboard.press(key);
    await call.page.locator('[data-copy=ticket]').focus();
    for (const key of ['1', 'u', 'n', 'n']) await call.page.keyboard.press(key);
    await call.page.waitForTimeout(300);
    assert.equal(await call.field('cloud').inputValue(), 'open');
    await call.line.press('Escape');
    assert.deepEqual(await shown(), ['N N']);
    await call.page.keyboard.press('n');
    assert.deepEqual(await shown(), ['N']);
    await call.page.keyboard.press('Escape');
    await call.after(() => call.page.keyboard.press('1'));
    assert.equal(await call.field('cloud').inputValue(), 'public');
  });

  it('asks again by its number what nobody knew', async () => {
    await open();
    await call.fill();
    await call.after(() => call.field('seller').selectOption('unknown'));
    await call.page.locator('#open').waitFor();
    await call.page.locator('#card').focus();
    await call.after(() => call.page.keyboard.press('1'));
    assert.equal(await call.page.locator('#open').count(), 0);
    await call.question.getByText(english.say('fact.seller.question')).waitFor();
  });

  it('has steps that are boxes with their state, named by their words, each with how it is done', async () => {
    await open();
    await call.fill();
    const step = call.steps.getByRole('checkbox').first();
    const words = (await step.textContent()) ?? '';
    assert.equal(await step.getAttribute('aria-checked'), 'false');
    assert.equal(await step.getAttribute('aria-label'), null);
    const link = call.steps.getByRole('link', { name: english.say('ui.howTo') }).first();
    assert.ok(words.includes((await call.steps.getByRole('link').first().textContent()) ?? '?') === false);
    assert.equal(await link.getAttribute('target'), '_blank');
    await step.focus();
    await call.after(() => call.page.keyboard.press('Space'));
    assert.equal(await step.getAttribute('aria-checked'), 'true');
    await call.page.reload();
    await call.steps.waitFor();
    assert.equal(await call.steps.getByRole('checkbox').first().getAttribute('aria-checked'), 'true');
  });

  it('takes U for “I don’t know”', async () => {
    await open();
    await call.line.press('Escape');
    await call.after(() => call.page.keyboard.press('u'));
    assert.equal(await call.field('cloud').inputValue(), 'unknown');
  });

  it('answers every change of the form at once, back to nothing as well, and keeps the focus', async () => {
    await open();
    assert.equal(await call.page.getByRole('button', { name: english.say('call.update') }).count(), 0);
    await call.fill();
    const field = call.field('seller');
    await field.focus();
    await call.after(() => field.selectOption('cspPartner'));
    assert.equal(await field.inputValue(), 'cspPartner');
    assert.equal(await field.evaluate((element) => element === element.ownerDocument.activeElement), true);
    await call.after(() => field.selectOption({ label: english.say('call.open') }));
    assert.equal((await call.head.textContent())?.includes(english.say('eligibility.eligible')), false);
  });

  it('takes countries that are written into the form, and shows the other one of them as it was', async () => {
    await open();
    await call.fill();
    for (const [id, country] of [
      ['customerCountry', 'Germany'],
      ['partnerCountry', 'Serbia'],
    ] as const) {
      await call.field(id).fill(country);
      await call.after(() => call.field(id).press('Tab'));
    }
    assert.equal(await call.field('region').inputValue(), 'different');
    assert.equal(await call.field('customerCountry').inputValue(), 'Germany');
    assert.equal(await call.field('partnerCountry').inputValue(), 'Serbia');
  });

  it('loses no change made while another is on its way', async () => {
    await open();
    await call.page.route('**/activities', async (route) => {
      await new Promise((done) => setTimeout(done, 300));
      await route.continue();
    });
    for (const [fact, option] of Object.entries(ANSWERS)) await call.field(fact).selectOption(option);
    await call.head.getByText(english.say('eligibility.eligible')).waitFor();
    for (const [fact, option] of Object.entries(ANSWERS)) {
      assert.equal(await call.field(fact).inputValue(), option);
    }
  });
});

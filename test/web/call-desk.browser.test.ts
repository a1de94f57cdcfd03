import assert from 'node:assert/strict';
import { LANGUAGE_TAGS, LANGUAGES } from '../../src/language/languages.js';
import { ANSWERS, type CallPage, openCall } from './call.js';
import { visited } from './visit.js';

const english = LANGUAGES.en;

describe('the call page: copying, languages, widths', () => {
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

  async function open(query = '&locale=en'): Promise<void> {
    call = await openCall(visit.browser, `${visit.address}/?mode=call${query}`);
    await call.unfold();
  }

  it('copies the note with the steps that are done, and the customer’s words', async () => {
    await open();
    await call.fill();
    const step = call.steps.locator('.ac-selectable').first();
    await step.focus();
    await call.after(() => step.press('Enter'));
    assert.equal(await step.evaluate((element) => element === element.ownerDocument.activeElement), true);
    await call.page.getByRole('button', { name: english.say('web.copyTicket') }).click();
    await call.page.getByRole('status').getByText(english.say('web.copied')).waitFor();
    const note = await call.copied();
    assert.ok(note.includes(english.say('ticket.doneLine', { text: '' })), note);
    await call.page.getByRole('button', { name: english.say('web.copyAloud') }).click();
    await call.page.waitForTimeout(200);
    assert.ok((await call.aloud.textContent())?.includes((await call.copied()).split('\n')[0] ?? '?'));
    await call.page.evaluate("navigator.clipboard.writeText('')");
    await call.row(english.say('call.ticket')).click();
    await call.page.waitForTimeout(200);
    assert.equal(await call.copied(), note, 'the row on the card copies as well');
  });

  it('leaves the text selected where copying is refused', async () => {
    await open();
    await call.page.evaluate(
      'document.execCommand = () => false; navigator.clipboard.writeText = () => Promise.reject()',
    );
    await call.page.getByRole('button', { name: english.say('web.copyTicket') }).click();
    await call.page.getByText(english.say('web.copyFailed')).waitFor();
    const selected =
      "(({ value, selectionStart, selectionEnd }) => value.slice(selectionStart, selectionEnd))(document.getElementById('to-copy'))";
    assert.match(await call.page.evaluate(selected), /MC-/);
  });

  it('says the customer’s words in the customer’s language', async () => {
    await open();
    await call.after(() => call.field('customer').selectOption('hu'));
    await call.aloud.getByText(LANGUAGES.hu.say('aloud.depends')).waitFor();
    assert.equal(await call.aloud.getAttribute('lang'), 'hu');
    await call.head.getByText(english.say('eligibility.depends')).waitFor();
  });

  it('goes on after a reload, and keeps what was typed', async () => {
    await open();
    await call.fill();
    await call.line.fill('half a li');
    await call.page.reload();
    await call.head.getByText(english.say('eligibility.eligible')).waitFor();
    assert.equal(await call.line.inputValue(), 'half a li');
    assert.equal(await call.field('goal').inputValue(), 'support');
  });

  it('shows why and comes back, and the words around the card follow its language', async () => {
    await open();
    await call.fill();
    await call.after(() => call.row(english.say('ui.why')).click());
    assert.equal(await call.head.count(), 0);
    await call.after(() => call.row(english.say('notice.continue')).click());
    await call.head.getByText(english.say('eligibility.eligible')).waitFor();
    await call.type('magyarul');
    await call.page.getByRole('button', { name: LANGUAGES.hu.say('web.copyTicket') }).waitFor();
    assert.equal(await call.page.evaluate('document.documentElement.lang'), 'hu');
  });

  for (const tag of LANGUAGE_TAGS) {
    it(`fits 280 pixels in ${tag}, from the question to the guidance`, async () => {
      await open(`&locale=${tag}`);
      await call.page.setViewportSize({ width: 280, height: 700 });
      for (const [fact, option] of Object.entries(ANSWERS)) {
        await call.after(() => call.field(fact).selectOption(option));
        assert.equal(await call.page.evaluate('document.documentElement.scrollWidth'), 280);
      }
      await call.head.getByText(LANGUAGES[tag].say('eligibility.eligible')).waitFor();
      await call.page.getByRole('button', { name: LANGUAGES[tag].say('web.copyTicket') }).waitFor();
    });
  }
});

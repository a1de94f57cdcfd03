import assert from 'node:assert/strict';
import { caseOf } from '../../src/policy/case/case.js';
import { policyFor } from '../../src/policy/engine/policy.js';
import { receiptOfCase } from '../../src/receipt/case-receipt.js';
import { type CallPage, openCall } from './call.js';
import { visited } from './visit.js';

const CODE = receiptOfCase(
  policyFor(undefined),
  caseOf({ cloud: 'public', partner: 'indirectReseller', relationship: 'no' }, [
    { service: 'license', seller: 'enterpriseAgreement', goal: 'support' },
    { service: 'usage', seller: 'cspPartner', goal: 'support' },
    { service: 'license', seller: 'microsoft', goal: 'takeOver' },
  ]),
);

describe('the call page about several subscriptions', () => {
  const visit = visited();
  let call: CallPage;

  const boxes = () => call.steps.getByRole('checkbox');
  const verdicts = () => call.page.locator('#each .ac-selectable');

  async function open(locale: string, width = 1280): Promise<void> {
    call = await openCall(visit.browser, `${visit.address}/r/${CODE}?mode=call&locale=${locale}`, (page) =>
      page.setViewportSize({ width, height: 800 }),
    );
    await verdicts().nth(2).waitFor();
  }
  afterEach(async () => {
    assert.deepEqual(visit.browser.complaints, []);
    await call.page.evaluate('localStorage.clear(); sessionStorage.clear()');
    await call.page.close();
  });

  for (const locale of ['en', 'ru']) {
    it(`turns to one by its number and back to all, and ticks a step for all that need it (${locale})`, async () => {
      await open(locale);
      const first = boxes().first();
      const words = await first.textContent();
      await call.after(() => first.click());
      assert.equal(await first.getAttribute('aria-checked'), 'true');
      assert.equal(await first.textContent(), words?.replace('☐', '☑'));

      await call.line.press('Escape');
      await call.after(() => call.page.keyboard.press('1'));
      assert.equal(await verdicts().count(), 0);
      const ticked = call.steps.locator('[role=checkbox][aria-checked=true]');
      assert.equal(await ticked.count(), 1);
      await call.after(() => call.page.locator('#card > * > .ac-selectable').first().click());
      assert.equal(await verdicts().count(), 3);
      assert.equal(await ticked.count(), 1, 'what was ticked stays so');
      await call.after(() => ticked.first().click());
      assert.equal(await ticked.count(), 0);
    });
  }

  it('opens a subscription by its number in the line as well, under its name', async () => {
    await open('en');
    await call.type('3');
    assert.equal(await verdicts().count(), 0);
    assert.ok((await call.head.textContent())?.includes('Licences no. 2'));
  });

  it('copies the words and the note of all', async () => {
    await open('en');
    await call.page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await call.page.locator('[data-copy=ticket]').click();
    assert.ok((await call.copied()).includes(CODE));
    await call.page.locator('[data-copy=aloud]').click();
    assert.ok((await call.copied()).includes('Azure:'));
  });

  for (const width of [320, 1280]) {
    it(`lies beside each other, and nothing over anything, at ${width} pixels`, async () => {
      await open('hu', width);
      assert.equal(await call.page.evaluate('document.documentElement.scrollWidth'), width);
      const overlaps = `(() => {
        const parts = ['#head', '#foremost', '#each', '#steps', '#care', '#aloud', '#answers'].map((id) =>
          document.querySelector(id)).filter((each) => each !== null).map((each) => [each.id, each.getBoundingClientRect()]);
        return parts.flatMap(([a, one], at) => parts.slice(at + 1).filter(([, other]) => one.left < other.right - 1 &&
          other.left < one.right - 1 && one.top < other.bottom - 1 && other.top < one.bottom - 1).map(([b]) => a + ' over ' + b));
      })()`;
      assert.deepEqual(await call.page.evaluate(overlaps), []);
    });
  }
});

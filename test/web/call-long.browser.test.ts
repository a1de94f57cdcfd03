import assert from 'node:assert/strict';
import { LANGUAGE_TAGS } from '../../src/language/languages.js';
import { FACT_IDS, type Situation } from '../../src/policy/facts.js';
import { writeReceipt } from '../../src/receipt/receipt.js';
import { type CallPage, openCall } from './call.js';
import { visited } from './visit.js';

/** Nothing has more steps than moving an agreement's Azure billing. */
const EIGHT_STEPS: Situation = {
  cloud: 'public',
  partner: 'indirectProvider',
  goal: 'takeOver',
  service: 'usage',
  seller: 'mcaEnterprise',
  designation: 'held',
};
const NOTHING_KNOWN: Situation = Object.fromEntries(
  FACT_IDS.slice(0, 8).map((fact) => [fact, 'unknown'] as const),
);

/** How far the last of these goes below what is seen, in pixels; less than nothing where all is in sight. */
const below = (parts: string, count: number): string => `(() => {
  const found = [...document.querySelectorAll('${parts}')].slice(0, ${count});
  if (found.length < ${count}) return '${parts} is missing';
  return found.at(-1).getBoundingClientRect().bottom - document.getElementById('copying').getBoundingClientRect().top;
})()`;

describe('the longest answers of the call page at 1280 × 800', () => {
  const visit = visited();
  let call: CallPage;

  async function show(situation: Situation, locale: string): Promise<void> {
    const code = writeReceipt({ edition: '2026-11', situation, everyCloud: false });
    call = await openCall(visit.browser, `${visit.address}/r/${code}?mode=call&locale=${locale}`, (page) =>
      page.setViewportSize({ width: 1280, height: 800 }),
    );
    await call.page.locator('#steps, #open').first().waitFor();
    await call.page.evaluate('scrollTo(0, 0)');
  }
  async function inSight(parts: string, count = 1): Promise<void> {
    const over = await call.page.evaluate(below(parts, count));
    assert.ok(typeof over === 'number' && over <= 0, `${parts}: ${over}`);
  }
  afterEach(async () => {
    await call.page.evaluate('localStorage.clear(); sessionStorage.clear()');
    await call.page.close();
  });

  for (const tag of LANGUAGE_TAGS) {
    it(`has the verdict, the caution, the words and the first steps of eight in ${tag}`, async () => {
      await show(EIGHT_STEPS, tag);
      for (const part of ['#head', '#foremost', '#aloud']) await inSight(part);
      assert.equal(await call.steps.getByRole('checkbox').count(), 8);
      await inSight('#steps [role=checkbox]', 3);
    });

    it(`has the verdict, what is asked again, the words and the first case in ${tag} where nobody knows`, async () => {
      await show(NOTHING_KNOWN, tag);
      for (const part of ['#head', '#open', '#aloud']) await inSight(part);
      await inSight('#groups > *', 3);
    });
  }

  it('moves nothing for whoever wants no motion', async () => {
    await show(EIGHT_STEPS, 'en');
    await call.page.emulateMedia({ reducedMotion: 'reduce' });
    await call.after(() => call.steps.getByRole('checkbox').first().click());
    assert.equal(await call.page.evaluate('document.getAnimations().length'), 0);
    const moves = `[...document.querySelectorAll('*')].map((each) => getComputedStyle(each)).filter((style) =>
      parseFloat(style.transitionDuration) > 0 || style.animationName !== 'none' || style.scrollBehavior === 'smooth').length`;
    assert.equal(await call.page.evaluate(moves), 0);
  });
});

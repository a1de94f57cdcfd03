import assert from 'node:assert/strict';
import { LANGUAGE_TAGS, LANGUAGES } from '../../src/language/languages.js';
import { type CallPage, openCall } from './call.js';
import { visited } from './visit.js';

/** What of these parts is not on the screen as it lies there, above the bar at the bottom. */
async function outOfSight({ page }: CallPage, parts: readonly string[]): Promise<readonly string[]> {
  await page.evaluate('scrollTo(0, 0)');
  const lost = `((parts) => {
    const bar = document.getElementById('copying').getBoundingClientRect().top;
    return parts.flatMap((part) => [...document.querySelectorAll(part)].length === 0 ? [part + ' is missing'] :
      [...document.querySelectorAll(part)].map((each) => each.getBoundingClientRect()).filter(({ bottom }) => bottom > bar)
        .map(({ bottom }) => part + ' ends at ' + Math.round(bottom) + ' of ' + Math.round(bar)));
  })(${JSON.stringify(parts)})`;
  return page.evaluate(lost);
}

/** Which parts lie over each other, and which texts of the card do. */
const OVERLAPS = `(() => {
  const parts = ['header', '#line', '#notes', '#head', '#foremost', '#question', '#choice', '#open', '#groups', '#steps',
    '#differing', '#care', '#aloud', '#answers', '#opinion'].map((id) => [id, document.querySelector(id)])
    .filter(([, each]) => each !== null).map(([id, each]) => [id, each.getBoundingClientRect()]);
  const texts = [...document.querySelectorAll('#card :not(option, select)')]
    .filter((each) => each.checkVisibility({ visibilityProperty: true }) && getComputedStyle(each).clipPath === 'none')
    .flatMap((each) => [...each.childNodes].filter((node) => node.nodeType === 3 && node.data.trim() !== ''))
    .map((node) => {
      const range = document.createRange();
      range.selectNodeContents(node);
      return [node.data.slice(0, 40), range.getBoundingClientRect()];
    }).filter(([, { width }]) => width > 1);
  return [[parts, 1], [texts, 4]].flatMap(([all, let]) => all.flatMap(([a, one], index) =>
    all.slice(index + 1).filter(([, other]) => one.left < other.right - let && other.left < one.right - let &&
      one.top < other.bottom - let && other.top < one.bottom - let).map(([b]) => a + ' over ' + b)));
})()`;

const TAPPED = `[...document.querySelectorAll('a, button, select, textarea, [role=button], [role=checkbox]')]
  .filter((each) => each.checkVisibility()).map((each) => [each.textContent.slice(0, 30), each.getBoundingClientRect().height])`;

describe('the call page on one screen', () => {
  // One browser opens more pages in a minute here than an address may.
  const visit = visited({ RATE_LIMIT_PER_MINUTE: '0' });
  let call: CallPage;

  async function open(query: string, width: number, height: number): Promise<void> {
    call = await openCall(visit.browser, `${visit.address}/?mode=call&${query}`, (page) =>
      page.setViewportSize({ width, height }),
    );
  }
  afterEach(async () => {
    assert.deepEqual(visit.browser.complaints, []);
    await call.page.evaluate('localStorage.clear(); sessionStorage.clear()');
    await call.page.close();
  });

  async function press(...keys: readonly string[]): Promise<void> {
    await call.line.press('Escape');
    for (const key of keys) await call.after(() => call.page.keyboard.press(key));
  }

  /** The guidance for the answers of `fill` and then others of the form. */
  async function answered(others: Readonly<Record<string, string>>): Promise<void> {
    await call.fill();
    for (const [fact, option] of Object.entries(others))
      await call.after(() => call.field(fact).selectOption(option));
    await call.page.locator('#answers > .ac-selectable').click();
  }

  for (const tag of LANGUAGE_TAGS) {
    describe(`at 1280 × 800 in ${tag}`, () => {
      beforeEach(() => open(`locale=${tag}`, 1280, 800));

      it('has the question with all its numbers and the words for the customer, the longest question too', async () => {
        const parts = ['#line', '#head', '#question', '#aloud', '#customer'];
        assert.deepEqual(await outOfSight(call, parts), []);
        for (let asked = 0; (await call.question.locator('.ac-selectable').count()) < 8; asked += 1) {
          assert.ok(asked < 6, 'there is a long question');
          await press('1');
        }
        assert.deepEqual(await outOfSight(call, parts), []);
      });

      it('has the verdict, its caution, the steps with how to do them, and the words for the customer', async () => {
        await answered({});
        const parts = ['#line', '#head', '#steps', '#steps a', '#aloud', '#customer'];
        assert.deepEqual(await outOfSight(call, parts), []);
        await call.unfold();
        await answered({ seller: 'cspPartner', goal: 'takeOver' });
        assert.deepEqual(await outOfSight(call, [...parts, '#foremost']), []);
      });

      it('has what it depends on with numbers, each case, and what the customer is asked to look up', async () => {
        await press('1', '1', '1', 'u');
        while ((await call.question.count()) > 0) await press('1');
        await call.head.getByText(LANGUAGES[tag].say('eligibility.depends')).waitFor();
        assert.deepEqual(await outOfSight(call, ['#line', '#head', '#open', '#groups', '#aloud']), []);
        assert.equal(
          await call.aloud.locator('.ac-textBlock').first().textContent(),
          LANGUAGES[tag].say('aloud.lookUp'),
        );
      });
    });
  }

  for (const width of [320, 420, 768, 900, 1280, 1920]) {
    it(`lays nothing over anything at ${width} pixels, wherever it is scrolled to`, async () => {
      await open('locale=ru', width, 700);
      assert.deepEqual(await call.page.evaluate(OVERLAPS), []);
      await answered({ seller: 'cspPartner', goal: 'takeOver' });
      await call.unfold();
      for (const place of [
        '0',
        'document.documentElement.scrollHeight / 2',
        'document.documentElement.scrollHeight',
      ]) {
        await call.page.evaluate(`scrollTo(0, ${place})`);
        assert.deepEqual(await call.page.evaluate(OVERLAPS), []);
      }
      assert.equal(await call.page.evaluate('document.documentElement.scrollWidth'), width);
      for (const [text, height] of await call.page.evaluate<[string, number][]>(TAPPED))
        assert.ok(height >= 24, `${text}: ${height} pixels`);
    });
  }

  it('does not move what is about to be clicked as the focus leaves the line', async () => {
    await open('locale=ru', 320, 700);
    assert.equal(await call.line.evaluate('document.activeElement.id'), 'said');
    await call.unfold();
    await call.field('cloud').waitFor();
  });

  it('can be read at 400 percent: nothing stands in front of it', async () => {
    await open('locale=hu', 320, 200);
    await press('1');
    await call.question.scrollIntoViewIfNeeded();
    const seen = `document.elementsFromPoint(160, 100).some((each) => each.id === 'card') &&
      getComputedStyle(document.getElementById('copying')).position`;
    assert.equal(await call.page.evaluate(seen), 'static');
  });

  it('is large enough for fingers', async () => {
    call = await openCall(visit.browser, `${visit.address}/?mode=call&locale=en`, async (page) => {
      await page.setViewportSize({ width: 390, height: 844 });
      const session = await page.context().newCDPSession(page);
      await session.send('Emulation.setTouchEmulationEnabled', { enabled: true });
    });
    assert.equal(await call.page.evaluate("matchMedia('(pointer: coarse)').matches"), true);
    for (const key of await call.page.locator('#keys, kbd').all())
      assert.equal(await key.isVisible(), false, 'where there are no keys, none is named');
    await answered({});
    for (const [text, height] of await call.page.evaluate<[string, number][]>(TAPPED))
      assert.ok(height >= 44, `${text}: ${height} pixels`);
  });

  it('draws no bars where colours are forced', async () => {
    await open('locale=en', 1280, 800);
    await call.page.emulateMedia({ forcedColors: 'active' });
    await answered({ seller: 'cspPartner', goal: 'takeOver' });
    const bars = `[...document.querySelectorAll('body *')].filter((each) => ['Top', 'Bottom', 'Left', 'Right']
      .some((side) => parseFloat(getComputedStyle(each)['border' + side + 'Width']) > 2)).map((each) => each.id)`;
    assert.deepEqual(await call.page.evaluate(bars), []);
  });
});

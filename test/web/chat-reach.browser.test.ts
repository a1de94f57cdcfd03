import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import { LANGUAGE_TAGS, LANGUAGES } from '../../src/language/languages.js';
import { timeLimit } from '../effort.js';
import { eventually } from '../eventually.js';
import { CARD, newPage } from './browser.js';
import { BEYOND, MOVES, smallerThan, throughTheChat } from './reach.js';
import { tapRow } from './story.js';
import { visited } from './visit.js';

const english = LANGUAGES.en;
const SEND_BOX = '[data-id="webchat-sendbox-input"]';

/** How the element with the focus is marked: its own outline, or that of the box around what one writes. */
const MARK = `(() => {
  const at = document.activeElement.closest('.webchat__send-box__main') ?? document.activeElement;
  const { outlineStyle, outlineWidth, outlineColor } = getComputedStyle(at);
  return outlineStyle === 'none' ? 'nothing' : [outlineWidth, outlineColor].join(' ');
})()`;

describe('the chat for other eyes and hands', () => {
  const site = visited();
  let page: Page;
  beforeEach(async () => {
    page = await newPage(site.browser);
  });
  afterEach(async () => {
    await page.evaluate('localStorage.clear(); sessionStorage.clear()');
    await page.close();
  });

  async function open(tag: string, width: number, height: number): Promise<void> {
    await page.setViewportSize({ width, height });
    await page.goto(`${site.address}/?locale=${tag}`);
  }

  for (const tag of LANGUAGE_TAGS) {
    it(`is large enough for fingers in ${tag}`, async () => {
      const session = await page.context().newCDPSession(page);
      await session.send('Emulation.setTouchEmulationEnabled', { enabled: true });
      await open(tag, 390, 844);
      assert.equal(await page.evaluate("matchMedia('(pointer: coarse)').matches"), true);
      await throughTheChat(page, LANGUAGES[tag], async (place) =>
        assert.deepEqual(await page.evaluate(smallerThan(44)), [], place),
      );
    }).timeout(timeLimit(30_000));

    it(`is read at 400 percent in ${tag}: nothing is beyond the sides, and a card has most of the screen`, async () => {
      await open(tag, 320, 200);
      await throughTheChat(page, LANGUAGES[tag], async (place) => {
        assert.equal(await page.evaluate('document.documentElement.scrollWidth'), 320, place);
        assert.deepEqual(await page.evaluate(BEYOND), [], place);
        const said = page.locator('.webchat__basic-transcript');
        const seen = async (): Promise<number> => {
          const { y, height } = (await said.boundingBox()) ?? { y: 0, height: 0 };
          return Math.min(200, y + height) - Math.max(0, y);
        };
        if (place !== 'welcome') await eventually(`room for ${place}`, async () => (await seen()) >= 120);
      });
    }).timeout(timeLimit(30_000));
  }

  it('is large enough for a pointer', async () => {
    await open('ru', 1280, 800);
    await throughTheChat(page, LANGUAGES.ru, async (place) =>
      assert.deepEqual(await page.evaluate(smallerThan(24)), [], place),
    );
  }).timeout(timeLimit(30_000));

  for (const colorScheme of ['light', 'dark'] as const) {
    it(`tells what has the focus, what can be tapped and what a box is where colours are forced, ${colorScheme}`, async () => {
      await page.emulateMedia({ forcedColors: 'active', colorScheme });
      await open('en', 420, 860);
      await page.locator(CARD).first().waitFor();
      await tapRow(page, english.say('ui.start'));
      const style = (of: string, what: string): Promise<string> =>
        page.evaluate(`getComputedStyle(document.querySelector('${of}')).${what}`);
      const bare = `[...document.querySelectorAll('.ac-selectable, .ac-pushButton')].filter((each) => {
        const { outlineStyle, outlineColor, borderStyle } = getComputedStyle(each);
        return borderStyle !== 'solid' && (outlineStyle !== 'solid' || outlineColor.startsWith('rgba'));
      }).map((each) => each.outerHTML.slice(0, 200))`;
      assert.deepEqual(await page.evaluate(bare), [], 'What can be tapped has a border or an outline.');
      const row = page.locator(CARD).last().locator('.ac-selectable').first();
      await row.press('Shift');
      for (const act of [
        () => row.focus(),
        () => page.locator(SEND_BOX).focus(),
        () => page.locator('#start-afresh').focus(),
      ]) {
        await act();
        const [width = '', ...color] = (await page.evaluate<string>(MARK)).split(' ');
        assert.ok(parseFloat(width) >= 2, `The focus is marked: ${width} ${color}`);
      }
      // The arrow of the button is a drawing, which keeps its own colour unless it is told otherwise.
      const ink = await style('.webchat__send-box__main button svg', 'fill');
      assert.equal(ink, await style('#start-afresh', 'color'));
    });
  }

  it('moves nothing by itself for who wants that, and each answer is there at once', async () => {
    await page.emulateMedia({ reducedMotion: 'reduce' });
    await open('en', 420, 600);
    await throughTheChat(page, english, async (place) =>
      assert.deepEqual(await page.evaluate(MOVES), [], place),
    );
  }).timeout(timeLimit(30_000));

  it('does not glide to an answer: it is led there, and nobody else moves what is read', async () => {
    await open('en', 420, 600);
    await page.locator(CARD).first().waitFor();
    // Web Chat scrolls by this; what leads to the answer is counted as well.
    await page.evaluate(`globalThis.moves = 0;
      (() => {
        const scrolls = document.querySelector('.webchat__basic-transcript__scrollable');
        let top = scrolls.scrollTop;
        const look = () => {
          if (Math.abs(scrolls.scrollTop - top) > 1) moves += 1;
          top = scrolls.scrollTop;
          requestAnimationFrame(look);
        };
        look();
      })()`);
    await tapRow(page, english.say('ui.start'));
    for (const option of ['option.cloud.public', 'option.partner.directBill'] as const) {
      await page.evaluate('moves = 0');
      await tapRow(page, english.say(option));
      await page.waitForTimeout(700);
      const moves = await page.evaluate<number>('moves');
      assert.ok(moves >= 1 && moves <= 3, `It was moved ${moves} times.`);
    }
  });
});

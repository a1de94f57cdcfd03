import type { Page } from 'playwright-core';
import type { Language } from '../../src/language/language.js';
import { ELIGIBLE } from '../conversation/talk.js';
import { CARD } from './browser.js';
import { tapRow, tellStory } from './story.js';

/** What is tapped and lower, or narrower, than so many pixels. Where it is the width of a line's words, it is as it is. */
export function smallerThan(pixels: number): string {
  return `[...document.querySelectorAll('a[href], button, input, select, textarea, summary, [role=button], [role=checkbox]')]
    .filter((each) => each.checkVisibility({ visibilityProperty: true }))
    .map((each) => [each, each.getBoundingClientRect()])
    .filter(([, { width, height }]) => width > 1 && (height < ${pixels - 0.5} || width < ${pixels - 0.5}))
    .map(([each, { width, height }]) => each.outerHTML.slice(0, 90) + ': ' + Math.round(width) + ' × ' + Math.round(height))`;
}

/** What is beyond the sides of the window, and in nothing that is scrolled sideways or read by ears only. */
export const BEYOND = `(() => {
  const isLet = (each) => {
    for (let at = each.parentElement; at; at = at.parentElement) {
      const { overflowX, clipPath } = getComputedStyle(at);
      if (['auto', 'scroll'].includes(overflowX) || clipPath !== 'none') return true;
    }
    return false;
  };
  return [...document.querySelectorAll('body *')]
    .filter((each) => each.checkVisibility({ visibilityProperty: true }))
    .map((each) => [each, each.getBoundingClientRect()])
    .filter(([, { left, right, width }]) => width > 1 && (right > innerWidth + 1 || left < -1))
    .filter(([each]) => !isLet(each)).map(([each]) => each.outerHTML.slice(0, 90));
})()`;

/** What moves by itself, or would. */
export const MOVES = `[...document.querySelectorAll('*')].filter((each) => {
  const { animationName, transitionDuration, scrollBehavior } = getComputedStyle(each);
  return scrollBehavior === 'smooth' || animationName !== 'none' || /[1-9]/.test(transitionDuration);
}).map((each) => each.outerHTML.slice(0, 90)).concat(document.getAnimations().map(String))`;

/** From the welcome to an answer with all that it folds, what is taken along, and a sentence that was read. */
export async function throughTheChat(
  page: Page,
  language: Language,
  at: (place: string) => Promise<void>,
): Promise<void> {
  const cards = page.locator(CARD);
  async function type(text: string): Promise<void> {
    const before = await cards.count();
    await page.locator('[data-id="webchat-sendbox-input"]').fill(text);
    await page.keyboard.press('Enter');
    await cards.nth(before).waitFor();
  }
  await cards.first().waitFor();
  await at('welcome');
  await tapRow(page, language.say('ui.start'));
  await at('question');
  const answer = await tellStory(page, language, ELIGIBLE);
  await at('answer');
  const folded = answer.locator('[aria-expanded="false"]:visible');
  for (let taps = 0; taps < 30 && (await folded.count()) > 0; taps += 1) await folded.first().click();
  await at('answer, unfolded');
  for (const key of ['command.ticket', 'command.share', 'command.language'] as const) {
    await type(language.alternatives(key)[0] ?? '');
    await at(key);
  }
  await type(language.alternatives('command.restart')[0] ?? '');
  await type(language.say('welcome.example.licenses'));
  await at('what was understood');
}

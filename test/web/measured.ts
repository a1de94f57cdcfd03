import type { Page } from 'playwright-core';

/** What a page looks like, measured: each returns what is not as it should be. */

const TAPPED = 'a[href], button, select, textarea, input, [role="button"], [role="checkbox"], summary';

/** What can be tapped and is smaller than so many pixels, links in the middle of sentences and what is hidden aside. */
export function tooSmall(page: Page, least: number, within = 'body'): Promise<readonly string[]> {
  return page.evaluate(`[...document.querySelector(${JSON.stringify(within)}).querySelectorAll(${JSON.stringify(TAPPED)})]
    .filter((each) => each.checkVisibility({ opacityProperty: true, visibilityProperty: true }))
    .map((each) => [each, each.getBoundingClientRect()])
    .filter(([each, { width, height }]) => width > 1 && (height < ${least} || width < ${least}))
    .map(([each, { width, height }]) => each.outerHTML.slice(0, 90) + ' ' + width + ' × ' + height)`);
}

/** What is wider than the screen, or is cut off on its side. */
export function tooWide(page: Page): Promise<readonly string[]> {
  return page.evaluate(`[...document.querySelectorAll('body *')]
    .filter((each) => each.checkVisibility({ opacityProperty: true }) && each.getBoundingClientRect().width > 1)
    .filter((each) => each.getBoundingClientRect().right > innerWidth + 1 || each.getBoundingClientRect().left < -1)
    .map((each) => each.outerHTML.slice(0, 90))`);
}

/** What moves. */
export function moving(page: Page): Promise<readonly string[]> {
  return page.evaluate(`document.getAnimations().map(({ effect }) => effect.target.outerHTML.slice(0, 90))`);
}

/** What can be tapped and has neither a border nor an outline nor a line below, nor is in a colour of its own. */
export function withoutEdge(page: Page, rows: string): Promise<readonly string[]> {
  return page.evaluate(`[...document.querySelectorAll(${JSON.stringify(rows)})]
    .filter((each) => each.checkVisibility())
    .filter((each) => {
      const { outlineStyle, outlineWidth, borderStyle, borderTopWidth, textDecorationLine } = getComputedStyle(each);
      return !(outlineStyle !== 'none' && parseFloat(outlineWidth) > 0) &&
        !(borderStyle !== 'none' && parseFloat(borderTopWidth) > 0) && textDecorationLine !== 'underline';
    }).map((each) => each.outerHTML.slice(0, 90))`);
}

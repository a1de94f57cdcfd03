import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Frame, Page } from 'playwright-core';

const SOURCE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** WCAG 2.2 up to AA, and what axe-core holds to be good practice. */
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

interface Violation {
  readonly id: string;
  readonly help: string;
  readonly nodes: readonly { readonly html: string }[];
}

/**
 * What axe-core finds wrong with what a page, or a frame of one, shows now, each with the first element that has it. It
 * looks into shadow roots, and not into the frames within.
 *
 * @param newest of what this selects only the last is looked at: what stands before it was looked at before
 */
export async function violations(page: Page | Frame, newest?: string): Promise<readonly string[]> {
  // Through the debugger, which the page's own policy does not bind.
  if (!(await page.evaluate('"axe" in window'))) await page.evaluate(SOURCE);
  const where =
    newest === undefined ? 'document' : `[...document.querySelectorAll(${JSON.stringify(newest)})].at(-1)`;
  const options = JSON.stringify({
    runOnly: { type: 'tag', values: TAGS },
    resultTypes: ['violations'],
    iframes: false,
  });
  const found = (await page.evaluate(`axe.run(${where}, ${options}).then((result) => result.violations)`)) as
    | readonly Violation[]
    | undefined;
  return (found ?? []).map(
    ({ id, help, nodes }) => `${id}: ${help} (${nodes.length}) ${nodes[0]?.html ?? ''}`,
  );
}

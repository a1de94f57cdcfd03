import { existsSync } from 'node:fs';
import { loadavg } from 'node:os';
import { measuredPages } from './page-loads.js';
import { cardMet, type Measured, pageReport } from './page-report.js';
import { CHROMIUM } from './phone.js';

const load = (): string => (loadavg()[0] ?? Number.NaN).toFixed(1);

/**
 * Prints what somebody with a slow phone waits for, or why that cannot be measured here.
 * @param loads how often each page is opened
 * @returns what misses the goal by more than it varies
 */
export async function pagesOnPhone(loads: number): Promise<readonly Measured[]> {
  if (!loads) throw new Error('--loads takes a number above 0.');
  if (!existsSync(CHROMIUM)) {
    console.warn(`No browser at ${CHROMIUM}: the pages are not measured. Set CHROMIUM to measure them.`);
    return [];
  }
  const before = load();
  const all = await measuredPages(loads);
  console.log(pageReport(all));
  console.log(`\nThe load average was ${before} at the beginning and ${load()} at the end.`);
  return all.filter((each) => cardMet(each) === 'no');
}

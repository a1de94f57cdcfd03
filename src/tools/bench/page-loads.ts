import { setTimeout } from 'node:timers/promises';
import type { Browser } from 'playwright-core';
import { embeddingSite } from './embedding-site.js';
import type { Load, Measured } from './page-report.js';
import { newPhone, openPhones } from './phone.js';
import { advisor } from './servers.js';

interface MeasuredPage {
  readonly name: string;
  readonly address: string;
  /** What counts as the first card, and after a reload as the last answer. */
  readonly first: string;
  readonly again: string;
  /** What is there once the page has nothing more to come. */
  readonly whole: string;
  /** What is tapped before the reload, so that there is another answer than the welcome. */
  readonly tap?: string;
}

/** Whether the tab has kept an answer that can be answered; asked again and again from here, because the page allows no eval. */
const KEPT = `sessionStorage.getItem('advisor.shown')?.includes('"answer"') ?? false`;
const ASK_AGAIN_MS = 100;

const CARD = '.ac-adaptiveCard';
const CHAT = {
  first: '#first article',
  again: '#first article:has([data-tap*="answer"])',
  whole: CARD,
  tap: `${CARD} .ac-selectable, ${CARD} .ac-pushButton`,
};

/** Opens a page as somebody new, and once more as the same one. */
async function loadsOf(browser: Browser, origin: string, measured: MeasuredPage): Promise<readonly Load[]> {
  const { address, first, again, whole, tap } = measured;
  const phone = await newPhone(browser, origin);
  const { page } = phone;
  /** The page itself, or its frame in a site. */
  const inside = () => page.frames().find((frame) => frame.url().startsWith(origin)) ?? page.mainFrame();

  async function settled(): Promise<void> {
    await page.waitForLoadState('networkidle');
    await inside().locator(whole).first().waitFor();
    await page.waitForLoadState('networkidle');
  }

  try {
    const fresh = await phone.load(first, async () => {
      await page.goto(address);
      await settled();
    });
    if (tap !== undefined) {
      await inside().locator(tap).first().click();
      while (!(await inside().evaluate(KEPT))) await setTimeout(ASK_AGAIN_MS);
    }
    const reloaded = await phone.load(again, async () => {
      await page.reload();
      await settled();
    });
    return [fresh, reloaded];
  } finally {
    await phone.close();
  }
}

/** The chat, the embed and the call page, each as often as is said, in turn: what disturbs the machine disturbs all. */
export async function measuredPages(times: number): Promise<readonly Measured[]> {
  const server = await advisor([], { EMBED_ORIGINS: '*' });
  const origin = `http://127.0.0.1:${server.port}`;
  const site = await embeddingSite(origin);
  const browser = await openPhones();
  const pages: readonly MeasuredPage[] = [
    { name: 'chat', address: `${origin}/?locale=en`, ...CHAT },
    { name: 'embed', address: site.address, ...CHAT },
    { name: 'call', address: `${origin}/?locale=en&mode=call`, first: CARD, again: CARD, whole: CARD },
  ];
  const loads = new Map<string, Load[]>();
  try {
    for (let time = 0; time < times; time += 1) {
      for (const page of pages) {
        const found = await loadsOf(browser, origin, page);
        for (const [at, load] of found.entries()) {
          const name = `${page.name}, ${at === 0 ? 'fresh' : 'reloaded'}`;
          loads.set(name, [...(loads.get(name) ?? []), load]);
        }
      }
    }
  } finally {
    await browser.close();
    site.close();
    await server.stop();
  }
  return [...loads].map(([name, all]) => ({ name, loads: all }));
}

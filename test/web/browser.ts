import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BrowserContext, chromium, type Page } from 'playwright-core';
import { timeLimit } from '../effort.js';

const CHROMIUM = process.env.CHROMIUM ?? '/usr/bin/chromium';
/** How long a page may take for one thing, in milliseconds. */
const TIMEOUT = timeLimit(10_000);
/** What a machine without a screen, a sandbox or the internet needs. */
const ARGUMENTS = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

export interface Browser {
  readonly context: BrowserContext;
  /** What the pages' consoles complained of, refused styles and scripts included. */
  readonly complaints: string[];
  close(): Promise<void>;
}

/** A browser with an empty profile, or undefined, with a word on the console, where there is none. */
export async function openBrowser(): Promise<Browser | undefined> {
  if (!existsSync(CHROMIUM)) {
    console.warn(`No browser at ${CHROMIUM}: the browser tests are skipped. Set CHROMIUM to run them.`);
    return undefined;
  }
  const profile = await mkdtemp(join(tmpdir(), 'advisor-browser-'));
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: CHROMIUM,
    args: ARGUMENTS,
    timeout: TIMEOUT,
  });
  context.setDefaultTimeout(TIMEOUT);
  const complaints: string[] = [];
  context.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) complaints.push(message.text());
  });
  context.on('weberror', (error) => complaints.push(error.error().message));
  return {
    context,
    complaints,
    async close() {
      await context.close();
      await rm(profile, { recursive: true, force: true });
    },
  };
}

/** The locator engine pierces shadow roots, so these find the chat in a page and in a frame of it alike. */
export const CARD = '.ac-adaptiveCard';
export const ROW = '.ac-selectable';

export async function newPage({ context, complaints }: Browser): Promise<Page> {
  complaints.length = 0;
  return context.newPage();
}

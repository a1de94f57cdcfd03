import { type Browser, chromium, type Page } from 'playwright-core';
import { loadEnvironment, value } from '../../start/environment.js';
import type { Happening, Load } from './page-report.js';
import { Traffic } from './traffic.js';

/** Where the browser is; the same setting as of the browser tests. */
export const CHROMIUM = value(loadEnvironment(), 'CHROMIUM') ?? '/usr/bin/chromium';

/** A phone on a slow line, as the goal has it. */
const BYTES_A_SECOND = 1_600_000 / 8;
const LATENCY_MS = 100;
const SLOWER = 4;
const SCREEN = { width: 420, height: 800 };
/** A machine that does much else is slow as well. */
const PATIENCE_MS = 120_000;

const ARGUMENTS = [
  '--no-sandbox',
  '--disable-gpu',
  '--no-first-run',
  '--disable-background-networking',
  // A frame of another site is on the same line, and on the same processor.
  '--disable-site-isolation-trials',
  '--disable-features=IsolateOrigins,site-per-process',
];

export function openPhones(): Promise<Browser> {
  return chromium.launch({ executablePath: CHROMIUM, args: ARGUMENTS });
}

/**
 * Runs in every frame before anything else. The first card is painted in the task after the frame in which it stands with words
 * in it; it is answerable once something that can be tapped in it, or what is around that, listens to taps.
 */
const watch = (card: string): string => `(() => {
  const now = () => performance.timeOrigin + performance.now();
  const listening = new WeakSet();
  const listen = EventTarget.prototype.addEventListener;
  let painted = false, answerable = false;
  const look = () => {
    const card = document.querySelector(${JSON.stringify(card)});
    if (card === null || card.textContent.trim() === '') return;
    if (!painted) {
      painted = true;
      requestAnimationFrame(() => setTimeout(() => advisorSaw('first card painted', now())));
    }
    for (let at = card.querySelector('[data-tap], .ac-selectable, button'); at && !answerable; at = at.parentElement) {
      if (!at.onclick && !listening.has(at)) continue;
      answerable = true;
      advisorSaw('answerable', now());
    }
    if (answerable) watcher.disconnect();
  };
  const watcher = new MutationObserver(look);
  EventTarget.prototype.addEventListener = function (type, ...rest) {
    listen.call(this, type, ...rest);
    if (type !== 'click' || !(this instanceof Element)) return;
    listening.add(this);
    if (!answerable) look();
  };
  watcher.observe(document, { childList: true, subtree: true });
})()`;

export interface Phone {
  readonly page: Page;
  /**
   * One load of a page.
   * @param card a selector of what counts as the first card of it
   * @param go begins it, and resolves when nothing more of it is to come
   */
  load(card: string, go: () => Promise<unknown>): Promise<Load>;
  close(): Promise<void>;
}

/** A phone that was never here: an empty profile, a line as slow and a processor as slow as the goal has them. */
export async function newPhone(browser: Browser, origin: string): Promise<Phone> {
  const context = await browser.newContext({
    viewport: SCREEN,
    isMobile: true,
    hasTouch: true,
    locale: 'en',
  });
  context.setDefaultTimeout(PATIENCE_MS);
  const page = await context.newPage();
  const protocol = await context.newCDPSession(page);
  let traffic = new Traffic(origin);
  let saw = new Map<Happening, number>();

  await context.exposeBinding('advisorSaw', (_, what: Happening, at: number) => {
    if (!saw.has(what)) saw.set(what, at);
  });
  protocol.on('Network.requestWillBeSent', (event) => traffic.sent(event));
  protocol.on('Network.responseReceived', (event) => traffic.answered(event));
  protocol.on('Network.dataReceived', (event) => traffic.received(event));
  protocol.on('Network.loadingFinished', (event) => traffic.finished(event));
  protocol.on('Network.webSocketHandshakeResponseReceived', ({ timestamp }) => traffic.opened(timestamp));
  protocol.on('Network.webSocketFrameReceived', ({ timestamp, response }) =>
    traffic.heard(timestamp, response.payloadData),
  );
  await protocol.send('Network.enable');
  await protocol.send('Network.emulateNetworkConditions', {
    offline: false,
    latency: LATENCY_MS,
    downloadThroughput: BYTES_A_SECOND,
    uploadThroughput: BYTES_A_SECOND,
  });
  await protocol.send('Emulation.setCPUThrottlingRate', { rate: SLOWER });

  return {
    page,
    async load(card, go) {
      traffic = new Traffic(origin);
      saw = new Map();
      const script = await page.addInitScript(watch(card));
      await go();
      await script.dispose();
      const found = new Map(saw);
      const webChat = traffic.end('webchat.js');
      if (webChat !== undefined) found.set('Web Chat loaded', webChat);
      if (traffic.conversation !== undefined) found.set('conversation open', traffic.conversation);
      const painted = found.get('first card painted') ?? Number.NaN;
      return {
        at: Object.fromEntries([...found].map(([what, at]) => [what, at - traffic.begin])),
        untilCard: traffic.bytes(painted),
        inAll: traffic.bytes(),
        before: traffic.loaded(painted),
      };
    },
    close: () => context.close(),
  };
}

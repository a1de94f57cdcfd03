import assert from 'node:assert/strict';
import { LANGUAGES } from '../../src/language/languages.js';
import type { Running } from '../../src/main.js';
import { startIn, temporaryFolder } from '../start/running.js';
import { type Browser, CARD, newPage, openBrowser } from './browser.js';
import { openCall } from './call.js';
import { type Site, startSite } from './site.js';

const english = LANGUAGES.en;

describe('the call page and its connection', () => {
  const folder = temporaryFolder();
  let browser: Browser;
  let running: Running;
  /** Another site, which embeds the page. */
  let site: Site;

  before(async function () {
    const opened = await openBrowser();
    if (opened === undefined) return this.skip();
    browser = opened;
    site = await startSite(() => running.address);
    running = await startIn(folder.path, { EMBED_ORIGINS: site.origin });
  });
  after(async () => {
    await browser?.close();
    await site?.close();
    await running?.close();
    folder.remove();
  });

  it('loses no answer while the connection is: it arrives later', async () => {
    const call = await openCall(browser, `${running.address}/?mode=call&locale=en`);
    await call.unfold();
    const { page, field, head, line } = call;
    const status = page.locator('#status');
    await page.route('**/activities', (route) => route.abort());
    await field('cloud').selectOption('usGov');
    await status.getByText(english.say('web.connecting')).waitFor();
    await line.fill('what was typed');
    await head.getByText(english.say('eligibility.depends')).waitFor();
    await call.after(() => page.unroute('**/activities'));
    assert.equal(await field('cloud').inputValue(), 'usGov');
    assert.equal(await status.textContent(), '');
    assert.equal(await line.inputValue(), 'what was typed');
    await page.close();
  });

  it('never shows an older answer over a newer one', async () => {
    const frames: string[] = [];
    let late: (frame: string) => void = () => {};
    const call = await openCall(browser, `${running.address}/?mode=call&locale=en`, (page) =>
      page.routeWebSocket(/stream/, (socket) => {
        const server = socket.connectToServer();
        late = (frame) => socket.send(frame);
        server.onMessage((frame) => {
          frames.push(String(frame));
          socket.send(frame);
        });
      }),
    );
    await call.unfold();
    await call.after(() => call.field('cloud').selectOption('china'));
    await call.after(() => call.field('cloud').selectOption('public'));
    for (const frame of frames) late(frame);
    await call.page.waitForTimeout(300);
    assert.equal(await call.field('cloud').inputValue(), 'public');
    await call.page.close();
  });

  it('says so when it cannot connect, and keeps what is typed', async () => {
    const page = await newPage(browser);
    await page.route('**/v3/directline/**', (route) => route.abort());
    await page.goto(`${running.address}/?mode=call&locale=en`);
    await page.getByRole('status').getByText(english.say('web.failed')).waitFor();
    await page.locator('#said').fill('m365');
    await page.locator('#said').press('Enter');
    assert.equal(await page.locator('#said').inputValue(), 'm365');
    await page.close();
  });

  it('opens on another site with data-mode, in the site’s language', async () => {
    const page = await newPage(browser);
    await page.goto(`${site.origin}/call`);
    const frame = page.frameLocator('#here iframe');
    await frame.locator(CARD).waitFor();
    assert.equal(await frame.locator('h1').textContent(), LANGUAGES.hu.say('web.callTitle'));
    // The focus stays with the page around it.
    assert.equal(await page.evaluate('document.activeElement.localName'), 'body');
    await frame.locator('#said').waitFor();
    assert.deepEqual(browser.complaints, []);
    await page.close();
  });
});

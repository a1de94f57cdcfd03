import assert from 'node:assert/strict';
import { LANGUAGES } from '../../src/language/languages.js';
import { type Running, start } from '../../src/main.js';
import { type Config, parseConfig } from '../../src/start/config.js';
import { captureLog } from '../security/captured-log.js';
import { startIn, temporaryFolder } from '../start/running.js';
import { type Browser, CARD, newPage, openBrowser, ROW } from './browser.js';
import { startWebServer } from './web-server.js';

const SECRET = 'Key-of-the-channel.very-secret';
const REGISTERED = {
  MicrosoftAppId: '11111111-1111-4111-8111-111111111111',
  MicrosoftAppPassword: 'p',
  MicrosoftAppTenantId: '22222222-2222-4222-8222-222222222222',
  HOST: '127.0.0.1',
};

/** A bot whose Web Chat goes through a Direct Line service: another of these servers, which speaks the same. */
describe('the page and the Direct Line service', () => {
  const folders = [temporaryFolder(), temporaryFolder()];
  const captured = captureLog();
  let service: Running;
  let running: Running;

  before(async () => {
    const [theirs, ours] = folders.map(({ path }) => path);
    service = await startIn(theirs ?? '', { EMBED_ORIGINS: '*' });
    const parsed = parseConfig({
      ...REGISTERED,
      PORT: '0',
      DATA_DIR: ours,
      DIRECT_LINE_SECRET: SECRET,
      LOG_LEVEL: 'trace',
    });
    const config: Config = { ...parsed, directLine: { base: service.address, secret: SECRET } };
    running = await start(config, captured.log);
  });
  after(async () => {
    await running?.close();
    await service?.close();
    captured.release();
    for (const folder of folders) folder.remove();
  });

  for (const path of ['/?locale=en', '/?locale=en&mode=call']) {
    it(`${path} names the service and may connect to it, and knows no secret`, async () => {
      const response = await fetch(`${running.address}${path}`);
      const html = await response.text();
      assert.ok(!html.includes(SECRET));
      const policy = response.headers.get('content-security-policy') ?? '';
      const { host } = new URL(service.address);
      assert.match(policy, new RegExp(`connect-src 'self' [^;]* http://${host} ws://${host};`));
      const json = /id="settings">([^<]+)</.exec(html)?.[1] ?? '';
      const settings = JSON.parse(json) as { readonly service: unknown };
      const domain = `${service.address}/v3/directline`;
      assert.deepEqual(settings.service, { domain, tokens: '/api/direct-line/token' });
    });
  }

  it('may use the sockets of every region of Microsoft’s service', async () => {
    const server = await startWebServer({ directLine: 'https://directline.botframework.com' });
    const { headers } = await server.get('/');
    await server.close();
    const sources =
      'https://directline.botframework.com wss://directline.botframework.com wss://*.directline.botframework.com;';
    assert.ok(String(headers['content-security-policy']).includes(` ${sources}`));
  });

  it('leaves the embedded server closed', async () => {
    const options = { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{}' };
    for (const path of ['tokens/generate', 'conversations']) {
      const { status } = await fetch(`${running.address}/v3/directline/${path}`, options);
      assert.equal(status, 404, path);
    }
    const { status } = await fetch(`${service.address}/api/direct-line/token`, options);
    assert.equal(status, 404, 'without a secret there is nothing to give tokens for');
  });

  describe('in a browser', () => {
    let browser: Browser;
    before(async function () {
      const opened = await openBrowser();
      if (opened === undefined) return this.skip();
      browser = opened;
    });
    after(() => browser?.close());

    it('chat with each other, and go on after a reload', async () => {
      const page = await newPage(browser);
      const called: string[] = [];
      page.on('request', (request) => called.push(new URL(request.url()).href));
      page.on('websocket', (socket) => called.push(socket.url()));
      await page.goto(`${running.address}/?locale=en`);
      await page.locator(CARD).first().waitFor();
      await page.locator(CARD).last().locator(ROW).first().click();
      await page.locator(CARD).nth(1).waitFor();
      await page.locator('#status[data-state=online]').waitFor({ state: 'attached' });
      assert.equal(called.filter((url) => url === `${running.address}/api/direct-line/token`).length, 1);
      assert.ok(called.some((url) => url.startsWith(service.address.replace('http', 'ws'))));
      assert.ok(!called.some((url) => url.startsWith(`${running.address}/v3/`)));
      assert.ok(!called.join().includes(SECRET));
      await page.reload();
      await page.locator(CARD).nth(1).waitFor();
      const again = LANGUAGES.en.say('web.newConversation');
      await page.getByText(again).click();
      await page.locator(CARD).nth(1).waitFor({ state: 'detached' });
      assert.equal(called.filter((url) => url === `${running.address}/api/direct-line/token`).length, 2);
      assert.deepEqual(browser.complaints, []);
      await page.close();
    });
  });

  describe('in the log', () => {
    it('say nothing of the secret in the log, not even where the service is away', async () => {
      await service.close();
      const response = await fetch(`${running.address}/api/direct-line/token`, { method: 'POST' });
      assert.ok(response.status >= 500, `${response.status}`);
      assert.ok(captured.lines().length > 0);
      assert.ok(!captured.output().includes(SECRET));
    });
  });
});

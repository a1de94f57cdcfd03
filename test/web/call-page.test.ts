import assert from 'node:assert/strict';
import { CLOUDS } from '../../src/clouds/clouds.js';
import { LANGUAGE_TAGS, LANGUAGES } from '../../src/language/languages.js';
import { writeReceipt } from '../../src/receipt/receipt.js';
import { startWebServer, type WebServer } from './web-server.js';

const RECEIPT = writeReceipt({
  edition: '2026-11',
  situation: { cloud: 'public', partner: 'notCsp' },
  everyCloud: false,
});

const HOSTILE = [
  '/r/',
  '/r/%00',
  '/r/%zz',
  '/r/../package.json',
  '/r/%2e%2e/%2e%2e/package.json',
  '/r/<script>alert(1)</script>',
  '/r/%3Cscript%3Ealert(1)%3C%2Fscript%3E',
  '/r/"><img/src=x>',
  `/r/${'MC-'.repeat(2000)}`,
  `/r/${'a'.repeat(5000)}`,
  '/r/__proto__',
];

function settings(body: Buffer): Readonly<Record<string, unknown>> {
  const text = /<script type="application\/json" id="settings">(.*?)<\/script>/.exec(body.toString())?.[1];
  return JSON.parse(text ?? '') as Readonly<Record<string, unknown>>;
}

describe('the call page', () => {
  let server: WebServer;
  before(async () => {
    server = await startWebServer({
      embedOrigins: ['https://contoso.com'],
      teamsPages: CLOUDS.china.teamsPages,
    });
  });
  after(() => server.close());

  for (const tag of LANGUAGE_TAGS) {
    it(`speaks ${tag}`, async () => {
      const { body } = await server.get(`/?mode=call&locale=${tag}`);
      const html = body.toString();
      assert.ok(html.includes(`<html lang="${tag}" dir="ltr">`));
      for (const key of [
        'callTitle',
        'callLine',
        'callLineLabel',
        'send',
        'keys',
        'chatMode',
        'copyTicket',
      ] as const) {
        assert.ok(html.includes(LANGUAGES[tag].say(`web.${key}`)), key);
      }
    });
  }

  it('takes the locale as Teams writes it, and Teams’ placeholder for none', async () => {
    const written = await server.get('/?mode=call&locale=pt-br', { 'accept-language': 'ru' });
    assert.equal(written.headers['content-language'], 'pt-BR');
    const placeholder = await server.get('/?mode=call&locale={locale}', { 'accept-language': 'ru' });
    assert.equal(placeholder.headers['content-language'], 'ru');
  });

  it('allows no style but that of its files, and no script of its own', async () => {
    const { headers, body } = await server.get('/?mode=call');
    const policy = String(headers['content-security-policy']);
    assert.match(policy, /script-src 'self';/);
    assert.match(policy, /style-src 'self';/);
    assert.match(policy, /default-src 'none'/);
    assert.doesNotMatch(body.toString(), /<style|\sstyle=|\son\w+=|javascript:/i);
    for (const [script] of body.toString().matchAll(/<script[^>]*>/g)) {
      assert.match(script, /src="\/|type="application\/json"/);
    }
  });

  it('may be framed by Teams of the cloud that the bot runs in, and by it only where the bot is in Teams', async () => {
    const frames = async (from: WebServer): Promise<readonly string[]> => {
      const { headers } = await from.get('/?mode=call');
      const policy = String(headers['content-security-policy']);
      return (/frame-ancestors (.*)$/.exec(policy)?.[1] ?? '').split(' ');
    };
    assert.deepEqual(await frames(server), ["'self'", ...CLOUDS.china.teamsPages, 'https://contoso.com']);
    assert.ok(CLOUDS.china.teamsPages.includes('https://teams.microsoftonline.cn'));
    const other = await startWebServer();
    assert.deepEqual(await frames(other), ["'self'"]);
    await other.close();
  });

  it('serves each of its files under a version', async () => {
    const { body } = await server.get('/?mode=call');
    const addresses = [...body.toString().matchAll(/(?:src|href)="(\/(?:[^"]+\?v=|modules\/)[^"]+)"/g)];
    assert.ok(addresses.length >= 7);
    for (const [, address = ''] of addresses) {
      const { status, headers } = await server.get(address);
      assert.equal(status, 200, address);
      assert.match(String(headers['cache-control']), /immutable/);
    }
  });

  it('leads to the chat and back, in the same language and frame', async () => {
    const call = await server.get('/?mode=call&locale=hu&frame=launcher');
    assert.match(call.body.toString(), /href="\/\?locale=hu&amp;frame=launcher"/);
    const chat = await server.get('/?locale=%22%3E%3Cscript%3E');
    assert.match(chat.body.toString(), /href="\/\?mode=call&amp;locale=%22%3E%3Cscript%3E"/);
  });
});

describe('a link with a receipt', () => {
  let server: WebServer;
  before(async () => {
    server = await startWebServer();
  });
  after(() => server.close());

  for (const mode of ['', '?mode=call']) {
    it(`opens the ${mode === '' ? 'chat' : 'call'} page with it`, async () => {
      const { status, body } = await server.get(`/r/${RECEIPT.toLowerCase()}${mode}`);
      assert.equal(status, 200);
      assert.equal(settings(body).receipt, RECEIPT);
      const { body: without } = await server.get(`/${mode}`);
      assert.equal(settings(without).receipt, undefined);
    });
  }

  it('brings a mistyped one along, for the bot to say so', async () => {
    const { body } = await server.get('/r/MC-9ZZ9-Z');
    assert.match(String(settings(body).receipt), /^MC-[0-9A-Z-]+$/);
  });

  for (const path of HOSTILE) {
    it(`says nothing of ${path.slice(0, 40)}`, async () => {
      const { status, body } = await server.get(path);
      if (status !== 200) return assert.ok(status === 404 || status === 400, `${status}`);
      assert.equal(settings(body).receipt, undefined);
      assert.doesNotMatch(body.toString(), /alert|src=x|botbuilder|aaaaa/);
      return undefined;
    });
  }
});

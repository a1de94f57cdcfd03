import assert from 'node:assert/strict';
import { pathToFileURL } from 'node:url';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import restify from 'restify';
import { LANGUAGE_TAGS, LANGUAGES } from '../../src/language/languages.js';
import { webRoutes } from '../../src/web/page-routes.js';
import { startWebServer, type WebServer } from './web-server.js';

const CLIMBS = [
  '/../package.json',
  '/../../package.json',
  '/%2e%2e/%2e%2e/package.json',
  '/..%2f..%2fpackage.json',
  '/webchat.js/../../../package.json',
  '/..\\..\\package.json',
  '/webchat.js%00.txt',
  '/copy.mjs',
  '/webchat.js.gz',
];

describe('the page', () => {
  let server: WebServer;
  before(async () => {
    server = await startWebServer({ embedOrigins: ['https://contoso.com'] });
  });
  after(() => server.close());

  async function page(path: string, acceptLanguage?: string): Promise<string> {
    const headers = acceptLanguage === undefined ? {} : { 'accept-language': acceptLanguage };
    const { status, body } = await server.get(path, headers);
    assert.equal(status, 200);
    return body.toString();
  }

  for (const tag of LANGUAGE_TAGS) {
    it(`speaks ${tag} to a browser that does`, async () => {
      const html = await page('/', `xx, ${tag};q=0.9, en;q=0.1`);
      assert.match(html, new RegExp(`<html lang="${tag}" dir="ltr">`));
      for (const key of ['title', 'description', 'newConversation', 'noScript'] as const) {
        assert.ok(html.includes(LANGUAGES[tag].say(`web.${key}`)), key);
      }
    });
  }

  it('puts the locale of the address before that of the browser', async () => {
    assert.match(await page('/?locale=pt-PT', 'zh-CN'), /<html lang="pt-BR"/);
    assert.match(await page('/?locale=<script>', 'zh-CN'), /<html lang="zh-CN"/);
    assert.match(await page('/'), /<html lang="en"/);
  });

  it('gives Web Chat a locale with a region', async () => {
    assert.match(await page('/?locale=zh'), /"locale":"zh-CN"/);
    assert.match(await page('/?locale=en-US'), /"locale":"en-GB"/);
  });

  it('has no script, style or handler of its own in the page', async () => {
    const html = await page('/');
    for (const [script] of html.matchAll(/<script[^>]*>/g)) {
      assert.match(script, /src="\/|type="application\/json"/);
    }
    assert.doesNotMatch(html, /<style|\sstyle=|\son\w+=|javascript:/i);
  });

  it('allows scripts from its own files only, and styles under a nonce that never repeats', async () => {
    const policies = await Promise.all([server.get('/'), server.get('/')]);
    const [one, other] = policies.map(({ headers }) => String(headers['content-security-policy']));
    assert.ok(one !== undefined && one !== other);
    assert.match(one, /script-src 'self';/);
    assert.match(one, /default-src 'none'/);
    assert.match(one, /frame-ancestors 'self' https:\/\/contoso\.com$/);
    assert.ok(one.includes(`connect-src 'self' ws://${server.host} wss://${server.host};`), one);
    const nonce = /style-src 'self' 'nonce-([^']+)'/.exec(one)?.[1];
    assert.ok(policies[0]?.body.includes(`"nonce":${JSON.stringify(nonce)}`));
  });

  it('lets no host into the policy that is none', async () => {
    const { headers } = await server.get('/', { host: "x'unsafe-inline'" });
    assert.doesNotMatch(String(headers['content-security-policy']), /unsafe-inline/);
  });

  it('refuses an origin that would break the policy', () => {
    for (const origin of [
      'contoso.com',
      'https://contoso.com/page',
      "https://a; script-src 'unsafe-inline'",
    ]) {
      assert.throws(() => webRoutes(restify.createServer(), { embedOrigins: [origin] }), TypeError);
    }
  });

  it('says what to do when it was not built', () => {
    const folder = pathToFileURL('/no/such/folder/');
    assert.throws(() => webRoutes(restify.createServer(), { folder }), /npm run build/);
  });

  it('answers HEAD without a body', async () => {
    const { status, body } = await server.get('/', {}, 'HEAD');
    assert.deepEqual([status, body.length], [200, 0]);
  });

  it('serves each of its files, to be kept for ever under the version it links', async () => {
    for (const [, address = ''] of (await page('/')).matchAll(
      /(?:src|href)="(\/(?:[^"]+\?v=|modules\/)[^"]+)"/g,
    )) {
      const { status, headers } = await server.get(address);
      assert.equal(status, 200, address);
      assert.match(String(headers['cache-control']), /immutable/);
    }
  });

  it('has the browser ask again for an address without that version', async () => {
    const first = await server.get('/page.js');
    assert.equal(first.headers['cache-control'], 'public, no-cache');
    const again = await server.get('/page.js', { 'if-none-match': `"x", ${first.headers.etag}` });
    assert.deepEqual([again.status, again.body.length], [304, 0]);
  });

  it('compresses what it can, and only for who can read it', async () => {
    const plain = await server.get('/look.js');
    const brotli = await server.get('/look.js', { 'accept-encoding': 'gzip, br' });
    const gzip = await server.get('/look.js', { 'accept-encoding': 'gzip, br;q=0' });
    assert.equal(plain.headers['content-encoding'], undefined);
    assert.equal(brotli.headers['content-encoding'], 'br');
    assert.equal(gzip.headers['content-encoding'], 'gzip');
    assert.deepEqual(brotliDecompressSync(brotli.body), plain.body);
    assert.deepEqual(gunzipSync(gzip.body), plain.body);
    assert.equal(new Set([plain, brotli, gzip].map(({ headers }) => headers.etag)).size, 3);
  });

  it('serves nothing else', async () => {
    for (const path of CLIMBS) {
      const { status = 0, body } = await server.get(path);
      assert.ok(status === 404 || status === 400, `${path}: ${status}`);
      assert.ok(!body.includes('botbuilder'), path);
    }
  });

  it('gives embed.js the words of every language', async () => {
    const { body, headers } = await server.get('/embed.js');
    assert.match(String(headers['content-type']), /^text\/javascript/);
    for (const tag of LANGUAGE_TAGS) {
      assert.ok(body.includes(LANGUAGES[tag].say('web.open')), tag);
    }
  });
});

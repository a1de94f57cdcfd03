import assert from 'node:assert/strict';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import type { Server } from 'restify';
import { createServer } from '../../src/http/server.js';
import { LANGUAGE_TAGS, LANGUAGES } from '../../src/language/languages.js';
import { errorPage } from '../../src/web/error-page.js';
import { webRoutes } from '../../src/web/page-routes.js';

/** As browsers ask for a page. */
const PAGE = 'text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8';

describe('A page that is not there', () => {
  let server: Server;
  let origin = '';
  before(async () => {
    server = createServer({ refusalPage: errorPage("'self' https://contoso.com") });
    webRoutes(server);
    server.get('/busy', async (_req, res) => {
      res.send(429, { error: { code: 'TooManyRequests', message: 'Come again.' } });
    });
    server.get('/misdirected', async (_req, res) => {
      res.send(421, { error: { code: 'MisdirectedRequest', message: 'What to do.' } });
    });
    server.get('/fine', async (_req, res) => {
      res.send(200, { fine: true });
    });
    server.listen(0, '127.0.0.1');
    await once(server.server, 'listening');
    origin = `http://127.0.0.1:${(server.server.address() as AddressInfo).port}`;
  });
  after(async () => {
    server.close();
    server.server.closeAllConnections();
    await once(server.server, 'close');
  });

  function get(path: string, headers: Readonly<Record<string, string>>, method = 'GET'): Promise<Response> {
    return fetch(origin + path, { method, headers: { connection: 'close', ...headers } });
  }

  for (const tag of LANGUAGE_TAGS) {
    it(`is a page for people in ${tag}, with the way on`, async () => {
      const answer = await get('/nothing/here', { accept: PAGE, 'accept-language': tag });
      assert.equal(answer.status, 404);
      assert.equal(answer.headers.get('content-type'), 'text/html; charset=utf-8');
      assert.match(answer.headers.get('content-security-policy') ?? '', /default-src 'none'/);
      const text = await answer.text();
      assert.ok(text.includes(`<html lang="${tag}"`));
      assert.ok(text.includes(LANGUAGES[tag].say('web.error.notFound')));
      assert.match(text, /<a [^>]*href="\/"/);
      assert.ok(!text.includes('/nothing/here'), 'the address is not said again');
    });
  }

  it('is JSON for programs, whatever they take', async () => {
    for (const accept of ['*/*', 'application/json', 'application/json, text/html;q=0.1', '']) {
      const answer = await get('/nothing', { accept });
      assert.deepEqual(
        [answer.status, answer.headers.get('content-type')],
        [404, 'application/json'],
        accept,
      );
      const { error } = (await answer.json()) as { error: { code: string } };
      assert.equal(error.code, 'ResourceNotFound');
    }
  });

  it('says what to do where there are too many at once', async () => {
    const answer = await get('/busy', { accept: PAGE });
    assert.equal(answer.status, 429);
    assert.ok((await answer.text()).includes(LANGUAGES.en.say('web.errorText.tooMany')));
  });

  it('is seen in the frames that show the pages', async () => {
    for (const path of ['/busy', '/nothing']) {
      const answer = await get(path, { accept: PAGE });
      const policy = answer.headers.get('content-security-policy') ?? '';
      assert.match(policy, /; frame-ancestors 'self' https:\/\/contoso\.com$/, path);
    }
  });

  it('does not hide what to do from who called by a wrong name', async () => {
    const answer = await get('/misdirected', { accept: PAGE });
    assert.equal(answer.headers.get('content-type'), 'application/json');
    assert.match(await answer.text(), /What to do\./);
  });

  it('leaves alone what is there, and what nobody looks at', async () => {
    const fine = await get('/fine', { accept: PAGE });
    assert.deepEqual([fine.status, await fine.json()], [200, { fine: true }]);
    const posted = await get('/nothing', { accept: PAGE }, 'POST');
    assert.equal(posted.headers.get('content-type'), 'application/json');
    const head = await get('/nothing', { accept: PAGE }, 'HEAD');
    assert.deepEqual([head.status, await head.text()], [404, '']);
  });
});

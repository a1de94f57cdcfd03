import assert from 'node:assert/strict';
import { type ApiServer, apiServer, SITUATION } from './api-server.js';

describe('The HTTP API', () => {
  let server: ApiServer;
  before(async () => {
    server = await apiServer({ API_ORIGINS: 'https://crm.example' });
  });
  after(() => server.close());

  it('says that what it was asked for has not changed, by edition and language', async () => {
    const tags = new Set<string>();
    for (const path of [
      '/editions/2019-03',
      '/editions/2020-06',
      '/editions/2019-03?locale=ru',
      '/vocabulary',
    ]) {
      const first = await server.get(path);
      const tag = first.headers.get('etag') ?? assert.fail(path);
      assert.match(first.headers.get('cache-control') ?? '', /^private, max-age=\d+/);
      assert.match(first.headers.get('vary') ?? '', /Accept-Language/);
      tags.add(tag);
      const again = await server.get(path, { 'if-none-match': `"other", W/${tag}` });
      assert.equal(again.status, 304);
      assert.equal(await again.text(), '');
      assert.equal((await server.get(path, { 'if-none-match': '"other"' })).status, 200);
    }
    assert.equal(tags.size, 4);
  });

  it('has no answer to a post kept by anybody', async () => {
    const response = await server.post('/advise', { set: SITUATION });
    assert.equal(response.headers.get('cache-control'), 'no-store');
    assert.equal(response.headers.get('etag'), null);
  });

  it('keeps no state: the same request has the same answer', async () => {
    const answers = await Promise.all([1, 2, 3].map(() => server.post('/advise', { set: SITUATION })));
    const [first, ...others] = await Promise.all(answers.map((each) => each.text()));
    for (const each of others) assert.equal(each, first);
  });

  it('lets pages of listed origins read its answers, problems too, and no others', async () => {
    const mine = { origin: 'https://crm.example' };
    const theirs = { origin: 'https://evil.example' };
    for (const path of ['/editions', '/nowhere']) {
      const read = await server.get(path, mine);
      assert.equal(read.headers.get('access-control-allow-origin'), 'https://crm.example');
      assert.match(read.headers.get('access-control-expose-headers') ?? '', /ETag.*RateLimit/);
      assert.equal((await server.get(path, theirs)).headers.get('access-control-allow-origin'), null);
    }
    const ask = (headers: Record<string, string>) =>
      fetch(`${server.base}/advise`, {
        method: 'OPTIONS',
        headers: { ...headers, 'access-control-request-method': 'POST' },
      });
    const allowed = await ask(mine);
    assert.equal(allowed.status, 204);
    assert.match(allowed.headers.get('access-control-allow-headers') ?? '', /X-API-Key/);
    const refused = await ask(theirs);
    assert.equal(refused.headers.get('access-control-allow-headers'), null);
  });

  it('names the document that describes it', async () => {
    const link = (await server.get('/editions')).headers.get('link') ?? '';
    const path = /^<([^>]+)>; rel="service-desc"/.exec(link)?.[1] ?? assert.fail(link);
    assert.equal((await fetch(new URL(path, server.base))).status, 200);
  });
});

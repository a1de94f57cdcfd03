import assert from 'node:assert/strict';
import { request } from 'node:http';
import { problemDetails } from '../../src/api/schema/problem-schema.js';
import { LANGUAGE_TAGS, LANGUAGES } from '../../src/language/languages.js';
import { type ApiServer, apiServer, problemIn, SITUATION } from './api-server.js';

describe('What is wrong with a request to the HTTP API', () => {
  let server: ApiServer;
  before(async () => {
    server = await apiServer();
  });
  after(() => server.close());

  const wrong: readonly (readonly [
    what: string,
    body: unknown,
    pointers: readonly string[],
    detail: RegExp,
  ])[] = [
    ['a fact that there is not', { set: { colour: 'red' } }, ['/set/colour'], /“colour”.*cloud, partner/],
    ['an option that there is not', { set: { cloud: 'moon' } }, ['/set/cloud'], /“moon”.*public, usGov/],
    ['an option that is no text', { set: { cloud: { a: 1 } } }, ['/set/cloud'], /public/],
    ['an edition that there is not', { edition: '1999' }, ['/edition'], /“1999”.*2026-11/],
    ['a locale without words', { locale: 'xx' }, ['/locale'], /“xx”.*zh-CN/],
    ['a locale that is none', { locale: 7 }, ['/locale'], /string/],
    ['a field that there is not', { sets: {} }, ['/sets'], /“sets”.*locale, edition, set/],
    ['a text that is too long', { text: 'a'.repeat(4001) }, ['/text'], /4,?000/],
    [
      'a country that there is not',
      { set: { customerCountry: 'Utopia' } },
      ['/set/customerCountry'],
      /Utopia/,
    ],
    [
      'countries that contradict the region',
      { set: { customerCountry: 'DE', partnerCountry: 'AT', region: 'different' } },
      ['/set/region'],
      /contradicts/,
    ],
    ['no subscription at all', { subscriptions: [] }, ['/subscriptions'], /1/],
    [
      'a fact of the customer in a subscription',
      { subscriptions: [{ service: 'license' }, { cloud: 'public' }] },
      ['/subscriptions/1/cloud'],
      /same for every/,
    ],
    ['a list in place of facts', { set: [] }, ['/set'], /object/],
    ['nothing in a list', [], [''], /1/],
    ['more than a hundred in a list', Array.from({ length: 101 }, () => ({})), [''], /100/],
    ['one of several', [{ set: SITUATION }, { set: { cloud: 'moon' } }], ['/1/set/cloud'], /moon/],
    ['a locale of one of several', [{}, { locale: 'xx' }], ['/1/locale'], /xx/],
    ['a number', 7, [''], /object|array/],
    ['two things at once', { set: { cloud: 'moon', goal: 'win' } }, ['/set/cloud', '/set/goal'], /moon/],
    ['a name with a slash', { set: { 'a/b~c': 1 } }, ['/set/a~1b~0c'], /a\/b~c/],
  ];
  for (const [what, body, pointers, detail] of wrong) {
    it(`is told with a pointer to it: ${what}`, async () => {
      const response = await server.post('/advise', body);
      const problem = await problemIn(response);
      assert.equal(response.status, 422, JSON.stringify(problem));
      assert.match(response.headers.get('content-type') ?? '', /^application\/problem\+json/);
      assert.ok(problemDetails.safeParse(problem).success);
      assert.deepEqual(
        problem.errors?.map(({ pointer }) => pointer),
        pointers,
      );
      assert.match(problem.detail, detail);
      assert.equal(problem.instance, `urn:request:${response.headers.get('x-request-id')}`);
    });
  }

  it('is told in the caller’s language', async () => {
    for (const tag of LANGUAGE_TAGS) {
      const response = await server.post('/advise', { set: { cloud: 'moon' } }, { 'accept-language': tag });
      const problem = await problemIn(response);
      assert.equal(response.headers.get('content-language'), tag);
      assert.equal(problem.title, LANGUAGES[tag].say('problem.invalid'));
      assert.ok(problem.detail.includes('moon'));
    }
  });

  const others: readonly (readonly [
    what: string,
    status: number,
    call: (s: ApiServer) => Promise<Response>,
  ])[] = [
    ['a path that there is not', 404, (s) => s.get('/nowhere')],
    ['a path that cannot be read', 404, (s) => s.get('/editions/%E0%A4%A')],
    ['an edition that there is not, in the path', 404, (s) => s.get('/editions/1999')],
    ['an answer code that cannot be opened', 404, (s) => s.get('/receipts/MC-0000-00')],
    ['a code that is none', 404, (s) => s.get('/receipts/hello')],
    ['another method', 405, (s) => s.get('/advise')],
    ['a method that nothing here takes', 405, (s) => fetch(`${s.base}/advise`, { method: 'DELETE' })],
    ['no JSON', 400, (s) => s.post('/advise', '{')],
    ['nothing at all', 422, (s) => s.post('/advise', '')],
    ['a form', 415, (s) => s.post('/advise', 'a=b', { 'content-type': 'application/x-www-form-urlencoded' })],
    ['a body that is too large', 413, (s) => s.post('/advise', { text: 'a'.repeat(300_000) })],
    [
      'too many values',
      400,
      (s) =>
        s.post(
          '/advise',
          Array.from({ length: 10_001 }, () => 0),
        ),
    ],
    ['no “from”', 422, (s) => s.get('/compare?to=2019-03')],
    ['a query that nobody knows', 422, (s) => s.get('/vocabulary?language=ru')],
  ];
  for (const [what, status, call] of others) {
    it(`is told as problem details: ${what}`, async () => {
      const response = await call(server);
      const problem = await problemIn(response);
      assert.equal(response.status, status, JSON.stringify(problem));
      assert.equal(problem.status, status);
      assert.match(response.headers.get('content-type') ?? '', /^application\/problem\+json/);
      assert.ok(problemDetails.safeParse(problem).success, JSON.stringify(problem));
      assert.ok(problem.title !== '' && problem.detail !== '');
    });
  }

  it('names the methods that there are', async () => {
    const response = await server.get('/advise');
    assert.equal(response.headers.get('allow'), 'POST, OPTIONS');
  });

  it('keeps the id that a caller gives, unless it could do harm in a log', async () => {
    const mine = await server.get('/nowhere', { 'x-request-id': 'crm-4711' });
    assert.equal(mine.headers.get('x-request-id'), 'crm-4711');
    const bad = await server.get('/nowhere', { 'x-request-id': 'a b"c' });
    assert.match(bad.headers.get('x-request-id') ?? '', /^[0-9a-f-]{36}$/);
  });

  it('is a problem of the API’s form even where the address cannot be read', async () => {
    const { hostname, port } = new URL(server.base);
    const status = await new Promise<number | undefined>((done, fail) => {
      const sent = request({ hostname, port, path: '/api/v1/%', method: 'GET' }, (response) => {
        response.resume();
        done(response.statusCode);
      });
      sent.once('error', fail).end();
    });
    assert.ok(status === 400 || status === 404, String(status));
  });
});

import assert from 'node:assert/strict';
import { advise, adviseAndExplain } from '../../src/advice/advice.js';
import { parseRequest } from '../../src/advice/request.js';
import { adviceTo } from '../../src/api/operations/advise-operation.js';
import type { ApiOperation } from '../../src/api/operations/operation.js';
import { OPERATIONS } from '../../src/api/operations/operations.js';
import { adviseRequest } from '../../src/api/schema/given-schema.js';
import { LANGUAGE_TAGS, LANGUAGES } from '../../src/language/languages.js';
import { type ApiServer, apiServer, SITUATION } from './api-server.js';

const CASE = {
  set: { cloud: 'public', partner: 'directBill', designation: 'held' },
  subscriptions: [
    { service: 'license', seller: 'enterpriseAgreement', goal: 'support' },
    { service: 'usage', seller: 'microsoft', goal: 'support' },
  ],
};

/** Of each kind of answer one at least: a question, guidance, what depends, an older edition, a case, a text. */
const REQUESTS = [
  {},
  { set: SITUATION },
  { set: SITUATION, why: true },
  { set: { ...SITUATION, seller: 'unknown' } },
  { set: { cloud: 'unknown', partner: 'unknown', service: 'unknown', seller: 'unknown', goal: 'unknown' } },
  { set: SITUATION, edition: '2019-03' },
  { set: { ...SITUATION, customerCountry: 'DE', partnerCountry: 'Austria' } },
  { set: { customerCountry: 'Brazil' } },
  { text: 'customer has Office 365 E3 through EA, we are an indirect reseller, take over the support?' },
  { text: 'Does multi-channel support work for Azure?' },
  CASE,
  { ...CASE, set: {} },
  { ...CASE, why: true, edition: '2020-06' },
];

/** Fails, saying where, unless an answer is as its operation describes it. */
function described({ answer }: Pick<ApiOperation, 'answer'>, body: unknown): void {
  const read = answer.safeParse(body);
  assert.ok(read.success, JSON.stringify(read.error?.issues));
}

function byId(id: string): ApiOperation {
  return OPERATIONS.find((each) => each.id === id) ?? assert.fail(id);
}

describe('The HTTP API answers', () => {
  let server: ApiServer;
  before(async () => {
    server = await apiServer();
  });
  after(() => server.close());

  for (const [at, request] of REQUESTS.entries()) {
    it(`what the command line answers, as it is described: request ${at + 1}`, async () => {
      const response = await server.post('/advise', request);
      assert.equal(response.status, 200);
      const body: unknown = await response.json();
      described(byId('advise'), body);
      const asked = parseRequest(request);
      const answer = 'why' in request ? adviseAndExplain(asked) : advise(asked);
      assert.deepEqual(body, JSON.parse(JSON.stringify(answer)));
    });
  }

  it('as it is described in every language', () => {
    for (const tag of LANGUAGE_TAGS) {
      for (const request of REQUESTS) {
        const given = adviseRequest.parse(request);
        const body = adviceTo(given, { language: LANGUAGES[tag], edition: undefined });
        described(byId('advise'), JSON.parse(JSON.stringify(body)));
        assert.equal(body.locale, tag);
      }
    }
  });

  it('a list with a list, each in its place', async () => {
    const response = await server.post('/advise', [{ set: SITUATION }, { locale: 'hu' }, CASE]);
    const body = (await response.json()) as readonly { readonly locale: string; readonly plan: unknown }[];
    described(byId('advise'), body);
    assert.deepEqual(
      body.map(({ locale, plan }) => [locale, plan === null]),
      [
        ['en', true],
        ['hu', true],
        ['en', false],
      ],
    );
  });

  it('nothing that was not given: what is missing comes back as a question', async () => {
    const response = await server.post('/advise', { set: { cloud: 'public' } });
    const { eligibility, receipt, ask } = (await response.json()) as {
      readonly eligibility: unknown;
      readonly receipt: unknown;
      readonly ask: { readonly fact: string; readonly options: readonly unknown[]; readonly hint: string };
    };
    assert.deepEqual([eligibility, receipt], [null, null]);
    assert.ok(ask.fact !== 'cloud' && ask.options.length > 1 && ask.hint !== '');
  });

  it('each example of its reference, as it is described', async () => {
    for (const one of OPERATIONS) {
      const given = { ...(one.example as Readonly<Record<string, string>>) };
      const path = one.path.replaceAll(/\{(\w+)\}/g, (_, name: string) => {
        const value = given[name] ?? assert.fail(name);
        delete given[name];
        return value;
      });
      const response =
        one.method === 'post'
          ? await server.post(path, one.example)
          : await server.get(`${path}?${new URLSearchParams(given)}`);
      assert.equal(response.status, 200, `${one.id}: ${await response.clone().text()}`);
      described(one, await response.json());
    }
  });

  it('from an answer code what it was given for, of one subscription and of several', async () => {
    for (const request of [{ set: SITUATION, edition: '2020-06' }, CASE]) {
      const first = (await (await server.post('/advise', request)).json()) as Record<string, unknown>;
      const again = await server.get(`/receipts/${String(first.receipt)}`);
      assert.equal(again.status, 200);
      const opened = (await again.json()) as Record<string, unknown>;
      // A code keeps the facts that count: those that are not there could be anything.
      assert.deepEqual({ ...(first.situation as object), ...(opened.situation as object) }, first.situation);
      for (const part of ['edition', 'eligibility', 'reasons', 'steps', 'receipt', 'plan']) {
        assert.deepEqual(opened[part], first[part], part);
      }
    }
  });

  it('in the language of “locale”, or else of Accept-Language', async () => {
    const header = { 'accept-language': 'pt, en;q=0.5' };
    const localeOf = async (response: Response) => ((await response.json()) as { locale: string }).locale;
    assert.equal(await localeOf(await server.post('/advise', {}, header)), 'pt-BR');
    assert.equal(await localeOf(await server.post('/advise', { locale: 'zh-Hant' }, header)), 'zh-CN');
    assert.equal(await localeOf(await server.get('/vocabulary', header)), 'pt-BR');
    const response = await server.get('/editions?locale=ru', header);
    assert.equal(response.headers.get('content-language'), 'ru');
  });

  it('every edition, and how each two of one family differ', async () => {
    const { editions } = (await (await server.get('/editions')).json()) as {
      readonly editions: readonly { readonly id: string; readonly family: string }[];
    };
    for (const { id } of editions) {
      const response = await server.get(`/editions/${id}`);
      assert.equal(response.status, 200);
      described(byId('getEdition'), await response.json());
    }
    const same = await server.get('/compare?from=2020-06&to=2020-06');
    assert.equal(((await same.json()) as { readonly differing: number }).differing, 0);
  });
});

import assert from 'node:assert/strict';
import type { AddressInfo } from 'node:net';
import { directLineTokenRoute, generateToken, TOKEN_PATH } from '../../../src/channels/directline/service.js';
import { createTokens } from '../../../src/channels/directline/tokens/tokens.js';
import { createServer } from '../../../src/http/server.js';
import { rateLimit } from '../../../src/limits/rate.js';
import { ConfigError } from '../../../src/problem/config-error.js';
import { parseConfig } from '../../../src/start/config.js';
import { errorFields } from '../../../src/start/log.js';
import { timeLimit } from '../../effort.js';
import { GIVEN, type Reply, type ServiceStub, serviceStub } from '../service-stub.js';

const SECRET = 'Key-of-the-channel.very-secret';
const ALLOWED = 'https://www.example.com';

interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  readonly body: Readonly<Record<string, unknown>>;
}

const KEY = new Uint8Array(32).fill(7).fill(8, 3);

describe('The token of the Direct Line service', () => {
  let stub: ServiceStub;
  let address: string;
  let closeServer: () => Promise<void>;
  const failures: unknown[] = [];

  async function serve(
    options: { allowedOrigins?: string[]; perMinute?: number; trustProxy?: boolean; timeout?: number } = {},
  ) {
    const server = createServer();
    directLineTokenRoute(server, {
      service: { base: stub.base, secret: SECRET },
      tokens: createTokens({ key: KEY, lifetimeSeconds: 60 }),
      allowedOrigins: options.allowedOrigins ?? [ALLOWED],
      trustProxy: options.trustProxy ?? false,
      ...(options.perMinute !== undefined && {
        limits: { conversations: rateLimit(options.perMinute), conversationsOfDay: rateLimit(0) },
      }),
      ...(options.timeout !== undefined && { timeout: options.timeout }),
      onError: (error) => failures.push(error),
    });
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    closeServer = () =>
      new Promise<void>((done) => {
        server.close(done);
        server.server.closeAllConnections();
      });
  }

  async function ask(
    headers: Readonly<Record<string, string>> = {},
    body: object = {},
    method = 'POST',
  ): Promise<Answer> {
    const response = await fetch(`${address}${TOKEN_PATH}`, {
      method,
      headers: { 'content-type': 'application/json', ...headers },
      ...(method === 'POST' && { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    const parsed = text.startsWith('{') ? (JSON.parse(text) as Answer['body']) : {};
    return { status: response.status, headers: response.headers, text, body: parsed };
  }

  /** What the service was asked first. */
  const wanted = () => stub.asked[0]?.body as { user?: { id: string }; trustedOrigins?: unknown } | undefined;
  const userAsked = (): string => wanted()?.user?.id ?? '';

  before(async () => {
    stub = await serviceStub();
  });
  after(() => stub.close());
  beforeEach(() => {
    stub.replies();
    failures.length = 0;
  });
  afterEach(() => closeServer());

  it('is asked for with the secret, a user nobody can guess, and the origins that may use it', async () => {
    await serve();
    const { status, body, text, headers } = await ask({ origin: address });
    assert.equal(status, 200);
    assert.deepEqual(body, { ...GIVEN, domain: `${stub.base}/v3/directline` });
    assert.ok(!text.includes(SECRET));
    assert.equal(headers.get('cache-control'), 'no-store');
    const [asked] = stub.asked;
    assert.equal(asked?.method, 'POST');
    assert.equal(asked?.path, '/v3/directline/tokens/generate');
    assert.equal(asked?.headers.authorization, `Bearer ${SECRET}`);
    assert.match(userAsked(), /^dl_[A-Za-z0-9_-]{22}$/);
    assert.deepEqual(asked?.body, { user: { id: userAsked() }, trustedOrigins: [address, ALLOWED] });
  });

  it('is for somebody else every time, unless a browser comes back under its own long id', async () => {
    await serve();
    await ask();
    const first = userAsked();
    stub.replies();
    await ask();
    assert.notEqual(userAsked(), first);
    const own = `dl_${'0123456789abcdef'.repeat(2)}`;
    stub.replies();
    await ask({}, { user: { id: own, name: 'Anna' } });
    assert.deepEqual(wanted()?.user, { id: own });
    for (const wish of ['dl_short', 'anna', 7, `dl_${'a'.repeat(99)}`, 'dl_"}{"x":1234567890']) {
      stub.replies();
      await ask({}, { user: { id: wish } });
      assert.match(userAsked(), /^dl_[A-Za-z0-9_-]{22}$/);
    }
  });

  it('is given to pages of the allowed origins, which can read it', async () => {
    await serve();
    const { status, headers } = await ask({ origin: ALLOWED });
    assert.equal(status, 200);
    assert.equal(headers.get('access-control-allow-origin'), ALLOWED);
    assert.equal(headers.get('vary'), 'Origin');
    const preflight = await ask({ origin: ALLOWED }, {}, 'OPTIONS');
    assert.equal(preflight.status, 204);
    assert.match(preflight.headers.get('access-control-allow-headers') ?? '', /Content-Type/);
  });

  it('is refused to pages of any other origin, and the service is not asked', async () => {
    await serve();
    for (const origin of [
      'https://evil.example',
      'null',
      `${ALLOWED}.evil.example`,
      'http://www.example.com',
    ]) {
      const { status, body, headers } = await ask({ origin });
      assert.equal(status, 403, origin);
      assert.equal((body.error as { code: string }).code, 'BadOrigin');
      assert.equal(headers.get('access-control-allow-origin'), null);
    }
    assert.deepEqual(stub.asked, []);
  });

  it('trusts what a proxy says of the own origin only behind one', async () => {
    await serve({ trustProxy: true });
    const forwarded = { 'x-forwarded-host': 'bot.example.com', 'x-forwarded-proto': 'https' };
    await ask(forwarded);
    assert.deepEqual(wanted()?.trustedOrigins, ['https://bot.example.com', ALLOWED]);
    await closeServer();
    await serve();
    stub.replies();
    await ask(forwarded);
    assert.deepEqual(wanted()?.trustedOrigins, [address, ALLOWED]);
  });

  it('is for every page where EMBED_ORIGINS is *', async () => {
    await serve({ allowedOrigins: ['*'] });
    assert.equal((await ask({ origin: 'https://any.example' })).status, 200);
    assert.deepEqual(Object.keys(stub.asked[0]?.body as object), ['user']);
  });

  it('is given so many times a minute', async () => {
    await serve({ perMinute: 2 });
    assert.equal((await ask()).status, 200);
    assert.equal((await ask({ origin: ALLOWED }, {}, 'OPTIONS')).status, 204);
    assert.equal((await ask()).status, 200);
    const { status, headers } = await ask();
    assert.equal(status, 429);
    assert.ok(Number(headers.get('retry-after')) > 0);
    assert.equal(stub.asked.length, 2);
  });

  const failing: readonly (readonly [string, Reply, number, RegExp])[] = [
    [
      'refuses the secret',
      { status: 401, body: { error: { message: `bad ${SECRET}` } } },
      502,
      /DIRECT_LINE_SECRET/,
    ],
    ['forbids it', { status: 403, body: SECRET }, 502, /DIRECT_LINE_SECRET/],
    ['is busy', { status: 429, headers: { 'retry-after': '9' } }, 503, /busy: try again/],
    ['fails', { status: 500, body: SECRET }, 502, /failed \(500\): try again/],
    ['sends us elsewhere', { status: 307, headers: { location: '/elsewhere' } }, 502, /cannot be reached/],
    ['breaks the connection', 'break', 502, /cannot be reached/],
    ['does not answer in time', 'silence', 502, /cannot be reached/],
    ['answers with a page', { status: 200, body: '<html>' }, 502, /no token/],
    ['answers with something else', { status: 200, body: { token: 1 } }, 502, /no token/],
    ['answers without an end', { status: 200, body: ' '.repeat(70_000) }, 502, /cannot be reached/],
    ['answers with nothing', { status: 200, body: 'null' }, 502, /no token/],
  ];
  for (const [what, reply, expected, sentence] of failing) {
    it(`is one clear sentence when the service ${what}, and the log says why without the secret`, async () => {
      // Nobody waits for it but for one that is silent, and that one must have been asked by then.
      await serve(reply === 'silence' ? { timeout: timeLimit(100) } : {});
      stub.replies(reply);
      const { status, body, text } = await ask({ origin: address });
      assert.equal(status, expected);
      const { code, message } = body.error as { code: string; message: string };
      assert.equal(code, 'ServiceError');
      assert.match(message, sentence);
      assert.ok(!text.includes(SECRET));
      assert.equal(stub.asked.length, 1, 'the secret goes to one address only');
      assert.equal(failures.length, 1);
      const logged = JSON.stringify(failures.map((failure) => errorFields(failure)));
      assert.ok(!logged.includes(SECRET), logged);
      assert.match(logged, sentence);
    });
  }

  it('fails clearly where nobody listens', async () => {
    await serve();
    const gone = { base: 'http://127.0.0.1:1', secret: SECRET };
    await assert.rejects(generateToken(gone, 'dl_x', []), { status: 502, message: /cannot be reached/ });
  });
});

describe('DIRECT_LINE_SECRET', () => {
  const registered = { MicrosoftAppId: 'a', MicrosoftAppPassword: 'p', MicrosoftAppTenantId: 't' };

  it('is not needed: the embedded server is there', () => {
    assert.equal(parseConfig(registered).directLine, undefined);
    assert.equal(parseConfig({ ...registered, DIRECT_LINE_SECRET: '  ' }).directLine, undefined);
  });

  for (const [CLOUD, base] of [
    ['public', 'https://directline.botframework.com'],
    ['gcc', 'https://directline.botframework.com'],
    ['gccHigh', 'https://directline.botframework.azure.us'],
    ['china', 'https://directline.botframework.azure.cn'],
  ]) {
    it(`leads to the service of ${CLOUD}`, () => {
      const { directLine } = parseConfig({ ...registered, CLOUD, DIRECT_LINE_SECRET: SECRET });
      assert.deepEqual(directLine, { base, secret: SECRET });
    });
  }

  const refused: readonly (readonly [string, Readonly<Record<string, string>>, RegExp])[] = [
    ['in DoD, which has no service', { ...registered, CLOUD: 'dod' }, /dod has no Direct Line.*Remove it/],
    ['without a registered bot', {}, /MicrosoftAppId.*Set it, or remove/],
    ['with a line break in it', { ...registered, DIRECT_LINE_SECRET: `${SECRET}\nx` }, /Copy the key again/],
  ];
  for (const [what, environment, message] of refused) {
    it(`stops the start ${what}, and keeps the secret to itself`, () => {
      const parse = () => parseConfig({ DIRECT_LINE_SECRET: SECRET, ...environment });
      assert.throws(parse, (error: Error) => {
        assert.equal(error.name, ConfigError.name);
        assert.match(error.message, message);
        return !error.message.includes(SECRET);
      });
    });
  }
});

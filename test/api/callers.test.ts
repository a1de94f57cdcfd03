import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { newKey, parseKeys } from '../../src/api/callers/api-keys.js';
import { APP_ROLE, type TokenRead, tokenReader } from '../../src/api/callers/app-tokens.js';
import { parseConfig } from '../../src/start/config.js';
import { type ApiServer, apiServer, problemIn } from './api-server.js';
import { appTokens } from './app-tokens.js';

const IDENTIFIED = {
  MicrosoftAppId: '11111111-2222-4333-8444-555555555555',
  MicrosoftAppTenantId: 'aaaaaaaa-bbbb-4ccc-8ddd-eeeeeeeeeeee',
  MicrosoftAppPassword: 'the secret of the bot',
};

describe('Who may use the HTTP API', () => {
  it('is everybody on the own machine without credentials, and nobody with them until it is set', () => {
    assert.deepEqual(parseConfig({}).api?.keys, []);
    assert.equal(parseConfig(IDENTIFIED).api, undefined);
    const { entry } = newKey('crm');
    assert.equal(parseConfig({ ...IDENTIFIED, API_KEYS: entry }).api?.keys[0]?.name, 'crm');
    const { tokens } = parseConfig({ ...IDENTIFIED, API_AUDIENCE: 'api://advisor' }).api ?? {};
    assert.deepEqual(tokens, { audience: 'api://advisor', tenant: IDENTIFIED.MicrosoftAppTenantId });
  });

  const unusable: readonly (readonly [what: string, settings: Record<string, string>, message: RegExp])[] = [
    ['a key in place of its hash', { API_KEYS: newKey('crm').key }, /API_KEYS.*api-key/],
    ['a name twice', { API_KEYS: `${newKey('crm').entry} ${newKey('crm').entry}` }, /"crm" twice/],
    ['an audience without a tenant', { API_AUDIENCE: 'api://advisor' }, /API_TENANT/],
    ['a tenant that is an address', { API_AUDIENCE: 'a', API_TENANT: 'https://x/y' }, /API_TENANT/],
    [
      'every origin, in production',
      { NODE_ENV: 'production', ...IDENTIFIED, API_ORIGINS: '*' },
      /API_ORIGINS is \*/,
    ],
  ];
  for (const [what, settings, message] of unusable) {
    it(`is not read from ${what}, and no key is said again`, () => {
      assert.throws(
        () => parseConfig(settings),
        (error) => error instanceof Error && message.test(error.message) && !error.message.includes('mca_'),
      );
    });
  }

  it('is whoever a new key was made for, and the entry holds no key', () => {
    const script = fileURLToPath(new URL('../../src/tools/api-key.js', import.meta.url));
    const { stdout, status } = spawnSync(process.execPath, [script, 'crm'], { encoding: 'utf8' });
    assert.equal(status, 0);
    const key = /^mca_[\w-]{43}$/m.exec(stdout)?.[0] ?? '';
    const entry = /^crm:[\w-]{43}$/m.exec(stdout)?.[0] ?? '';
    assert.ok(key !== '' && !entry.includes(key.slice(4)));
    assert.equal(parseKeys([entry]).kind, 'parsed');
    const wrong = spawnSync(process.execPath, [script, 'a b'], { encoding: 'utf8' });
    assert.equal(wrong.status, 2);
    assert.match(wrong.stderr, /Usage/);
  });

  describe('with keys', () => {
    const crm = newKey('crm');
    const desk = newKey('desk');
    const revoked = newKey('old');
    let server: ApiServer;
    before(async () => {
      server = await apiServer({ API_KEYS: `${crm.entry}, ${desk.entry}`, API_CALLS_PER_MINUTE: '3' });
    });
    after(() => server.close());

    it('shows one of them, in either header', async () => {
      assert.equal((await server.get('/editions', { 'x-api-key': desk.key })).status, 200);
      assert.equal((await server.get('/editions', { authorization: `Bearer ${desk.key}` })).status, 200);
    });

    it('is nobody else, and is told so before a body is read', async () => {
      const hash = crm.entry.slice('crm:'.length);
      for (const key of ['', revoked.key, `${crm.key}A`, crm.entry, `mca_${hash}`]) {
        const response = await server.post('/advise', '{', { 'x-api-key': key });
        const problem = await problemIn(response);
        assert.equal(response.status, 401, key);
        assert.match(problem.type, /#problem-unauthorized$/);
        assert.match(response.headers.get('www-authenticate') ?? '', /^Bearer/);
      }
    });

    it('needs none to read what describes the API', async () => {
      for (const path of ['', '/openapi.json', '/swagger.json']) {
        assert.equal((await server.get(path)).status, 200, path);
      }
    });

    it('is told by headers how often they may call, each by themselves, and when to come again', async () => {
      const left: (string | null)[] = [];
      for (let at = 0; at < 3; at += 1) {
        const response = await server.get('/editions', { 'x-api-key': crm.key });
        assert.equal(response.status, 200);
        assert.equal(response.headers.get('ratelimit-policy'), '"minute";q=3;w=60');
        left.push(/r=(\d+);t=\d+$/.exec(response.headers.get('ratelimit') ?? '')?.[1] ?? null);
      }
      assert.deepEqual(left, ['2', '1', '0']);
      const refused = await server.get('/editions', { 'x-api-key': crm.key });
      assert.equal(refused.status, 429);
      assert.match((await problemIn(refused)).type, /#problem-tooMany$/);
      assert.ok(Number(refused.headers.get('retry-after')) > 0);
      assert.equal((await server.get('/editions', { 'x-api-key': desk.key })).status, 200);
    });
  });

  describe('with tokens of Microsoft Entra ID', () => {
    let tokens: Awaited<ReturnType<typeof appTokens>>;
    let read: (token: string) => Promise<TokenRead>;
    before(async () => {
      tokens = await appTokens();
      read = tokenReader({ audience: tokens.audience, tenant: tokens.tenant }, tokens.cloud);
    });
    after(() => tokens.close());

    it('is a program with the app role', async () => {
      assert.deepEqual(await read(await tokens.sign({})), { kind: 'caller', name: 'app:crm-client' });
      const first = { iss: `${tokens.cloud.tenantIssuer}/${tokens.tenant}/`, azp: undefined, appid: 'older' };
      assert.deepEqual(await read(await tokens.sign(first)), { kind: 'caller', name: 'app:older' });
    });

    it('is no program without it', async () => {
      for (const roles of [undefined, [], ['Other.Role'], APP_ROLE]) {
        assert.deepEqual(await read(await tokens.sign({ roles })), { kind: 'noRole' });
      }
    });

    it('is nobody with a token for somebody else, of another tenant, run out, or signed by another', async () => {
      const past = Math.floor(Date.now() / 1000) - 3600;
      for (const claims of [
        { aud: 'api://other' },
        { iss: `${tokens.cloud.login}/other/v2.0` },
        { exp: past },
        { exp: undefined },
        { nbf: past + 7200 },
      ]) {
        assert.deepEqual(await read(await tokens.sign(claims)), { kind: 'refused' }, JSON.stringify(claims));
      }
      assert.deepEqual(await read(await tokens.forged()), { kind: 'refused' });
      assert.deepEqual(await read('no.token.atall'), { kind: 'refused' });
    });

    it('is not known while the keys cannot be had', async () => {
      const away = tokenReader(
        { audience: tokens.audience, tenant: tokens.tenant },
        { ...tokens.cloud, login: 'http://127.0.0.1:1' },
      );
      assert.deepEqual(await away(await tokens.sign({})), { kind: 'unavailable' });
    });
  });
});

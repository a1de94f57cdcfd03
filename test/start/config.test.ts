import assert from 'node:assert/strict';
import { generateKeyPairSync } from 'node:crypto';
import { ConfigError } from '../../src/problem/config-error.js';
import { parseConfig } from '../../src/start/config.js';
import type { Environment } from '../../src/start/environment.js';

/** A key as a file of it has it. */
const PRIVATE_KEY = String(
  generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey.export({ type: 'pkcs8', format: 'pem' }),
);

describe('Settings', () => {
  it('are all optional on one’s own machine, which then listens to itself only', () => {
    const config = parseConfig({});
    assert.equal(config.host, '127.0.0.1');
    assert.equal(config.port, 3978);
    assert.equal(config.identity, undefined);
  });

  it('open the server to others only on purpose', () => {
    assert.equal(parseConfig({ HOST: '0.0.0.0' }).host, '0.0.0.0');
  });

  it('take an identity', () => {
    const { identity, host } = parseConfig({
      MicrosoftAppId: 'app',
      MicrosoftAppPassword: 'secret',
      MicrosoftAppTenantId: 'tenant',
    });
    assert.deepEqual(identity, {
      appId: 'app',
      tenantId: 'tenant',
      credential: { kind: 'secret', secret: 'secret' },
    });
    assert.equal(host, '0.0.0.0');
  });

  it('take each proof of an identity', () => {
    const app = { MicrosoftAppId: 'app', MicrosoftAppTenantId: 'tenant' };
    const proof = (more: Environment) => parseConfig({ ...app, ...more }).identity?.credential;
    assert.deepEqual(proof({ FederatedClientId: 'client' }), { kind: 'federated', clientId: 'client' });
    assert.deepEqual(
      proof({ CertificateThumbprint: 'A1', CertificatePrivateKey: PRIVATE_KEY.replaceAll('\n', '\\n') }),
      {
        kind: 'certificate',
        thumbprint: 'A1',
        privateKey: PRIVATE_KEY,
      },
    );
    assert.deepEqual(proof({ MicrosoftAppType: 'userassignedmsi' }), { kind: 'managedIdentity' });
    const many = parseConfig({ ...app, MicrosoftAppType: 'MultiTenant', MicrosoftAppPassword: 'p' });
    assert.equal(many.identity?.tenantId, undefined);
  });

  it('treat a blank line of a .env file as not set', () => {
    assert.equal(parseConfig({ MicrosoftAppId: ' ', PORT: '' }).port, 3978);
  });

  describe('say where cases go', () => {
    const registered = { MicrosoftAppId: 'a', MicrosoftAppPassword: 'p', MicrosoftAppTenantId: 't' };

    it('nowhere unless told', () => {
      assert.equal(parseConfig({ HANDOFF_URL: ' ' }).handOver, undefined);
    });

    for (const url of [
      'https://desk.example.com/cases?sig=1',
      'http://localhost:8080/',
      'http://127.0.0.1:1/a',
      'http://[::1]/',
    ]) {
      it(`to ${url}`, () => {
        assert.deepEqual(parseConfig({ HANDOFF_URL: url }).handOver, { kind: 'webhook', url });
      });
    }

    it('to a channel of Teams', () => {
      const channel = '19:Ab_0-9@thread.tacv2';
      assert.deepEqual(parseConfig({ ...registered, HANDOFF_TEAMS_CHANNEL: channel }).handOver, {
        kind: 'teamsChannel',
        channel,
        serviceUrl: 'https://smba.trafficmanager.net/teams/',
      });
      const serviceUrl = 'https://smba.infra.gcc.teams.microsoft.com/teams/';
      const environment = {
        ...registered,
        CLOUD: 'gcc',
        HANDOFF_TEAMS_CHANNEL: channel,
        HANDOFF_TEAMS_SERVICE_URL: serviceUrl,
      };
      assert.deepEqual(parseConfig(environment).handOver, { kind: 'teamsChannel', channel, serviceUrl });
    });
  });

  it('keep an address of HANDOFF_URL, which may hold a secret, out of what they say', () => {
    assert.throws(
      () => parseConfig({ HANDOFF_URL: 'http://desk.example/?sig=secret' }),
      ({ message }: Error) => !message.includes('secret'),
    );
  });

  it('keep a key, and an address that is mistaken for a channel, out of what they say', () => {
    const app = { MicrosoftAppId: 'a', MicrosoftAppTenantId: 't' };
    for (const environment of [
      { HANDOFF_TEAMS_CHANNEL: 'https://tenant.webhook.example/secret' },
      { ...app, CertificateThumbprint: 'A1', CertificatePrivateKey: 'the secret' },
    ]) {
      assert.throws(
        () => parseConfig(environment),
        ({ message }: Error) => !message.includes('secret'),
      );
    }
  });

  const refused: readonly (readonly [Environment, RegExp])[] = [
    [{ NODE_ENV: 'production' }, /MicrosoftAppId/],
    [{ NODE_ENV: 'Production' }, /MicrosoftAppId/],
    [
      {
        MicrosoftAppId: 'a',
        MicrosoftAppTenantId: 't',
        CertificateThumbprint: 'A1',
        CertificatePrivateKey: '-----BEGIN PRIVATE KEY-----\\nAA\\n-----END PRIVATE KEY-----',
      },
      /CertificatePrivateKey is no RSA key/,
    ],
    [{ PORT: 'http' }, /PORT/],
    [{ PORT: '70000' }, /PORT/],
    [{ POLICY_EDITION: '2021' }, /2019-03/],
    [{ MicrosoftAppId: 'a', MicrosoftAppType: 'SingelTenant' }, /SingleTenant, UserAssignedMSI/],
    [{ MicrosoftAppId: 'a', MicrosoftAppPassword: 'p' }, /MicrosoftAppTenantId/],
    [{ MicrosoftAppId: 'a', MicrosoftAppTenantId: 't' }, /MicrosoftAppPassword/],
    [
      {
        MicrosoftAppId: 'a',
        MicrosoftAppTenantId: 't',
        MicrosoftAppType: 'UserAssignedMSI',
        MicrosoftAppPassword: 'p',
      },
      /Remove MicrosoftAppPassword/,
    ],
    [{ EMBED_ORIGINS: 'https://a.example/page' }, /EMBED_ORIGINS/],
    [{ LOG_LEVEL: 'loud' }, /LOG_LEVEL/],
    [{ HANDOFF_URL: 'http://desk.example/' }, /HANDOFF_URL.*https/],
    [{ HANDOFF_URL: 'http://localhost.desk.example/' }, /HANDOFF_URL.*https/],
    [{ HANDOFF_URL: 'https://anna:secret@desk.example/' }, /HANDOFF_URL.*password/],
    [{ HANDOFF_URL: 'file:///etc/passwd' }, /HANDOFF_URL.*https/],
    [{ HANDOFF_URL: 'desk' }, /HANDOFF_URL.*https/],
    [{ HANDOFF_TEAMS_CHANNEL: '19:a@thread.tacv2' }, /MicrosoftAppId/],
    [{ HANDOFF_TEAMS_CHANNEL: '19:a@thread.v2' }, /19:…@thread.tacv2/],
    [{ HANDOFF_TEAMS_CHANNEL: '19%3aa%40thread.tacv2' }, /decoded/],
    [{ HANDOFF_TEAMS_SERVICE_URL: 'https://smba.example/' }, /HANDOFF_TEAMS_CHANNEL/],
    [{ HANDOFF_TEAMS_CHANNEL: '19:a@thread.tacv2', HANDOFF_URL: 'https://desk.example/' }, /Remove one/],
    [
      {
        MicrosoftAppId: 'a',
        MicrosoftAppPassword: 'p',
        MicrosoftAppTenantId: 't',
        HANDOFF_TEAMS_CHANNEL: '19:a@thread.tacv2',
        HANDOFF_TEAMS_SERVICE_URL: 'http://smba.example/',
      },
      /HANDOFF_TEAMS_SERVICE_URL.*https/,
    ],
    [
      {
        MicrosoftAppId: 'a',
        MicrosoftAppPassword: 'p',
        MicrosoftAppTenantId: 't',
        HANDOFF_TEAMS_CHANNEL: '19:a@thread.tacv2',
        HANDOFF_TEAMS_SERVICE_URL: 'https://smba.example/',
      },
      /HANDOFF_TEAMS_SERVICE_URL.*SERVICE_HOSTS/,
    ],
    [{ CLOUD: 'moon' }, /CLOUD.*gccHigh/],
    [{ SERVICE_HOSTS: 'https://channel.example' }, /SERVICE_HOSTS.*host/],
    [
      { MicrosoftAppId: 'a', MicrosoftAppTenantId: 't', CertificateThumbprint: 'A1' },
      /CertificatePrivateKey/,
    ],
    [
      { MicrosoftAppId: 'a', MicrosoftAppTenantId: 't', MicrosoftAppPassword: 'p', FederatedClientId: 'c' },
      /Only one of/,
    ],
    [{ METRICS_PORT: 'x' }, /METRICS_PORT/],
    [{ RETENTION_DAYS: '0' }, /RETENTION_DAYS.*1/],
    [{ CASE_RETENTION_DAYS: '4000' }, /CASE_RETENTION_DAYS.*3650/],
  ];
  for (const [environment, message] of refused) {
    it(`refuse to start with ${JSON.stringify(environment)}, and name the remedy`, () => {
      assert.throws(() => parseConfig(environment), { name: ConfigError.name, message });
    });
  }
});

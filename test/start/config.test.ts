import assert from 'node:assert/strict';
import { ConfigError, type Environment, parseConfig } from '../../src/config.js';

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
      appType: 'SingleTenant',
      password: 'secret',
      tenantId: 'tenant',
    });
    assert.equal(host, '0.0.0.0');
  });

  it('treat a blank line of a .env file as not set', () => {
    assert.equal(parseConfig({ MicrosoftAppId: ' ', PORT: '' }).port, 3978);
  });

  const refused: readonly (readonly [Environment, RegExp])[] = [
    [{ NODE_ENV: 'production' }, /MicrosoftAppId/],
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
  ];
  for (const [environment, message] of refused) {
    it(`refuse to start with ${JSON.stringify(environment)}, and name the remedy`, () => {
      assert.throws(() => parseConfig(environment), { name: ConfigError.name, message });
    });
  }
});

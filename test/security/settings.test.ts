import assert from 'node:assert/strict';
import { ConfigError } from '../../src/problem/config-error.js';
import { parseConfig } from '../../src/start/config.js';
import type { Environment } from '../../src/start/environment.js';
import { startIn, temporaryFolder } from '../start/running.js';
import { captureLog } from './captured-log.js';

const PRODUCTION: Environment = {
  NODE_ENV: 'production',
  MicrosoftAppId: 'app',
  MicrosoftAppPassword: 'secret',
  MicrosoftAppTenantId: 'tenant',
};

describe('Settings that open the bot to others', () => {
  for (const EMBED_ORIGINS of ['*', 'https://contoso.example *', '*,https://contoso.example']) {
    it(`do not let every site in, in production: ${EMBED_ORIGINS}`, () => {
      assert.throws(() => parseConfig({ ...PRODUCTION, EMBED_ORIGINS }), {
        name: ConfigError.name,
        message: /EMBED_ORIGINS is \*.*Name the origins/,
      });
    });
  }

  it('say so when they let every site in elsewhere', async () => {
    const folder = temporaryFolder();
    const captured = captureLog();
    try {
      const running = await startIn(folder.path, { EMBED_ORIGINS: '*' }, captured.log);
      await running.close();
      const told = captured.lines().filter(({ level }) => level === 40);
      assert.ok(told.some(({ msg }) => /EMBED_ORIGINS is \*: every site/.test(String(msg))));
    } finally {
      captured.release();
      folder.remove();
    }
  });

  it('take origins as browsers write them', () => {
    const { embedOrigins } = parseConfig({
      ...PRODUCTION,
      EMBED_ORIGINS: 'HTTPS://Contoso.Example https://a.example:443, http://localhost:8080',
    });
    assert.deepEqual(embedOrigins, ['https://contoso.example', 'https://a.example', 'http://localhost:8080']);
  });

  for (const EMBED_ORIGINS of [
    'null',
    'https://*.contoso.example',
    'contoso.example',
    'https://a.example:99999',
    'https://a.example/',
  ]) {
    it(`refuse an origin that no browser sends: ${EMBED_ORIGINS}`, () => {
      assert.throws(() => parseConfig({ ...PRODUCTION, EMBED_ORIGINS }), /EMBED_ORIGINS has/);
    });
  }

  it('limit callers unless told otherwise', () => {
    assert.equal(parseConfig({}).rateLimitPerMinute, 120);
    assert.equal(parseConfig({ RATE_LIMIT_PER_MINUTE: '0' }).rateLimitPerMinute, 0);
    assert.equal(parseConfig({}).trustProxy, false);
    for (const RATE_LIMIT_PER_MINUTE of ['many', '-1', '1.5', '1e3', '1000000']) {
      assert.throws(() => parseConfig({ RATE_LIMIT_PER_MINUTE }), /RATE_LIMIT_PER_MINUTE/);
    }
  });

  it('keep secrets out of what they say', () => {
    for (const environment of [
      { ...PRODUCTION, FederatedClientId: 'x' },
      { ...PRODUCTION, MicrosoftAppType: 'UserAssignedMSI' },
      { ...PRODUCTION, CertificateThumbprint: 'x' },
    ]) {
      assert.throws(
        () => parseConfig({ ...environment, MicrosoftAppPassword: 'passwordword' }),
        ({ message }: Error) => !message.includes('passwordword'),
      );
    }
  });
});

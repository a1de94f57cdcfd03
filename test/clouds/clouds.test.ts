import assert from 'node:assert/strict';
import { Connector } from '../../src/channels/botframework/connector.js';
import type { Credential } from '../../src/channels/botframework/identity.js';
import { CLOUD_NAMES, CLOUDS, type Cloud } from '../../src/clouds/clouds.js';
import { isServiceAddress } from '../../src/clouds/service-hosts.js';
import { parseConfig } from '../../src/start/config.js';

/** Where each cloud's own names end. Nothing of one cloud may point into another: its tokens would follow. */
const ENDS: Readonly<Record<keyof typeof CLOUDS, readonly string[]>> = {
  public: ['microsoftonline.com', 'botframework.com', 'trafficmanager.net'],
  gcc: ['microsoftonline.com', 'botframework.com', 'trafficmanager.net', 'gcc.teams.microsoft.com'],
  gccHigh: ['microsoftonline.us', 'botframework.us', 'botframework.azure.us', 'gov.teams.microsoft.us'],
  dod: ['microsoftonline.us', 'botframework.us', 'botframework.azure.us', 'dod.teams.microsoft.us'],
  china: ['microsoftonline.cn', 'botframework.azure.cn'],
};

const CREDENTIALS: readonly Credential[] = [
  { kind: 'secret', secret: 'not a secret' },
  { kind: 'certificate', thumbprint: 'A1B2', privateKey: '-----BEGIN PRIVATE KEY-----' },
  { kind: 'managedIdentity' },
  { kind: 'federated', clientId: '11111111-1111-1111-1111-111111111111' },
];

function addresses(cloud: Cloud): readonly string[] {
  const { login, audience, issuer, openId, emulatorOpenId, tokenService, directLine, teams } = cloud;
  return [login, audience, issuer, openId, emulatorOpenId, tokenService, directLine ?? login, teams];
}

describe('The clouds', () => {
  for (const name of CLOUD_NAMES) {
    const cloud: Cloud = CLOUDS[name];

    it(`${name}: every address is https and in the cloud itself`, () => {
      for (const address of addresses(cloud)) {
        const { protocol, hostname } = new URL(address);
        assert.equal(protocol, 'https:', address);
        assert.ok(
          ENDS[name].some((end) => hostname === end || hostname.endsWith(`.${end}`)),
          address,
        );
      }
    });

    it(`${name}: Teams is answered where it is`, () => {
      assert.ok(isServiceAddress(cloud.teams, cloud.serviceHosts));
      assert.equal(parseConfig({ CLOUD: name }).cloud, name);
    });

    for (const credential of CREDENTIALS) {
      it(`${name}: the bot stands with ${credential.kind}`, () => {
        for (const tenantId of ['tenant', undefined]) {
          if (tenantId === undefined && credential.kind === 'managedIdentity') continue;
          const connector = new Connector({ identity: { appId: 'app', tenantId, credential }, cloud });
          assert.equal(connector.audience, cloud.audience);
        }
      });
    }
  }

  it('have no Direct Line where there is none', () => {
    assert.equal(CLOUDS.dod.directLine, undefined);
  });

  it('are found however they are written', () => {
    for (const text of ['GCCHigh', 'gcchigh', 'GCCHIGH'])
      assert.equal(parseConfig({ CLOUD: text }).cloud, 'gccHigh');
  });
});

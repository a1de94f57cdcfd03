import assert from 'node:assert/strict';
import { CLOUD_NAMES, CLOUDS, type CloudName } from '../../src/clouds/clouds.js';
import { startIn, temporaryFolder } from './running.js';

/** Where people of each cloud have their Teams in the browser. */
const TEAMS: Readonly<Record<CloudName, string>> = {
  public: 'https://teams.microsoft.com',
  gcc: 'https://teams.microsoft.com',
  gccHigh: 'https://gov.teams.microsoft.us',
  dod: 'https://dod.teams.microsoft.us',
  china: 'https://teams.microsoftonline.cn',
};

describe('A tab of Teams', () => {
  const folder = temporaryFolder();
  after(() => folder.remove());

  async function frames(environment: Readonly<Record<string, string>>): Promise<readonly string[]> {
    const running = await startIn(folder.path, { ...environment, HOST: '127.0.0.1' });
    try {
      const { headers } = await fetch(running.address);
      const policy = headers.get('content-security-policy') ?? '';
      return (/frame-ancestors ([^;]*)/.exec(policy)?.[1] ?? '').split(' ');
    } finally {
      await running.close();
    }
  }

  for (const name of CLOUD_NAMES) {
    it(`in the cloud ${name} may show the page, and none of another cloud's`, async () => {
      const allowed = await frames({
        CLOUD: name,
        MicrosoftAppId: 'app',
        MicrosoftAppPassword: 'not a secret',
        MicrosoftAppTenantId: 'tenant',
      });
      assert.ok(allowed.includes(TEAMS[name]), allowed.join());
      assert.deepEqual(allowed, ["'self'", ...CLOUDS[name].teamsPages]);
    });
  }

  it('may not where the bot is not in Teams', async () => {
    assert.deepEqual(await frames({ CLOUD: 'china' }), ["'self'"]);
  });
});

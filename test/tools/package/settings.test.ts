import assert from 'node:assert/strict';
import { type PackageWords, parsePackageSettings } from '../../../src/tools/package/settings.js';
import { ID, settings, WORDS } from './sources.js';

describe('The settings of the app package', () => {
  it('are all named that are missing, at once', () => {
    assert.deepEqual(parsePackageSettings({}), {
      kind: 'problem',
      problem: { missing: ['MicrosoftAppId', 'PUBLIC_URL', 'DEVELOPER_NAME'], wrong: [] },
    });
    assert.deepEqual(parsePackageSettings({ ...WORDS, PUBLIC_URL: undefined }), {
      kind: 'problem',
      problem: { missing: ['PUBLIC_URL'], wrong: [] },
    });
  });

  it('lead from the host to everything that stands on it', () => {
    assert.deepEqual(settings(), {
      botId: ID,
      appId: ID,
      origin: 'https://advisor.contoso.com',
      host: 'advisor.contoso.com',
      developer: {
        name: 'Contoso',
        websiteUrl: 'https://advisor.contoso.com/',
        privacyUrl: 'https://advisor.contoso.com/',
        termsOfUseUrl: 'https://advisor.contoso.com/',
      },
      agent: true,
      connector: undefined,
      borrowed: ['DEVELOPER_WEBSITE', 'PRIVACY_URL', 'TERMS_URL'],
    });
  });

  it('may give the app an id and addresses of its own', () => {
    const own = {
      TEAMS_APP_ID: 'B2A4C6D8-1111-4222-8333-444455556666',
      DEVELOPER_WEBSITE: 'https://www.contoso.com/advisor',
      PRIVACY_URL: 'https://www.contoso.com/privacy?of=advisor',
      TERMS_URL: 'https://www.contoso.com/terms',
    };
    const parsed = parsePackageSettings({ ...WORDS, ...own });
    assert.ok(parsed.kind === 'parsed');
    const { appId, botId, developer, borrowed } = parsed.value;
    assert.deepEqual([appId, botId, borrowed], [own.TEAMS_APP_ID.toLowerCase(), ID, []]);
    assert.equal(developer.privacyUrl, own.PRIVACY_URL);
  });

  it('say whether the bot is an agent: in the public cloud, and elsewhere for whoever wants it', () => {
    assert.equal(settings({ CLOUD: 'gccHigh' }).agent, false);
    assert.equal(settings({ CLOUD: 'gccHigh', COPILOT_AGENT: 'ON' }).agent, true);
    assert.equal(settings({ COPILOT_AGENT: 'off' }).agent, false);
  });

  it('make the MCP server a connector where it lets in whoever shows the key', () => {
    const reference = 'NzJmOTg4YmY=';
    assert.equal(settings({ MCP_KEY_REFERENCE: reference, API_KEYS: 'crm:x' }).connector, reference);
    assert.equal(settings({ MCP_KEY_REFERENCE: reference }).connector, undefined);
    assert.equal(settings({ API_KEYS: 'crm:x' }).connector, undefined);
  });

  const wrong: readonly (readonly [PackageWords, string])[] = [
    [{ MicrosoftAppId: 'advisor' }, 'id'],
    [{ MicrosoftAppId: '00000000-0000-0000-0000-000000000000' }, 'id'],
    [{ TEAMS_APP_ID: `${ID}0` }, 'id'],
    [{ PUBLIC_URL: 'advisor.contoso.com' }, 'origin'],
    [{ PUBLIC_URL: 'http://advisor.contoso.com' }, 'origin'],
    [{ PUBLIC_URL: 'https://advisor.contoso.com:8443' }, 'origin'],
    [{ PUBLIC_URL: 'https://advisor.contoso.com/bot' }, 'origin'],
    [{ PUBLIC_URL: 'https://me:secret@advisor.contoso.com' }, 'origin'],
    [{ PUBLIC_URL: 'https://localhost' }, 'origin'],
    [{ PUBLIC_URL: 'https://10.1.2.3' }, 'origin'],
    [{ PUBLIC_URL: 'https://advisor.example.com' }, 'origin'],
    [{ PRIVACY_URL: 'http://www.contoso.com/privacy' }, 'address'],
    [{ TERMS_URL: 'javascript:alert(1)' }, 'address'],
    [{ DEVELOPER_WEBSITE: 'https://example.com' }, 'address'],
    [{ DEVELOPER_NAME: 'x'.repeat(33) }, 'name'],
    [{ COPILOT_AGENT: 'maybe' }, 'switch'],
    [{ MCP_KEY_REFERENCE: 'my key' }, 'reference'],
    [{ MCP_KEY_REFERENCE: 'x'.repeat(129) }, 'reference'],
  ];
  for (const [words, kind] of wrong) {
    const [[setting, value] = []] = Object.entries(words);
    it(`cannot be ${setting}=${value}`, () => {
      const parsed = parsePackageSettings({ ...WORDS, ...words });
      assert.deepEqual(parsed, {
        kind: 'problem',
        problem: { missing: [], wrong: [{ setting, kind, value }] },
      });
    });
  }
});

import assert from 'node:assert/strict';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { LANGUAGE_TAGS } from '../../../src/language/languages.js';
import type { PackageWords } from '../../../src/tools/package/settings.js';
import { ID, packed, problems, settings, WORDS, withJson } from './sources.js';

/** What of a manifest is for Microsoft 365 Copilot. */
interface Made {
  readonly bots: readonly {
    readonly scopes: string[];
    readonly commandLists: { readonly scopes: string[]; readonly commands: { readonly type?: string }[] }[];
  }[];
  copilotAgents?: { customEngineAgents: { id: string; type: string }[] };
  readonly agentConnectors?: readonly {
    readonly toolSource: {
      readonly remoteMcpServer: {
        readonly mcpServerUrl: string;
        readonly mcpToolDescription: { readonly file: string };
        readonly authorization: object;
      };
    };
  }[];
}

const KEY: PackageWords = { API_KEYS: 'crm:x', MCP_KEY_REFERENCE: 'NzJmOTg4YmY=' };
const NO_AGENT: PackageWords = { COPILOT_AGENT: 'off' };

function made(more: PackageWords) {
  const result = packed({ settings: settings(more) });
  assert.ok(result.kind === 'files', JSON.stringify(result));
  const json = (file: string) => JSON.parse(String(result.files.get(file))) as Record<string, unknown>;
  return { json, files: [...result.files.keys()], manifest: json('manifest.json') as unknown as Made };
}

/** The package is the same but for its part, whatever others it has. */
const BOTH = [
  [{}, 'alone'],
  [KEY, 'beside the connector'],
] as const;

describe('In Microsoft 365 Copilot the package', () => {
  for (const [more, beside] of BOTH) {
    it(`has the bot as an agent with starters and nothing else to choose (${beside})`, () => {
      const { bots, copilotAgents } = made(more).manifest;
      assert.deepEqual(copilotAgents, { customEngineAgents: [{ id: ID, type: 'bot' }] });
      const [{ scopes, commandLists } = assert.fail()] = bots;
      assert.ok(scopes.includes('copilot') && scopes.includes('personal'));
      const lists = commandLists.filter((list) => list.scopes.includes('copilot'));
      assert.equal(lists.length, 1);
      assert.ok(lists.every(({ commands }) => commands.length >= 3));
      assert.ok(lists.every(({ commands }) => commands.every(({ type }) => type === 'prompt')));
    });
  }

  for (const [more, beside] of BOTH) {
    it(`leaves nothing of the agent where it is not wanted (${beside})`, () => {
      const { json, manifest } = made({ ...more, ...NO_AGENT });
      assert.doesNotMatch(JSON.stringify(manifest), /copilot/i);
      assert.deepEqual(manifest.bots[0]?.scopes, ['personal', 'team', 'groupChat']);
      assert.equal(manifest.bots[0]?.commandLists.length, 1);
      for (const tag of LANGUAGE_TAGS) {
        const keys = Object.keys(json(`${tag.toLowerCase()}.json`));
        assert.deepEqual(
          keys.filter((key) => key.includes('commandLists[1]')),
          [],
        );
        assert.equal(keys.filter((key) => key.startsWith('agentConnectors')).length, more === KEY ? 2 : 0);
      }
    });
  }

  it('has the MCP server as a connector, with the key that it is shown', () => {
    const [connector = assert.fail()] = made(KEY).manifest.agentConnectors ?? [];
    assert.deepEqual(connector.toolSource.remoteMcpServer, {
      mcpServerUrl: `${WORDS.PUBLIC_URL}/mcp`,
      mcpToolDescription: { file: 'mcp-tools.json' },
      authorization: { type: 'ApiKeyPluginVault', referenceId: KEY.MCP_KEY_REFERENCE },
    });
  });

  it('describes the tools of the connector, each with schemas that are sound', () => {
    const { tools } = made(KEY).json('mcp-tools.json') as {
      readonly tools: readonly {
        readonly name: string;
        readonly description: string;
        readonly inputSchema: object;
        readonly outputSchema: object;
        readonly annotations: { readonly readOnlyHint: boolean };
      }[];
    };
    const names = tools.map(({ name }) => name);
    assert.deepEqual(names, ['advise', 'explain', 'understand', 'compare_editions', 'open_receipt']);
    for (const { description, inputSchema, outputSchema, annotations } of tools) {
      assert.ok(description.length > 40);
      assert.equal(annotations.readOnlyHint, true);
      for (const schema of [inputSchema, outputSchema]) {
        assert.equal(typeof new Ajv2020({ strict: false }).compile(schema), 'function');
      }
    }
  });

  for (const [name, more] of [
    ['a key that it does not know by reference', { API_KEYS: 'crm:x' }],
    ['a reference, but no key that the server would take', { MCP_KEY_REFERENCE: 'a-key' }],
    ['neither', {}],
  ] as const) {
    it(`leaves nothing of the connector with ${name}`, () => {
      const { json, files, manifest } = made(more);
      assert.equal(manifest.agentConnectors, undefined);
      assert.ok(!files.includes('mcp-tools.json'));
      for (const tag of LANGUAGE_TAGS) {
        assert.ok(Object.keys(json(`${tag.toLowerCase()}.json`)).every((key) => !key.includes('Connector')));
      }
    });
  }

  const changed = (change: (manifest: Made) => unknown): readonly string[] =>
    problems(
      withJson('manifest.json', (value: Made) => void change(value)),
      KEY,
    );

  it('is stopped by an agent that is not the bot, or has not its scope, or is only said to be one', () => {
    const other = changed(({ copilotAgents }) =>
      Object.assign(copilotAgents?.customEngineAgents[0] ?? {}, { id: ID.replace('0c', '1c') }),
    );
    assert.ok(
      other.includes('manifest.json copilotAgents.customEngineAgents[0].id botDiffers'),
      other.join(),
    );
    const unscoped = changed(({ bots }) => bots[0]?.scopes.pop());
    assert.ok(unscoped.includes('manifest.json bots[0].scopes agentWithout'), unscoped.join());
    const none = changed((m) => delete m.copilotAgents);
    assert.ok(none.includes('manifest.json copilotAgents.customEngineAgents noAgent'), none.join());
  });

  it('is stopped by a connector elsewhere, or one that the schema refuses', () => {
    const server = ({ agentConnectors }: Made) => agentConnectors?.[0]?.toolSource.remoteMcpServer ?? {};
    const key = 'manifest.json agentConnectors[0].toolSource.remoteMcpServer';
    const elsewhere = changed((m) =>
      Object.assign(server(m), { mcpServerUrl: 'https://www.fabrikam.com/mcp' }),
    );
    assert.ok(elsewhere.includes(`${key}.mcpServerUrl domain`), elsewhere.join());
    const plain = changed((m) =>
      Object.assign(server(m), { mcpServerUrl: 'http://advisor.contoso.com/mcp' }),
    );
    assert.ok(plain.includes(`${key}.mcpServerUrl schema`), plain.join());
    const secret = changed((m) => Object.assign(server(m), { authorization: { type: 'Password' } }));
    assert.ok(secret.includes(`${key}.authorization.type schema`), secret.join());
  });

  it('is stopped by a text that no part has', () => {
    const stray = { 'agentConnectors[1].displayName': 'x' };
    const found = problems(withJson('hu.json', (texts: object) => Object.assign(texts, stray)));
    assert.deepEqual(found, ['hu.json agentConnectors[1].displayName strayText']);
  });
});

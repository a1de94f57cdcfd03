import assert from 'node:assert/strict';
import { fileURLToPath } from 'node:url';
import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { StdioClientTransport } from '@modelcontextprotocol/sdk/client/stdio.js';
import { StreamableHTTPClientTransport } from '@modelcontextprotocol/sdk/client/streamableHttp.js';
import type { Transport } from '@modelcontextprotocol/sdk/shared/transport.js';
import { newKey } from '../../src/api/callers/api-keys.js';
import { type ApiServer, apiServer } from '../api/api-server.js';
import { ROOT } from '../deployment/dockerfile.js';
import { codeBlocks } from '../documents/code-blocks.js';
import { read } from '../documents/repository.js';
import { timeLimit } from '../effort.js';

const DOCUMENT = 'docs/integrate.md';

/** What a file of servers says of one: where it is, or how it is started. */
type Configured =
  | {
      readonly type: 'http';
      readonly url: string;
      readonly headers: Readonly<Record<string, string>>;
    }
  | { readonly command: string; readonly args: readonly string[] };

interface ServersFile {
  readonly inputs?: readonly { readonly id: string; readonly type: string }[];
  readonly servers?: { readonly advisor: Configured };
  readonly mcpServers?: { readonly advisor: Configured };
}

describe('An assistant that is connected as the document says', function () {
  this.timeout(timeLimit(30_000));
  const { key, entry } = newKey('connected');
  const examples = codeBlocks(DOCUMENT, 'json').filter(({ heading }) => heading === 'Assistants');
  let server: ApiServer;
  before(async () => {
    server = await apiServer({ API_KEYS: entry });
  });
  after(() => server.close());

  /** What stands for what each reader has of their own, filled in as the program that reads the file does. */
  const filledIn = (code: string): ServersFile =>
    JSON.parse(
      code
        .replaceAll('https://<your host>', server.address)
        .replaceAll('<this folder>', fileURLToPath(ROOT))
        .replaceAll(/\$\{(?:input:key|ADVISOR_KEY)\}/g, key),
    ) as ServersFile;

  function transportOf(configured: Configured): unknown {
    if ('command' in configured)
      return new StdioClientTransport({
        command: configured.command,
        args: [...configured.args],
        stderr: 'pipe',
      });
    assert.equal(configured.type, 'http');
    return new StreamableHTTPClientTransport(new URL(configured.url), {
      requestInit: { headers: configured.headers },
    });
  }

  const whose = ['Visual Studio Code', 'Claude Code', 'a program on the own machine'];

  it('is told of each way', () => {
    assert.equal(examples.length, whose.length);
    const inputs = (JSON.parse(examples[0]?.code ?? '') as ServersFile).inputs;
    assert.deepEqual(
      inputs?.map(({ id, type }) => [id, type]),
      [['key', 'promptString']],
    );
  });

  for (const [at, name] of whose.entries()) {
    it(`is asked the next question: ${name}`, async () => {
      const { servers, mcpServers } = filledIn(examples[at]?.code ?? '');
      const client = new Client({ name: 'test', version: '1' });
      await client.connect(transportOf((servers ?? mcpServers)?.advisor ?? assert.fail(name)) as Transport);
      try {
        const { structuredContent } = await client.callTool({
          name: 'advise',
          arguments: { set: { cloud: 'public' } },
        });
        const { ask } = structuredContent as { readonly ask: { readonly fact: string } };
        assert.equal(ask.fact, 'partner');
      } finally {
        await client.close();
      }
    });
  }

  it('is let in with the header that Copilot Studio is told of', async () => {
    const [, header = ''] = /Copilot Studio\*\*:[\s\S]*?header `([^`]+)`/.exec(read(DOCUMENT)) ?? [];
    const client = new Client({ name: 'test', version: '1' });
    const headers = { [header]: key };
    await client.connect(
      new StreamableHTTPClientTransport(new URL('/mcp', server.address), {
        requestInit: { headers },
      }) as Transport,
    );
    assert.ok((await client.listTools()).tools.length > 0);
    await client.close();
  });
});

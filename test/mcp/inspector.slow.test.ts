import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { newKey } from '../../src/api/callers/api-keys.js';
import { EDITION_IDS } from '../../src/policy/edition.js';
import { type ApiServer, apiServer, SITUATION } from '../api/api-server.js';
import { temporaryFolder } from '../start/running.js';
import { inspect, inspectorMissing } from './inspector.js';

const SCRIPT = fileURLToPath(new URL('../../src/tools/mcp.js', import.meta.url));

/** What the inspector ends with where a tool says that something is wrong with what it was given. */
const TOOL_SAYS_WRONG = 5;
/** What it ends with where it cannot connect. */
const WANTS_KEY = 3;

interface Answered {
  readonly content: readonly { readonly text: string }[];
  readonly structuredContent?: Readonly<Record<string, unknown>>;
}

describe('The official MCP inspector, by its command line', () => {
  const { key, entry } = newKey('inspector');
  const folder = temporaryFolder();
  const servers = join(folder.path, 'servers.json');
  let server: ApiServer;
  before(async function () {
    const missing = inspectorMissing();
    if (missing !== undefined) {
      console.log(`      skipped: ${missing}`);
      this.skip();
    }
    server = await apiServer({ API_KEYS: entry });
    const mcpServers = {
      http: { type: 'http', url: `${server.address}/mcp`, headers: { 'X-API-Key': key } },
      keyless: { type: 'http', url: `${server.address}/mcp` },
      stdio: { command: process.execPath, args: [SCRIPT] },
    };
    writeFileSync(servers, JSON.stringify({ mcpServers }));
  });
  after(async () => {
    await server?.close();
    folder.remove();
  });

  const call = (name: string, method: string, ...more: readonly string[]) =>
    inspect(folder.path, ['--config', servers, '--server', name, '--method', method, ...more]);
  const advise = (name: string, given: object) =>
    call(name, 'tools/call', '--tool-name', 'advise', '--tool-args-json', JSON.stringify(given));

  for (const [how, name] of [
    ['over HTTP', 'http'],
    ['over standard input and output', 'stdio'],
  ] as const) {
    describe(how, () => {
      it('lists the tools, and finds nothing in their schemas that some model could not take', async () => {
        const { code, result, complaints } = await call(name, 'tools/list', '--strict');
        assert.equal(code, 0, complaints);
        const { tools } = result as { readonly tools: readonly { readonly name: string }[] };
        assert.deepEqual(
          tools.map((tool) => tool.name),
          ['advise', 'explain', 'understand', 'compare_editions', 'open_receipt'],
        );
      });

      it('gets the next question from “advise” while facts are missing', async () => {
        const { code, result, complaints } = await advise(name, { set: { cloud: 'public' } });
        assert.equal(code, 0, complaints);
        const { content, structuredContent } = result as Answered;
        assert.equal(structuredContent?.eligibility, null);
        const ask = structuredContent?.ask as { readonly question: string } | undefined;
        const [first] = content;
        assert.ok(ask !== undefined && first?.text.includes(ask.question) === true, first?.text);
      });

      it('gets the verdict with its sources from “advise” once they are there', async () => {
        const { code, result, complaints } = await advise(name, { set: SITUATION });
        assert.equal(code, 0, complaints);
        const { content, structuredContent } = result as Answered;
        assert.deepEqual([structuredContent?.eligibility, structuredContent?.ask], ['eligible', null]);
        assert.match(content[0]?.text ?? '', /^Sources:\n- .*https:\/\/learn\.microsoft\.com/m);
      });

      it('is told what to mend', async () => {
        const { code, result } = await advise(name, { set: { cloud: 'moon' } });
        assert.equal(code, TOOL_SAYS_WRONG);
        assert.match((result as Answered).content[0]?.text ?? '', /^\/set\/cloud: .*public/);
      });

      it('lists what there is to read', async () => {
        const { code, result, complaints } = await call(name, 'resources/list');
        assert.equal(code, 0, complaints);
        const { resources } = result as { readonly resources: readonly { readonly uri: string }[] };
        assert.deepEqual(
          resources.map(({ uri }) => uri),
          ['editions', 'review'].flatMap((shelf) => EDITION_IDS.map((id) => `advisor://${shelf}/${id}`)),
        );
      });

      it('lists the prompts', async () => {
        const { code, result, complaints } = await call(name, 'prompts/list');
        assert.equal(code, 0, complaints);
        const { prompts } = result as { readonly prompts: readonly { readonly name: string }[] };
        assert.deepEqual(
          prompts.map((prompt) => prompt.name),
          ['support_call', 'policy_review'],
        );
      });
    });
  }

  it('is not let in without a key', async () => {
    const { code, result, complaints } = await call('keyless', 'tools/list', '--stored-auth-only');
    assert.deepEqual([code, result], [WANTS_KEY, undefined], complaints);
  });
});

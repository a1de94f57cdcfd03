import assert from 'node:assert/strict';
import { execFile, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { newKey } from '../../src/api/callers/api-keys.js';
import { LANGUAGES } from '../../src/language/languages.js';
import { connectorFiles } from '../../src/tools/connector/connector-files.js';
import { type ApiServer, apiServer, SITUATION } from '../api/api-server.js';
import { type CodeBlock, codeBlocks } from './code-blocks.js';
import { type Actions, type ConnectorFile, runFlow } from './flow.js';
import { read } from './repository.js';

const run = promisify(execFile);
const DOCUMENT = 'docs/integrate.md';
const blocks = (language: string): readonly CodeBlock[] => codeBlocks(DOCUMENT, language);

/** The JSON documents in what was printed, one after another or line by line. */
function answersIn(printed: string): readonly Readonly<Record<string, unknown>>[] {
  return printed
    .replaceAll('}{', '}\n{')
    .trim()
    .split('\n')
    .map((text) => JSON.parse(text) as Readonly<Record<string, unknown>>);
}

/** Two subscriptions of one customer. */
const SEVERAL = {
  set: { cloud: 'public', partner: 'directBill', designation: 'held' },
  subscriptions: [
    { service: 'license', seller: 'enterpriseAgreement', goal: 'support' },
    { service: 'usage', seller: 'microsoft', goal: 'support' },
  ],
};

const SERVICE_NOW = fileURLToPath(new URL('service-now.js', import.meta.url));

describe('The examples for other programs', () => {
  const { key, entry } = newKey('example');
  let server: ApiServer;
  let env: NodeJS.ProcessEnv;
  const folder = mkdtempSync(join(tmpdir(), 'advisor-example-'));
  before(async () => {
    server = await apiServer({ API_KEYS: entry });
    env = { ...process.env, ADVISOR: server.address, KEY: key };
  });
  after(async () => {
    await server.close();
    rmSync(folder, { recursive: true });
  });

  const wanted: Readonly<Record<string, (answers: readonly Readonly<Record<string, unknown>>[]) => void>> = {
    'A first answer': ([answer]) => assert.equal(answer?.eligibility, 'eligible'),
    'Their own words': ([answer]) => assert.ok([answer?.understood].flat().length > 2),
    'Thousands at once': (answers) =>
      assert.deepEqual(
        answers.map(({ edition, status }) => edition ?? status),
        ['2026-11', 422],
      ),
    'Answer codes, editions and words': (answers) => assert.equal(answers.length, 5),
  };

  const under = (language: string, heading: string): readonly CodeBlock[] =>
    blocks(language).filter((each) => each.heading === heading);
  const only = ([first, ...more]: readonly CodeBlock[]): string => {
    assert.deepEqual(more, []);
    return first?.code ?? assert.fail('There is no such example.');
  };

  it('are all known to this test', () => {
    const headings = (language: string) => blocks(language).map(({ heading }) => heading);
    assert.deepEqual(headings('sh'), Object.keys(wanted));
    assert.deepEqual(headings('js'), ['Question by question', 'ServiceNow']);
    // Those of assistants are used in test/mcp/, that of a page in test/web/.
    const flows = ['Power Automate and Power Apps', 'Power Automate and Power Apps'];
    assert.deepEqual(headings('json'), ['Assistants', 'Assistants', 'Assistants', ...flows]);
    assert.deepEqual(headings('ts'), ['On a page']);
    const all = ['sh', 'js', 'json', 'ts'].flatMap(blocks);
    // The one besides makes the connector: test/tools/connector/.
    assert.equal(read(DOCUMENT).match(/^ *```/gm)?.length, 2 * (all.length + 1));
  });

  for (const { heading, code } of blocks('sh')) {
    it(`work on the command line: ${heading}`, async function () {
      if (spawnSync('curl', ['--version']).status !== 0) this.skip();
      const { stdout } = await run('sh', ['-ec', code], { env });
      wanted[heading]?.(answersIn(stdout));
    });
  }

  it('work in Node: Question by question', async () => {
    const script = join(folder, 'example.mjs');
    writeFileSync(script, only(under('js', 'Question by question')));
    const { stdout } = await run(process.execPath, [script], { env });
    assert.match(stdout, /https:\/\/learn\.microsoft\.com/);
  });

  describe('in flows of Power Automate', () => {
    const [connected, direct] = under('json', 'Power Automate and Power Apps').map(({ code }) => code);
    const flow = (code: string | undefined, trigger: Readonly<Record<string, string>>) => {
      const files = connectorFiles({ origin: server.address, icon: Buffer.alloc(0), colour: '#000000' });
      const connector = JSON.parse(String(files.get('apiDefinition.swagger.json'))) as ConnectorFile;
      const actions = JSON.parse((code ?? '').replaceAll('https://<your host>', server.address)) as Actions;
      return runFlow(actions, { trigger, parameters: { AdvisorKey: key }, connector, key });
    };

    it('ask through the connector that is made of its file, and write down the answer', async () => {
      const { service, seller, goal } = SITUATION;
      const outputs = await flow(connected, { service, seller, goal });
      const { verdict, steps, code } = outputs.get('Answer') as Readonly<Record<string, unknown>>;
      assert.equal(verdict, LANGUAGES.en.say('eligibility.eligible'));
      assert.ok((steps as readonly unknown[]).length > 0);
      assert.match(String(code), /^MC-/);
      assert.equal(outputs.has('Question'), false);
    });

    it('write down the question where something is missing', async () => {
      const outputs = await flow(connected, { service: 'usage', seller: 'cspPartner', goal: 'takeOver' });
      const { question, options } = outputs.get('Question') as Readonly<Record<string, unknown>>;
      assert.match(String(question), /\?$/);
      assert.ok((options as readonly unknown[]).length > 1);
      assert.equal(outputs.has('Answer'), false);
    });

    it('call over HTTP without a connector', async () => {
      const description = 'They have Office 365 E3 through an EA, we are an indirect reseller.';
      const outputs = await flow(direct, { description });
      const { situation } = outputs.get('Ask_the_advisor') as {
        readonly situation: { readonly seller?: string };
      };
      assert.equal(situation.seller, 'enterpriseAgreement');
    });
  });

  describe('in ServiceNow', () => {
    const notes = new Map<string, string>();
    before(async () => {
      const script = join(folder, 'rule.js');
      const code = only(under('js', 'ServiceNow'));
      // What runs there knows no later JavaScript unless somebody says so.
      assert.doesNotMatch(code, /=>|`|,\s*\)|\b(?:let|const|class)\b/);
      writeFileSync(script, code);
      const several = await server.post('/advise', SEVERAL, { 'X-API-Key': key });
      const { receipt } = (await several.json()) as { readonly receipt: string };
      const described: Readonly<Record<string, string>> = {
        vague: 'They have Office 365 E3 through an EA.',
        whole:
          'Public cloud. Customer has Office 365 E3 through EA, we are an indirect reseller, take over the support?',
        several: receipt,
        keyless: 'They have Office 365.',
      };
      const runs = Object.entries(described).map(([name, description]) => ({
        properties: {
          'advisor.address': server.address,
          'advisor.key': name === 'keyless' ? 'none' : key,
        },
        record: { description },
      }));
      const { stdout } = await run(process.execPath, [SERVICE_NOW, JSON.stringify({ script, runs })]);
      for (const [at, written] of (JSON.parse(stdout) as readonly (readonly string[])[]).entries()) {
        assert.equal(written.length, 1);
        notes.set(Object.keys(described)[at] ?? '', written[0] ?? '');
      }
    });
    const note = (name: string): string => notes.get(name) ?? assert.fail(name);

    it('write the next question with its options into the work notes, and what was read', () => {
      const text = note('vague');
      assert.match(text, /^Read: seller=enterpriseAgreement \(“.+”\)$/m);
      assert.match(text, /^[^-].*\?$/m);
      assert.ok(text.includes(`- ${LANGUAGES.en.say('ui.unknown')}`), text);
    });

    it('write the answer with its sources', () => {
      const text = note('whole');
      assert.ok(text.includes(`\n${LANGUAGES.en.say('eligibility.eligible')}\n`), text);
      assert.match(text, /^- .+: .+ https:\/\/\S+$/m);
      assert.match(text, /^Answer code: MC-/m);
    });

    it('write each verdict of several subscriptions, and their one plan', () => {
      const text = note('several');
      assert.equal(
        text.match(/^[^-\n]+: .+$/gm)?.filter((line) => !/^(Read|Answer code)/.test(line)).length,
        2,
        text,
      );
      assert.match(text, /^Answer code: MC-/m);
    });

    it('write what is wrong', () => {
      const text = note('keyless');
      assert.equal(text.split('\n')[0], LANGUAGES.en.say('problem.unauthorized'));
    });
  });
});

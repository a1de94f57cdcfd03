import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { cpSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Environment } from '../../../src/start/environment.js';
import { packageCommand } from '../../../src/tools/package/package-command.js';
import { temporaryFolder } from '../../start/running.js';
import { packed, ROOT, WORDS } from './sources.js';
import { unzip } from './unzip.js';

const COMMAND = fileURLToPath(new URL('../../../src/tools/package/package.js', import.meta.url));
const { version } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as { version: string };

describe('npm run package', () => {
  let folder: ReturnType<typeof temporaryFolder>;
  let zip = '';
  beforeEach(() => {
    folder = temporaryFolder();
    zip = join(folder.path, `multichannel-advisor-${version}.zip`);
  });
  afterEach(() => folder.remove());

  /** In this process, which has read the lexicons and the schemas already. */
  async function command(environment: Environment, ...args: readonly string[]) {
    let [out, err] = ['', ''];
    const code = await packageCommand(['--out', folder.path, ...args], {
      environment: () => environment,
      say: (line) => {
        out += `${line}\n`;
      },
      complain: (line) => {
        err += `${line}\n`;
      },
    });
    return { code, out, err };
  }

  /** As it is called, in a process of its own. */
  function called(environment: object, ...args: readonly string[]) {
    return new Promise<{ code: unknown; out: string; err: string }>((done) => {
      const env = { PATH: process.env.PATH, ...environment };
      const all = [COMMAND, '--out', folder.path, ...args];
      execFile(process.execPath, all, { cwd: folder.path, env }, (error, out, err) => {
        done({ code: error?.code ?? 0, out, err });
      });
    });
  }

  it('names everything that is missing, with the remedy', async () => {
    const { code, out, err } = await command({ PUBLIC_URL: ' ' });
    assert.deepEqual([code, out], [2, '']);
    const [heading, ...settings] = err.trimEnd().split('\n');
    assert.equal(heading, '3 settings are missing. Set what follows in .env and try again:');
    assert.deepEqual(
      settings.map((line) => line.split(': ')[0]),
      ['  MicrosoftAppId', '  PUBLIC_URL', '  DEVELOPER_NAME'],
    );
    assert.match(err, /PUBLIC_URL: where the bot is reached, such as https:/);
    assert.ok(!existsSync(zip));
  });

  it('names what is wrong beside what is missing', async () => {
    const { code, err } = await command({ MicrosoftAppId: 'advisor', PUBLIC_URL: 'localhost' });
    assert.equal(code, 2);
    assert.match(err, /DEVELOPER_NAME: .*\nMicrosoftAppId is “advisor”.*\nPUBLIC_URL is “localhost”/);
  });

  it('builds from a .env file, the same bytes every time and in every time zone', async () => {
    writeFileSync(
      join(folder.path, '.env'),
      Object.entries(WORDS)
        .map(([name, value]) => `${name}=${value}\n`)
        .join(''),
    );
    const first = await called({ TZ: 'America/Los_Angeles' });
    assert.deepEqual([first.code, first.err], [0, '']);
    const before = readFileSync(zip);
    await called({ TZ: 'Asia/Tokyo' });
    assert.ok(readFileSync(zip).equals(before));
    const { host } = new URL(WORDS.PUBLIC_URL);
    const size = Math.ceil(before.length / 1024);
    const zipped = `multichannel-advisor-${version}.zip (${size} KB, 8 files)`;
    assert.ok(first.out.startsWith(`Built: ${zipped}, version ${version} for ${host}.\n`), first.out);
    assert.match(first.out, /DEVELOPER_WEBSITE, PRIVACY_URL, TERMS_URL: not set/);
    assert.match(
      first.out,
      /In Microsoft 365 Copilot the bot is an agent\.\nLeft out: the MCP server as a connector/,
    );
  });

  it('puts the checked files at the root of the zip, in one order, on one date', async () => {
    await command(WORDS);
    const entries = unzip(readFileSync(zip));
    const result = packed({ version });
    assert.ok(result.kind === 'files');
    assert.deepEqual(new Set(entries.map(({ name }) => name)), new Set(result.files.keys()));
    for (const { name, content } of entries) assert.ok(result.files.get(name)?.equals(content), name);
    assert.equal(new Set(entries.map(({ date }) => date)).size, 1);
  });

  it('says which file and key stop it, and writes nothing', async () => {
    const from = join(folder.path, 'manifest');
    cpSync(join(ROOT, 'manifest'), from, { recursive: true });
    const path = join(from, 'hu.json');
    writeFileSync(path, readFileSync(path, 'utf8').replace('"súgó"', '"/súgó"'));
    const { code, err } = await command(WORDS, '--from', from);
    assert.equal(code, 1);
    const place = 'manifest/hu.json bots[0].commandLists[0].commands[6].title';
    assert.ok(err.includes(`${place}: A command must not begin with a slash. Remove it.`), err);
    assert.ok(err.startsWith('The package was not built, because of '), err);
    assert.ok(!existsSync(zip));
  });

  it('says which parts for Microsoft 365 Copilot it has, and how to have the others', async () => {
    const key = { API_KEYS: 'crm:x', MCP_KEY_REFERENCE: 'a-key', COPILOT_AGENT: 'off' };
    const { code, out } = await command({ ...WORDS, ...key });
    assert.equal(code, 0);
    assert.match(out, /9 files/);
    assert.match(out, /Left out: the agent .* COPILOT_AGENT=on/);
    assert.ok(
      out.includes(`Agents in Microsoft 365 may use the MCP server at ${WORDS.PUBLIC_URL}/mcp.`),
      out,
    );
  });

  it('warns of what only the store refuses', async () => {
    const { code, out } = await command({ ...WORDS, PUBLIC_URL: 'https://abc-3978.euw.devtunnels.ms' });
    assert.equal(code, 0);
    assert.ok(out.includes('The host abc-3978.euw.devtunnels.ms is a tunnel.'));
  });

  it('explains itself', async () => {
    const { code, err } = await called(WORDS, '--surprise');
    assert.equal(code, 2);
    assert.match(err, /^Usage: npm run package /);
  });

  it('says that a folder cannot be written', async () => {
    writeFileSync(join(folder.path, 'file'), '');
    const out = join(folder.path, 'file', 'below');
    const { code, err } = await command(WORDS, '--out', out);
    assert.deepEqual(
      [code, err],
      [2, `The folder “${out}” cannot be written. Set --out to a folder that can.\n`],
    );
  });
});

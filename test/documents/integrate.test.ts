import assert from 'node:assert/strict';
import { execFile, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { newKey } from '../../src/api/callers/api-keys.js';
import { type ApiServer, apiServer } from '../api/api-server.js';
import { read } from './repository.js';

const run = promisify(execFile);
const document = read('docs/integrate.md');

/** The blocks of code in a language, with the heading that each stands under. */
function blocks(language: string): readonly { readonly heading: string; readonly code: string }[] {
  return document.split(/^## /m).flatMap((section) => {
    const [heading = ''] = section.split('\n');
    return [...section.matchAll(new RegExp(`^\`\`\`${language}\\n([\\s\\S]*?)^\`\`\``, 'gm'))].map(
      ([, code = '']) => ({ heading, code }),
    );
  });
}

/** The JSON documents in what was printed, one after another or line by line. */
function answersIn(printed: string): readonly Readonly<Record<string, unknown>>[] {
  return printed
    .replaceAll('}{', '}\n{')
    .trim()
    .split('\n')
    .map((text) => JSON.parse(text) as Readonly<Record<string, unknown>>);
}

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

  it('are all known to this test', () => {
    assert.deepEqual(
      blocks('sh').map(({ heading }) => heading),
      Object.keys(wanted),
    );
    assert.equal(blocks('js').length, 1);
  });

  for (const { heading, code } of blocks('sh')) {
    it(`work on the command line: ${heading}`, async function () {
      if (spawnSync('curl', ['--version']).status !== 0) this.skip();
      const { stdout } = await run('sh', ['-ec', code], { env });
      wanted[heading]?.(answersIn(stdout));
    });
  }

  for (const { heading, code } of blocks('js')) {
    it(`work in Node: ${heading}`, async () => {
      const script = join(folder, 'example.mjs');
      writeFileSync(script, code);
      const { stdout } = await run(process.execPath, [script], { env });
      assert.match(stdout, /https:\/\/learn\.microsoft\.com/);
    });
  }
});

import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, existsSync, openSync } from 'node:fs';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { timeLimit } from '../effort.js';
import { temporaryFolder } from './running.js';

const COMMANDS = {
  prove: ['prove.js'],
  compare: ['compare.js', '2019-03', '2020-06'],
  review: ['review.js', '--edition', '2019-03', '--out'],
} as const;

/** Runs it with an output that takes nothing: one that nobody reads any more, or a full disk. */
async function run(words: readonly string[], full: boolean) {
  const [script = '', ...more] = words;
  const program = fileURLToPath(new URL(`../../src/tools/${script}`, import.meta.url));
  const output = full ? openSync('/dev/full', 'w') : undefined;
  const child = spawn(process.execPath, [program, ...more], { stdio: ['ignore', output ?? 'pipe', 'pipe'] });
  child.stdout?.destroy();
  try {
    const gone = once(child, 'close') as Promise<[number | null]>;
    assert.ok(child.stderr);
    const said = await text(child.stderr);
    return { code: (await gone)[0], said };
  } finally {
    child.kill('SIGKILL');
    if (output !== undefined) closeSync(output);
  }
}

describe('Commands whose output nobody takes', () => {
  const folder = temporaryFolder();
  after(() => folder.remove());

  for (const [name, words] of Object.entries(COMMANDS)) {
    const all = name === 'review' ? [...words, folder.path] : words;

    it(`end quietly where whoever reads has enough: ${name}`, async () => {
      assert.deepEqual(await run(all, false), { code: 1, said: '' });
    }).timeout(timeLimit(30_000));

    it(`say in one sentence that there is no room: ${name}`, async function () {
      if (!existsSync('/dev/full')) this.skip();
      const { code, said } = await run(all, true);
      assert.equal(code, 1);
      assert.match(said, /^[^\n]+ENOSPC[^\n]+make space\.\n$/);
    }).timeout(timeLimit(30_000));
  }
});

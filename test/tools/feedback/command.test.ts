import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { FeedbackEntry } from '../../../src/feedback/entry.js';
import { Journal } from '../../../src/feedback/journal.js';
import { LANGUAGES } from '../../../src/language/languages.js';
import { openLmdbStore } from '../../../src/storage/lmdb/lmdb.js';
import { entry } from '../../feedback/entries.js';
import { temporaryFolder } from '../../start/running.js';

const COMMAND = fileURLToPath(new URL('../../../src/tools/feedback/feedback.js', import.meta.url));
const { en } = LANGUAGES;

const WRONG = entry('wrong', { reason: 'It was an indirect agreement.' });
const SAID: readonly FeedbackEntry[] = [WRONG, entry('right', { helped: true }), entry('wrong too')];

describe('npm run feedback', () => {
  let folder: ReturnType<typeof temporaryFolder>;
  let data = '';
  beforeEach(() => {
    folder = temporaryFolder();
    data = join(folder.path, 'data');
  });
  afterEach(() => folder.remove());

  function feedback(...args: readonly string[]): Promise<{ code: unknown; out: string; err: string }> {
    return new Promise((done) => {
      const env = { PATH: process.env.PATH, DATA_DIR: data };
      execFile(process.execPath, [COMMAND, ...args], { cwd: folder.path, env }, (error, out, err) => {
        done({ code: error?.code ?? 0, out, err });
      });
    });
  }

  async function write(entries: readonly FeedbackEntry[]) {
    const store = openLmdbStore(data);
    const journal = new Journal(store);
    for (const each of entries) await journal.append(each);
    return store;
  }

  it('says that nobody has said anything', async () => {
    const { code, out } = await feedback();
    assert.equal(code, 0);
    assert.equal(out, 'Nobody has said anything yet.\n');
  });

  it('counts, and prints a test for each "wrong", beside a server that has the data open', async () => {
    const server = await write(SAID);
    const { code, out, err } = await feedback();
    await server.close();
    assert.deepEqual([code, err], [0, '']);
    assert.ok(out.startsWith('3 opinions: 1 helped, 2 wrong.\n'), out);
    const guidance = `${en.say('edition.2019-03')} · ${en.say('eligibility.eligible')}`;
    assert.ok(out.includes(`  ${guidance}: 1 helped, 2 wrong\n`), out);
    assert.ok(out.includes(`Reason: ${WRONG.reason}`));
    assert.equal(out.split("policyFor('2019-03')").length - 1, 2);
  });

  it('tells the same as JSON', async () => {
    await (await write(SAID)).close();
    const { out } = await feedback('--json');
    const told = JSON.parse(out) as {
      count: number;
      tallies: unknown;
      wrong: (FeedbackEntry & { test: string })[];
    };
    assert.equal(told.count, 3);
    assert.deepEqual(told.tallies, [{ edition: '2019-03', eligibility: 'eligible', helped: 1, wrong: 2 }]);
    assert.deepEqual(
      told.wrong.map(({ id, reason }) => [id, reason]),
      SAID.filter(({ helped }) => !helped).map(({ id, reason }) => [id, reason]),
    );
    assert.ok(told.wrong.every(({ test }) => test.includes('describe(')));
  });

  it('writes each test into a file that finds the sources, and never over one that is there', async () => {
    await (await write(SAID)).close();
    const out = join(folder.path, 'new', 'tests');
    await feedback('--out', out);
    const names = readdirSync(out);
    assert.equal(names.length, 2);
    const file = join(out, `wrong-${WRONG.id}.test.ts`);
    const [, path = ''] =
      /from '([^']+)\/policy\/engine\/guidance\.js'/.exec(readFileSync(file, 'utf8')) ?? [];
    assert.ok(readdirSync(join(out, path)).includes('policy'));
    writeFileSync(file, 'filled in');
    const again = await feedback('--out', out);
    assert.equal(readFileSync(file, 'utf8'), 'filled in');
    assert.ok(again.out.includes(`Kept as it was: ${file}`));
  });

  it('says what is wrong with a request', async () => {
    const { code: refused, out: nothing, err: usage } = await feedback('--what');
    assert.deepEqual([refused, nothing], [2, '']);
    assert.match(usage, /^Usage: npm run --silent feedback /);
    await (await write(SAID)).close();
    const file = join(folder.path, 'file');
    writeFileSync(file, '');
    const { code, err } = await feedback('--out', file);
    assert.deepEqual(
      [code, err],
      [2, `The folder “${file}” cannot be written. Set --out to a folder that can.\n`],
    );
  });

  it('says what is wrong with a folder of data', async () => {
    data = join(folder.path, 'file');
    writeFileSync(data, '');
    const { code, err } = await feedback();
    assert.equal(code, 2);
    assert.match(err, /^[^\n]*DATA_DIR[^\n]*\n$/);
  });
});

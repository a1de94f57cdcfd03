import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { newPerson } from '../faults/person.js';
import { startIn, temporaryFolder } from './running.js';

const PROGRAM = fileURLToPath(new URL('../../src/start/backup.js', import.meta.url));

async function backup(environment: Readonly<Record<string, string>>, ...words: readonly string[]) {
  const env = { PATH: process.env.PATH, ...environment };
  const child = spawn(process.execPath, [PROGRAM, ...words], { env, stdio: ['ignore', 'pipe', 'pipe'] });
  const ended = once(child, 'close');
  const [said, complained] = await Promise.all([text(child.stdout), text(child.stderr)]);
  const [code] = (await ended) as [number | null];
  return { code, said, complained };
}

describe('npm run backup', () => {
  const folder = temporaryFolder();
  after(() => folder.remove());
  const DATA_DIR = join(folder.path, 'data');

  it('copies a running bot’s conversations into a folder that another one opens, with tokens that are still good', async () => {
    const running = await startIn(DATA_DIR, { RATE_LIMIT_PER_MINUTE: '0' });
    const person = await newPerson(running.address);
    for (const line of ['start', '1']) assert.equal((await person.say(running.address, line)).status, 200);
    let talking = true;
    const others = Array.from({ length: 4 }, async () => {
      const other = await newPerson(running.address);
      while (talking) await other.say(running.address, 'restart');
    });
    const copy = join(folder.path, 'copies', 'monday');
    const { code, said, complained } = await backup({ DATA_DIR }, copy);
    talking = false;
    await Promise.all(others);
    assert.equal(code, 0, complained);
    assert.ok(said.includes(copy));
    assert.equal(statSync(join(copy, 'direct-line.key')).mode & 0o077, 0);
    const here = await person.heard(running.address);
    await running.close();
    const there = await startIn(copy, { RATE_LIMIT_PER_MINUTE: '0' });
    try {
      assert.deepEqual(await person.heard(there.address), here);
      assert.equal((await person.say(there.address, '1')).status, 200);
    } finally {
      await there.close();
    }
  });

  it('waits for no pipe, and leaves alone what is there beside the new folder', async () => {
    const from = join(folder.path, 'piped');
    await (await startIn(from, {})).close();
    renameSync(join(from, 'direct-line.key'), join(from, 'old.key'));
    assert.equal(spawnSync('mkfifo', [join(from, 'direct-line.key')]).status, 0);
    const beside = join(folder.path, 'sunday.unfinished');
    mkdirSync(beside);
    writeFileSync(join(beside, 'mine'), '');
    const { code, complained } = await backup({ DATA_DIR: from }, join(folder.path, 'sunday'));
    assert.equal(code, 0, complained);
    assert.ok(existsSync(join(beside, 'mine')));
    assert.deepEqual(
      readdirSync(folder.path)
        .filter((name) => name.startsWith('sunday'))
        .sort(),
      ['sunday', 'sunday.unfinished'],
    );
  });

  it('copies what is there where a damaged database was moved away', async () => {
    const from = join(folder.path, 'one of two');
    await (await startIn(from, {})).close();
    renameSync(join(from, 'activities.mdb'), join(folder.path, 'damaged.mdb'));
    const copy = join(folder.path, 'copies', 'of one');
    const { code, complained } = await backup({ DATA_DIR: from }, copy);
    assert.equal(code, 0, complained);
    assert.deepEqual(readdirSync(copy).sort(), ['direct-line.key', 'store.mdb']);
  });

  it('copies nothing of what somebody had forgotten', async () => {
    const WORDS = 'Quillfeather';
    const holds = (of: string): boolean => readFileSync(join(of, 'activities.mdb')).includes(WORDS);
    const running = await startIn(DATA_DIR, { RATE_LIMIT_PER_MINUTE: '0' });
    try {
      const person = await newPerson(running.address);
      const say = async (text: string): Promise<void> => {
        assert.equal((await person.say(running.address, text)).status, 200);
      };
      await say(`${WORDS} bought it from Microsoft`);
      assert.equal(holds(DATA_DIR), true);
      for (const line of ['forget me', 'Yes, delete it']) await say(line);
      assert.doesNotMatch(JSON.stringify(await person.heard(running.address)), new RegExp(WORDS));
      const copy = join(folder.path, 'copies', 'tuesday');
      const { code, complained } = await backup({ DATA_DIR }, copy);
      assert.equal(code, 0, complained);
      assert.equal(holds(copy), false);
    } finally {
      await running.close();
    }
  });

  for (const [what, environment, words, remedy] of [
    ['no folder is named', { DATA_DIR }, [], /Name the new folder/],
    ['the folder is there already', { DATA_DIR }, [folder.path], /is there already/],
    ['there is nothing to copy', { DATA_DIR: join(folder.path, 'nothing') }, ['copy'], /set DATA_DIR/],
    ['they are kept elsewhere', { DATA_DIR, STORAGE_URL: 'redis://localhost' }, ['copy'], /STORAGE_URL/],
  ] as const) {
    it(`says in one sentence what to do where ${what}`, async () => {
      const { code, complained } = await backup(environment, ...words);
      assert.equal(code, 1);
      assert.match(complained, remedy);
      assert.equal(complained.trim().split('\n').length, 1);
      assert.ok(!existsSync('copy'));
    });
  }
});

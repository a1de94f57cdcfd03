import assert from 'node:assert/strict';
import { chmodSync, mkdirSync, statfsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { eventually } from '../eventually.js';
import { temporaryFolder } from '../start/running.js';
import type { Json } from '../turn/bot-server.js';
import { type Child, endChildren, NotStarted, startChild } from './child.js';
import { newPerson } from './person.js';
import { type SmallDisk, smallDisk } from './small-disk.js';

async function refusalOf(DATA_DIR: string): Promise<NotStarted> {
  const started = await startChild({ DATA_DIR }).then(
    async (child) => {
      await child.end('SIGTERM');
      return undefined;
    },
    (error: unknown) => error,
  );
  assert.ok(started instanceof NotStarted, 'it must not start');
  return started;
}

function assertNamesRemedy({ said, code }: NotStarted): void {
  assert.equal(code, 1);
  assert.match(said, /DATA_DIR/);
  assert.equal(said.trim().split('\n').length, 1, `one sentence, no stack: ${said}`);
}

describe('A disk that cannot be used', () => {
  const disks: SmallDisk[] = [];
  after(async () => {
    await endChildren();
    for (const disk of disks) disk.remove();
  });

  function diskOf(bytes: number, skip: () => never): SmallDisk {
    const disk = smallDisk(bytes);
    if (disk === undefined) {
      console.log('      skipped: this user may not mount a file system');
      return skip();
    }
    disks.push(disk);
    return disk;
  }

  it('that gets full: clear answers and a clear log, and everything confirmed is there when it has space', async function () {
    const disk = diskOf(700_000, () => this.skip());
    const DATA_DIR = join(disk.path, 'data');
    let child: Child = await startChild({ DATA_DIR });
    const confirmed: unknown[] = [];
    const person = await newPerson(child.address);
    let refused: Json | undefined;
    for (let line = 0; line < 1000 && refused === undefined; line += 1) {
      const { status, body } = await person.say(child.address, 'restart');
      if (status === 200) confirmed.push(body.id);
      else {
        assert.ok(status >= 500, `status ${status}`);
        refused = body;
      }
    }
    assert.ok(refused !== undefined, 'it got full');
    assert.ok((refused.error as Json).message);
    assert.ok(confirmed.length > 0);
    assert.ok(child.alive());
    // It comes by another way than the answer.
    await eventually('the log with the reason and the remedy', () =>
      child.log
        .filter(({ level }) => Number(level) >= 50)
        .map((entry) => JSON.stringify(entry))
        .some((entry) => /ENOSPC/.test(entry) && /DATA_DIR/.test(entry)),
    );
    const heard = await person.heard(child.address);
    assert.ok(heard.some(({ id }) => id === confirmed.at(-1)));

    disk.grow(20_000_000);
    assert.equal((await person.say(child.address, 'start')).status, 200, 'it goes on by itself');
    await child.end('SIGKILL');
    child = await startChild({ DATA_DIR });
    const after = new Set((await person.heard(child.address)).map(({ id }) => id));
    assert.deepEqual(
      confirmed.slice(-50).filter((id) => !after.has(id)),
      [],
    );
    assert.equal((await person.say(child.address, 'start')).status, 200);
    await child.end('SIGTERM');
  });

  it('that is full from the beginning: it does not start, and says what to do', async function () {
    const disk = diskOf(1_000_000, () => this.skip());
    const { bavail, bsize } = statfsSync(disk.path);
    writeFileSync(join(disk.path, 'full'), Buffer.alloc(bavail * bsize));
    assertNamesRemedy(await refusalOf(join(disk.path, 'data')));
  });

  it('that may only be read: it does not start, and says what to do', async function () {
    const disk = diskOf(1_000_000, () => this.skip());
    mkdirSync(join(disk.path, 'data'));
    disk.readOnly();
    assertNamesRemedy(await refusalOf(join(disk.path, 'data')));
  });

  it('whose folder belongs to somebody else: it does not start, and says what to do', async function () {
    // The superuser may write anywhere.
    if (process.getuid?.() === 0) this.skip();
    const folder = temporaryFolder();
    chmodSync(folder.path, 0o500);
    assertNamesRemedy(await refusalOf(folder.path));
    chmodSync(folder.path, 0o700);
    folder.remove();
  });

  it('whose folder is a file: it does not start, and says what to do', async () => {
    const folder = temporaryFolder();
    const file = join(folder.path, 'file');
    writeFileSync(file, '');
    assertNamesRemedy(await refusalOf(file));
    folder.remove();
  });
});

import assert from 'node:assert/strict';
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { StorageError } from '../../src/storage/error.js';
import { openLmdbStore } from '../../src/storage/lmdb.js';
import { storeContract } from './contract.js';

function assertNamesRemedy(directory: string): void {
  assert.throws(
    () => openLmdbStore(directory),
    (error) =>
      error instanceof StorageError &&
      error.message.includes(directory) &&
      error.message.includes('set DATA_DIR to a writable folder'),
  );
}

describe('the store on disk', () => {
  let directory: string;
  let opened = 0;
  before(() => {
    directory = mkdtempSync(join(tmpdir(), 'store-'));
  });
  after(() => rmSync(directory, { recursive: true }));

  storeContract(() => {
    opened += 1;
    return openLmdbStore(join(directory, `contract ${opened}`));
  });

  it('keeps values and versions over a restart, and creates the folders it needs', async () => {
    const nested = join(directory, 'new', 'Ünïcode folder');
    const first = openLmdbStore(nested);
    const version = await first.write('key', { answer: '汉' }, undefined);
    await first.close();
    const second = openLmdbStore(nested);
    assert.deepEqual(await second.read('key'), { value: { answer: '汉' }, version });
    assert.notEqual(await second.write('key', 2, version), undefined);
    await second.close();
  });

  it('finishes writes under way when it is closed', async () => {
    const folder = join(directory, 'closing');
    const first = openLmdbStore(folder);
    const [version] = await Promise.all([first.write('key', 1, undefined), first.close()]);
    const second = openLmdbStore(folder);
    assert.deepEqual(await second.read('key'), { value: 1, version });
    await second.close();
  });

  it('names the remedy when its folder is a file', () => {
    const file = join(directory, 'file');
    writeFileSync(file, '');
    assertNamesRemedy(file);
    assertNamesRemedy(join(file, 'below'));
  });

  it('names the remedy when its file is not a database', () => {
    const folder = join(directory, 'broken');
    mkdirSync(folder);
    writeFileSync(join(folder, 'store.mdb'), 'not a database'.repeat(1000));
    assertNamesRemedy(folder);
  });

  it('names the remedy when its folder cannot be written', function () {
    // The superuser may write anywhere, so there is nothing to see.
    if (process.getuid?.() === 0 || process.platform === 'win32') this.skip();
    const folder = join(directory, 'read-only');
    mkdirSync(folder);
    chmodSync(folder, 0o500);
    assertNamesRemedy(folder);
  });
});

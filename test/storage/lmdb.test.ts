import assert from 'node:assert/strict';
import { chmodSync, mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DAY, datedVersion, endOfItsDay } from '../../src/storage/dated-version.js';
import { StorageError } from '../../src/storage/error.js';
import { openDatabase } from '../../src/storage/lmdb/database.js';
import { openLmdbStore } from '../../src/storage/lmdb/lmdb.js';
import type { Store } from '../../src/storage/store.js';
import { eventually } from '../eventually.js';
import { storeContract } from './contract.js';
import { turnsBeside } from './turns-beside.js';

function assertNamesRemedy(directory: string): void {
  assert.throws(
    () => openLmdbStore(directory),
    (error) =>
      error instanceof StorageError &&
      error.message.includes(directory) &&
      error.message.includes('set DATA_DIR to a writable folder'),
  );
}

/** Writes until that is refused because the files are not where they were. */
async function refusal(store: Store): Promise<void> {
  const said = await eventually('a refusal', () =>
    store.write(`${Math.random()}`, 1, undefined).then(
      () => undefined,
      (error: unknown) => error,
    ),
  );
  assert.ok(said instanceof StorageError);
  assert.match(said.message, /was deleted, moved or replaced.*DATA_DIR/);
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

  it('works on with versions from before they had a day in them', async () => {
    const folder = join(directory, 'older');
    const database = openDatabase<unknown, string>(folder, 'store.mdb');
    await database.put('k:old', 'value', 123_456_789_012_345);
    await database.put('k:written', 'value', 7);
    await database.close();
    const store = openLmdbStore(folder);
    const far = new Date(Date.now() + 10 * DAY);
    assert.deepEqual(await store.read('old'), { value: 'value', version: '123456789012345' });
    assert.ok(await store.write('written', 'anew', '7'));
    assert.equal(
      await store.sweep(new Date(), () => false),
      0,
      'its day is not known, so it counts as of today',
    );
    assert.equal((await store.read('old'))?.value, 'value');
    assert.equal(await store.sweep(far, () => false), 2);
    await store.close();
  });

  it('sweeps by the day of the version, through more values than it looks at at once', async () => {
    const folder = join(directory, 'days');
    const now = Date.now();
    const database = openDatabase<unknown, string>(folder, 'store.mdb');
    const ages = Array.from({ length: 1200 }, (_, at) => at % 40);
    await Promise.all(ages.map((days, at) => database.put(`k:${at}`, days, datedVersion(now - days * DAY))));
    await database.close();
    const store = openLmdbStore(folder);
    assert.equal(await store.sweep(new Date(now - 30 * DAY), () => false), 1200 * (9 / 40));
    assert.equal((await store.read('30'))?.value, 30);
    assert.equal(await store.read('31'), undefined);
    await store.close();
  });

  it('lets others have their turn while it sweeps, however little there is to delete', async () => {
    const folder = join(directory, 'turns');
    const database = openDatabase<unknown, string>(folder, 'store.mdb');
    await Promise.all(Array.from({ length: 3000 }, (_, at) => database.put(`k:${at}`, at, datedVersion())));
    await database.close();
    const store = openLmdbStore(folder);
    assert.ok((await turnsBeside(() => store.sweep(new Date(), () => false))) >= 6);
    await store.close();
  });

  it('makes versions that are safe integers and tell their day', () => {
    for (const date of ['1970-01-02', '2026-11-21', '2500-01-01']) {
      const version = datedVersion(Date.parse(date));
      assert.ok(Number.isSafeInteger(version));
      assert.equal(endOfItsDay(version), Date.parse(date) + DAY);
    }
    assert.equal(endOfItsDay(2 ** 48 - 1), undefined);
  });

  it('names the remedy when its folder is a file', () => {
    const file = join(directory, 'file');
    writeFileSync(file, '');
    assertNamesRemedy(file);
    assertNamesRemedy(join(file, 'below'));
  });

  for (const name of ['store.mdb', 'store.mdb-lock']) {
    it(`names the remedy when ${name} is no file`, () => {
      const folder = join(directory, `folder for ${name}`);
      mkdirSync(join(folder, name), { recursive: true });
      assert.throws(
        () => openLmdbStore(folder),
        (error) => error instanceof StorageError && /no file: move it away/.test(error.message),
      );
    });
  }

  it('takes nothing while its folder is moved away, which would be gone with the process, and goes on when it is back', async () => {
    const [folder, elsewhere] = [join(directory, 'moved'), join(directory, 'elsewhere')];
    const store = openLmdbStore(folder);
    await store.write('before', 1, undefined);
    renameSync(folder, elsewhere);
    await refusal(store);
    await assert.rejects(store.write('again', 1, undefined), StorageError);
    assert.equal((await store.read('before'))?.value, 1, 'it can be read');
    renameSync(elsewhere, folder);
    await eventually('a write', () => store.write('after', 1, undefined).catch(() => undefined));
    await store.close();
    const opened = openLmdbStore(folder);
    assert.equal((await opened.read('before'))?.value, 1);
    assert.equal((await opened.read('after'))?.value, 1);
    await opened.close();
  });

  for (const names of [['store.mdb', 'store.mdb-lock'], ['store.mdb-lock']]) {
    it(`writes into the files that are there after ${names.join(' and ')} was deleted, and so do others`, async () => {
      const folder = join(directory, `without ${names.join(' ')}`);
      const store = openLmdbStore(folder);
      await store.write('before', 1, undefined);
      for (const name of names) rmSync(join(folder, name));
      const other = openLmdbStore(folder);
      await refusal(store);
      await eventually('a write', () => store.write('mine', 1, undefined).catch(() => undefined));
      await eventually('the other one’s', () => other.write('theirs', 1, undefined).catch(() => undefined));
      assert.equal((await other.read('mine'))?.value, 1);
      assert.equal((await store.read('theirs'))?.value, 1);
      await Promise.all([store.close(), other.close()]);
    });
  }

  it('names the remedy when its file is not a database', () => {
    const folder = join(directory, 'broken');
    mkdirSync(folder);
    const file = join(folder, 'store.mdb');
    writeFileSync(file, 'not a database'.repeat(1000));
    assert.throws(
      () => openLmdbStore(folder),
      (error) =>
        error instanceof StorageError &&
        error.message.includes(file) &&
        /backup.*move it/.test(error.message),
    );
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

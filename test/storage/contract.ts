import assert from 'node:assert/strict';
import { StorageError } from '../../src/storage/error.js';
import type { Store } from '../../src/storage/store.js';

/** What every store promises. `open` gives an empty store; the suite closes it. */
export function storeContract(open: () => Store): void {
  let store: Store;
  beforeEach(() => {
    store = open();
  });
  afterEach(() => store.close());

  it('has nothing under an unknown key', async () => {
    assert.equal(await store.read('unknown'), undefined);
  });

  it('creates a value once', async () => {
    const version = await store.write('key', { answer: 1 }, undefined);
    assert.equal(typeof version, 'string');
    assert.deepEqual(await store.read('key'), { value: { answer: 1 }, version });
    assert.equal(await store.write('key', { answer: 2 }, undefined), undefined);
    assert.deepEqual(await store.read('key'), { value: { answer: 1 }, version });
  });

  it('writes only over the version the writer has read', async () => {
    const first = await store.write('key', 1, undefined);
    const second = await store.write('key', 2, first);
    assert.notEqual(second, undefined);
    assert.notEqual(second, first);
    assert.equal(await store.write('key', 3, first), undefined);
    assert.deepEqual(await store.read('key'), { value: 2, version: second });
  });

  for (const expected of ['1', 'never a version', '', '-1', '1e9']) {
    it(`refuses to write over nothing when version ${JSON.stringify(expected)} is expected`, async () => {
      assert.equal(await store.write('absent', 1, expected), undefined);
      assert.equal(await store.read('absent'), undefined);
    });
  }

  it('lets exactly one of many creators win', async () => {
    const writers = Array.from({ length: 20 }, (_, writer) => writer);
    const versions = await Promise.all(writers.map((writer) => store.write('key', writer, undefined)));
    const winners = writers.filter((writer) => versions[writer] !== undefined);
    assert.equal(winners.length, 1);
    assert.equal((await store.read('key'))?.value, winners[0]);
  });

  it('lets exactly one of many updaters win, and loses no update of those who retry', async () => {
    await store.write('count', 0, undefined);
    async function increment(): Promise<void> {
      for (;;) {
        const seen = await store.read<number>('count');
        assert.ok(seen);
        if ((await store.write('count', seen.value + 1, seen.version)) !== undefined) return;
      }
    }
    await Promise.all(Array.from({ length: 10 }, increment));
    assert.equal((await store.read('count'))?.value, 10);
  });

  it('deletes, and does not mind deleting twice', async () => {
    const version = await store.write('key', 1, undefined);
    await store.delete('key');
    await store.delete('key');
    assert.equal(await store.read('key'), undefined);
    assert.equal(await store.write('key', 2, version), undefined);
  });

  it('never takes an old version for one of a value created anew', async () => {
    const old = await store.write('key', 1, undefined);
    await store.delete('key');
    await store.write('key', 2, undefined);
    assert.equal(await store.write('key', 3, old), undefined);
  });

  it('keeps any key apart from any other', async () => {
    const long = 'k'.repeat(10_000);
    const keys = ['', ' ', '/', '..', '\0', 'a\0', 'a', 'A', 'é', 'e\u0301', '😀', '\ud800', '\ud801'];
    const all = [
      ...keys,
      'k:a',
      'h:a',
      '__proto__',
      'constructor',
      'a|b',
      long,
      `${long}l`,
      '字'.repeat(900),
    ];
    for (const key of all) assert.ok(await store.write(key, `value of ${key}`, undefined), key);
    for (const key of all) assert.equal((await store.read(key))?.value, `value of ${key}`);
  });

  it('keeps values as JSON would, in any script', async () => {
    const value = { text: '汉字 عربى עברית 😀 \0 "', list: [1, -0.5, null, true, ''], nested: { a: {} } };
    await store.write('key', value, undefined);
    assert.deepEqual((await store.read('key'))?.value, value);
  });

  it('is not changed by what a caller does to a value afterwards', async () => {
    const value = { list: [1] };
    await store.write('key', value, undefined);
    value.list.push(2);
    const read = await store.read<typeof value>('key');
    read?.value.list.push(3);
    assert.deepEqual((await store.read('key'))?.value, { list: [1] });
  });

  it('rejects every call after it is closed, and does not mind closing twice', async () => {
    await store.close();
    await assert.rejects(store.read('key'), StorageError);
    await assert.rejects(store.write('key', 1, undefined), StorageError);
    await assert.rejects(store.delete('key'), StorageError);
    await store.close();
  });
}

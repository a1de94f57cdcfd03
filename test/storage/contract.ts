import assert from 'node:assert/strict';
import { StorageError } from '../../src/storage/error.js';
import type { Store } from '../../src/storage/store.js';
import { WordList } from '../../src/storage/word-list.js';

const DAY = 24 * 60 * 60 * 1000;

interface Exceptions {
  /** Values expire by themselves, so that there is nothing to sweep. */
  readonly expires?: boolean;
}

async function addAll(list: WordList, words: readonly string[]): Promise<void> {
  for (const word of words) await list.add(word);
}

async function all(list: WordList): Promise<readonly string[]> {
  const found: string[] = [];
  for await (const word of list.words()) found.push(word);
  return found;
}

/** What every store promises. `open` gives an empty store; the suite closes it. */
export function storeContract(
  open: () => Store | Promise<Store>,
  { expires = false }: Exceptions = {},
): void {
  let store: Store;
  beforeEach(async () => {
    store = await open();
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

  it('has a list of words in parts, whoever adds and removes at once', async () => {
    const parts = new Set<string>();
    const list = (): WordList =>
      new WordList(
        store,
        (part) => {
          parts.add(part);
          return `list ${part}`;
        },
        60,
      );
    const words = Array.from({ length: 20 }, (_, at) => `word-${at}`);
    await Promise.all([0, 1].map((half) => addAll(list(), words.slice(half * 10, half * 10 + 10))));
    assert.deepEqual(new Set(await all(list())), new Set(words));
    assert.equal((await all(list())).length, words.length);
    for (const part of parts) {
      const value = (await store.read<string>(`list ${part}`))?.value ?? '';
      assert.ok(value.length <= 60, value);
    }
    const gone = words.filter((_, at) => at % 2 === 0);
    await Promise.all(gone.map((word) => list().remove(word)));
    assert.deepEqual(new Set(await all(list())), new Set(words.filter((word) => !gone.includes(word))));
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

  for (const key of ['!@#$%^&*()~/\\><,.?\';"`~', '../../etc/passwd', 'con', 'a%2Fb', 'k '.repeat(600)]) {
    it(`takes any key: ${JSON.stringify(key.slice(0, 30))}`, async () => {
      const version = await store.write(key, { of: key }, undefined);
      assert.deepEqual(await store.read(key), { value: { of: key }, version });
      assert.ok(await store.write(key, 'again', version));
      await store.delete(key);
      assert.equal(await store.read(key), undefined);
    });
  }

  it('takes many values at once, and gives each its own back', async () => {
    const keys = Array.from({ length: 60 }, (_, at) => `batch ${at}`);
    const versions = await Promise.all(keys.map((key) => store.write(key, { key }, undefined)));
    assert.ok(!versions.includes(undefined));
    const read = await Promise.all(keys.map((key) => store.read<{ key: string }>(key)));
    assert.deepEqual(
      read.map((each) => each?.value.key),
      keys,
    );
    await Promise.all(keys.map((key) => store.delete(key)));
    assert.equal(await store.read('batch 7'), undefined);
  });

  it('takes a large value', async () => {
    const value = { text: '字'.repeat(200_000) };
    const version = await store.write('large', value, undefined);
    assert.deepEqual(await store.read('large'), { value, version });
  });

  for (const value of [null, false, 0, '', [], {}]) {
    it(`keeps ${JSON.stringify(value)}, and does not take it for nothing`, async () => {
      const version = await store.write('key', value, undefined);
      assert.deepEqual(await store.read('key'), { value, version });
    });
  }

  it('sweeps nothing that was written since', async () => {
    await store.write('key', 1, undefined);
    assert.equal(await store.sweep(new Date(Date.now() - DAY), () => false), 0);
    assert.ok(await store.read('key'));
  });

  it(expires ? 'leaves old values to expire' : 'sweeps what is old, but for what is kept', async () => {
    const old = ['a', 'b', '["conversation","msteams","a:1","29:anna"]', 'é', 'x'.repeat(1000)];
    const kept = ['["feedback",0]', '["feedback","head"]'];
    for (const key of [...old, ...kept]) await store.write(key, { key }, undefined);
    const isKept = (key: string): boolean => key.startsWith('["feedback",');
    const swept = await store.sweep(new Date(Date.now() + 2 * DAY), isKept);
    assert.equal(swept, expires ? 0 : old.length);
    for (const key of kept) assert.ok(await store.read(key), key);
    for (const key of old) assert.equal((await store.read(key)) === undefined, !expires, key);
    assert.equal(await store.sweep(new Date(Date.now() + 2 * DAY), isKept), 0);
    assert.ok(await store.write('a', 'anew', (await store.read('a'))?.version));
  });

  it('rejects every call after it is closed, and does not mind closing twice', async () => {
    await store.close();
    await assert.rejects(store.read('key'), StorageError);
    await assert.rejects(store.write('key', 1, undefined), StorageError);
    await assert.rejects(store.delete('key'), StorageError);
    await assert.rejects(
      store.sweep(new Date(), () => false),
      StorageError,
    );
    await store.close();
  });
}

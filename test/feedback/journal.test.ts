import assert from 'node:assert/strict';
import { feedbackEntry, isEntry } from '../../src/feedback/entry.js';
import { Journal } from '../../src/feedback/journal.js';
import { StorageError } from '../../src/storage/error.js';
import { openLmdbStore } from '../../src/storage/lmdb/lmdb.js';
import { memoryStore } from '../../src/storage/memory.js';
import type { Store } from '../../src/storage/store.js';
import { temporaryFolder } from '../start/running.js';
import { entry, judgement } from './entries.js';

const HINT = JSON.stringify(['feedback', 'head']);
const key = (place: number) => JSON.stringify(['feedback', place]);
const names = (count: number, prefix = 'guidance') =>
  Array.from({ length: count }, (_, at) => `${prefix} ${at}`);

async function idsOf(store: Store): Promise<readonly string[]> {
  return (await new Journal(store).all()).map(({ id }) => id);
}

describe('An entry of feedback', () => {
  it('says what was said, and not by whom or where', () => {
    const effect = {
      ...judgement('a:29:anna.3.7.2019-03'),
      kind: 'feedback',
      reason: 'ask anna@contoso.com',
    };
    const made = feedbackEntry({ ...effect, guidance: { ...effect.guidance, user: 'anna' } as never });
    assert.deepEqual(
      new Set(Object.keys(made)),
      new Set(['day', 'edition', 'eligibility', 'helped', 'id', 'language', 'reason', 'rules', 'situation']),
    );
    assert.match(made.id, /^[\w-]{16}$/);
    assert.ok(!/anna|contoso/.test(JSON.stringify(made)));
    assert.ok(isEntry(JSON.parse(JSON.stringify(made))));
  });

  it('is known by its id: the same guidance has the same, another has another', () => {
    assert.equal(entry('a').id, entry('a', { helped: true }).id);
    assert.notEqual(entry('a').id, entry('b').id);
  });
});

function journalContract(open: () => Store): void {
  let store: Store;
  beforeEach(() => {
    store = open();
  });
  afterEach(() => store.close());

  it('is empty at first', async () => {
    assert.deepEqual(await new Journal(store).all(), []);
  });

  it('keeps entries in the order in which they were said', async () => {
    const entries = names(5).map((name) => entry(name));
    const journal = new Journal(store);
    for (const each of entries) await journal.append(each);
    assert.deepEqual(await journal.all(), entries);
  });

  it('has what was said last: first "wrong", then why', async () => {
    const journal = new Journal(store);
    await journal.append(entry('a'));
    await journal.append(entry('b', { helped: true }));
    await journal.append(entry('a', { reason: 'It was indirect.' }));
    assert.deepEqual(await journal.all(), [
      entry('a', { reason: 'It was indirect.' }),
      entry('b', { helped: true }),
    ]);
  });

  it('has one entry of what somebody thinks of one guidance, however often they change their mind', async () => {
    const journal = new Journal(store);
    await journal.append(entry('b'));
    for (let i = 0; i < 90; i += 1) await journal.append(entry('a', { helped: i % 2 === 0, reason: `${i}` }));
    assert.deepEqual(await journal.all(), [entry('b'), entry('a', { helped: false, reason: '89' })]);
    assert.equal(await store.read(key(2)), undefined, 'nothing else is kept of it');
  });

  it('keeps the words of an opinion that is tapped again, and not those of another one', async () => {
    const journal = new Journal(store);
    await journal.append(entry('a', { reason: 'It was indirect.' }));
    await journal.append(entry('a'));
    assert.deepEqual(await journal.all(), [entry('a', { reason: 'It was indirect.' })]);
    await journal.append(entry('a', { helped: true }));
    assert.deepEqual(await journal.all(), [entry('a', { helped: true })]);
  });

  it('loses nothing when many write at once', async () => {
    const journals = [new Journal(store), new Journal(store)];
    const all = names(40);
    await Promise.all(all.map((name, at) => journals[at % 2]?.append(entry(name))));
    assert.deepEqual(new Set(await idsOf(store)), new Set(all.map((name) => entry(name).id)));
  });

  for (const hint of [undefined, 0, 2, 3, 1000, -1, 1.5, 'many', null]) {
    it(`needs no hint: ${JSON.stringify(hint)} instead of 3`, async () => {
      const journal = new Journal(store);
      for (const name of names(3)) await journal.append(entry(name));
      const known = await store.read(HINT);
      if (hint === undefined) await store.delete(HINT);
      else await store.write(HINT, hint, known?.version);
      await journal.append(entry('one more'));
      assert.equal((await journal.all()).length, 4);
      assert.ok(await store.read(key(3)), 'without a gap');
    });
  }

  it('leaves out what it cannot read, and what comes after stays', async () => {
    const journal = new Journal(store);
    await journal.append(entry('a'));
    await store.write(key(1), { ...entry('x'), edition: '1999' }, undefined);
    await store.write(key(2), { ...entry('y'), situation: { cloud: 'mars' } }, undefined);
    await store.write(key(3), null, undefined);
    await journal.append(entry('b'));
    assert.deepEqual(await idsOf(store), [entry('a').id, entry('b').id]);
  });
}

describe('The journal of feedback', () => {
  describe('in memory', () => journalContract(memoryStore));

  describe('on disk', () => {
    const folder = temporaryFolder();
    let opened = 0;
    after(folder.remove);
    journalContract(() => {
      opened += 1;
      return openLmdbStore(`${folder.path}/${opened}`);
    });

    it('loses nothing with two handles on the same file, and each sees at once what the other wrote', async () => {
      // Which of the two writes last, and in which turn of the event loop, is chance.
      for (let round = 0; round < 10; round += 1) {
        const path = `${folder.path}/shared-${round}`;
        const [one, other] = [openLmdbStore(path), openLmdbStore(path)];
        await Promise.all([
          ...names(30, 'one').map((name) => new Journal(one).append(entry(name))),
          ...names(30, 'other').map((name) => new Journal(other).append(entry(name))),
        ]);
        assert.equal((await idsOf(one)).length, 60);
        assert.deepEqual(await idsOf(other), await idsOf(one));
        await one.close();
        await other.close();
      }
    });
  });

  it('rejects where the store does, and not for the sake of the hint', async () => {
    const store = memoryStore();
    const hintless: Store = {
      ...store,
      write: (at, value, expected) =>
        at === HINT ? Promise.reject(new StorageError('full')) : store.write(at, value, expected),
    };
    await new Journal(hintless).append(entry('a'));
    assert.equal((await idsOf(store)).length, 1);
    await store.close();
    await assert.rejects(new Journal(store).append(entry('b')), StorageError);
  });
});

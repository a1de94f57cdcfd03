import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openLmdbLog } from '../../../src/channels/directline/log/lmdb-log.js';
import { StorageError } from '../../../src/storage/error.js';
import { openLmdbStore } from '../../../src/storage/lmdb/lmdb.js';
import { turnsBeside } from '../../storage/turns-beside.js';
import { logContract } from './log-contract.js';

describe('the activity log on disk', () => {
  let directory: string;
  let opened = 0;
  before(() => {
    directory = mkdtempSync(join(tmpdir(), 'log-'));
  });
  after(() => rmSync(directory, { recursive: true }));

  logContract(() => {
    opened += 1;
    return openLmdbLog(join(directory, `contract ${opened}`));
  });

  it('keeps activities and goes on counting after a restart, beside the store', async () => {
    const folder = join(directory, 'shared');
    const store = openLmdbStore(folder);
    const first = openLmdbLog(folder);
    const logged = await first.append('c', { text: '汉' });
    await store.write('c', 1, undefined);
    await first.close();
    const second = openLmdbLog(folder);
    assert.deepEqual(await second.read('c', 0), { activities: [logged], watermark: 1 });
    assert.equal((await second.append('c', {})).id, 'c|0000002');
    assert.equal((await store.read('c'))?.value, 1);
    await second.close();
    await store.close();
  });

  it('lets others have their turn while it sweeps, however little there is to delete', async () => {
    const log = openLmdbLog(join(directory, 'turns'));
    await Promise.all(Array.from({ length: 500 }, (_, at) => log.append(`c${at}`, { text: 'a' })));
    assert.ok((await turnsBeside(() => log.sweep(new Date(0)))) >= 10);
    await log.close();
  });

  it('names the remedy when its folder is a file', () => {
    const file = join(directory, 'file');
    writeFileSync(file, '');
    assert.throws(() => openLmdbLog(file), StorageError);
  });
});

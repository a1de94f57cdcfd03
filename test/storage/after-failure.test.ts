import assert from 'node:assert/strict';
import { mock } from 'node:test';
import { NoRoomError } from '../../src/storage/error.js';
import { afterFailure } from '../../src/storage/lmdb/after-failure.js';

describe('After a write that failed', () => {
  /** A disk that can be broken, and what was asked of it. */
  function brokenDisk() {
    const disk = { works: false, opened: 0, written: 0 };
    const { write: guard, mend } = afterFailure(async () => {
      if (!disk.works) throw new Error('read-only');
      disk.opened += 1;
    });
    const write = (): Promise<string> =>
      guard(async () => {
        disk.written += 1;
        if (!disk.works) throw new Error('failed');
        return 'done';
      });
    return { disk, guard, write, mend };
  }

  let now = 0;
  beforeEach(() => {
    mock.method(performance, 'now', () => now);
  });
  afterEach(() => mock.restoreAll());

  it('none is tried until the disk works and the file is opened anew, once for all who come', async () => {
    const { disk, write } = brokenDisk();
    await assert.rejects(write(), /failed/);
    for (let times = 0; times < 5; times += 1) await assert.rejects(write());
    assert.equal(disk.written, 1);
    disk.works = true;
    await assert.rejects(write(), 'it is not looked at all the time');
    now += 500;
    assert.deepEqual(await Promise.all([write(), write(), write()]), ['done', 'done', 'done']);
    assert.deepEqual([disk.opened, disk.written], [1, 4]);
    await write();
    assert.equal(disk.opened, 1);
  });

  it('nothing is opened while another is under way', async () => {
    const { disk, guard, write } = brokenDisk();
    let finish = (): void => undefined;
    const long = guard(
      () =>
        new Promise<void>((done) => {
          finish = done;
        }),
    );
    await assert.rejects(write());
    disk.works = true;
    now += 500;
    await assert.rejects(write());
    assert.equal(disk.opened, 0);
    finish();
    await long;
    assert.equal(await write(), 'done');
  });

  it('or a read, the file is opened anew before it is read again', async () => {
    const { disk, mend } = brokenDisk();
    await assert.rejects(mend(new Error('invalid')));
    disk.works = true;
    now += 500;
    await mend(new Error('invalid'));
    assert.equal(disk.opened, 1);
  });

  it('others are tried where only room was missing', async () => {
    const { write: guard } = afterFailure(() => assert.fail('there is no need'));
    await assert.rejects(
      guard(() => Promise.reject(new NoRoomError('full'))),
      NoRoomError,
    );
    assert.equal(await guard(async () => 1), 1);
  });
});

import assert from 'node:assert/strict';
import { setTimeout as pause } from 'node:timers/promises';
import { StorageError } from '../../src/storage/error.js';
import { boundedWrites } from '../../src/storage/lmdb/bounded-writes.js';

/** A write that needs its process twice before it is done. */
async function inTwoTurns(): Promise<string> {
  await pause(1);
  await pause(1);
  return 'written';
}

describe('Writes with a time limit', () => {
  it('end when it is over', async () => {
    const bounded = boundedWrites(80);
    await assert.rejects(
      bounded(() => new Promise(() => undefined)),
      (error) => error instanceof StorageError && /ETIMEDOUT/.test(error.message),
    );
  });

  it('are not late because their own process was busy for longer than that', async () => {
    const bounded = boundedWrites(80);
    const written = bounded(inTwoTurns);
    for (const end = performance.now() + 400; performance.now() < end; );
    assert.equal(await written, 'written');
  });
});

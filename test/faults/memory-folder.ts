import { mkdtempSync, rmSync, statfsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Where Linux has a file system in memory. */
const IN_MEMORY = '/dev/shm';
/** In bytes: more than all that a test writes, with what the product wants to be kept free. */
const ROOM = 512 * 1024 * 1024;

function place(): string {
  try {
    const { bavail, bsize } = statfsSync(IN_MEMORY);
    return bavail * bsize > ROOM ? IN_MEMORY : tmpdir();
  } catch {
    return tmpdir();
  }
}

/**
 * A folder that is gone afterwards, in memory where there is room: where other tests keep the disk busy for longer than a
 * write may take, the product refuses turns, and a test of something else would be told so.
 */
export function memoryFolder() {
  const path = mkdtempSync(join(place(), 'advisor-'));
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) };
}

import { closeSync, fstatSync, openSync, writeSync } from 'node:fs';
import { NoRoomError } from '../error.js';
import type { FreeSpace } from './free-space.js';

/**
 * What is begun needs the reserve of the disk untouched; what finishes something that was begun, or deletes, may use
 * half of it.
 */
export type Use = 'begin' | 'finish';

const PAGE = 4096;
/** What a write may change besides its value: a way through the tree, a split on it, the list of free pages. */
const AROUND = 10 * PAGE;
/** So much a file is longer than what is in use, on disks that are not small. */
const SPARE = 1024 * 1024;
const SMALLEST_SPARE = 64 * 1024;
/** How long a look at the file holds, in milliseconds: others may write into it as well. */
const HOLDS = 1000;
const ZEROS = Buffer.alloc(64 * 1024);

export interface Room {
  /**
   * Room for one write of so many bytes, until the returned function says that it is over. Throws `NoRoomError`.
   */
  take(bytes: number, use: Use): () => void;
  close(): void;
}

/**
 * Keeps a file longer than what LMDB has used of it, so that its writes go where the disk has given room already and
 * cannot fail for want of it: a commit that fails may be reported as done, or end the process (docs/adr/0029). What
 * would need more than that is refused before it is written.
 * @param used how much of the file is in use, in bytes
 */
export function roomIn(path: string, space: FreeSpace, used: () => number): Room {
  // Appended to, never written at a place: another process may be making the file longer at the same time.
  const file = openSync(path, 'a');
  let pending = 0;
  let left = 0;
  let lookedAt = Number.NEGATIVE_INFINITY;

  function refuse(): never {
    throw new NoRoomError(
      'The disk is nearly full (ENOSPC): make space for the folder in DATA_DIR. Until then nothing new is taken, and ' +
        'what is kept can be read.',
    );
  }

  /** Makes the file longer, by less than that where the disk has not so much; gives by how much. */
  function grow(bytes: number, use: Use): number {
    const floor = use === 'begin' ? space.reserve() : space.reserve() / 2;
    const wanted = Math.min(bytes, Math.floor((space.left() - floor) / PAGE) * PAGE);
    let grown = 0;
    try {
      while (grown < wanted) grown += writeSync(file, ZEROS, 0, Math.min(ZEROS.length, wanted - grown));
    } catch {
      // Somebody else has filled the disk meanwhile.
    }
    space.take(grown);
    return grown;
  }

  function look(cost: number, use: Use): void {
    lookedAt = performance.now();
    left = fstatSync(file).size - used() - pending;
    const spare = Math.max(SMALLEST_SPARE, Math.min(SPARE, space.reserve() / 4), 2 * cost);
    if (left < spare) left += grow(Math.ceil((spare - left) / PAGE) * PAGE, use);
  }

  return {
    take(bytes, use) {
      if (use === 'begin' && space.left() < space.reserve()) refuse();
      const cost = Math.ceil(bytes / PAGE) * PAGE + AROUND;
      if (left < cost || performance.now() - lookedAt > HOLDS) look(cost, use);
      if (left < cost) refuse();
      left -= cost;
      pending += cost;
      return () => {
        pending -= cost;
      };
    },
    close: () => closeSync(file),
  };
}

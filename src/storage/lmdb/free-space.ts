import { statfsSync } from 'node:fs';

/** How long a look at the disk holds, in milliseconds: turns come faster than disks fill. */
const HOLDS = 1000;

const SMALLEST_RESERVE = 128 * 1024;
const LARGEST_RESERVE = 32 * 1024 * 1024;
/** The share of a small disk that is its reserve. */
const SHARE = 16;

export interface FreeSpace {
  /** Bytes that this process may still take from the disk, looked at no longer than a second ago. */
  left(): number;
  /** Below it nothing new is begun, in bytes: a sixteenth of the disk, 128 KB at least and 32 MB at most. */
  reserve(): number;
  /** Some of it has been taken. */
  take(bytes: number): void;
}

/** The free space of the disk that the folder is on. A folder that cannot be asked has no end of it. */
export function freeSpace(directory: string): FreeSpace {
  let left = Number.POSITIVE_INFINITY;
  let reserve = SMALLEST_RESERVE;
  let lookedAt = Number.NEGATIVE_INFINITY;

  function look(): void {
    const now = performance.now();
    // While there is too little, only what is refused waits for the answer, and it hears at once of more.
    if (now - lookedAt < HOLDS && left >= reserve) return;
    lookedAt = now;
    try {
      const { bavail, blocks, bsize } = statfsSync(directory);
      left = bavail * bsize;
      reserve = Math.max(SMALLEST_RESERVE, Math.min(LARGEST_RESERVE, (blocks * bsize) / SHARE));
    } catch {
      // Where this cannot be asked, a write says by itself that it failed.
      left = Number.POSITIVE_INFINITY;
    }
  }

  return {
    left() {
      look();
      return left;
    },
    reserve() {
      look();
      return reserve;
    },
    take(bytes) {
      left -= bytes;
    },
  };
}

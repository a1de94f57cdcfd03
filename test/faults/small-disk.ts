import { spawnSync } from 'node:child_process';
import { appendFileSync, mkdirSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { temporaryFolder } from '../start/running.js';

function run(program: string, ...words: readonly string[]): boolean {
  return spawnSync(program, words, { stdio: 'ignore' }).status === 0;
}

/** A file system of our own, in memory, of so many bytes; undefined where this user may not mount one. */
export function smallDisk(bytes: number) {
  const folder = temporaryFolder();
  const { path } = folder;
  if (process.platform !== 'linux' || !run('mount', '-t', 'tmpfs', '-o', `size=${bytes}`, 'tmpfs', path)) {
    folder.remove();
    return undefined;
  }
  const remount = (option: string): void => {
    if (!run('mount', '-o', `remount,${option}`, path)) throw new Error(`No ${option} for ${path}.`);
  };
  return {
    path,
    grow: (to: number) => remount(`size=${to}`),
    readOnly: () => remount('ro'),
    remove(): void {
      run('umount', '-l', path);
      folder.remove();
    },
  };
}

/**
 * A disk that its own system makes read-only for good, as it does with one that fails; undefined where this user may
 * not mount one.
 */
export function failingDisk() {
  const folder = temporaryFolder();
  const path = join(folder.path, 'disk');
  const image = join(folder.path, 'image');
  mkdirSync(path);
  writeFileSync(image, '');
  truncateSync(image, 40_000_000);
  if (!run('mkfs.ext4', '-q', image) || !run('mount', '-o', 'loop', image, path)) {
    folder.remove();
    return undefined;
  }
  return {
    path,
    fail(): void {
      if (!run('mount', '-o', 'remount,abort', path)) throw new Error(`${path} does not fail.`);
    },
    remove(): void {
      run('umount', '-l', path);
      folder.remove();
    },
  };
}

export type SmallDisk = NonNullable<ReturnType<typeof smallDisk>>;

/** Takes all that is left of the disk, as another program would; the returned function gives it back. */
export function fill(disk: SmallDisk): () => void {
  const filler = join(disk.path, 'filler');
  for (let size = 1 << 20; size >= 4096; size /= 2) {
    for (;;) {
      try {
        appendFileSync(filler, Buffer.alloc(size, 1));
      } catch {
        break;
      }
    }
  }
  return () => rmSync(filler);
}

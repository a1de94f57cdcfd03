import { spawnSync } from 'node:child_process';
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

export type SmallDisk = NonNullable<ReturnType<typeof smallDisk>>;

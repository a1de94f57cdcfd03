import { join } from 'node:path';
import type { Key, RootDatabase } from 'lmdb';
import { boundedWrites } from './bounded-writes.js';
import { guarded, openDatabase } from './database.js';
import { StorageError } from './error.js';
import { freeSpace } from './free-space.js';
import { roomIn, type Use } from './room.js';

/** What a write needs, and how it is known to be there. */
export interface Writing<T> {
  /** The length of what is written, in bytes. */
  readonly bytes: number;
  readonly use: Use;
  readonly call: () => Promise<T>;
  /** Whether it can be read back, once lmdb says that it is done. */
  readonly isThere: (done: T) => boolean;
}

/** One LMDB file whose writes have room on the disk, end in time, and are there when they are said to be. */
export interface LmdbFile<V, K extends Key> {
  readonly database: RootDatabase<V, K>;
  readonly closed: boolean;
  /** Runs one call that only reads. Rejects with `StorageError`. */
  read<T>(call: () => T | Promise<T>): Promise<T>;
  /** Rejects with `StorageError`, of which `NoRoomError` says that nothing was tried. */
  write<T>(writing: Writing<T>): Promise<T>;
  close(): Promise<void>;
}

function usedBytes<V, K extends Key>(database: RootDatabase<V, K>): number {
  const { lastPageNumber, pageSize } = database.getStats() as Readonly<Record<string, number>>;
  return ((lastPageNumber ?? 0) + 1) * (pageSize ?? 0);
}

/** Opens the file. Throws `StorageError` where the folder or the file cannot be used. */
export function openLmdbFile<V, K extends Key>(directory: string, file: string): LmdbFile<V, K> {
  const database = openDatabase<V, K>(directory, file);
  const room = roomIn(join(directory, file), freeSpace(directory), () => usedBytes(database));
  const bounded = boundedWrites();
  let closed = false;

  function requireOpen(): void {
    if (closed) throw new StorageError(`The file ${file} is closed.`);
  }

  async function run<T>({ bytes, use, call, isThere }: Writing<T>): Promise<T> {
    const release = room.take(bytes, use);
    const done = await call().finally(release);
    if (closed) return done;
    // lmdb resolves some writes of a commit that failed.
    if (!isThere(done)) throw new Error('It was said to be written and is not there.');
    // Looking begins a snapshot that lasts for this turn of the event loop: what others write in it is to be seen.
    database.resetReadTxn();
    return done;
  }

  return {
    database,
    get closed() {
      return closed;
    },
    read: (call) =>
      guarded(() => {
        requireOpen();
        return call();
      }),
    write: (writing) =>
      guarded(() => {
        requireOpen();
        return bounded(() => run(writing));
      }),
    async close() {
      if (closed) return;
      closed = true;
      room.close();
      await guarded(() => database.close());
    },
  };
}

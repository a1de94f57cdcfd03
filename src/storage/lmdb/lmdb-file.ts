import { join } from 'node:path';
import type { Key, RootDatabase } from 'lmdb';
import { StorageError } from '../error.js';
import { afterFailure } from './after-failure.js';
import { boundedWrites } from './bounded-writes.js';
import { guarded, openDatabase, requireSpace } from './database.js';
import { freeSpace } from './free-space.js';
import { inPlace } from './in-place.js';
import { type Room, roomIn, type Use } from './room.js';

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
  /** Not to be kept: after a write that failed it is another one. Throws `StorageError` while there is none. */
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
  let database = openDatabase<V, K>(directory, file);
  let opening: Promise<void> | undefined;
  let isOpen = true;
  const path = join(directory, file);
  const space = freeSpace(directory);
  const roomNow = (): Room => roomIn(path, space, () => usedBytes(database));
  const placeNow = (): (() => void) => inPlace([path, `${path}-lock`]);
  let room = roomNow();
  let requireInPlace = placeNow();
  const bounded = boundedWrites();
  const failures = afterFailure(() => {
    opening = openAnew().finally(() => {
      opening = undefined;
    });
    return opening;
  });
  let closed = false;

  /** An LMDB whose commit has failed may refuse all others for ever. While the disk fails the old one can be read. */
  async function openAnew(): Promise<void> {
    requireSpace(directory, true);
    const old = isOpen ? database : undefined;
    isOpen = false;
    await old?.close();
    database = openDatabase<V, K>(directory, file);
    isOpen = true;
    // The name may be another file's by now.
    room.close();
    room = roomNow();
    requireInPlace = placeNow();
  }

  function requireOpen(): void {
    if (closed) throw new StorageError(`The file ${file} is closed.`);
  }

  function whileOpen(): RootDatabase<V, K> {
    if (!isOpen)
      throw new StorageError(`The file ${file} could not be opened again: check the disk of DATA_DIR.`);
    return database;
  }

  async function run<T>({ bytes, use, call, isThere }: Writing<T>): Promise<T> {
    requireInPlace();
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
    get database() {
      return whileOpen();
    },
    get closed() {
      return closed;
    },
    read: (call) =>
      guarded(() => {
        requireOpen();
        if (opening !== undefined) return opening.then(call);
        try {
          return call();
        } catch (error) {
          return failures.mend(error).then(call);
        }
      }),
    write: (writing) =>
      guarded(() => {
        requireOpen();
        return bounded(() => failures.write(() => run(writing)));
      }),
    async close() {
      if (closed) return;
      closed = true;
      await opening?.catch(() => undefined);
      room.close();
      if (isOpen) await guarded(() => database.close());
    },
  };
}

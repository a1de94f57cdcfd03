import { randomBytes } from 'node:crypto';
import { constants, copyFileSync, linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Logger } from 'pino';
import { CLOUDS } from './channels/clouds.js';
import type { ActivityLog } from './channels/directline/activity-log.js';
import type { Config } from './config.js';
import { isKeptForGood } from './operation/retention.js';
import { StorageError } from './storage/error.js';
import type { StorageLocation } from './storage/location.js';
import type { Store } from './storage/store.js';

export interface Data {
  readonly store: Store;
  readonly activities: ActivityLog;
  /** Signs Direct Line tokens; the same for all instances that share the store. */
  readonly key: Uint8Array;
}

type Settings = Pick<Config, 'cloud' | 'dataDir' | 'directLineKey' | 'retentionDays' | 'storage'>;

/** Where instances that share a store keep their common key. */
const SHARED_KEY = JSON.stringify(['shared', 'direct-line-key']);
const KEY_BYTES = 32;

/** Gives the file its name, unless somebody has it already (EEXIST); not every file system knows links. */
function place(draft: string, file: string): void {
  try {
    linkSync(draft, file);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') throw error;
    copyFileSync(draft, file, constants.COPYFILE_EXCL);
  }
}

/** The key that signs Direct Line tokens, made once and kept, so that tokens outlive a restart. */
function keyOnDisk(dataDir: string): Uint8Array {
  const file = join(dataDir, 'direct-line.key');
  const draft = `${file}.${process.pid}`;
  try {
    // Under another name first: what a full disk cuts short must not be taken for a key.
    writeFileSync(draft, randomBytes(KEY_BYTES), { mode: 0o600, flush: true });
    place(draft, file);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) {
      throw new StorageError(`${file} cannot be written. Set DATA_DIR to a folder that can.`, {
        cause: error,
      });
    }
  }
  rmSync(draft, { force: true });
  const key = readFileSync(file);
  if (key.length >= KEY_BYTES) return key;
  throw new StorageError(`${file} is no key: it is too short. Delete it, and a new one is made.`);
}

/** The same in a store that instances share: whoever starts first makes it. */
async function keyInStore(store: Store): Promise<Uint8Array> {
  await store.write(SHARED_KEY, randomBytes(KEY_BYTES).toString('base64'), undefined);
  const stored = await store.read<unknown>(SHARED_KEY);
  const key = typeof stored?.value === 'string' ? Buffer.from(stored.value, 'base64') : Buffer.alloc(0);
  if (key.length >= KEY_BYTES) return key;
  throw new StorageError('The shared key of Direct Line is unreadable. Set DIRECT_LINE_TOKEN_KEY.');
}

async function openOnDisk({ dataDir, directLineKey }: Settings): Promise<Data> {
  const { openLmdbStore } = await import('./storage/lmdb.js');
  const { openLmdbLog } = await import('./channels/directline/lmdb-log.js');
  const directory = resolve(dataDir);
  try {
    mkdirSync(directory, { recursive: true });
  } catch (error) {
    throw new StorageError(`${directory} cannot be created. Set DATA_DIR to a folder that can be written.`, {
      cause: error,
    });
  }
  const store = openLmdbStore(directory);
  return { store, activities: openLmdbLog(directory), key: directLineKey ?? keyOnDisk(directory) };
}

async function openInRedis(url: string, { retentionDays }: Settings, log: Logger) {
  const { openRedisStore } = await import('./storage/redis.js');
  const { openRedisLog } = await import('./channels/directline/redis-log.js');
  const onChange = (connected: boolean): void => {
    if (connected) log.info('Redis is there again');
    else log.error('The connection to Redis is lost; it is looked for until it is there again');
  };
  const store = await openRedisStore({ url, retentionDays, isKept: isKeptForGood, onChange });
  return { store, activities: await openRedisLog({ url, retentionDays }) };
}

async function openInBlob(location: Extract<StorageLocation, { kind: 'blob' }>, { cloud }: Settings) {
  const { openBlobStore } = await import('./storage/blob.js');
  const { storeLog } = await import('./channels/directline/store-log.js');
  const store = await openBlobStore(location, CLOUDS[cloud].login);
  return { store, activities: storeLog(store) };
}

/**
 * Opens what is kept: on this machine's disk, or where STORAGE_URL says. What only the other places need is not even
 * loaded. Rejects with `StorageError`.
 */
export async function openData(settings: Settings, log: Logger): Promise<Data> {
  const { storage, directLineKey } = settings;
  if (storage === undefined) return openOnDisk(settings);
  const opened =
    storage.kind === 'redis'
      ? await openInRedis(storage.url, settings, log)
      : await openInBlob(storage, settings);
  log.info(`Conversations are kept in ${storage.kind === 'redis' ? 'Redis' : 'Azure Blob Storage'}`);
  return { ...opened, key: directLineKey ?? (await keyInStore(opened.store)) };
}

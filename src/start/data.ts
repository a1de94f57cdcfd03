import { randomBytes } from 'node:crypto';
import {
  constants,
  copyFileSync,
  existsSync,
  linkSync,
  mkdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join, resolve } from 'node:path';
import type { Logger } from 'pino';
import { isCaseKey } from '../cases/case-keys.js';
import type { ActivityLog } from '../channels/directline/log/activity-log.js';
import type { LookForKey } from '../channels/directline/tokens/key-ring.js';
import { isTokenKey, KEY_BYTES } from '../channels/directline/tokens/token-key.js';
import { CLOUDS } from '../clouds/clouds.js';
import { type Counters, ownCounters } from '../limits/rate.js';
import { isKeptForGood } from '../operation/retention.js';
import { StorageError } from '../storage/error.js';
import type { StorageLocation } from '../storage/location.js';
import type { Store } from '../storage/store.js';
import type { Config } from './config.js';
import { keyInStore } from './shared-key.js';

export interface OpenedData {
  readonly store: Store;
  readonly activities: ActivityLog;
  /** Signs Direct Line tokens; the same for all instances that share the store. */
  readonly key: Uint8Array;
  /** Where instances make that key themselves: which it is by now. */
  readonly lookForKey?: LookForKey;
  /** Counts callers, together with all instances where they share Redis. */
  readonly counters: Counters;
}

type DataSettings = Pick<
  Config,
  'caseRetentionDays' | 'cloud' | 'dataDir' | 'directLineKey' | 'retentionDays' | 'storage'
>;

function isCalled(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code;
}

/** Gives the file its name, unless somebody has it already (EEXIST); not every file system knows links. */
function place(draft: string, file: string): void {
  try {
    linkSync(draft, file);
  } catch (error) {
    if (isCalled(error, 'EEXIST')) throw error;
    try {
      copyFileSync(draft, file, constants.COPYFILE_EXCL);
    } catch (half) {
      if (!isCalled(half, 'EEXIST')) rmSync(file, { force: true });
      throw half;
    }
  }
}

/** Makes a key, unless somebody else has made one meanwhile. */
function makeKey(file: string): void {
  const draft = `${file}.${process.pid}`;
  try {
    // Under another name first: what a full disk cuts short must not be taken for a key.
    writeFileSync(draft, randomBytes(KEY_BYTES), { mode: 0o600, flush: true });
    place(draft, file);
  } catch (error) {
    if (isCalled(error, 'EEXIST')) return;
    throw new StorageError(`${file} cannot be written. Set DATA_DIR to a folder that can.`, { cause: error });
  } finally {
    rmSync(draft, { force: true });
  }
}

/** In bytes; more than any key has. */
const LONGEST_KEY = 4096;

/** The key that signs Direct Line tokens, made once and kept, so that tokens outlive a restart. */
function keyOnDisk(dataDir: string): Uint8Array {
  const file = join(dataDir, 'direct-line.key');
  if (!existsSync(file)) makeKey(file);
  // A pipe would be waited for, for ever; a link may lead nowhere.
  const found = statSync(file, { throwIfNoEntry: false });
  const isRead = found?.isFile() === true && found.size <= LONGEST_KEY;
  const key = isRead ? readFileSync(file) : Buffer.alloc(0);
  if (isTokenKey(key)) return key;
  throw new StorageError(
    `${file} is no key: it is no file, too short, far too long or one byte again and again. Delete it, and a new one is made.`,
  );
}

async function openOnDisk({ dataDir, directLineKey }: DataSettings): Promise<OpenedData> {
  const { openLmdbStore } = await import('../storage/lmdb/lmdb.js');
  const { openLmdbLog } = await import('../channels/directline/log/lmdb-log.js');
  const directory = resolve(dataDir);
  try {
    // What people said is for nobody else on this machine; a folder that is there already is its owner's matter.
    mkdirSync(directory, { recursive: true, mode: 0o700 });
  } catch (error) {
    throw new StorageError(`${directory} cannot be created. Set DATA_DIR to a folder that can be written.`, {
      cause: error,
    });
  }
  const store = openLmdbStore(directory);
  return {
    store,
    activities: openLmdbLog(directory),
    key: directLineKey ?? keyOnDisk(directory),
    counters: ownCounters(),
  };
}

async function openInRedis(url: string, { retentionDays, caseRetentionDays }: DataSettings, log: Logger) {
  const { openRedisStore } = await import('../storage/redis/redis.js');
  const { openRedisLog } = await import('../channels/directline/log/redis-log.js');
  const onChange = (connected: boolean): void => {
    if (connected) log.info('Redis is there again');
    else log.error('The connection to Redis is lost; it is looked for until it is there again');
  };
  const daysOf = (key: string): number | undefined => (isCaseKey(key) ? caseRetentionDays : undefined);
  const store = await openRedisStore({ url, retentionDays, daysOf, isKept: isKeptForGood, onChange });
  return { store, activities: await openRedisLog({ url, retentionDays }) };
}

async function openInBlob(location: Extract<StorageLocation, { kind: 'blob' }>, { cloud }: DataSettings) {
  const { openBlobStore } = await import('../storage/blob/blob.js');
  const { storeLog } = await import('../channels/directline/log/store-log.js');
  const store = await openBlobStore(location, CLOUDS[cloud].login);
  return { store, activities: storeLog(store) };
}

async function countersFor(storage: StorageLocation): Promise<Counters> {
  if (storage.kind !== 'redis') return ownCounters();
  const { sharedCounters } = await import('../storage/redis/shared-counters.js');
  return sharedCounters(storage.url);
}

/**
 * Opens what is kept: on this machine's disk, or where STORAGE_URL says. What only the other places need is not even
 * loaded. Rejects with `StorageError`.
 */
export async function openData(settings: DataSettings, log: Logger): Promise<OpenedData> {
  const { storage, directLineKey } = settings;
  if (storage === undefined) return openOnDisk(settings);
  const opened =
    storage.kind === 'redis'
      ? await openInRedis(storage.url, settings, log)
      : await openInBlob(storage, settings);
  log.info(`Conversations are kept in ${storage.kind === 'redis' ? 'Redis' : 'Azure Blob Storage'}`);
  const counters = await countersFor(storage);
  if (directLineKey !== undefined) return { ...opened, key: directLineKey, counters };
  const lookForKey: LookForKey = (known) => keyInStore(opened.store, known);
  return { ...opened, key: await keyInStore(opened.store), lookForKey, counters };
}

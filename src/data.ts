import { randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { openLmdbLog } from './channels/directline/lmdb-log.js';
import { StorageError } from './storage/error.js';
import { openLmdbStore } from './storage/lmdb.js';

/** The key that signs Direct Line tokens, made once and kept, so that tokens outlive a restart. */
function tokenKey(dataDir: string): Uint8Array {
  const file = join(dataDir, 'direct-line.key');
  try {
    writeFileSync(file, randomBytes(32), { flag: 'wx', mode: 0o600 });
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) {
      throw new StorageError(`${file} cannot be written. Set DATA_DIR to a folder that can.`, {
        cause: error,
      });
    }
  }
  const key = readFileSync(file);
  if (key.length >= 32) return key;
  throw new StorageError(`${file} is no key: it is too short. Delete it, and a new one is made.`);
}

/** Opens what is kept on this machine's disk. Throws `StorageError`. */
export function openData(dataDir: string) {
  const directory = resolve(dataDir);
  try {
    mkdirSync(directory, { recursive: true });
  } catch (error) {
    throw new StorageError(`${directory} cannot be created. Set DATA_DIR to a folder that can be written.`, {
      cause: error,
    });
  }
  return { store: openLmdbStore(directory), activities: openLmdbLog(directory), key: tokenKey(directory) };
}

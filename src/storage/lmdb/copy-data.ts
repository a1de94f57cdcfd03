import { chmodSync, copyFileSync, existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { StorageError } from '../error.js';
import { damageOf } from './damage.js';
import { copyDatabase } from './database.js';

/** What LMDB copies itself, and what is small and written in one piece. */
const DATABASES = ['store.mdb', 'activities.mdb'] as const;
const OTHERS = ['direct-line.key', 'under-review.json'] as const;

/**
 * Copies the data in a folder into a new one, also while the bot writes into it: each database as it was at one
 * moment. The new folder is there when it is whole. Rejects with `StorageError`.
 */
export async function backUp(dataDir: string, to: string): Promise<void> {
  const [from, target] = [resolve(dataDir), resolve(to)];
  if (!existsSync(join(from, DATABASES[0]))) {
    throw new StorageError(`There are no conversations in "${from}": set DATA_DIR to the folder of the bot.`);
  }
  if (existsSync(target)) throw new StorageError(`"${target}" is there already: name a folder that is not.`);
  const draft = `${target}.unfinished`;
  try {
    rmSync(draft, { recursive: true, force: true });
    mkdirSync(draft, { recursive: true, mode: 0o700 });
    for (const file of DATABASES) await copyDatabase(join(from, file), join(draft, file));
    for (const file of OTHERS) {
      if (existsSync(join(from, file))) copyFileSync(join(from, file), join(draft, file));
    }
    if (existsSync(join(draft, OTHERS[0]))) chmodSync(join(draft, OTHERS[0]), 0o600);
    const damaged = DATABASES.find((file) => damageOf(join(draft, file)) !== undefined);
    if (damaged !== undefined) throw new StorageError(`The copy of ${damaged} is damaged: try again.`);
    renameSync(draft, target);
  } catch (cause) {
    rmSync(draft, { recursive: true, force: true });
    if (cause instanceof StorageError) throw cause;
    throw new StorageError(`"${target}" could not be written: name a folder on a disk with space.`, {
      cause,
    });
  }
}

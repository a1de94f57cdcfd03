import {
  chmodSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs';
import { dirname, join, resolve } from 'node:path';
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
  let draft: string | undefined;
  try {
    mkdirSync(dirname(target), { recursive: true, mode: 0o700 });
    // A new one: a folder of a fixed name might be somebody's.
    const made = mkdtempSync(`${target}.unfinished-`);
    draft = made;
    const inDraft = (file: string): string => join(made, file);
    // Who has moved a damaged one away has the other.
    const there = DATABASES.filter((file) => existsSync(join(from, file)));
    for (const file of there) await copyDatabase(join(from, file), inDraft(file));
    for (const file of OTHERS) {
      // A pipe would be waited for, for ever.
      const isFile = statSync(join(from, file), { throwIfNoEntry: false })?.isFile() === true;
      if (isFile) copyFileSync(join(from, file), inDraft(file));
    }
    if (existsSync(inDraft(OTHERS[0]))) chmodSync(inDraft(OTHERS[0]), 0o600);
    const damaged = there.find((file) => damageOf(inDraft(file)) !== undefined);
    if (damaged !== undefined) throw new StorageError(`The copy of ${damaged} is damaged: try again.`);
    renameSync(made, target);
  } catch (cause) {
    if (draft !== undefined) rmSync(draft, { recursive: true, force: true });
    if (cause instanceof StorageError) throw cause;
    throw new StorageError(`"${target}" could not be written: name a folder on a disk with space.`, {
      cause,
    });
  }
}

import { randomInt } from 'node:crypto';
import { accessSync, constants, existsSync, mkdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { getSystemErrorMap } from 'node:util';
import { asBinary, type Key, open, type RootDatabase } from 'lmdb';
import { StorageError } from '../error.js';
import { damageOf } from './damage.js';

/** What LMDB's two new files need, and some turns. */
const NEEDED_BYTES = 256 * 1024;

/** Room for some two hundred readers; LMDB takes as many as there is room for. */
const LOCK_BYTES = 16 * 1024;

/**
 * Opens one LMDB file in `directory`, creating both. Values are JSON, so that what is stored is what
 * `memoryStore` would store. Throws `StorageError` when the folder or the file cannot be used.
 */
export function openDatabase<V, K extends Key>(directory: string, file: string): RootDatabase<V, K> {
  try {
    mkdirSync(directory, { recursive: true, mode: 0o700 });
    accessSync(directory, constants.R_OK | constants.W_OK | constants.X_OK);
    const path = join(directory, file);
    requireSpace(directory);
    requireSound(path);
    allocateLock(`${path}-lock`);
    // Without overlapping sync a write's promise resolves after its flush: resolved means durable.
    return open<V, K>(path, {
      encoding: 'json',
      useVersions: true,
      overlappingSync: false,
      // lmdb's own batches leave a rejection behind that nobody can catch, so that a full disk would end the process.
      eventTurnBatching: false,
    });
  } catch (cause) {
    if (cause instanceof StorageError) throw cause;
    const full = cause instanceof Error && 'code' in cause && cause.code === 'ENOSPC';
    throw new StorageError(
      full
        ? `The disk of the folder "${directory}" is full: make space, or set DATA_DIR to another folder.`
        : `The folder "${directory}" cannot be used: set DATA_DIR to a writable folder.`,
      { cause },
    );
  }
}

/**
 * Copies one LMDB file as it is at one moment, though others write into it, without its free pages: what was deleted is
 * in them until something else is. Throws `StorageError` where it is damaged.
 */
export async function copyDatabase(from: string, to: string): Promise<void> {
  requireSound(from);
  const database = open(from, { readOnly: true });
  try {
    await database.backup(to, true);
  } finally {
    await database.close();
  }
}

/**
 * Throws where the disk does not take what two new files need. LMDB maps its files into memory: on a full disk touching
 * them would end the process instead of failing.
 */
export function requireSpace(directory: string, flush = false): void {
  const probe = join(directory, `space-${process.pid}-${randomInt(2 ** 32)}.probe`);
  try {
    writeFileSync(probe, Buffer.alloc(NEEDED_BYTES, 1), { flag: 'wx', flush });
  } finally {
    rmSync(probe, { force: true });
  }
}

/** LMDB leaves a hole in its file of readers, and touching it on a full disk would end the process. */
function allocateLock(path: string): void {
  if (existsSync(path)) return;
  try {
    writeFileSync(path, Buffer.alloc(LOCK_BYTES), { flag: 'wx' });
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
  }
}

/** Throws where LMDB would not refuse the file but end the process, or wait for ever. */
function requireSound(path: string): void {
  for (const each of [path, `${path}-lock`]) {
    if (statSync(each, { throwIfNoEntry: false })?.isFile() !== false) continue;
    throw new StorageError(`"${each}" is no file: move it away, or set DATA_DIR to another folder.`);
  }
  const damage = damageOf(path);
  if (damage === undefined) return;
  throw new StorageError(
    `"${path}" is damaged or no database of this bot (${damage}): restore it from a backup, or move it and ` +
      `"${path}-lock" away, and the bot begins without what it held.`,
  );
}

/** JSON as lmdb would have made it of the value, and its length in bytes. */
export function encodedJson<V>(text: string): { readonly stored: V; readonly bytes: number } {
  const json = Buffer.from(text);
  return { stored: asBinary(json) as V, bytes: json.length };
}

/** The same of the value itself. */
export function encoded<V>(value: V): { readonly stored: V; readonly bytes: number } {
  return encodedJson(JSON.stringify(value));
}

/** Runs one storage call; whatever it throws or rejects with becomes a `StorageError`. */
export function guarded<T>(call: () => T | Promise<T>): Promise<T> {
  try {
    const given = call();
    // What is there at once is passed on at once: every turn reads twice.
    return isPending(given) ? Promise.resolve(given).catch(fail) : Promise.resolve(given);
  } catch (error) {
    return fail(error);
  }
}

/** lmdb's promises are not all Node's own. */
function isPending<T>(given: T | Promise<T>): given is Promise<T> {
  return typeof given === 'object' && given !== null && 'then' in given;
}

async function fail(error: unknown): Promise<never> {
  if (error instanceof StorageError) throw error;
  const cause = await rootCause(error);
  const reason = systemReason(cause);
  throw new StorageError(
    reason === 'ENOSPC'
      ? 'The disk is full (ENOSPC): make space for the folder in DATA_DIR, or set it to another one.'
      : 'The store could not complete the call: check that the folder in DATA_DIR is writable and has space.',
    { cause: reason === undefined ? cause : Object.assign(new Error(reason), { code: reason }) },
  );
}

/** The system's name of an error, for which lmdb gives only the number. */
function systemReason(error: unknown): string | undefined {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  return typeof code === 'number' && code > 0 ? getSystemErrorMap().get(-code)?.[0] : undefined;
}

/** lmdb tells the reason of a failed commit in a second promise, which must not stay unhandled. */
async function rootCause(error: unknown): Promise<unknown> {
  if (!(error instanceof Error && 'commitError' in error)) return error;
  try {
    await error.commitError;
    return error;
  } catch (reason) {
    return reason;
  }
}

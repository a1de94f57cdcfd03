import { readFileSync, statSync } from 'node:fs';
import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type PassageKey, splitKey } from './passage-key.js';

/** The file in the data directory that tells the bot which sources changed. */
export const UNDER_REVIEW_FILE = 'under-review.json';

/** In bytes: all passages there are, several times. A pipe is not read either, which would be waited for, for ever. */
const LONGEST = 1024 * 1024;

interface File {
  readonly read: string;
  readonly citations: readonly { readonly page: string; readonly section: string }[];
}

function isFile(value: unknown): value is File {
  if (typeof value !== 'object' || value === null) return false;
  const { read, citations } = value as Partial<Record<keyof File, unknown>>;
  return (
    typeof read === 'string' &&
    Array.isArray(citations) &&
    citations.every(
      (each: unknown) =>
        typeof each === 'object' &&
        each !== null &&
        typeof (each as { page?: unknown }).page === 'string' &&
        typeof (each as { section?: unknown }).section === 'string',
    )
  );
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOENT';
}

/**
 * The passages whose source changed and that nobody has looked at yet, as `page#section`. A missing file is
 * an empty set. So is one that cannot be read, which is told to `onMalformed`: guidance must go on without it.
 */
export function readUnderReview(
  dataDir: string,
  onMalformed: (path: string) => void = () => undefined,
): ReadonlySet<string> {
  const path = join(dataDir, UNDER_REVIEW_FILE);
  try {
    const found = statSync(path);
    const isRead = found.isFile() && found.size <= LONGEST;
    const parsed: unknown = isRead ? JSON.parse(readFileSync(path, 'utf8')) : undefined;
    if (isFile(parsed)) return new Set(parsed.citations.map(({ page, section }) => `${page}#${section}`));
  } catch (error) {
    if (isMissing(error)) return new Set();
  }
  onMalformed(path);
  return new Set();
}

/** Writes the file as a whole, or removes it where nothing is under review. `read` is a day (ISO). */
export async function writeUnderReview(
  dataDir: string,
  read: string,
  keys: readonly PassageKey[],
): Promise<void> {
  const path = join(dataDir, UNDER_REVIEW_FILE);
  if (keys.length === 0) {
    await rm(path, { force: true });
    return;
  }
  const file = { read, citations: keys.flatMap((key) => splitKey(key) ?? []) } satisfies File;
  await mkdir(dataDir, { recursive: true, mode: 0o700 });
  // The bot may read at any moment: it sees the old file or the new one, never half of one.
  const next = `${path}.${process.pid}.tmp`;
  await writeFile(next, `${JSON.stringify(file, null, 2)}\n`);
  await rename(next, path);
}

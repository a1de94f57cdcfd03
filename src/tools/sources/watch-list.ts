import { readFile, rename, writeFile } from 'node:fs/promises';
import { type PassageKey, splitKey } from '../../sources/passage-key.js';

/** What was recorded after a person looked: the hash, or null where the passage was not on the page. */
export interface Recorded {
  readonly hash: string | null;
  /** The day (ISO). */
  readonly on: string;
}

/** How one cited passage is found on its page, and how it stood when it was last looked at. */
export interface Watched {
  /** The English headings, row titles or lead-ins that it may stand under; none: the whole article. */
  readonly headings: readonly string[];
  /** Words that tell it from others under the same heading, such as one "Important" box from another. */
  readonly containing?: string;
  readonly recorded: Recorded | null;
}

export type WatchList = ReadonlyMap<PassageKey, Watched>;

/** A watch list that cannot be used. The message names the file, the entry and the remedy. */
export class WatchListError extends Error {
  override readonly name = 'WatchListError';
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isRecorded(value: unknown): value is Recorded {
  if (!isObject(value)) return false;
  const { hash, on } = value;
  const hashed = hash === null || (typeof hash === 'string' && /^[0-9a-f]{64}$/.test(hash));
  return hashed && typeof on === 'string' && /^\d{4}-\d\d-\d\d$/.test(on);
}

function isWatched(value: unknown): value is Watched {
  if (!isObject(value)) return false;
  const { headings, containing, recorded } = value;
  const findable =
    Array.isArray(headings) && headings.every((each) => typeof each === 'string' && each !== '');
  const told = containing === undefined || typeof containing === 'string';
  return findable && told && (recorded === null || isRecorded(recorded));
}

/** Reads and checks a watch list. Throws `WatchListError`. */
export async function readWatchList(path: string): Promise<WatchList> {
  let parsed: unknown;
  try {
    parsed = JSON.parse(await readFile(path, 'utf8'));
  } catch {
    throw new WatchListError(`The watch list ${path} cannot be read as JSON. Restore or repair it.`);
  }
  if (!isObject(parsed)) throw new WatchListError(`The watch list ${path} must be one JSON object.`);
  return new Map(
    Object.entries(parsed).map(([text, watched]) => {
      const key = splitKey(text);
      if (key === undefined || !isWatched(watched)) {
        throw new WatchListError(`The entry "${text}" of the watch list ${path} is malformed. Repair it.`);
      }
      return [`${key.page}#${key.section}`, watched];
    }),
  );
}

/** Laid out as the formatter of this repository lays it out, so that recording leaves the lint content. */
function inJson(list: WatchList): string {
  const entries = [...list].map(([key, { headings, containing, recorded }]) => {
    const items = headings.map((each) => JSON.stringify(each));
    const line = `    "headings": [${items.join(', ')}],`;
    const lines = [
      line.length <= 110 ? line : `    "headings": [\n      ${items.join(',\n      ')}\n    ],`,
      ...(containing === undefined ? [] : [`    "containing": ${JSON.stringify(containing)},`]),
      recorded === null
        ? '    "recorded": null'
        : `    "recorded": { "hash": ${JSON.stringify(recorded.hash)}, "on": ${JSON.stringify(recorded.on)} }`,
    ];
    return `  ${JSON.stringify(key)}: {\n${lines.join('\n')}\n  }`;
  });
  return `{\n${entries.join(',\n')}\n}\n`;
}

/** Replaces the watch list as a whole: a run that is cut short leaves the old one. */
export async function writeWatchList(path: string, list: WatchList): Promise<void> {
  const next = `${path}.${process.pid}.tmp`;
  await writeFile(next, inJson(list));
  await rename(next, path);
}

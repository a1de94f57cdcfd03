import { addressOf, type PageId } from '../../policy/pages.js';
import { type PassageKey, passageKey, splitKey } from '../../sources/passage-key.js';
import type { Dependants } from './dependants.js';
import { type Finding, needsAPerson } from './finding.js';
import { judge, type OtherPage } from './judge.js';
import { type PageRead, readPage } from './read-page.js';
import { type WatchList, WatchListError } from './watch-list.js';

export interface ReadOptions {
  /** Another origin to fetch the same paths from. */
  readonly base: string | undefined;
  /** For one whole page, in milliseconds. */
  readonly timeoutMs: number;
}

export type PageReads = ReadonlyMap<PageId, PageRead>;

/** Pages fetched at the same time: few, out of courtesy to the sites. */
const AT_ONCE = 4;

function addressIn(page: PageId, base: string | undefined): string {
  const { url } = addressOf(page, 'en-us');
  if (base === undefined) return url;
  const { pathname, search } = new URL(url);
  return new URL(pathname + search, base).href;
}

/** Reads each page once. */
export async function readPages(pages: ReadonlySet<PageId>, options: ReadOptions): Promise<PageReads> {
  const reads = new Map<PageId, PageRead>();
  const waiting = [...pages].values();
  const worker = async () => {
    for (const page of waiting) {
      reads.set(page, await readPage(addressIn(page, options.base), options.timeoutMs));
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
  return reads;
}

/** Judges every given passage. Throws `WatchListError` for one that the list does not say how to find. */
export function findings(
  passages: ReadonlyMap<PassageKey, readonly Dependants[]>,
  list: WatchList,
  reads: PageReads,
): readonly Finding[] {
  const pages = [...reads].flatMap(([page, read]): (OtherPage & { readonly page: PageId })[] =>
    read.kind === 'read'
      ? [{ page, url: read.movedTo ?? addressOf(page, 'en-us').url, article: read.article }]
      : [],
  );
  return [...passages].map(([key, dependants]) => {
    const where = splitKey(key);
    const watched = list.get(key);
    const read = where === undefined ? undefined : reads.get(where.page);
    if (where === undefined || watched === undefined || read === undefined) {
      throw new WatchListError(
        `"${key}" is cited but not watched. Add it to src/tools/sources/watch-list.json.`,
      );
    }
    const others = pages.filter(({ page }) => page !== where.page);
    return {
      ...where,
      url: addressOf(where.page, 'en-us').url,
      ...judge(watched, read, others),
      recorded: watched.recorded?.on ?? null,
      recordedAbsent: watched.recorded?.hash === null,
      dependants,
    };
  });
}

/** The list after a person looked: what stands on the pages on this day (ISO) is what the rules rest on. */
export function recordedOn(day: string, list: WatchList, seen: readonly Finding[]): WatchList {
  const next = new Map(list);
  for (const { page, section, hash, heading } of seen) {
    const key = passageKey(page, section);
    const watched = next.get(key);
    if (watched === undefined || hash === undefined) continue;
    // Moved to another heading of its page: from now on it is looked for there first.
    const here = heading !== undefined && hash !== null;
    const headings =
      here && !watched.headings.includes(heading) ? [heading, ...watched.headings] : watched.headings;
    next.set(key, { ...watched, headings, recorded: { hash, on: day } });
  }
  return next;
}

/**
 * What is under review after this run: what it found changed, and what was under review before on pages that
 * it could not read or was not asked to look at.
 */
export function underReview(
  before: ReadonlySet<string>,
  cited: ReadonlyMap<PassageKey, unknown>,
  seen: readonly Finding[],
): readonly PassageKey[] {
  const judged = seen.filter(({ status }) => status !== 'unreachable');
  const settled = new Set(judged.map(({ page, section }) => passageKey(page, section)));
  const kept = [...cited.keys()].filter((key) => before.has(key) && !settled.has(key));
  const changed = judged.filter(needsAPerson).map(({ page, section }) => passageKey(page, section));
  return [...kept, ...changed];
}

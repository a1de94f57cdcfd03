import type { Store } from '../../storage/store.js';
import { untilWritten } from '../../storage/until-written.js';
import { type CaseId, isCaseId } from '../case-keys.js';
import type { CaseCompany } from '../case-store.js';
import type { KeptCase } from '../kept-case.js';
import { readKept } from '../read-case.js';
import { Reaches } from './reach.js';

/** The watched cases are in so many lists, so that two who change theirs seldom meet. */
const LISTS = 16;

/** A watched case, and how many of its keepers can be written to. */
export interface WatchedBy {
  readonly id: CaseId;
  readonly reached: number;
  readonly unreached: number;
}

function listKey(list: number): string {
  return JSON.stringify(['shared', 'case-watched', list]);
}

function listOf(id: CaseId): number {
  return (id.codePointAt(0) ?? 0) % LISTS;
}

function idsIn(value: unknown): readonly CaseId[] {
  return typeof value === 'string' ? value.split(' ').filter(isCaseId) : [];
}

async function update(store: Store, id: CaseId, watched: boolean): Promise<void> {
  const key = listKey(listOf(id));
  await untilWritten(async () => {
    const stored = await store.read<unknown>(key);
    const ids = idsIn(stored?.value);
    if (ids.includes(id) === watched) return true;
    const next = watched ? [...ids, id] : ids.filter((each) => each !== id);
    return store.write(key, next.join(' '), stored?.version);
  });
}

/** Which cases are watched: a store cannot list its keys. What stands there and is kept no longer is taken off when it is looked at. */
export function watchedLists(store: Store): CaseCompany {
  return {
    changed: (kept: KeptCase) => update(store, kept.id, kept.watched && kept.closed === undefined),
    async left(id) {
      if ((await readKept(store, id)) === undefined) await update(store, id, false);
    },
  };
}

/** All watched cases, for whoever looks at them by hand. Rejects with `StorageError`. */
export async function watchedCases(store: Store): Promise<readonly WatchedBy[]> {
  const reaches = new Reaches(store);
  const found: WatchedBy[] = [];
  for (let list = 0; list < LISTS; list += 1) {
    for (const id of idsIn((await store.read(listKey(list)))?.value)) {
      const kept = (await readKept(store, id))?.kept;
      if (kept === undefined) {
        await update(store, id, false);
        continue;
      }
      const known = await Promise.all(kept.keepers.map((keeper) => reaches.read(keeper)));
      const reached = known.filter((reach) => reach !== undefined && reach.blocked === undefined).length;
      found.push({ id, reached, unreached: known.length - reached });
    }
  }
  return found;
}

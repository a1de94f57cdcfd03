import type { Store } from '../../storage/store.js';
import { WordList } from '../../storage/word-list.js';
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

function listsIn(store: Store): readonly WordList[] {
  return Array.from(
    { length: LISTS },
    (_, list) =>
      new WordList(store, (part) =>
        JSON.stringify(['shared', 'case-watched', list, ...(part === '' ? [] : [part])]),
      ),
  );
}

async function update(store: Store, id: CaseId, watched: boolean): Promise<void> {
  const list = listsIn(store)[(id.codePointAt(0) ?? 0) % LISTS];
  await (watched ? list?.add(id) : list?.remove(id));
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
  for (const list of listsIn(store)) {
    for await (const id of list.words()) {
      if (!isCaseId(id)) continue;
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

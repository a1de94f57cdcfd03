import type { Store } from '../storage/store.js';
import { untilWritten } from '../storage/until-written.js';
import { type CaseId, caseListKey, isCaseId } from './case-keys.js';
import type { KeeperId } from './keeper.js';

/** So many cases one person keeps: the list stays a small value, and is read whole. */
export const MOST_CASES = 100;

interface StoredList {
  /** Their ids with spaces between. */
  readonly ids: string;
  /** When it was written, so that it lives as long as the cases in it. */
  readonly day: string;
}

/** Which cases each keeper has. */
export interface CaseList {
  read(keeper: KeeperId): Promise<readonly CaseId[]>;
  /** Whether it is in the list now: there is room for so many. */
  add(keeper: KeeperId, id: CaseId, day: string): Promise<boolean>;
  remove(keeper: KeeperId, id: CaseId): Promise<void>;
  /** Writes the list once a day: what nobody writes is deleted with time. */
  keep(keeper: KeeperId, day: string): Promise<void>;
  delete(keeper: KeeperId): Promise<void>;
}

function idsIn(value: unknown): readonly CaseId[] {
  const ids: unknown = typeof value === 'object' && value !== null && 'ids' in value ? value.ids : '';
  return typeof ids === 'string' ? ids.split(' ').filter(isCaseId) : [];
}

export function caseLists(store: Store): CaseList {
  /** Writes what `next` makes of the list; nothing where that is the same list. */
  function update(
    keeper: KeeperId,
    day: string,
    next: (ids: readonly CaseId[]) => readonly CaseId[],
  ): Promise<readonly CaseId[]> {
    const key = caseListKey(keeper);
    return untilWritten(async () => {
      const stored = await store.read<Partial<StoredList>>(key);
      const before = idsIn(stored?.value);
      const ids = next(before);
      if (ids === before && (stored === undefined || stored.value.day === day)) return ids;
      const value: StoredList = { ids: ids.join(' '), day };
      return (await store.write(key, value, stored?.version)) === undefined ? undefined : ids;
    });
  }

  return {
    read: async (keeper) => idsIn((await store.read(caseListKey(keeper)))?.value),
    async add(keeper, id, day) {
      const ids = await update(keeper, day, (before) =>
        before.includes(id) || before.length >= MOST_CASES ? before : [...before, id],
      );
      return ids.includes(id);
    },
    async remove(keeper, id) {
      const stored = await store.read<Partial<StoredList>>(caseListKey(keeper));
      if (stored === undefined) return;
      await update(keeper, String(stored.value.day), (before) => before.filter((each) => each !== id));
    },
    async keep(keeper, day) {
      await update(keeper, day, (before) => before);
    },
    delete: (keeper) => store.delete(caseListKey(keeper)),
  };
}

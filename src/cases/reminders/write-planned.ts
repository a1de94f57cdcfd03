import type { Store } from '../../storage/store.js';
import { untilWritten } from '../../storage/until-written.js';
import type { Planned } from './due.js';
import { type DueList, hourOf, type ReminderOf } from './due-list.js';
import { type Reminder, readReminder, reminderKey } from './reminder.js';

/** What planning needs: where it is kept, where it is listed, and the time in milliseconds since 1970. */
export interface Planning {
  readonly store: Store;
  readonly due: DueList;
  readonly now: () => number;
}

/**
 * Changes a reminder and plans it anew, whoever else does meanwhile. Resolves to when it has to be looked at again. Rejects
 * with `StorageError`.
 * @param change undefined leaves things as they are
 */
export async function writePlanned(
  { store, due, now }: Planning,
  of: ReminderOf,
  change: (known: Reminder | undefined) => Reminder | undefined,
  plan: (reminder: Reminder, now: number) => Planned,
): Promise<number | undefined> {
  const { at } = await untilWritten(async () => {
    const stored = await readReminder(store, of);
    const next = change(stored?.value);
    if (next === undefined) return { at: undefined };
    const { at: _, ...rest } = next;
    const time = now();
    const { at: moment } = plan(rest, time);
    if (stored !== undefined && next === stored.value && moment === stored.value.at) return { at: moment };
    const listed = moment === undefined ? undefined : hourOf(Math.max(moment, time));
    // ListedReminder first: a process that ends here leaves a name on a list, and never a reminder that nobody finds.
    if (listed !== undefined) await due.add(of, listed);
    const planned: Reminder = moment === undefined ? rest : { ...rest, at: moment };
    const version = await store.write(reminderKey(of), planned, stored?.version);
    if (version === undefined) return undefined;
    // Who looked in between took it for a name of before.
    if (listed !== undefined) await due.add(of, listed);
    return { at: moment };
  });
  return at;
}

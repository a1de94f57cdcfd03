import type { Store } from '../../storage/store.js';
import { untilWritten } from '../../storage/until-written.js';
import { WordList } from '../../storage/word-list.js';
import { type CaseId, isCaseId } from '../case-keys.js';
import { isKeeperId, type KeeperId } from '../keeper.js';

/** A keeper's reminder of a case. */
export interface ReminderOf {
  readonly id: CaseId;
  readonly keeper: KeeperId;
}

/** One that may be due, and the hour under which it is listed. */
export interface ListedReminder extends ReminderOf {
  readonly hour: number;
}

const HOUR = 3_600_000;
/** So many hours are looked at in a pass; after a long time away the next passes go on. */
const MOST_HOURS = 1000;
/** From which hour on there may be something; kept for good, like all that instances share. */
const FROM = JSON.stringify(['shared', 'case-due-from']);

/** The hour that a moment is in, counted since 1970. */
export function hourOf(moment: number): number {
  return Math.floor(moment / HOUR);
}

function hourKey(hour: number, part: string): string {
  return JSON.stringify(['case-due', hour, ...(part === '' ? [] : [part])]);
}

function wordOf({ id, keeper }: ReminderOf): string {
  return `${id}.${keeper}`;
}

function listedAs(word: string, hour: number): ListedReminder | undefined {
  const [id, keeper] = word.split('.');
  return isCaseId(id) && isKeeperId(keeper) ? { id, keeper, hour } : undefined;
}

/**
 * Which reminders may be due in which hour (UTC). A store cannot list its keys, so that each hour has a list, and one
 * looks at every hour since the first that may not be empty. What is listed is a hint: whether a reminder is due, it says
 * itself. Every method rejects with `StorageError`.
 */
export class DueList {
  readonly #store: Store;

  constructor(store: Store) {
    this.#store = store;
  }

  /** Lists a reminder; when it resolves, whoever looks at that hour or later finds it. Twice is once. */
  async add(reminder: ReminderOf, hour: number): Promise<void> {
    await this.#listOf(hour).add(wordOf(reminder));
    await this.#from((from) => Math.min(from ?? hour, hour));
  }

  /** The first hour that may not be empty; undefined where nothing was ever listed. */
  async from(): Promise<number | undefined> {
    const known = (await this.#store.read<unknown>(FROM))?.value;
    return typeof known === 'number' ? known : undefined;
  }

  /** Takes a reminder off an hour's list. */
  async remove({ hour, ...reminder }: ListedReminder): Promise<void> {
    await this.#listOf(hour).remove(wordOf(reminder));
  }

  /** All that may be due by that hour, the oldest first. Hours that nothing is left of are not looked at again. */
  async until(now: number): Promise<readonly ListedReminder[]> {
    const known = await this.from();
    if (known === undefined) return [];
    const last = Math.min(now, known + MOST_HOURS);
    const found: ListedReminder[] = [];
    let empty = known;
    for (let hour = known; hour <= last; hour += 1) {
      const before = found.length;
      for await (const word of this.#listOf(hour).words()) {
        const listed = listedAs(word, hour);
        if (listed !== undefined) found.push(listed);
      }
      if (found.length === before && empty === hour) empty += 1;
    }
    // Somebody whose clock is late may still list something in the last hour.
    const from = Math.min(empty, now - 1);
    if (from > known) await this.#from((other) => (other === known ? from : other));
    return found;
  }

  #listOf(hour: number): WordList {
    return new WordList(this.#store, (part) => hourKey(hour, part));
  }

  async #from(change: (from: number | undefined) => number | undefined): Promise<void> {
    await untilWritten(async () => {
      const stored = await this.#store.read<unknown>(FROM);
      const before = typeof stored?.value === 'number' ? stored.value : undefined;
      const from = change(before);
      if (from === before || from === undefined) return true;
      return this.#store.write(FROM, from, stored?.version);
    });
  }
}

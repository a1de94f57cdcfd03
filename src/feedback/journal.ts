import type { Store } from '../storage/store.js';
import { untilWritten } from '../storage/until-written.js';
import { type FeedbackEntry, isEntry } from './entry.js';

/** How many entries there are at least, so that a writer need not look at all of them. */
const HINT = JSON.stringify(['feedback', 'head']);

function keyOf(place: number): string {
  return JSON.stringify(['feedback', place]);
}

/** Where the entry of an id is, so that one that is judged again and again still has one entry. */
function placeKey(id: string): string {
  return JSON.stringify(['feedback', 'of', id]);
}

/** What is kept of two opinions about the same: the same one tapped again, without words, does not take words back. */
function merged(said: FeedbackEntry | undefined, { reason, ...now }: FeedbackEntry): FeedbackEntry {
  return { ...now, reason: reason === '' && said?.helped === now.helped ? said.reason : reason };
}

/**
 * Everything that people said about guidance, in the order in which it was said. The store cannot list its keys,
 * so the entries are numbered without a gap: whoever creates the next number first has it.
 */
export class Journal {
  readonly #store: Store;

  constructor(store: Store) {
    this.#store = store;
  }

  /**
   * Writes an entry behind all others, whoever else writes meanwhile. When it resolves, the entry is durable.
   * Said again under the same id, it replaces what was said before. Rejects with `StorageError`.
   */
  async append(entry: FeedbackEntry): Promise<void> {
    if (await this.#replace(entry)) return;
    let place = await this.#start();
    while ((await this.#store.write(keyOf(place), entry, undefined)) === undefined) place += 1;
    await Promise.all([this.#remember(place + 1), this.#remark(entry.id, place)]);
  }

  /** Writes it where the same was judged before; false where it was not. */
  async #replace(entry: FeedbackEntry): Promise<boolean> {
    const place = (await this.#store.read<unknown>(placeKey(entry.id)))?.value;
    if (typeof place !== 'number') return false;
    return untilWritten(async () => {
      const stored = await this.#store.read<unknown>(keyOf(place));
      if (!isEntry(stored?.value) || stored.value.id !== entry.id) return { written: false };
      const now = merged(stored.value, entry);
      const version = await this.#store.write(keyOf(place), now, stored.version);
      return version === undefined ? undefined : { written: true };
    }).then(({ written }) => written);
  }

  /** Without its mark an opinion that comes again has a second entry, and is counted once; never rejects. */
  async #remark(id: string, place: number): Promise<void> {
    await this.#store.write(placeKey(id), place, undefined).catch(() => undefined);
  }

  /** Every entry, each id once, as it was said last. What cannot be read is left out. Rejects with `StorageError`. */
  async all(): Promise<readonly FeedbackEntry[]> {
    const entries = new Map<string, FeedbackEntry>();
    for (let place = 0; ; place += 1) {
      const stored = await this.#store.read<unknown>(keyOf(place));
      if (stored === undefined) return [...entries.values()];
      if (!isEntry(stored.value)) continue;
      const { id } = stored.value;
      entries.set(id, merged(entries.get(id), stored.value));
    }
  }

  /** Where to begin looking for a free number: a hint that would leave a gap is not believed. */
  async #start(): Promise<number> {
    const hint = (await this.#store.read<unknown>(HINT))?.value;
    if (typeof hint !== 'number' || !Number.isSafeInteger(hint) || hint <= 0) return 0;
    return (await this.#store.read(keyOf(hint - 1))) === undefined ? 0 : hint;
  }

  /** A hint that could not be written makes the next writer slower, and nothing else; never rejects. */
  async #remember(count: number): Promise<void> {
    try {
      const known = await this.#store.read<unknown>(HINT);
      if (typeof known?.value === 'number' && known.value >= count) return;
      await this.#store.write(HINT, count, known?.version);
    } catch {
      // The entry itself is written; to reject now would have it written again.
    }
  }
}

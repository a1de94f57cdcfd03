import type { Store } from '../storage/store.js';
import { type Entry, isEntry } from './entry.js';

/** How many entries there are at least, so that a writer need not look at all of them. */
const HINT = JSON.stringify(['feedback', 'head']);

function keyOf(place: number): string {
  return JSON.stringify(['feedback', place]);
}

/**
 * Everything that people said about guidance, in the order in which it was said. The store cannot list its keys,
 * so the entries are numbered without a gap: whoever creates the next number first has it.
 */
export class Journal {
  constructor(private readonly store: Store) {}

  /**
   * Writes an entry behind all others, whoever else writes meanwhile. When it resolves, the entry is durable.
   * Said again under the same id, it replaces what was said before. Rejects with `StorageError`.
   */
  async append(entry: Entry): Promise<void> {
    let place = await this.start();
    while ((await this.store.write(keyOf(place), entry, undefined)) === undefined) place += 1;
    await this.remember(place + 1);
  }

  /** Every entry, each id once, as it was said last. What cannot be read is left out. Rejects with `StorageError`. */
  async all(): Promise<readonly Entry[]> {
    const entries = new Map<string, Entry>();
    for (let place = 0; ; place += 1) {
      const stored = await this.store.read<unknown>(keyOf(place));
      if (stored === undefined) return [...entries.values()];
      if (!isEntry(stored.value)) continue;
      const { id, helped, reason } = stored.value;
      const said = entries.get(id);
      // The same opinion tapped again, without words, does not take the words back.
      const kept = reason === '' && said?.helped === helped ? said.reason : reason;
      entries.set(id, { ...stored.value, reason: kept });
    }
  }

  /** Where to begin looking for a free number: a hint that would leave a gap is not believed. */
  private async start(): Promise<number> {
    const hint = (await this.store.read<unknown>(HINT))?.value;
    if (typeof hint !== 'number' || !Number.isSafeInteger(hint) || hint <= 0) return 0;
    return (await this.store.read(keyOf(hint - 1))) === undefined ? 0 : hint;
  }

  /** A hint that could not be written makes the next writer slower, and nothing else; never rejects. */
  private async remember(count: number): Promise<void> {
    try {
      const known = await this.store.read<unknown>(HINT);
      if (typeof known?.value === 'number' && known.value >= count) return;
      await this.store.write(HINT, count, known?.version);
    } catch {
      // The entry itself is written; to reject now would have it written again.
    }
  }
}

import { LRUCache } from 'lru-cache';

/** An answer as it goes out. */
export interface ReadyAnswer {
  readonly body: Buffer;
  /** What it is known again by; undefined where it may not be kept by whoever asked. */
  readonly tag: string | undefined;
  readonly language: string;
}

/** The bytes that are kept, at most: some thousand answers. */
const MOST_BYTES = 4 * 1024 * 1024;
/** One that takes more is of somebody’s own, such as a comparison of all there is. */
const LARGEST = 256 * 1024;
/** What an answer takes beside its bytes and its key. */
const FRAME_BYTES = 300;
/** A question that is longer is hardly ever asked twice. */
const LONGEST_KEY = 1000;

/**
 * Finished answers by what was asked: to look one up takes a fiftieth of putting it together, and programs ask the same
 * again and again, for one customer after another. What is asked in somebody’s own words never comes here.
 */
export class ReadyAnswers {
  readonly #kept = new LRUCache<string, ReadyAnswer>({
    maxSize: MOST_BYTES,
    maxEntrySize: LARGEST,
    sizeCalculation: ({ body }, key) => FRAME_BYTES + body.length + 2 * key.length,
  });

  /** The bytes that it holds. */
  get size(): number {
    return this.#kept.calculatedSize;
  }

  get(key: string): ReadyAnswer | undefined {
    return key.length > LONGEST_KEY ? undefined : this.#kept.get(key);
  }

  keep(key: string, answer: ReadyAnswer): void {
    if (key.length <= LONGEST_KEY) this.#kept.set(key, answer);
  }
}

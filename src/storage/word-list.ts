import { createHash } from 'node:crypto';
import type { Store } from './store.js';
import { untilWritten } from './until-written.js';

/** In characters: a value that is read and written for each word, and far smaller than any store takes. */
const LARGEST_PART = 16 * 1024;
/** Behind its words where a part was full once: there are parts below it. It is no word, whoever reads it. */
const GOES_ON = '+';
/** So many parts are below one: one for each hexadecimal digit. */
const BELOW = [...'0123456789abcdef'];
/** Parts of parts; the last ones take whatever comes, which sixteen to this power of them never have to. */
const DEEPEST = 8;

/** One part of a list: its words, and whether there are parts below it. */
interface Part {
  readonly words: readonly string[];
  readonly goesOn: boolean;
}

function partIn(value: unknown): Part {
  const all = typeof value === 'string' && value !== '' ? value.split(' ') : [];
  return { words: all.filter((word) => word !== GOES_ON), goesOn: all.includes(GOES_ON) };
}

function textOf({ words, goesOn }: Part): string {
  return [...words, ...(goesOn ? [GOES_ON] : [])].join(' ');
}

/** The parts in which a word may be, the first of all first: by the digits of its hash. */
function wayTo(word: string): readonly string[] {
  const digits = createHash('sha256').update(word).digest('hex');
  return Array.from({ length: DEEPEST }, (_, depth) => digits.slice(0, depth));
}

/**
 * A list of words under one key, kept in parts of bounded size: a store cannot list its keys, and one value for a hundred
 * thousand words would be written anew for each of them, until it is larger than a store takes. Words have neither spaces nor
 * an order. Every method rejects with `StorageError`.
 */
export class WordList {
  readonly #store: Store;
  /** The key of a part: of the first one by an empty name, which is where all of a short list is. */
  readonly #keyOf: (part: string) => string;
  readonly #largest: number;

  /** @param largest characters of a part; less than usual for tests */
  constructor(store: Store, keyOf: (part: string) => string, largest = LARGEST_PART) {
    this.#store = store;
    this.#keyOf = keyOf;
    this.#largest = largest;
  }

  /** When it resolves, whoever reads the list finds the word. Twice is once, unless both are at once. */
  async add(word: string): Promise<void> {
    const way = wayTo(word);
    let free: number | undefined;
    let last = 0;
    for (const [depth, part] of way.entries()) {
      const { words, goesOn } = await this.#read(part);
      if (words.includes(word)) return;
      if (this.#hasRoom(part, words, word)) free ??= depth;
      last = depth;
      if (!goesOn) break;
    }
    for (const part of way.slice(free ?? last)) {
      // Somebody may have filled it meanwhile: then it goes on below, and says so before anything is there.
      const taken = await this.#update(part, (there) => {
        if (there.words.includes(word)) return there;
        if (this.#hasRoom(part, there.words, word)) return { ...there, words: [...there.words, word] };
        return there.goesOn ? there : { ...there, goesOn: true };
      });
      if (taken.words.includes(word)) return;
    }
  }

  async remove(word: string): Promise<void> {
    for (const part of wayTo(word)) {
      const { goesOn } = await this.#update(part, (there) =>
        there.words.includes(word) ? { ...there, words: there.words.filter((each) => each !== word) } : there,
      );
      if (!goesOn) return;
    }
  }

  /** All words, one part after the other. */
  async *words(part = ''): AsyncGenerator<string, void> {
    const { words, goesOn } = await this.#read(part);
    yield* words;
    if (!goesOn || part.length + 1 >= DEEPEST) return;
    for (const digit of BELOW) yield* this.words(`${part}${digit}`);
  }

  #hasRoom(part: string, words: readonly string[], word: string): boolean {
    const isLast = part.length + 1 >= DEEPEST;
    return isLast || textOf({ words: [...words, word], goesOn: true }).length <= this.#largest;
  }

  async #read(part: string): Promise<Part> {
    return partIn((await this.#store.read<unknown>(this.#keyOf(part)))?.value);
  }

  /** An empty part is not deleted: somebody may be writing into it. It goes as old values do. */
  #update(part: string, change: (there: Part) => Part): Promise<Part> {
    const key = this.#keyOf(part);
    return untilWritten(async () => {
      const stored = await this.#store.read<unknown>(key);
      const there = partIn(stored?.value);
      const next = change(there);
      if (next === there) return there;
      return (await this.#store.write(key, textOf(next), stored?.version)) === undefined ? undefined : next;
    });
  }
}

import { setTimeout as pause } from 'node:timers/promises';
import type { Store } from '../storage/store.js';

/** Where somebody arrives. */
interface Place {
  readonly channel: string;
  readonly conversation: string;
}

/** Where it is kept that somebody was greeted. */
export function greetingKey({ channel, conversation }: Place): string {
  return JSON.stringify(['greeted', channel, conversation]);
}

/** What is kept while a greeting is on its way, and when it has been sent. */
const BEGUN = 'begun';
const SENT = true;

/** How often one looks whether another instance greets meanwhile, and how long one waits in between, in milliseconds. */
const LOOKS = 10;
const BETWEEN_LOOKS = 150;

/**
 * Who was greeted, where the channel does not tell. A greeting is noted before it is sent and again when it is: one that was
 * cut off by an end of the process is made good when the channel tells of the arrival again.
 */
export class Greetings {
  readonly #store: Store;
  /** Those that this process is sending. */
  readonly #underWay = new Set<string>();

  constructor(store: Store) {
    this.#store = store;
  }

  /** Whether a greeting is due; who is told so sends it, and nobody else. Rejects with `StorageError`. */
  async begin(place: Place): Promise<boolean> {
    const key = greetingKey(place);
    if (this.#underWay.has(key)) return false;
    this.#underWay.add(key);
    const due = await this.#claim(key).catch((error: unknown) => {
      this.#underWay.delete(key);
      throw error;
    });
    if (!due) this.#underWay.delete(key);
    return due;
  }

  /** It was sent, or may have been; never rejects: at worst whoever arrives once more is greeted once more. */
  async sent(place: Place): Promise<void> {
    const key = greetingKey(place);
    try {
      const begun = await this.#store.read(key);
      if (begun?.value === BEGUN) await this.#store.write(key, SENT, begun.version);
    } catch {
      // The greeting has arrived all the same.
    } finally {
      this.#underWay.delete(key);
    }
  }

  /** It could not be sent, so that the next arrival is greeted; never rejects. */
  async failed(place: Place): Promise<void> {
    const key = greetingKey(place);
    await this.#store.delete(key).catch(() => undefined);
    this.#underWay.delete(key);
  }

  async #claim(key: string): Promise<boolean> {
    if ((await this.#store.write(key, BEGUN, undefined)) !== undefined) return true;
    const found = await this.#store.read(key);
    for (let looks = 0; looks < LOOKS; looks += 1) {
      const now = await this.#store.read(key);
      if (now?.value !== BEGUN || now.version !== found?.version) return false;
      await pause(BETWEEN_LOOKS);
    }
    // Whoever began it is gone.
    return (await this.#store.write(key, BEGUN, found?.version)) !== undefined;
  }
}

/** Who follows which conversation, in this process. */
export class Followers {
  readonly #listeners = new Map<string, Set<() => void>>();

  /** Adds a listener; the returned function removes it. */
  add(conversationId: string, listener: () => void): () => void {
    const listeners = this.#listeners.get(conversationId) ?? new Set();
    this.#listeners.set(conversationId, listeners);
    // Wrapped, so that a listener added twice is also removed one at a time.
    const entry = (): void => listener();
    listeners.add(entry);
    return () => {
      listeners.delete(entry);
      if (listeners.size === 0 && this.#listeners.get(conversationId) === listeners) {
        this.#listeners.delete(conversationId);
      }
    };
  }

  notify(conversationId: string): void {
    for (const listener of this.#listeners.get(conversationId) ?? []) listener();
  }

  /** For when it is not known where something was said. */
  notifyAll(): void {
    for (const conversationId of [...this.#listeners.keys()]) this.notify(conversationId);
  }

  clear(): void {
    this.#listeners.clear();
  }
}

import type { IncomingMessage, Server, ServerResponse } from 'node:http';

/** What is being done for somebody and must not be cut off. */
export class Unfinished {
  /** Each with whether it is worth waiting for now. */
  readonly #work = new Set<() => boolean>();
  readonly #waiting = new Set<() => void>();

  /** Is told of something that begins; the returned function says that it has ended. */
  begin(counts: () => boolean): () => void {
    // Of its own, so that two that begin with the same are two.
    const work = (): boolean => counts();
    this.#work.add(work);
    return () => {
      this.#work.delete(work);
      for (const ended of this.#waiting) ended();
      this.#waiting.clear();
    };
  }

  /** Is told of something that was begun, and gives it back. */
  track<T>(begun: Promise<T>): Promise<T> {
    const end = this.begin(() => true);
    begun.then(end, end);
    return begun;
  }

  /** Resolves when nothing is left to do, also of what began meanwhile. */
  async finished(): Promise<void> {
    while ([...this.#work].some((counts) => counts())) {
      await new Promise<void>((ended) => {
        this.#waiting.add(ended);
      });
    }
  }
}

/**
 * Tells of every request that has come whole and is not answered; whoever is still sending theirs is not waited for.
 * The returned function has every connection end with its next answer.
 */
export function trackRequests(unfinished: Unfinished, server: Server): () => void {
  let ending = false;
  server.prependListener('request', (req: IncomingMessage, res: ServerResponse) => {
    if (ending) res.setHeader('Connection', 'close');
    res.once(
      'close',
      unfinished.begin(() => req.complete),
    );
  });
  return () => {
    ending = true;
  };
}

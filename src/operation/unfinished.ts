import type { IncomingMessage, Server, ServerResponse } from 'node:http';

interface Work {
  readonly done: Promise<unknown>;
  /** Whether it is worth waiting for now. */
  readonly counts: () => boolean;
}

/** What is being done for somebody and must not be cut off. */
export class Unfinished {
  readonly #work = new Set<Work>();

  /** Is told of something that was begun, and gives it back. */
  track<T>(begun: Promise<T>, counts: () => boolean = () => true): Promise<T> {
    const work: Work = { done: begun.catch(() => undefined), counts };
    this.#work.add(work);
    void work.done.then(() => this.#work.delete(work));
    return begun;
  }

  /** Resolves when nothing is left to do, also of what began meanwhile. */
  async finished(): Promise<void> {
    for (;;) {
      const left = [...this.#work].filter(({ counts }) => counts());
      if (left.length === 0) return;
      await Promise.all(left.map(({ done }) => done));
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
    const answered = new Promise<void>((done) => {
      res.once('close', done);
    });
    void unfinished.track(answered, () => req.complete);
  });
  return () => {
    ending = true;
  };
}

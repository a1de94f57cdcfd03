import { Worker } from 'node:worker_threads';
import { type FinishedPage, makePage, type WantedPage } from './policy-pages.js';

const SCRIPT = new URL('./policy-worker.js', import.meta.url);

/** Whoever looks at one document soon looks at another; after that the thread gives its memory back. In milliseconds. */
const IDLE = 10_000;

interface Waiting {
  readonly done: (page: FinishedPage) => void;
  readonly failed: (error: Error) => void;
}

/** What people search for has no end: those pages are made anew each time. */
function keyOf({ edition, language, shown }: WantedPage): string | undefined {
  if (shown.kind === 'found') return undefined;
  return [edition ?? '', language, shown.kind, shown.kind === 'part' ? shown.part : ''].join(' ');
}

/** Has pages made in a thread of its own: everybody else would wait seconds for the first. Each is made once. */
export class PageMaker {
  readonly #made = new Map<string, Promise<FinishedPage>>();
  /** In the order in which they were asked for, which is that of the answers. */
  #waiting: Waiting[] = [];
  #worker: Worker | undefined;
  #idle: NodeJS.Timeout | undefined;
  #stopped = false;

  /** Rejects while the server stops. */
  page(wanted: WantedPage): Promise<FinishedPage> {
    const key = keyOf(wanted);
    const known = key === undefined ? undefined : this.#made.get(key);
    if (known !== undefined) return known;
    const page = this.#make(wanted).catch(() => this.#makeHere(wanted));
    if (key === undefined) return page;
    this.#made.set(key, page);
    page.catch(() => this.#made.delete(key));
    return page;
  }

  /** Pages that are being made are given up. */
  stop(): void {
    this.#stopped = true;
    this.#end();
  }

  async #make(wanted: WantedPage): Promise<FinishedPage> {
    if (this.#stopped) throw new Error('The server is stopping.');
    this.#worker ??= this.#begin();
    clearTimeout(this.#idle);
    const page = new Promise<FinishedPage>((done, failed) => this.#waiting.push({ done, failed }));
    this.#worker.postMessage(wanted);
    return page;
  }

  /** A thread needs more open files than a page: where there are too few, late is better than never. */
  #makeHere(wanted: WantedPage): FinishedPage {
    if (this.#stopped) throw new Error('The server is stopping.');
    return makePage(wanted);
  }

  #begin(): Worker {
    const worker = new Worker(SCRIPT);
    worker.unref();
    worker.on('message', (page: FinishedPage) => {
      this.#waiting.shift()?.done(page);
      if (this.#waiting.length === 0) this.#idle = setTimeout(() => this.#end(), IDLE).unref();
    });
    // It may lack memory or a descriptor; what it says is nobody's business but whose it was to make.
    const gone = (): void => {
      if (worker === this.#worker) this.#end();
    };
    worker.on('error', gone);
    worker.once('exit', gone);
    return worker;
  }

  #end(): void {
    clearTimeout(this.#idle);
    const [worker, waiting] = [this.#worker, this.#waiting];
    this.#worker = undefined;
    this.#waiting = [];
    void worker?.terminate();
    for (const { failed } of waiting) failed(new Error('The thread that makes pages has ended.'));
  }
}

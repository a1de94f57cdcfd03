import { type ResourceLimits, Worker } from 'node:worker_threads';
import { EDITIONS } from '../policy/editions/registry.js';
import { documentParts, type PartId } from '../review/document-parts.js';
import { type FinishedPage, makePage, type WantedPage } from './policy-pages.js';
import { TwoLanes } from './two-lanes.js';

const SCRIPT = new URL('./policy-worker.js', import.meta.url);

/** Whoever looks at one document soon looks at another; after that the thread gives its memory back. In milliseconds. */
const IDLE = 10_000;

/** The largest document takes some 150 MB; without a bound the thread has as much again as the process. */
const MEMORY: ResourceLimits = { maxOldGenerationSizeMb: 192, maxYoungGenerationSizeMb: 16 };

/** So many searches wait at once: whoever comes for a page that is not made yet waits for them. */
export const MOST_SEARCHES = 32;

/** There is too much to do at once: whoever asked may ask again. */
export class TooMuchToDo extends Error {
  override readonly name = 'TooMuchToDo';
}

interface Waiting {
  readonly wanted: WantedPage;
  readonly done: (page: FinishedPage) => void;
  readonly failed: (error: Error) => void;
}

/** A thread that ran out of memory would have company in that: what it could not make must not be made here. */
function isOutOfMemory(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY';
}

function isSearch({ wanted: { shown } }: Waiting): boolean {
  return shown.kind === 'found';
}

/** What takes long of a document, once for all languages: a second or two each. */
const LONG_PARTS = ['map', 'changed'] as const satisfies PartId[];

/** Those of them that a document has. */
function longParts({ edition }: WantedPage): readonly PartId[] {
  const parts = edition === undefined ? [] : documentParts(EDITIONS[edition]);
  return LONG_PARTS.filter((part) => parts.includes(part));
}

function laneOf({ shown }: WantedPage): 'quick' | 'long' {
  if (shown.kind === 'part') return LONG_PARTS.some((part) => part === shown.part) ? 'long' : 'quick';
  return shown.kind === 'whole' ? 'long' : 'quick';
}

/** What people search for has no end: those pages are made anew each time. */
function keyOf({ edition, language, shown }: WantedPage): string | undefined {
  if (shown.kind === 'found') return undefined;
  return [edition ?? '', language, shown.kind, shown.kind === 'part' ? shown.part : ''].join(' ');
}

/**
 * Has pages made in a thread of its own: everybody else would wait seconds for the first. Each is made once, and those that
 * are quick go ahead of those that take long.
 */
export class PageMaker {
  readonly #made = new Map<string, Promise<FinishedPage>>();
  #waiting = new TwoLanes<Waiting>();
  /** What the thread makes just now: one at a time. */
  #making: Waiting | undefined;
  #worker: Worker | undefined;
  #idle: NodeJS.Timeout | undefined;
  #stopped = false;
  readonly #memory: ResourceLimits;

  /** @param memory what the thread may take */
  constructor(memory: ResourceLimits = MEMORY) {
    this.#memory = memory;
  }

  /** Rejects while the server stops, where there is too little memory, and with `TooMuchToDo`. */
  page(wanted: WantedPage): Promise<FinishedPage> {
    const key = keyOf(wanted);
    const known = key === undefined ? undefined : this.#made.get(key);
    if (known !== undefined) return known;
    // What has no end is never made where everybody would wait for it.
    if (key === undefined) return this.#make(wanted);
    const page = this.#make(wanted).catch((error: unknown) => this.#makeHere(wanted, error));
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
    // One by one, so that others go ahead between them: the whole document has them from there.
    if (wanted.shown.kind === 'whole')
      for (const part of longParts(wanted)) await this.page({ ...wanted, shown: { kind: 'part', part } });
    return this.#makeThere(wanted);
  }

  async #makeThere(wanted: WantedPage): Promise<FinishedPage> {
    if (this.#stopped) throw new Error('The server is stopping.');
    if (wanted.shown.kind === 'found' && this.#all().filter(isSearch).length >= MOST_SEARCHES) {
      throw new TooMuchToDo('Too many searches wait.');
    }
    const page = new Promise<FinishedPage>((done, failed) =>
      this.#waiting.push({ wanted, done, failed }, laneOf(wanted)),
    );
    this.#worker ??= this.#begin();
    this.#next(this.#worker);
    return page;
  }

  /** What is being made and what waits. */
  #all(): readonly Waiting[] {
    const waiting = this.#waiting.all();
    return this.#making === undefined ? waiting : [this.#making, ...waiting];
  }

  #next(worker: Worker): void {
    if (this.#making !== undefined) return;
    clearTimeout(this.#idle);
    this.#making = this.#waiting.shift();
    if (this.#making === undefined) this.#idle = setTimeout(() => this.#end(), IDLE).unref();
    else worker.postMessage(this.#making.wanted);
  }

  /** A thread needs more open files than a page: where there are too few, late is better than never. */
  #makeHere(wanted: WantedPage, why: unknown): Promise<FinishedPage> {
    if (isOutOfMemory(why)) throw why;
    if (this.#stopped) throw new Error('The server is stopping.');
    return makePage(wanted);
  }

  #begin(): Worker {
    const worker = new Worker(SCRIPT, { resourceLimits: this.#memory });
    worker.unref();
    worker.on('message', (page: FinishedPage) => {
      // What an ended thread had made already is made anew.
      if (worker !== this.#worker) return;
      this.#making?.done(page);
      this.#making = undefined;
      this.#next(worker);
    });
    // It may lack memory or a descriptor; what it says is nobody's business but whose it was to make.
    const gone = (why: unknown): void => {
      if (worker === this.#worker) this.#end(why);
    };
    worker.on('error', gone);
    worker.once('exit', gone);
    return worker;
  }

  #end(why?: unknown): void {
    clearTimeout(this.#idle);
    const [worker, given] = [this.#worker, this.#all()];
    this.#worker = undefined;
    this.#making = undefined;
    this.#waiting = new TwoLanes();
    void worker?.terminate();
    const error = why instanceof Error ? why : new Error('The thread that makes pages has ended.');
    for (const { failed } of given) failed(error);
  }
}

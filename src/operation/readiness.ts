import { Worker } from 'node:worker_threads';
import { LANGUAGE_TAGS, LANGUAGES } from '../language/languages.js';
import { EDITION_IDS } from '../policy/edition.js';
import { EDITIONS } from '../policy/editions/registry.js';
import type { Store } from '../storage/store.js';

/** Each thing that must be so before people are sent here. */
export interface Readiness {
  readonly ready: boolean;
  readonly checks: {
    /** The store answers. */
    readonly storage: boolean;
    /** How many are loaded. */
    readonly languages: number;
    readonly editions: number;
    /** What the proof of every edition came to. */
    readonly proof: Proof;
    /** The server is going down: finish here, begin elsewhere. */
    readonly stopping: boolean;
  };
}

type Proof = 'running' | 'passed' | 'failed';

/** A key that nobody else uses; reading it shows that the store can be reached. */
const PROBE = JSON.stringify(['ready']);
/** A store that takes longer counts as not reachable, in milliseconds. */
const PATIENCE = 2000;
/** For so long the last look at the store holds, in milliseconds: who asks all the time must not wear it out. */
const HOLDS = 1000;

const PROOF = new URL('./proof-worker.js', import.meta.url);

async function reaches(store: Store): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<boolean>((resolve) => {
    timer = setTimeout(() => resolve(false), PATIENCE);
  });
  const read = store.read(PROBE).then(
    () => true,
    () => false,
  );
  return Promise.race([read, late]).finally(() => clearTimeout(timer));
}

/** Looks at the store at most once at a time, and not again for a moment. */
function looks(store: Store): () => Promise<boolean> {
  let last: Promise<boolean> | undefined;
  let until = 0;
  return () => {
    if (last === undefined || Date.now() >= until) {
      until = Number.POSITIVE_INFINITY;
      last = reaches(store).finally(() => {
        until = Date.now() + HOLDS;
      });
    }
    return last;
  };
}

/** Proves once, in a thread of its own: it takes about a second of one processor. */
function prover(script: URL) {
  let proof: Proof | undefined;
  let worker: Worker | undefined;
  let stopped = false;

  /** Only the first word counts: a thread that ends without one has not proved anything. */
  function settle(to: Proof): void {
    if (proof === 'running') proof = to;
  }

  return {
    look(): Proof {
      if (proof !== undefined || stopped) return proof ?? 'running';
      proof = 'running';
      worker = new Worker(script);
      worker.once('message', (defects: unknown) => settle(defects === 0 ? 'passed' : 'failed'));
      worker.on('error', () => settle('failed'));
      worker.once('exit', () => settle('failed'));
      worker.unref();
      return proof;
    },
    stop(): void {
      stopped = true;
      void worker?.terminate();
    },
  };
}

export interface ReadinessProbe {
  check(): Promise<Readiness>;
  /** From now on it is not ready. */
  stop(): void;
}

/**
 * Whether the bot may be sent people. The proof begins when somebody first asks.
 * @param proof the script that proves, in place of the usual one
 */
export function createReadiness(store: Store, proof: URL = PROOF): ReadinessProbe {
  const look = looks(store);
  const { look: prove, stop } = prover(proof);
  let stopping = false;

  return {
    async check() {
      const proved = prove();
      const storage = await look();
      const languages = LANGUAGE_TAGS.filter((tag) => LANGUAGES[tag].has('app.name')).length;
      const editions = EDITION_IDS.filter((id) => EDITIONS[id].id === id).length;
      const loaded = languages === LANGUAGE_TAGS.length && editions === EDITION_IDS.length;
      return {
        ready: storage && loaded && proved === 'passed' && !stopping,
        checks: { storage, languages, editions, proof: proved, stopping },
      };
    },
    stop() {
      stopping = true;
      stop();
    },
  };
}

import { Worker } from 'node:worker_threads';
import { LANGUAGE_TAGS } from '../language/languages.js';
import { EDITION_IDS } from '../policy/edition.js';
import type { Store } from '../storage/store.js';
import { type CheckedLog, type StoreHealth, storeProbe } from './store-probe.js';

/** Each thing that must be so before people are sent here. */
export interface Readiness {
  readonly ready: boolean;
  readonly checks: StoreHealth & {
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

const PROOF = new URL('./proof-worker.js', import.meta.url);

/** How long after a thread that ended without a word another one is begun, in milliseconds. */
const AGAIN = 30_000;

/** Proves once, in a thread of its own: it takes about a second of one processor. */
function prover(script: URL, again: number) {
  let proof: Proof | undefined;
  let worker: Worker | undefined;
  let endedAt: number | undefined;
  let stopped = false;

  /** Only the first word counts. */
  function settle(to: Proof): void {
    if (proof === 'running') proof = to;
  }

  /** A thread that ends without a word has not proved anything, and may have lacked memory or a descriptor. */
  function end(of: Worker | undefined): void {
    if (proof !== 'running' || of !== worker) return;
    endedAt = performance.now();
    proof = 'failed';
  }

  function begin(): void {
    proof = 'running';
    endedAt = undefined;
    worker = undefined;
    try {
      const begun = new Worker(script);
      worker = begun;
      begun.once('message', (defects: unknown) => settle(defects === 0 ? 'passed' : 'failed'));
      begun.on('error', () => end(begun));
      begun.once('exit', () => end(begun));
      begun.unref();
    } catch {
      end(worker);
    }
  }

  return {
    look(): Proof {
      const isDue = proof === undefined || (endedAt !== undefined && performance.now() - endedAt >= again);
      if (isDue && !stopped) begin();
      return proof ?? 'running';
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
 * @param activities the transcripts, where they are not in the store
 * @param proof the script that proves, in place of the usual one
 * @param again how long after one that ended without a word another is begun, in milliseconds
 */
export function createReadiness(
  store: Store,
  activities?: CheckedLog,
  proof: URL = PROOF,
  again: number = AGAIN,
): ReadinessProbe {
  const look = storeProbe(store, activities);
  const { look: prove, stop } = prover(proof, again);
  let stopping = false;

  return {
    async check() {
      const proved = prove();
      const { storage, room } = await look();
      // Without them the process would not have started.
      const [languages, editions] = [LANGUAGE_TAGS.length, EDITION_IDS.length];
      return {
        ready: storage && proved === 'passed' && !stopping,
        checks: { storage, room, languages, editions, proof: proved, stopping },
      };
    },
    stop() {
      stopping = true;
      stop();
    },
  };
}

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
 * @param activities the transcripts, where they are not in the store
 * @param proof the script that proves, in place of the usual one
 */
export function createReadiness(store: Store, activities?: CheckedLog, proof: URL = PROOF): ReadinessProbe {
  const look = storeProbe(store, activities);
  const { look: prove, stop } = prover(proof);
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

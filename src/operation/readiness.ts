import { Worker } from 'node:worker_threads';
import { LANGUAGE_TAGS } from '../language/languages.js';
import { EDITION_IDS } from '../policy/edition.js';
import type { Store } from '../storage/store.js';

/** Each thing that must be so before people are sent here. */
export interface Readiness {
  readonly ready: boolean;
  readonly checks: {
    /** The store answers. */
    readonly storage: boolean;
    /** How many there are. */
    readonly languages: number;
    readonly editions: number;
    /** What the proof of every edition found: `running`, `passed`, or `failed`. */
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

export interface ReadinessProbe {
  check(): Promise<Readiness>;
  /** From now on it is not ready. */
  stop(): void;
}

/**
 * Whether the bot may be sent people. The proof takes about a second of one processor, so it runs in a thread of
 * its own, once, when somebody first asks.
 */
export function createReadiness(store: Store): ReadinessProbe {
  let proof: Proof | undefined;
  let stopping = false;

  function prove(): Proof {
    if (proof !== undefined) return proof;
    proof = 'running';
    const worker = new Worker(new URL('./proof-worker.js', import.meta.url));
    worker.once('message', (defects: unknown) => {
      proof = defects === 0 ? 'passed' : 'failed';
    });
    worker.once('error', () => {
      proof = 'failed';
    });
    worker.unref();
    return proof;
  }

  return {
    async check() {
      const state = prove();
      const storage = await reaches(store);
      return {
        ready: storage && state === 'passed' && !stopping,
        checks: {
          storage,
          languages: LANGUAGE_TAGS.length,
          editions: EDITION_IDS.length,
          proof: state,
          stopping,
        },
      };
    },
    stop() {
      stopping = true;
    },
  };
}

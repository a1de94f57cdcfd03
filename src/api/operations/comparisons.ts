import { once } from 'node:events';
import { type ResourceLimits, Worker } from 'node:worker_threads';
import type { Comparison } from '../../policy/compare/difference.js';
import type { EditionId } from '../../policy/edition.js';

const SCRIPT = new URL('./compare-worker.js', import.meta.url);
/** As the pages of the policy have it. */
const MEMORY: ResourceLimits = { maxOldGenerationSizeMb: 192, maxYoungGenerationSizeMb: 16 };

const known = new Map<string, Promise<Comparison>>();
let last: Promise<unknown> = Promise.resolve();

async function made(from: EditionId, to: EditionId): Promise<Comparison> {
  const worker = new Worker(SCRIPT, { workerData: { from, to }, resourceLimits: MEMORY });
  // Whoever ends the server does not wait for it.
  worker.unref();
  try {
    const [found] = (await once(worker, 'message')) as [Comparison];
    return found;
  } finally {
    await worker.terminate();
  }
}

/**
 * How two editions differ, found in a thread of its own: it takes seconds, and everybody else would wait. Each pair is
 * looked at once, and one after another; there are few.
 */
export function compared(from: EditionId, to: EditionId): Promise<Comparison> {
  const pair = `${from} ${to}`;
  const there = known.get(pair);
  if (there !== undefined) return there;
  const found = last.then(() => made(from, to));
  last = found.catch(() => undefined);
  known.set(pair, found);
  found.catch(() => known.delete(pair));
  return found;
}

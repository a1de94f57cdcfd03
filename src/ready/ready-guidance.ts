import { LRUCache } from 'lru-cache';
import { type Guidance, keepGuidanceWith } from '../policy/engine/guidance.js';

/** How many are kept: some two thousand bytes each, since what they say of the policy is the policy's own. */
const KEPT = 1000;

/** Keeps what was told last: many people are in the same situation, and guidance with much open takes a millisecond. */
export function keepGuidanceReady(): void {
  const kept = new LRUCache<string, Guidance>({ max: KEPT });
  keepGuidanceWith((key, make) => {
    const guidance = kept.get(key) ?? make();
    kept.set(key, guidance);
    return guidance;
  });
}

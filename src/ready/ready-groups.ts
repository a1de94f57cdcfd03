import { LRUCache } from 'lru-cache';
import { type GuidanceGroup, keepGroupsWith } from '../policy/engine/groups.js';

/** How many answers are kept: those that a process gives in one hour are few, and every other is some milliseconds away. */
const KEPT = 256;

/** Keeps how "it depends" was told apart: many people leave the same open, and where all is open that takes a tenth of a second. */
export function keepGroupsReady(): void {
  const kept = new LRUCache<string, readonly GuidanceGroup[]>({ max: KEPT });
  keepGroupsWith((key, find) => {
    const groups = kept.get(key) ?? find();
    kept.set(key, groups);
    return groups;
  });
}

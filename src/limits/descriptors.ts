import { readFileSync } from 'node:fs';

/** For the files and modules that the process opens, and for whom it calls; of a small limit half. */
const RESERVED = 256;

/** How many files this process may have open, connections included; undefined where the system does not tell. */
function mostOpenFiles(): number | undefined {
  try {
    const [, soft] = /^Max open files +(\d+)/m.exec(readFileSync('/proc/self/limits', 'utf8')) ?? [];
    return soft === undefined ? undefined : Number(soft);
  } catch {
    return undefined;
  }
}

/**
 * So many connections that files can still be opened beside them. Without that not only the next connection fails: what
 * Node could not load once for want of a descriptor it may never load again.
 */
export function withinDescriptors(wanted: number, most: number | undefined = mostOpenFiles()): number {
  if (most === undefined) return wanted;
  return Math.min(wanted, most - Math.min(RESERVED, Math.ceil(most / 2)));
}

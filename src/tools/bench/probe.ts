import { readFileSync } from 'node:fs';

/**
 * What the process has of its own, where the system tells: the database's file is mapped, and counts into RSS as far
 * as the system keeps it in memory.
 */
function ownBytes(all: number): number {
  try {
    const own = /^RssAnon:\s+(\d+) kB$/m.exec(readFileSync('/proc/self/status', 'utf8'))?.[1];
    return own === undefined ? all : Number(own) * 1024;
  } catch {
    return all;
  }
}

/** Loaded into a server that is measured, before it: tells whoever started it what it takes. */
process.on('message', (question) => {
  if (question === 'cpu') {
    const { user, system } = process.cpuUsage();
    process.send?.((user + system) / 1e6);
    return;
  }
  // Twice: what finalizers set free goes with the second.
  globalThis.gc?.();
  globalThis.gc?.();
  const { rss, heapUsed, external } = process.memoryUsage();
  process.send?.({ rss: ownBytes(rss), heap: heapUsed + external });
});
// Being asked is no reason to go on.
process.channel?.unref();

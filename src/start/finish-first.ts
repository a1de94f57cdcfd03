import { mkdirSync, readdirSync, renameSync, statSync, writeFileSync } from 'node:fs';

/**
 * Part of the build: finishes what everybody sees first, in every language and for every channel. A second's work, so
 * only where something has changed.
 */
const FIRST = new URL('../ready/first/', import.meta.url);
const CARDS = new URL('../../../cards/', import.meta.url);
/** Written last. */
const DONE = new URL('./opening.json', FIRST);
/** What the compiler writes whenever it has compiled anything of the product, and the versions of all packages. */
const COMPILED = new URL('../../product.tsbuildinfo', import.meta.url);
const PACKAGES = new URL('../../../package-lock.json', import.meta.url);

function changed(file: URL): number {
  return statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? Number.NEGATIVE_INFINITY;
}

const cards = readdirSync(CARDS, { recursive: true, encoding: 'utf8' }).map((name) => new URL(name, CARDS));

if ([COMPILED, PACKAGES, CARDS, ...cards].some((file) => changed(file) >= changed(DONE))) {
  const { findAllFirst, fileOf } = await import('../ready/first.js');
  const { CHANNELS } = await import('../channels/registry.js');
  const { LANGUAGES } = await import('../language/languages.js');
  mkdirSync(FIRST, { recursive: true });
  for (const [name, found] of findAllFirst(Object.values(LANGUAGES), [...new Set(Object.values(CHANNELS))])) {
    if (found === undefined) continue;
    // Half a file would stop every start, so it gets its name when it is whole.
    const draft = new URL(`${fileOf(name).href}.${process.pid}`);
    writeFileSync(draft, JSON.stringify(found));
    renameSync(draft, fileOf(name));
  }
}

import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';

const load = createRequire(import.meta.url);

/**
 * A module that is loaded with its first use. The start, and whoever never uses it, need not wait for it nor hold it.
 *
 * By `require`, and only here: it has the module at once, where `import()` would make everything promise that is on
 * the way to it; and Node reads a package in the old format once, where an import reads it a second time for the
 * names of its exports.
 * @param name a package, or the URL of a file of ours
 */
export function late<Module>(name: string | URL): () => Module {
  let loaded: Module | undefined;
  return () => {
    loaded ??= load(name instanceof URL ? fileURLToPath(name) : name) as Module;
    return loaded;
  };
}

/** Whether there is such a file of ours, in a room that reads no files. */
export function isThere(file: URL): boolean {
  return existsSync(file);
}

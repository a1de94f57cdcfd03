import { createRequire } from 'node:module';

type Module = typeof import('./understand.js');

let loaded: Module | undefined;

/** `understand`, whose lexicons are more than a megabyte: loaded with the first line in somebody's own words. */
export const understand: Module['understand'] = (...given) => {
  loaded ??= createRequire(import.meta.url)('./understand.js') as Module;
  return loaded.understand(...given);
};

import { createRequire } from 'node:module';

type Module = typeof import('./understand.js');
type Phrasebooks = typeof import('./phrasebook.js');

let loaded: Module | undefined;

/**
 * `understand`, whose lexicons are more than a megabyte: loaded with the first line in somebody's own words. By
 * `require`, which has it at once; an `import()` under way at the same time would make it fail.
 */
export const understand: Module['understand'] = (...given) => {
  loaded ??= createRequire(import.meta.url)('./understand.js') as Module;
  return loaded.understand(...given);
};

/** Loads and compiles all of it before somebody waits for it; it takes most of a second. */
export function prepareUnderstanding(): void {
  (createRequire(import.meta.url)('./phrasebook.js') as Phrasebooks).preparePhrasebooks();
}

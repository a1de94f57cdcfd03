import { late } from '../../late/late.js';
import type { LanguageTag } from '../languages.js';

/** The first line in somebody's own words loads it. */
const understanding = late<typeof import('./understand.js')>(new URL('./understand.js', import.meta.url));
const phrasebooks = late<typeof import('./phrases/phrasebook.js')>(
  new URL('./phrases/phrasebook.js', import.meta.url),
);

export const understandLine: typeof import('./understand.js').understand = (...given) =>
  understanding().understand(...given);

const whereabouts = late<typeof import('./places/typed-countries.js')>(
  new URL('./places/typed-countries.js', import.meta.url),
);

export const countriesInLine: typeof import('./places/typed-countries.js').countriesTyped = (...given) =>
  whereabouts().countriesTyped(...given);

const prepared = new Set<LanguageTag>();

/** Milliseconds until a language is made ready: whoever has just begun to speak it reads the first question first. */
const PAUSE = 1000;

/**
 * Makes a language ready that somebody speaks, before the first line in it: it takes a tenth of a second, once. What
 * was let go since is made again with the next line in it.
 */
export function prepareLanguage(tag: LanguageTag): void {
  if (prepared.has(tag)) return;
  prepared.add(tag);
  setTimeout(() => {
    understanding();
    phrasebooks().phrasebook(tag);
  }, PAUSE).unref();
}

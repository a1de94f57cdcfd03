import { LANGUAGES, type LanguageTag } from '../languages.js';
import { countryCoded, everyName, putName, spellings } from '../places/country-names.js';
import { flagged } from '../places/read-country.js';
import { formsOf } from './normal-form.js';

/** How one language writes the countries in a line that counts unseen, in normal form, with their codes. */
export interface CountryForms {
  /** "germany". */
  readonly names: ReadonlyMap<string, string>;
  /** "in germany", "на кипре", "németországban". */
  readonly there: ReadonlyMap<string, string>;
}

/** In a sentence these are other words, or short for something else. */
const NO_CODES = new Set(['AD', 'AI', 'AM', 'ID', 'IN', 'IS', 'IT', 'MS', 'NO', 'PC', 'PR', 'TV']);
/** Codes that are small words in one of the languages: who writes all in capitals may mean those. */
const WORDS = new Set(
  'AI AM AO AS AT AZ BE BY DE DO EGY GG ID IN IS IT KI LA MA ME MR MS MY NA NE NO NP PA PM PR PS SE SI SO TO TV US'.split(
    ' ',
  ),
);
const TWO_CODES = /^[A-Z]{2}\/[A-Z]{2}$/;
const CODE = /^[A-Z]{2,3}$/;
const IN_CAPITALS = /^\p{Lu}+$/u;

/** The form of a Russian name that stands behind "в" and "на"; a name of several words has none here. */
function russianThere(name: string): readonly string[] {
  if (/[\s-]/u.test(name) || IN_CAPITALS.test(name)) return [name];
  for (const [ending, other] of [
    [/ия$/u, 'ии'],
    [/[ая]$/u, 'е'],
    [/ь$/u, 'и'],
    [/й$/u, 'е'],
    [/[ыи]$/u, 'ах'],
    [/([бвгджзклмнпрстфхцчшщ])$/u, '$1е'],
  ] as const)
    if (ending.test(name)) return [name, name.replace(ending, other)];
  return [name];
}

/** Before an ending of a Hungarian name its last vowel is long: "Ausztriában". */
function hungarianStem(name: string): readonly string[] {
  return [name.replace(/a$/u, 'á').replace(/e$/u, 'é')];
}

const STEMS: { readonly [Tag in LanguageTag]?: (name: string) => readonly string[] } = {
  ru: russianThere,
  hu: hungarianStem,
};

function made(tag: LanguageTag): CountryForms {
  const [names, there] = [new Map<string, string>(), new Map<string, string>()];
  const frames = LANGUAGES[tag].alternatives('tenants.there');
  for (const [code, name] of everyName(tag)) {
    // A short name in capitals is read as a code: "US" is a country, and "us" is not.
    if (CODE.test(name) && name !== 'UK') continue;
    for (const spelling of new Set(spellings(name))) {
      for (const form of formsOf(spelling)) putName(names, form, code);
      const stems = STEMS[tag]?.(spelling.trim()) ?? [spelling];
      for (const frame of frames)
        for (const stem of stems)
          for (const form of formsOf(frame.replace('{name}', stem))) putName(there, form, code);
    }
  }
  return { names, there };
}

const kept = new Map<LanguageTag, CountryForms>();

export function countryForms(tag: LanguageTag): CountryForms {
  const forms = kept.get(tag) ?? made(tag);
  kept.set(tag, forms);
  return forms;
}

/** The country of a code in capitals, or of a flag; the whole line tells whether its capitals mean anything. */
export function countryOfSigns(written: string, wholeLine: string): string | undefined {
  const flag = flagged(written);
  if (flag !== undefined) return countryCoded(flag);
  if (!CODE.test(written)) return undefined;
  const inSentence = /\p{Ll}/u.test(wholeLine);
  const word = inSentence ? NO_CODES.has(written) : WORDS.has(written) && !TWO_CODES.test(wholeLine);
  return word ? undefined : (countryCoded(written) ?? undefined);
}

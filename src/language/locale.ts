import type { Language } from './language.js';

const RIGHT_TO_LEFT: ReadonlySet<string | undefined> = new Set([
  'Adlm',
  'Arab',
  'Hebr',
  'Nkoo',
  'Syrc',
  'Thaa',
]);

/** The locale with a region, as Web Chat wants it: `hu-HU`. */
export function regionalLocale({ conventions }: Language): string {
  const { language, region } = new Intl.Locale(conventions).maximize();
  return region === undefined ? language : `${language}-${region}`;
}

export function direction({ tag }: Language): 'ltr' | 'rtl' {
  return RIGHT_TO_LEFT.has(new Intl.Locale(tag).maximize().script) ? 'rtl' : 'ltr';
}

import type { LanguageTag } from '../../languages.js';

/** Scripts that a locale names together, as what they are written with. */
const PARTS: Readonly<Record<string, readonly string[]>> = {
  Hans: ['Han'],
  Hant: ['Han'],
  Jpan: ['Han', 'Hira', 'Kana'],
  Kore: ['Hang', 'Han'],
};

/** What matches one letter of the script that a language is written in, inside a regular expression. */
export function letterOf(tag: LanguageTag): string {
  const script = new Intl.Locale(tag).maximize().script ?? 'Latn';
  const parts = PARTS[script] ?? [script];
  return `[${parts.map((part) => `\\p{Script=${part}}`).join('')}]`;
}

/** Letters that look alike in lower or in upper case; a keyboard that was not switched writes the other one. */
const LATIN_ALIKE = 'abcehkmoptxy';
const CYRILLIC_ALIKE = 'авсенкмортху';
const LATIN = /[a-z]/g;
const CYRILLIC = /[а-яё]/g;

/** "kлиент", "NСE": a word in two scripts, with the letters of the rarer one as the other has them, where they look alike. */
export function inOneScript(lower: string): string {
  const latin = lower.match(LATIN)?.length ?? 0;
  const cyrillic = lower.match(CYRILLIC)?.length ?? 0;
  if (latin === 0 || cyrillic === 0) return lower;
  const [rare, from, to] =
    cyrillic > latin ? [LATIN, LATIN_ALIKE, CYRILLIC_ALIKE] : [CYRILLIC, CYRILLIC_ALIKE, LATIN_ALIKE];
  const meant = lower.replace(rare, (letter) => to[from.indexOf(letter)] ?? letter);
  return meant.match(rare) === null ? meant : lower;
}

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

import type { Language } from '../language/language.js';
import { LANGUAGE_TAGS, LANGUAGES } from '../language/languages.js';
import { direction, regionalLocale } from '../language/locale.js';
import type { KeyUnder, MessageKey } from '../language/message-keys.js';

/** What every page with a conversation says around it. */
const COMMON = ['connecting', 'waiting', 'failed', 'copied', 'copyFailed'] as const;

/** The words of a page by their keys, in one language. */
export type PageWords = Readonly<Record<string, string>>;

/** @param lent words of the cards, by the keys that the page has for them */
export function pageWords(
  language: Language,
  own: readonly KeyUnder<'web'>[],
  lent: Readonly<Record<string, MessageKey>> = {},
): PageWords {
  return {
    ...Object.fromEntries([...COMMON, ...own].map((key) => [key, language.say(`web.${key}`)])),
    ...Object.fromEntries(Object.entries(lent).map(([name, key]) => [name, language.say(key)])),
  };
}

/** A page's words in every language: it can be chosen in the conversation, and what stands around it goes along. */
export function everyLanguage(
  own: readonly KeyUnder<'web'>[],
  lent: Readonly<Record<string, MessageKey>> = {},
): object {
  return Object.fromEntries(
    LANGUAGE_TAGS.map((tag) => {
      const { [tag]: language } = LANGUAGES;
      const locale = regionalLocale(language);
      return [tag, { locale, dir: direction(language), words: pageWords(language, own, lent) }];
    }),
  );
}

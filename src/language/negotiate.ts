import { match } from '@formatjs/intl-localematcher';
import { LRUCache } from 'lru-cache';
import { LANGUAGE_TAGS, type LanguageTag } from './languages.js';

const FALLBACK: LanguageTag = 'en';

/** The canonical form of a locale, or undefined for text that is none. */
function canonical(locale: string): Intl.Locale | undefined {
  try {
    return new Intl.Locale(locale.trim().replaceAll('_', '-'));
  } catch {
    return undefined;
  }
}

/** The language for a locale if one fits (pt-PT: Brazilian Portuguese, zh-Hant: Chinese), else undefined. */
export function languageFor(locale: string): LanguageTag | undefined {
  const wanted = canonical(locale);
  if (wanted === undefined) return undefined;
  const sameLanguage = LANGUAGE_TAGS.find((tag) => new Intl.Locale(tag).language === wanted.language);
  if (sameLanguage === undefined) return undefined;
  const matched = match([wanted.toString()], LANGUAGE_TAGS, FALLBACK, { algorithm: 'best fit' });
  return new Intl.Locale(matched).language === wanted.language ? (matched as LanguageTag) : sameLanguage;
}

/** What the locales that clients sent lately came to: there are few, and to read one takes long. */
const known = new LRUCache<string, { readonly tag: LanguageTag | undefined }>({
  max: 100,
  memoMethod: (locale) => ({ tag: languageFor(locale) }),
});

/** The language for the first locale that fits, and English where none does. Hostile input is just no locale. */
export function negotiate(locales: readonly unknown[]): LanguageTag {
  for (const locale of locales) {
    if (typeof locale !== 'string' || locale.length > 64) continue;
    const { tag } = known.memo(locale);
    if (tag !== undefined) return tag;
  }
  return FALLBACK;
}

import { RequestError } from '../../advice/request-error.js';
import type { Language } from '../../language/language.js';
import { LANGUAGE_TAGS, LANGUAGES } from '../../language/languages.js';
import { languageFor } from '../../language/negotiate.js';

/** The language that a request names, or else the reader's. Throws `RequestError`. */
export function languageOf(locale: string | undefined, reader: Language): Language {
  if (locale === undefined) return reader;
  const tag = languageFor(locale);
  if (tag !== undefined) return LANGUAGES[tag];
  throw new RequestError(['locale'], 'locale', { given: locale, allowed: LANGUAGE_TAGS.join(', ') });
}

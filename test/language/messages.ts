import { IntlMessageFormat } from 'intl-messageformat';
import { LANGUAGE_TAGS, LANGUAGES, type LanguageTag } from '../../src/language/languages.js';
import type { MessageKey } from '../../src/language/message-keys.js';

/** The messages as the language files write them. */
export function messagesOf(tag: LanguageTag): ReadonlyMap<MessageKey, string> {
  const language = LANGUAGES[tag];
  return new Map(language.keys.map((key) => [key, language.maybe(key) ?? '']));
}

/** Typed words, listed with bars between them: no sentences, and never put through ICU. */
export function isWordList(key: string): boolean {
  return (
    /^(?:command|reply|place|keyboard|alone|tenants)\./.test(key) ||
    /^language\.(?:aliases|manner)$/.test(key) ||
    /^(?:customer|country)\.names$/.test(key)
  );
}

/** What the terminal prints, where brackets and dashes are only that. */
export function isForTerminal(key: string): boolean {
  return /^(cli|compare|review)\./.test(key);
}

interface Part {
  readonly type: number;
  readonly value?: unknown;
  readonly options?: Readonly<Record<string, { readonly value: readonly Part[] }>>;
}

/** Kinds of parts, as the parser numbers them. */
const ARGUMENT = 1;
const NUMBER = 2;
const PLURAL = 6;

/** Placeholders by name, with what each wants: a number (also to choose a plural by) or a text. */
export function placeholders(message: string, tag: LanguageTag): ReadonlyMap<string, 'number' | 'text'> {
  const found = new Map<string, 'number' | 'text'>();
  const visit = (parts: readonly Part[]): void => {
    for (const { type, value, options } of parts) {
      if (type >= ARGUMENT && type <= PLURAL && typeof value === 'string') {
        found.set(value, type === NUMBER || type === PLURAL ? 'number' : 'text');
      }
      for (const branch of Object.values(options ?? {})) visit(branch.value);
    }
  };
  visit(new IntlMessageFormat(message, tag).getAst() as readonly Part[]);
  return found;
}

/** Something to fill in for each placeholder; numbers where a number is wanted. */
export function valuesFor(message: string, tag: LanguageTag, count: number): Record<string, string | number> {
  const filled = [...placeholders(message, tag)].map(([name, kind]) => [
    name,
    kind === 'number' ? count : `«${name}»`,
  ]);
  return Object.fromEntries(filled);
}

export const OTHERS: readonly LanguageTag[] = LANGUAGE_TAGS.filter((tag) => tag !== 'en');

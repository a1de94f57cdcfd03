import { Language, type Words } from './language.js';
import type { MessageKey } from './message-keys.js';
import en from './words/en.json' with { type: 'json' };
import hu from './words/hu.json' with { type: 'json' };
import ptBR from './words/pt-BR.json' with { type: 'json' };
import ru from './words/ru.json' with { type: 'json' };
import zhCN from './words/zh-CN.json' with { type: 'json' };

/** The words of a language that has the keys of English: one that is missing or left over does not compile. */
function complete<Own extends Words>(
  words: Own & { readonly [Key in Exclude<keyof Own, MessageKey>]: never },
): Words {
  return words;
}

/** Every language, by its tag. A new language is its file and its line here. */
export const LANGUAGES = {
  en: new Language('en', 'en-us', complete(en), 'en-GB'),
  ru: new Language('ru', 'ru-ru', complete(ru)),
  'zh-CN': new Language('zh-CN', 'zh-cn', complete(zhCN)),
  'pt-BR': new Language('pt-BR', 'pt-br', complete(ptBR)),
  hu: new Language('hu', 'hu-hu', complete(hu)),
} as const satisfies Record<string, Language>;

export type LanguageTag = keyof typeof LANGUAGES;
export const LANGUAGE_TAGS = Object.keys(LANGUAGES) as readonly LanguageTag[];

export function isLanguageTag(text: unknown): text is LanguageTag {
  return typeof text === 'string' && Object.hasOwn(LANGUAGES, text);
}

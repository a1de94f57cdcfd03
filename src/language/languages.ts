import en from './en.json' with { type: 'json' };
import hu from './hu.json' with { type: 'json' };
import { Language } from './language.js';
import ptBR from './pt-BR.json' with { type: 'json' };
import ru from './ru.json' with { type: 'json' };
import zhCN from './zh-CN.json' with { type: 'json' };

/** Every language, by its tag. A new language is its file and its line here. */
export const LANGUAGES = {
  en: new Language('en', 'en-us', en, 'en-GB'),
  ru: new Language('ru', 'ru-ru', ru),
  'zh-CN': new Language('zh-CN', 'zh-cn', zhCN),
  'pt-BR': new Language('pt-BR', 'pt-br', ptBR),
  hu: new Language('hu', 'hu-hu', hu),
} as const satisfies Record<string, Language>;

export type LanguageTag = keyof typeof LANGUAGES;
export const LANGUAGE_TAGS = Object.keys(LANGUAGES) as readonly LanguageTag[];

export function isLanguageTag(text: unknown): text is LanguageTag {
  return typeof text === 'string' && Object.hasOwn(LANGUAGES, text);
}

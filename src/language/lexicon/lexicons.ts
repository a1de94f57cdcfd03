import type { LanguageTag } from '../languages.js';
import type { Concept } from '../understand/concepts.js';
import en from './en.json' with { type: 'json' };
import hu from './hu.json' with { type: 'json' };
import ptBR from './pt-BR.json' with { type: 'json' };
import ru from './ru.json' with { type: 'json' };
import zhCN from './zh-CN.json' with { type: 'json' };

/** What people type in one language, by what it means. */
export interface LexiconFile {
  readonly language: string;
  readonly concepts: { readonly [C in Concept]?: readonly string[] };
}

/** Every lexicon. A new language is its file and its line here. */
export const LEXICONS: Readonly<Record<LanguageTag, LexiconFile>> = {
  en,
  ru,
  'zh-CN': zhCN,
  'pt-BR': ptBR,
  hu,
};

import { scriptJson } from '../html/script-json.js';
import { LANGUAGE_TAGS, LANGUAGES } from '../language/languages.js';
import { direction } from '../language/locale.js';
import type { KeyUnder } from '../language/message-keys.js';

/** What embed.js says, by language. The first one is for readers of none of them. */
function embedWords(): object {
  return Object.fromEntries(
    LANGUAGE_TAGS.map((tag) => {
      const say = (key: KeyUnder<'web'>): string => LANGUAGES[tag].say(`web.${key}`);
      const words = { title: say('title'), open: say('open'), close: say('close') };
      return [tag, { dir: direction(LANGUAGES[tag]), ...words }];
    }),
  );
}

/** The script for other sites: its source with the words of every language, in a block so that nothing leaks. */
export function embedScript(source: string): string {
  return `{\nconst WORDS = ${scriptJson(embedWords())};\n${source}}\n`;
}

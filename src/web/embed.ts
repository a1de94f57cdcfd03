import { scriptJson } from '../html/script-json.js';
import { LANGUAGE_TAGS, LANGUAGES } from '../language/languages.js';
import { direction } from '../language/locale.js';
import type { KeyUnder } from '../language/message-keys.js';

/** Where the script puts the origin of the page that it is on. */
const ORIGIN = '%ORIGIN%';

/** What embed.js says, by language. The first one is for readers of none of them. */
function embedWords(): object {
  return Object.fromEntries(
    LANGUAGE_TAGS.map((tag) => {
      const say = (key: KeyUnder<'web'>): string => LANGUAGES[tag].say(`web.${key}`);
      const words = {
        title: say('title'),
        open: say('open'),
        close: say('close'),
        refused: LANGUAGES[tag].say('web.refused', { origin: ORIGIN, setting: 'EMBED_ORIGINS' }),
      };
      return [tag, { dir: direction(LANGUAGES[tag]), ...words }];
    }),
  );
}

/**
 * The script for other sites: its source with the words of every language, and the origins that may show the page, in a
 * block so that nothing leaks. The origins are no secret: every page's policy names them.
 */
export function embedScript(source: string, origins: readonly string[]): string {
  const constants = `const WORDS = ${scriptJson(embedWords())};\nconst ORIGINS = ${scriptJson(origins)};`;
  return `{\n${constants}\n${source}}\n`;
}

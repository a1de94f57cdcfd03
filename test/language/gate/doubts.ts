import { readFileSync } from 'node:fs';
import { LANGUAGE_TAGS } from '../../../src/language/languages.js';

const LEXICONS = new URL('../../../../src/language/lexicon/', import.meta.url);

/** The concepts whose words doubt, deny, correct, ask, or say that something was so once. */
const TAKING_BACK = ['not', 'no', 'unsure', 'whether', 'or', 'but', 'correction', 'past', 'former', 'other'];

/** What is written around words that are somebody else's, or asked, or conditional. */
const MORE = [
  'quote:',
  'he said',
  'they said',
  'RE:',
  'if',
  'unless',
  'не говорил что',
  'якобы',
  'если',
  'разве',
  '他说',
  '如果',
  '除非',
  '吗',
  '吧',
  '是不是',
  'disse que',
  'se',
  'será que',
  'só que não',
  'azt mondta',
  'ha',
  'vajon',
  'állítólag',
  'sz',
];

/** Every word of those kinds in the lexicons of all languages, as it is listed. */
export function doubts(): readonly string[] {
  const listed = LANGUAGE_TAGS.flatMap((tag) => {
    const { concepts } = JSON.parse(readFileSync(new URL(`${tag}.json`, LEXICONS), 'utf8')) as {
      readonly concepts: Readonly<Record<string, readonly string[]>>;
    };
    return TAKING_BACK.flatMap((concept) => concepts[concept] ?? []);
  });
  const words = listed.filter((words) => /^[\p{L}\p{M}' -]+$/u.test(words));
  return [...new Set([...MORE, ...words])];
}

/** Signs that deny, strike out, quote, ask or joke, and some that only stand there. */
export const SIGNS: readonly string[] = [
  ...'?!≠~>"“”«»[]{}/\\*_+%&=<|;:,…¬×✗✘✓☐☑❌👎👍🤔🙃😂^@$£-–—',
  '??',
  '(?)',
  '!=',
  '~~',
  '\u0336',
  '\u0338',
  '\u0301',
  '\u0308',
  '\u20e0',
  '\u20dd',
  '\u200d',
  '\u202e',
  '\ufe0f',
  '\n',
  'sic',
];

import { LANGUAGE_TAGS, LANGUAGES, type LanguageTag } from '../../languages.js';
import { fold, type Word, wordsOf } from '../text/word.js';
import { type Clause, hasValue, is } from './clauses.js';

/** In which language somebody is to be spoken to, and the words that said so. */
export interface Speech {
  readonly whose: 'asker' | 'customer';
  readonly language: LanguageTag;
  readonly first: number;
  readonly next: number;
}

interface Name {
  readonly words: readonly string[];
  readonly tag: LanguageTag;
  /** "In Russian", "по-русски", "oroszul": how something is said, rather than what somebody is. */
  readonly manner: boolean;
}

/** What a name begins with, or after a hyphen ends with, that says how something is said. */
function manners(): readonly string[] {
  return LANGUAGE_TAGS.flatMap((tag) => LANGUAGES[tag].alternatives('language.manner'));
}

function isManner(name: string, all: readonly string[]): boolean {
  return all.some((each) => (each.startsWith('-') ? name.endsWith(each.slice(1)) : name.startsWith(each)));
}

/** "ru" is Portuguese for nothing and English for a country: too short to be a name in a sentence. */
const SHORTEST = 3;

let known: ReadonlyMap<string, readonly Name[]> | undefined;

/** Every name of every language by its first word, as the words files list them, longer ones first. */
function names(): ReadonlyMap<string, readonly Name[]> {
  if (known !== undefined) return known;
  const all = manners().map(fold);
  const every = LANGUAGE_TAGS.flatMap((tag) =>
    [LANGUAGES[tag].say('language.self'), ...LANGUAGES[tag].alternatives('language.aliases')].map((name) => ({
      words: wordsOf(name).map(({ folded }) => folded),
      tag,
      manner: isManner(fold(name), all),
    })),
  )
    .filter(({ words }) => words.join('').length >= SHORTEST || words.some((word) => word >= '⺀'))
    .sort((a, b) => b.words.length - a.words.length);
  const found = new Map<string, Name[]>();
  for (const name of every) {
    const [first = ''] = name.words;
    const others = found.get(first);
    if (others === undefined) found.set(first, [name]);
    else others.push(name);
  }
  known = found;
  return found;
}

/** The language names in a line that say how to speak with whom; a bare "our Hungarian office" says nothing. */
export function speechIn(words: readonly Word[], clauses: readonly Clause[]): Speech | undefined {
  for (const [first, { folded }] of words.entries()) {
    const name = names()
      .get(folded)
      ?.find((each) => each.words.every((word, at) => words[first + at]?.folded === word));
    if (name === undefined) continue;
    const next = first + name.words.length;
    const inside = clauses
      .flatMap(({ parts }) => parts)
      .some((part) => hasValue(part) && part.first <= first && part.next >= next);
    const clause = clauses.findLast(({ first: begin }) => begin <= first);
    if (inside || clause === undefined) continue;
    const speaks = clause.parts.some((part) => is(part, 'speaks'));
    if (!speaks && !name.manner) continue;
    const whose = clause.parts.some((part) => is(part, 'they')) ? 'customer' : 'asker';
    return { whose, language: name.tag, first, next };
  }
  return undefined;
}

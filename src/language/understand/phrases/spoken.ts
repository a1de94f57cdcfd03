import type { LanguageTag } from '../../languages.js';
import { lexiconOf } from '../../lexicon/lexicons.js';
import { asOneWord, fold, JOINED, type Word } from '../text/word.js';
import { tonguesOf } from './tongues.js';
import { whileSpoken } from './while-spoken.js';

/** What spells a code aloud in one language. */
interface LetterNames {
  /** What the name of a letter, or a number, stands for. */
  readonly letters: ReadonlyMap<string, string>;
  /** The codes by what is heard, and all beginnings of these. */
  readonly codes: ReadonlyMap<string, string>;
  readonly beginnings: ReadonlySet<string>;
  readonly endings: ReadonlySet<string>;
}

const LEAST = 2;
/** The name of a letter is short: what is longer is a number, and may have any ending ("hármasokra"). */
const NUMBER = 4;
const LONGEST_ENDING = 5;

const spellingOf = whileSpoken((tag: LanguageTag): LetterNames => {
  const { spoken = { letters: {}, codes: {} }, names } = lexiconOf(tag);
  const heard = Object.keys(spoken.codes);
  return {
    letters: new Map(Object.entries(spoken.letters)),
    codes: new Map(Object.entries(spoken.codes)),
    beginnings: new Set(heard.flatMap((code) => [...code].map((_, at) => code.slice(0, at + 1)))),
    endings: new Set([...(names?.from ?? []), ...(names?.endings ?? [])]),
  };
});

/** The letter that a word names at its beginning, and the ending that stands on it. */
function inflected(lower: string, { letters, endings }: LetterNames): readonly [string, string] | undefined {
  for (const [name, letter] of letters) {
    if (!lower.startsWith(name)) continue;
    const ending = lower.slice(name.length);
    if (endings.has(fold(ending)) || (name.length >= NUMBER && ending.length <= LONGEST_ENDING))
      return [letter, /\d$/.test(letter) ? '' : ending];
  }
  return undefined;
}

interface SpokenCode {
  readonly written: string;
  readonly next: number;
}

/** The longest code that is spelled from a word on. */
function codeAt(words: readonly Word[], first: number, spelling: LetterNames): SpokenCode | undefined {
  let heard = '';
  let found: SpokenCode | undefined;
  for (let at = first; at < words.length; at++) {
    const word = words[at];
    if (word === undefined || (at > first && word.breakBefore > JOINED)) break;
    const letter = spelling.letters.get(word.lower);
    const last = letter === undefined && at > first ? inflected(word.lower, spelling) : undefined;
    const [heardHere, ending] = letter === undefined ? (last ?? []) : [letter, ''];
    if (heardHere === undefined || !spelling.beginnings.has(heard + heardHere)) break;
    heard += heardHere;
    const code = spelling.codes.get(heard);
    if (code !== undefined && at - first + 1 >= LEAST) found = { written: `${code}${ending}`, next: at + 1 };
    if (last !== undefined) break;
  }
  return found;
}

/** "Си эс пи", "е пять", "cé es pé": a code that was spelled aloud and written down so is one word, as it is written. */
export function spelledOut(words: readonly Word[], reader: LanguageTag): readonly Word[] {
  const { home } = tonguesOf(words, reader);
  const spelling = spellingOf(home);
  if (spelling.letters.size === 0) return words;
  const written: Word[] = [];
  for (let at = 0; at < words.length; ) {
    const word = words[at];
    if (word === undefined) break;
    const code = spelling.letters.has(word.lower) && !word.glued ? codeAt(words, at, spelling) : undefined;
    const last = code === undefined ? undefined : words[code.next - 1];
    if (code === undefined || last === undefined) {
      written.push(word);
      at++;
      continue;
    }
    written.push(asOneWord(word, last, code.written, fold(code.written)));
    at = code.next;
  }
  return written.length === words.length ? words : written;
}

import type { LanguageTag } from '../../languages.js';
import { lexiconOf } from '../../lexicon/lexicons.js';
import { asOneWord, CLAUSE, fold, JOINED, SENTENCE, type Word } from '../text/word.js';
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
  /** Signs by the words that they are said with. */
  readonly signs: ReadonlyMap<string, string>;
  /** The first words of these, or their first characters. */
  readonly signed: ReadonlySet<string>;
}

const LEAST = 2;
/** The name of a letter is short: what is longer is a number, and may have any ending ("hármasokra"). */
const NUMBER = 4;
const LONGEST_ENDING = 5;
/** No sign is said in more words, or Han characters. */
const LONGEST_SIGN = 4;
const HAN = /^\p{Script=Han}/u;

const spellingOf = whileSpoken((tag: LanguageTag): LetterNames => {
  const { spoken = { letters: {}, codes: {} }, names } = lexiconOf(tag);
  const heard = Object.keys(spoken.codes);
  const signs = Object.entries(spoken.signs ?? {});
  return {
    signs: new Map(signs),
    signed: new Set(signs.map(([said]) => (HAN.test(said) ? said.charAt(0) : (said.split(' ', 1)[0] ?? '')))),
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

/** The sign that the words from one on say, and where they end. */
function signAt(
  words: readonly Word[],
  first: number,
  { signs, signed }: LetterNames,
): { readonly sign: string; readonly next: number } | undefined {
  const { lower = '' } = words[first] ?? {};
  if (!signed.has(lower)) return undefined;
  for (let next = Math.min(words.length, first + LONGEST_SIGN); next > first; next--) {
    const said = words.slice(first, next).map((word) => word.lower);
    const sign = signs.get(said.join(HAN.test(lower) ? '' : ' '));
    if (sign !== undefined) return { sign, next };
  }
  return undefined;
}

/** "Customer in Dublin comma partner in Cork full stop": whoever dictates says the signs. */
function punctuated(words: readonly Word[], spelling: LetterNames): readonly Word[] {
  if (!words.some(({ lower }) => spelling.signed.has(lower))) return words;
  const kept: Word[] = [];
  let pause: number = JOINED;
  for (let at = 0; at < words.length; ) {
    const said = signAt(words, at, spelling);
    const word = words[at];
    if (word === undefined) break;
    if (said === undefined) {
      kept.push(pause > word.breakBefore ? { ...word, breakBefore: pause } : word);
      pause = JOINED;
      at++;
      continue;
    }
    const before = kept.at(-1);
    if (said.sign === '?' && before !== undefined) kept[kept.length - 1] = { ...before, asks: true };
    pause = Math.max(pause, said.sign === ',' ? CLAUSE : SENTENCE);
    at = said.next;
  }
  return kept.length === words.length ? words : kept;
}

/** "Си эс пи", "е пять", "cé es pé": a code that was spelled aloud and written down so is one word, as it is written. */
export function spelledOut(typed: readonly Word[], reader: LanguageTag): readonly Word[] {
  const { home } = tonguesOf(typed, reader);
  const spelling = spellingOf(home);
  const words = punctuated(typed, spelling);
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

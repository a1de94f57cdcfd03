import type { Language } from '../language/language.js';
import { negotiate } from '../language/negotiate.js';
import { stemsOf } from '../language/understand/text/stems.js';
import { fold } from '../language/understand/text/word.js';

/** What a search takes for a word: in Chinese everything between two marks, because nothing stands between its words. */
export const WORD = /[\p{L}\p{M}\p{N}]+(?:[.'’-][\p{L}\p{M}\p{N}]+)*/gu;

const HAN = /\p{Script=Han}/u;
const chinese = new Intl.Segmenter('zh', { granularity: 'word' });

/** A word that is searched, or looked for, in the forms that it is compared in. */
export interface SoughtWord {
  readonly folded: string;
  readonly stems: readonly string[];
}

export function soughtWord(word: string, language: Language): SoughtWord {
  const folded = fold(word);
  return { folded, stems: stemsOf(word.toLowerCase(), folded, negotiate([language.tag])) };
}

/** Words of a line, and where they begin in it, in UTF-16 units. */
export interface LineWord {
  readonly word: string;
  readonly index: number;
}

/** Whether a word of the text is one of those that were looked for, in any of its forms. */
function isMeant(word: SoughtWord, sought: readonly SoughtWord[]): boolean {
  return sought.some(
    ({ folded, stems }) => word.folded.includes(folded) || stems.some((stem) => word.stems.includes(stem)),
  );
}

/** Words without anything between them, as one. */
function together(words: readonly LineWord[]): readonly LineWord[] {
  const joined: LineWord[] = [];
  for (const each of words) {
    const last = joined.at(-1);
    if (last !== undefined && last.index + last.word.length === each.index) {
      joined[joined.length - 1] = { word: last.word + each.word, index: last.index };
    } else joined.push(each);
  }
  return joined;
}

/** The words within one that has Chinese in it. */
function partsOf({ word, index }: LineWord): readonly LineWord[] {
  return Array.from(chinese.segment(word), (each) => ({ word: each.segment, index: index + each.index }));
}

/** Where a text has another one in it; it is not empty. */
function placesOf(part: string, text: string): readonly { readonly begin: number; readonly end: number }[] {
  const places = [];
  for (let begin = text.indexOf(part); begin >= 0; begin = text.indexOf(part, begin + 1)) {
    places.push({ begin, end: begin + part.length });
  }
  return places;
}

/** Of the words within one those that were looked for, whole where what was looked for begins or ends inside of one. */
function meantParts(run: LineWord, sought: readonly SoughtWord[], language: Language): readonly LineWord[] {
  const parts = partsOf(run).map((part) => ({ part, folded: fold(part.word) }));
  const text = parts.map(({ folded }) => folded).join('');
  const places = sought.flatMap(({ folded }) => placesOf(folded, text));
  let at = 0;
  const meant = parts.filter(({ part, folded }) => {
    const [from, until] = [at, at + folded.length];
    at = until;
    const found = places.some(({ begin, end }) => begin < until && end > from);
    return found || isMeant(soughtWord(part.word, language), sought);
  });
  return together(meant.map(({ part }) => part));
}

/** The words of a line, and of them those that were looked for. */
export function wordsIn(line: string, sought: readonly SoughtWord[], language: Language) {
  const runs = [...line.matchAll(WORD)].map(({ 0: word, index }) => ({ word, index }));
  return {
    words: runs.flatMap((run) => (HAN.test(run.word) ? partsOf(run) : [run])),
    meant: runs.flatMap((run) => {
      if (HAN.test(run.word)) return meantParts(run, sought, language);
      return isMeant(soughtWord(run.word, language), sought) ? [run] : [];
    }),
  };
}

import { type Word, wordsOf } from './word.js';

/** Cuts texts into words, each once, for as long as one of them is read. */
export function cutting(): typeof wordsOf {
  const known = new Map<string, readonly Word[]>();
  return (text) => {
    const before = known.get(text);
    if (before !== undefined) return before;
    const words = wordsOf(text);
    known.set(text, words);
    return words;
  };
}

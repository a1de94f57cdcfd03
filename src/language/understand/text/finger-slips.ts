import { areNeighbours } from './keyboard.js';

/** Where two words begin to differ, and where what is alike behind that begins. */
function difference(
  typed: string,
  meant: string,
): readonly [from: number, typedEnd: number, meantEnd: number] {
  let from = 0;
  while (from < typed.length && typed[from] === meant[from]) from++;
  let [typedEnd, meantEnd] = [typed.length, meant.length];
  while (typedEnd > from && meantEnd > from && typed[typedEnd - 1] === meant[meantEnd - 1]) {
    typedEnd--;
    meantEnd--;
  }
  return [from, typedEnd, meantEnd];
}

const VOWEL = /[aeiouyаеёиоуыэюя]/;

/** Whether a short word is written as it may be heard: with another vowel, or with two of them for one ("saite"). */
export function isVowelSlip(typed: string, meant: string): boolean {
  const [from, typedEnd, meantEnd] = difference(typed, meant);
  const [wrong, right] = [typed.slice(from, typedEnd), meant.slice(from, meantEnd)];
  if (from === 0 || wrong.length !== 1 || !VOWEL.test(wrong)) return false;
  if (right === '') return VOWEL.test(typed.charAt(from - 1)) || VOWEL.test(typed.charAt(typedEnd));
  return right.length === 1 && VOWEL.test(right);
}

/**
 * Whether one slip of a finger makes a word of another, and not just one letter that differs: two letters changed
 * places, one was hit twice, one within the word was not hit, or the key beside it was. Nobody misses the first letter.
 */
export function isFingerSlip(typed: string, meant: string): boolean {
  const [from, typedEnd, meantEnd] = difference(typed, meant);
  const [wrong, right] = [typed.slice(from, typedEnd), meant.slice(from, meantEnd)];
  if (from === 0) return false;
  // A letter that was hit twice is alike on both sides of the difference.
  if (right === '') return wrong.length === 1 && wrong === typed[from - 1];
  if (wrong === '') return right.length === 1 && (from < meant.length - 1 || right === meant[from - 1]);
  if (wrong.length === 1 && right.length === 1) return areNeighbours(wrong, right);
  return wrong.length === 2 && wrong === `${right.charAt(1)}${right.charAt(0)}`;
}

import type { Said } from '../language/understand/understand.js';

/** A text of one short sentence is known by the words alone. */
const SHORT = 100;
const STOPS = /[.!?;\n。！？；]/u;
/** How far around the words one looks for more of their sentence. */
const AROUND = 100;

/** The rest of the sentence before some words, and behind them, word by word from there on. */
function neighbours(text: string, { start, end }: Said): readonly [readonly string[], readonly string[]] {
  const left =
    text
      .slice(Math.max(0, start - AROUND), start)
      .split(STOPS)
      .at(-1) ?? '';
  const right = text.slice(end, end + AROUND).split(STOPS)[0] ?? '';
  const words = (part: string) => part.match(/\s*(?:\p{Script=Han}|[^\s\p{Script=Han}]+)\s*/gu) ?? [];
  return [[...words(left)].reverse(), words(right)];
}

/**
 * The words that said something, and as much of their sentence around them as there is room for: in a mail a person
 * knows the place by it. `fits` tells whether so much may be shown.
 */
export function passage(text: string, said: Said, fits: (shown: string) => boolean): string {
  const plain = text.trim();
  if (plain.length <= SHORT && !STOPS.test(plain.slice(0, -1))) return said.text;
  const [before, behind] = neighbours(text, said);
  let shown = said.text;
  for (let at = 0; at < Math.max(before.length, behind.length); at++) {
    const wider = `${before[at] ?? ''}${shown}`;
    if (fits(wider)) shown = wider;
    const widest = `${shown}${behind[at] ?? ''}`;
    if (fits(widest)) shown = widest;
    if (!fits(wider) || !fits(widest)) break;
  }
  return shown.replace(/\s+/gu, ' ').trim();
}

import type { KeptCase } from '../kept-case.js';

/** ReviewedPassages of sources, as `page#section`, with spaces between. */
export type ReviewedPassages = string;

/** What a case rests on that is under review; empty where nothing is. */
export type ReviewOf = (kept: KeptCase) => ReviewedPassages;

function wordsOf(passages: ReviewedPassages | undefined): readonly string[] {
  return passages === undefined ? [] : passages.split(/[ ,]/).filter((each) => each !== '');
}

function asPassages(words: readonly string[]): ReviewedPassages {
  return [...new Set(words)].toSorted((a, b) => (a < b ? -1 : 1)).join(' ');
}

/** What is under review and was not told yet. */
export function untold(now: ReviewedPassages, told: ReviewedPassages | undefined): ReviewedPassages {
  const known = new Set(wordsOf(told));
  return asPassages(wordsOf(now).filter((each) => !known.has(each)));
}

/** What was told, with what is told now. */
export function toldWith(told: ReviewedPassages | undefined, more: ReviewedPassages): ReviewedPassages {
  return asPassages([...wordsOf(told), ...wordsOf(more)]);
}

/** What was told and is under review still: what has been compared and changes once more is told once more. */
export function stillReviewed(told: ReviewedPassages, now: ReviewedPassages): ReviewedPassages {
  const there = new Set(wordsOf(now));
  return asPassages(wordsOf(told).filter((each) => there.has(each)));
}

/** Whether a passage is one of these. */
export function isAmong(
  passages: ReviewedPassages,
): (passage: { readonly page: string; readonly section: string }) => boolean {
  const all = new Set(wordsOf(passages));
  return ({ page, section }) => all.has(`${page}#${section}`);
}

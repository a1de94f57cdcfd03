import type { Answer, FactId, OptionId } from '../../policy/facts.js';
import type { Settled } from './claims/settle.js';
import type { PlacedMention } from './clauses/clauses.js';
import type { Word } from './text/word.js';

/** The stretch of the line, as given, that said it. */
export interface Said {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** What a line says about one fact. It is a proposal: the person sees it and can change it before it counts. */
export type Reading =
  | { readonly kind: 'is'; readonly fact: FactId; readonly value: Answer; readonly said: Said }
  /** Two or more readings, in the order of the vocabulary: one question, these choices. */
  | {
      readonly kind: 'unclear';
      readonly fact: FactId;
      readonly options: readonly OptionId[];
      readonly said: Said;
    }
  | {
      readonly kind: 'isNot';
      readonly fact: FactId;
      readonly options: readonly OptionId[];
      readonly said: Said;
    };

/** The words from one to another, as they stand in the line. */
export function saidBy(
  { first, next }: Pick<PlacedMention, 'first' | 'next'>,
  words: readonly Word[],
  text: string,
): Said {
  const start = words[first]?.start ?? 0;
  const end = words[next - 1]?.end ?? start;
  return { start, end, text: text.slice(start, end) };
}

/** What was settled about one fact, with the words that said so. */
export function readingsOf(settled: Settled, words: readonly Word[], text: string): readonly Reading[] {
  const { fact, options, unknown, not, part, notPart } = settled;
  const readings: Reading[] = [];
  const [only] = options;
  if (part !== undefined) {
    const said = saidBy(part, words, text);
    if (only !== undefined && options.length === 1) readings.push({ kind: 'is', fact, value: only, said });
    else if (options.length > 1) readings.push({ kind: 'unclear', fact, options, said });
    else if (unknown) readings.push({ kind: 'is', fact, value: 'unknown', said });
  }
  if (notPart !== undefined && not.length > 0) {
    readings.push({ kind: 'isNot', fact, options: not, said: saidBy(notPart, words, text) });
  }
  return readings;
}

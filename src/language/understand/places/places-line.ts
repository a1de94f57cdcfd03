import type { LanguageTag } from '../../languages.js';
import type { Clause } from '../clauses/clauses.js';
import type { CountSteps } from '../phrases/mentions.js';
import type { Word } from '../text/word.js';
import type { NamedPlace } from './place-names.js';

/** A line, cut into clauses, in which somebody may say where two companies are. */
export interface PlacesLine {
  readonly words: readonly Word[];
  readonly text: string;
  readonly clauses: readonly Clause[];
  readonly tags: readonly LanguageTag[];
  /** "We" is the customer, and "you" the partner. */
  readonly customer: boolean;
  readonly count?: CountSteps | undefined;
}

/** Whose tenant a place is said to be of. */
export type Whose = 'customer' | 'partner';

export interface PlacedSide {
  readonly place: NamedPlace;
  /** Undefined where the line leaves it open: it may be either's. */
  readonly whose: Whose | undefined;
}

/** The number of the clause that a word stands in. */
export function clauseAt({ clauses }: Pick<PlacesLine, 'clauses'>, at: number): number {
  return clauses.findLastIndex(({ first }) => first <= at);
}

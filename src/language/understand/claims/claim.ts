import type { FactId, OptionId } from '../../../policy/facts.js';
import type { PlacedMention } from '../clauses/clauses.js';

/** What one mention says about one fact, before it is weighed against the others. */
export interface Claim {
  readonly fact: FactId;
  readonly kind: 'is' | 'isNot' | 'unknown';
  /** One for a sure value, several for readings between which only the person can decide; none for `unknown`. */
  readonly options: readonly OptionId[];
  /** How outright it was said: a claim by default gives way to one with a cue. */
  readonly strength: number;
  readonly part: PlacedMention;
}

export const BY_DEFAULT = 1;
export const SAID = 2;

export function claim(
  part: PlacedMention,
  fact: FactId,
  options: OptionId | readonly OptionId[],
  strength: number = SAID,
): Claim {
  return { fact, kind: 'is', options: typeof options === 'string' ? [options] : options, strength, part };
}

export function unknown(part: PlacedMention, fact: FactId): Claim {
  return { fact, kind: 'unknown', options: [], strength: SAID, part };
}

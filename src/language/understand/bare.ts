import type { FactId, OptionId } from '../../policy/facts.js';
import type { Concept } from '../lexicon/concepts.js';
import { type Claim, claim } from './claim.js';
import { is, type PlacedMention } from './clauses.js';

/** What a bare word means as the answer to the question on the table. */
const ANSWERS: { readonly [F in FactId]?: { readonly [C in Concept]?: OptionId | readonly OptionId[] } } = {
  partner: { direct: 'directBill', indirect: ['indirectProvider', 'indirectReseller'] },
  seller: { direct: 'microsoft' },
  azurePlatform: { yes: 'azurePlan', no: 'legacyAzure' },
  enrollment: { direct: 'direct', indirect: 'indirect', government: 'government' },
  designation: { yes: 'held', no: 'notHeld', have: 'held', not: 'notHeld' },
  region: { yes: 'same', no: 'different', same: 'same', other: 'different', not: 'different' },
  relationship: { yes: 'yes', no: 'no', have: 'yes', not: 'no' },
};

/** "No, we don't have it": a negation anywhere outweighs a "have". */
const ORDER = ['no', 'not', 'yes', 'same', 'other', 'direct', 'indirect', 'government', 'have'] as const;

/** Reads the words of a line that say nothing alone as the answer to the question that was asked. */
export function bareAnswer(parts: readonly PlacedMention[], asked: FactId | undefined): Claim | undefined {
  const answers = asked === undefined ? undefined : ANSWERS[asked];
  if (asked === undefined || answers === undefined) return undefined;
  // "Not direct" is not "direct".
  if (answers.not === undefined && parts.some((part) => is(part, 'not'))) return undefined;
  for (const concept of ORDER) {
    const option = answers[concept];
    const part = option === undefined ? undefined : parts.find((each) => is(each, concept));
    if (part !== undefined && option !== undefined) return claim(part, asked, option);
  }
  return undefined;
}

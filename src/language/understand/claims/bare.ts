import type { FactId, OptionId } from '../../../policy/facts.js';
import type { Concept } from '../../lexicon/concepts.js';
import { type Clause, is, type PlacedMention, placesOf } from '../clauses/clauses.js';
import { anyIs } from '../clauses/within.js';
import type { Word } from '../text/word.js';
import { type Claim, claim } from './claim.js';

/** What a bare word means as the answer to the question on the table. */
const ANSWERS: { readonly [F in FactId]?: { readonly [C in Concept]?: OptionId | readonly OptionId[] } } = {
  cloud: { ordinary: 'public' },
  partner: { direct: 'directBill', indirect: ['indirectProvider', 'indirectReseller'] },
  seller: { direct: 'microsoft' },
  azurePlatform: { yes: 'azurePlan', no: 'legacyAzure', former: 'legacyAzure', new: 'azurePlan' },
  enrollment: { direct: 'direct', indirect: 'indirect', government: 'government' },
  designation: { yes: 'held', no: 'notHeld', have: 'held', not: 'notHeld' },
  region: { yes: 'same', no: 'different', same: 'same', other: 'different', not: 'different' },
  licensePlatform: { former: 'legacy', new: 'newCommerce' },
  state: { ordinary: 'active' },
  relationship: { yes: 'yes', no: 'no', have: 'yes', not: 'no' },
};

/** "No, we don't have it": a negation outweighs a "have". */
const ORDER = [
  'no',
  'not',
  'yes',
  'same',
  'other',
  'direct',
  'indirect',
  'government',
  'have',
  'ordinary',
  'former',
  'new',
] as const;

/** What may stand beside the word that answers, without making anything else of it. */
const BESIDE = [
  ...ORDER,
  'filler',
  'and',
  'but',
  'clause',
  'correction',
  'we',
  'they',
  'our',
  'now',
] as const;

/** A word or two that nobody knows may be a name; more may say anything. */
const MOST_UNKNOWN = 1;
/** "We don't have it yet": whoever says more says something else. */
const MOST_WORDS = 5;

function isLight(part: PlacedMention, asked: FactId): boolean {
  return is(part, ...BESIDE, 'nothing', `about.${asked}` as Concept) || is(part, asked as Concept);
}

/**
 * The clause that can answer: the first that says anything. "Yes" or "no" at its very beginning answers, whatever
 * follows; any other word only where it stands there all but alone.
 */
function answering(
  clauses: readonly Clause[],
  words: readonly Word[],
  asked: FactId,
): readonly PlacedMention[] {
  const number = clauses.findIndex(({ parts }) => parts.some((part) => !isEmpty(part)));
  const clause = clauses[number];
  if (clause === undefined) return [];
  const next = clauses[number + 1]?.first ?? words.length;
  const covered = new Set(clause.parts.flatMap(placesOf));
  const head = clause.parts.find((part) => !isEmpty(part));
  const begins = placesOf({ first: clause.first, next: head?.first ?? clause.first }).every((at) =>
    covered.has(at),
  );
  const light = clause.parts.every((part) => isLight(part, asked));
  const last = words[next - 1] ?? words[clause.first];
  const long = last === undefined ? 0 : last.place + last.width - (words[clause.first]?.place ?? 0);
  if (light && long <= MOST_WORDS && next - clause.first - covered.size <= MOST_UNKNOWN) return clause.parts;
  return head !== undefined && begins && is(head, 'yes', 'no') ? [head] : [];
}

/** "We let it lapse, so no": what comes of all that was said before, in as many words. */
function closing(
  clauses: readonly Clause[],
  words: readonly Word[],
  asked: FactId,
): readonly PlacedMention[] {
  const clause = clauses.at(-1);
  if (clause === undefined || clauses.length < 2 || clause.asks || clause.join === 'or') return [];
  const covered = new Set(clause.parts.flatMap(placesOf));
  if (covered.size < words.length - clause.first) return [];
  const light = clause.parts.every((part) => isLight(part, asked));
  return light ? clause.parts.filter((part) => is(part, 'yes', 'no')) : [];
}

/** "N" is short for "não", and as often for nothing. */
function isEmpty(part: PlacedMention): boolean {
  return is(part, 'filler', 'correction', 'but', 'and') && !is(part, ...ORDER);
}

/** Reads the words at the head of a line that say nothing alone as the answer to the question that was asked. */
export function bareAnswer(
  clauses: readonly Clause[],
  words: readonly Word[],
  asked: FactId | undefined,
): Claim | undefined {
  const answers = asked === undefined ? undefined : ANSWERS[asked];
  if (asked === undefined || answers === undefined) return undefined;
  // "That I don't quite understand" is no "no".
  if (clauses.some(({ parts }) => anyIs(parts, 'intent.help'))) return undefined;
  const head = answering(clauses, words, asked);
  const parts = head.length > 0 ? head : closing(clauses, words, asked);
  // "Not direct" is not "direct".
  const denies = (part: PlacedMention): boolean =>
    is(part, 'not') && !(answers.no !== undefined && is(part, 'no'));
  if (answers.not === undefined && parts.some(denies)) return undefined;
  for (const concept of ORDER) {
    const option = answers[concept];
    const part = option === undefined ? undefined : parts.find((each) => is(each, concept));
    if (part !== undefined && option !== undefined) return claim(part, asked, option);
  }
  return undefined;
}

import { type Concept, isValue } from '../../lexicon/concepts.js';
import type { FoundMention, Mention } from './search.js';

/** Found at a cost that differs by less, a word stands in one and the same form in two phrases. */
const SAME_FORM = 0.05;
const LIGHT: ReadonlySet<Concept> = new Set(['and', 'or', 'but', 'clause', 'filler']);

const NAMED: ReadonlySet<Concept> = new Set([
  'kind.directBill',
  'kind.indirectProvider',
  'kind.indirectReseller',
]);

/** Cues that weigh nothing where they stand, but tell how something else is meant. */
const TELLING: ReadonlySet<Concept> = new Set(['you', 'invoice', 'wish', 'keeps', 'allowed']);

/** Of two phrases of one length: "EA indirect reseller" names a reseller, "不过户" (not transfer) is no "but". */
function weight({ concepts, words }: Mention): number {
  if (words.length === 1) return 0;
  if (concepts.some((concept) => NAMED.has(concept))) return 1;
  return concepts.every((concept) => LIGHT.has(concept)) ? -1 : 0;
}

/** Longer first; then the one without slips, the tighter, the one in the likelier language. */
export function better(a: FoundMention, b: FoundMention): number {
  return (
    b.words.length - a.words.length ||
    Math.floor(a.cost) - Math.floor(b.cost) ||
    weight(b) - weight(a) ||
    a.cost - b.cost ||
    span(a) - span(b) ||
    a.rank - b.rank ||
    (a.words[0] ?? 0) - (b.words[0] ?? 0) ||
    named(a, b)
  );
}

/** Whether the very words of a phrase were found as another phrase of the same lexicon, in the same form. */
export function again(a: FoundMention, b: FoundMention): boolean {
  return (
    a.rank === b.rank &&
    b.cost - a.cost < SAME_FORM &&
    a.words.length === b.words.length &&
    a.words.every((word, at) => b.words[at] === word)
  );
}

/** Cues add up ("what's" may be said for "what is" too); two values of one phrase would contradict each other. */
export function both(a: readonly Concept[], b: readonly Concept[]): readonly Concept[] {
  const values = a.some(isValue) && b.some(isValue);
  const silent = [...a, ...b].includes('nothing');
  if (values || silent) return a;
  // Where the weightless reading comes first the other counts only if it begins a question about a word, or tells more.
  if (a.includes('filler'))
    return [...a, ...b.filter((concept) => concept.startsWith('term') || TELLING.has(concept))];
  return [...new Set([...a, ...b])].filter((concept) => concept !== 'filler');
}

/** Two phrases alike in all else: one order, whichever was grown first. */
function named(a: Mention, b: Mention): number {
  const [first, second] = [a.concepts.join(), b.concepts.join()];
  return first < second ? -1 : first > second ? 1 : 0;
}

function span({ words }: Mention): number {
  return (words.at(-1) ?? 0) - (words[0] ?? 0);
}

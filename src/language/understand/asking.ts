import type { FactId } from '../../policy/facts.js';
import type { LanguageTag } from '../languages.js';
import { type Clause, clausesOf, hasValue, is, placesOf } from './clauses/clauses.js';
import { silenced } from './clauses/terms.js';
import { type CountSteps, mentionsOf } from './phrases/mentions.js';
import {
  type AskedSentence,
  askedIn,
  type CharacterSpan,
  type QuestionKind,
  spanOf,
} from './questions/asked.js';
import { sentencesOf } from './questions/cues.js';
import { type NamedFact, namedIn, partnerIn } from './questions/named.js';
import type { Reading } from './readings.js';
import type { Word, wordsOf } from './text/word.js';

/** A question about the rules, which says nothing about a customer. */
export interface RuleQuestion {
  readonly kind: QuestionKind;
  /** What it is about; of a word that is asked for, what it stands for. */
  readonly named: readonly NamedFact[];
  /** It asks what becomes of the subscription that is there. */
  readonly fate?: true;
}

/** Nobody asks about a rule at greater length; whoever writes more tells of a case. */
const LONGEST = 300;

function overlaps(a: CharacterSpan, b: CharacterSpan): boolean {
  return a.start < b.end && b.start < a.end;
}

/** What was read in the words of a question, as what it is about. */
function namedBy(readings: readonly Reading[]): readonly NamedFact[] {
  return readings.flatMap((reading) =>
    reading.kind === 'is' && reading.value !== 'unknown'
      ? [{ fact: reading.fact, option: reading.value }]
      : [],
  );
}

/** What a question about the rules is about; who asks is a kind of partner, if it names one. */
function ruled(
  readings: readonly Reading[],
  clauses: readonly Clause[],
  words: readonly Word[],
): readonly NamedFact[] {
  const partner = partnerIn(clauses);
  if (partner === undefined) return namedBy(readings);
  const own = spanOf(partner, words);
  const others = readings.filter(
    ({ fact, said }) => fact !== 'partner' && !(fact === 'seller' && overlaps(said, own)),
  );
  return [{ fact: 'partner', option: partner.option }, ...namedBy(others)];
}

/** What a question is about. */
function namedOf(
  { kind, names, topics }: AskedSentence,
  readings: readonly Reading[],
  clauses: readonly Clause[],
  words: readonly Word[],
): readonly NamedFact[] {
  // "Multi-channel support" is no wish to support, and "the old subscription" no legacy one.
  const beside = (span: CharacterSpan): boolean => !names.some((each) => overlaps(each, span));
  const said = readings.filter((each) => beside(each.said));
  if (kind === 'rules' && said.length > 0) return ruled(said, clauses, words);
  const parts = clauses.flatMap((clause) => clause.parts).filter((part) => beside(spanOf(part, words)));
  const named = namedIn(parts);
  if (kind === 'rules') return named.filter(({ option }) => option !== undefined);
  const options = named.filter(({ fact, option }) => option !== undefined && fact !== 'service');
  if (options.length > 0) return options;
  return topics.length > 0
    ? topics.map((fact) => ({ fact }))
    : named.filter(({ option }) => option === undefined);
}

function questionOf(
  { kind, fate, program }: AskedSentence,
  named: readonly NamedFact[],
  open: FactId | undefined,
): RuleQuestion | undefined {
  if (kind === 'other') return { kind, named: [] };
  if (fate && kind === 'rules') return { kind, named, fate };
  if (named.length > 0) return { kind, named };
  if (kind !== 'why') return { kind: program ? 'program' : 'other', named };
  // "Why do you ask?" asks about the question on the table; without one, about the answer.
  return open === undefined ? undefined : { kind, named: [{ fact: open }] };
}

/** What was heard in a text, as far as it tells whether the text is a question. */
export interface HeardSoFar {
  readonly readings: readonly Reading[];
  readonly subscriptions?: readonly (readonly Reading[])[];
  /** It wants something of the bot, or of somebody. */
  readonly wants: boolean;
}

/** Who reads it, and the question on the table. */
export interface Asking {
  /** Cuts a text into words, and knows those of the text that was read just before. */
  readonly cut: typeof wordsOf;
  readonly language: LanguageTag;
  readonly asked?: FactId;
  readonly count?: CountSteps;
}

/** What ties a product to somebody who has it, wants it or sells it. */
const TIES = ['we', 'our', 'they', 'you', 'other', 'have', 'bought', 'sold', 'sell', 'from', 'need'] as const;
/** A line that only names a product, with a question mark, may say what the customer has. */
const FEWEST = 4;

/** "Is Copilot any good at Excel formulas?": a product, and nobody who has it. */
function isOfProduct(
  readings: readonly Reading[],
  words: readonly Word[],
  clauses: readonly Clause[],
): boolean {
  const [only, ...others] = readings;
  if (only?.kind !== 'is' || only.fact !== 'service' || others.length > 0) return false;
  const parts = clauses.flatMap((clause) => clause.parts);
  const known = new Set(parts.flatMap(placesOf));
  return (
    clauses.length === 1 &&
    clauses[0]?.asks === true &&
    words.some((_, at) => !known.has(at)) &&
    words.length - parts.filter(hasValue).length >= FEWEST &&
    !parts.some(
      (part) => is(part, ...TIES) || (hasValue(part) && !is(part, 'service.license', 'service.usage')),
    )
  );
}

/** What a text asks about the rules: nothing that such a question names is said of a customer. */
export function ruleQuestionIn(
  text: string,
  { cut, language, asked: open, count }: Asking,
  { readings, subscriptions = [], wants }: HeardSoFar,
): RuleQuestion | undefined {
  if (wants || text.length > LONGEST) return undefined;
  const words = cut(text);
  if (words.length < 2) return undefined;
  const clauses = clausesOf(words, mentionsOf(words, language, count));
  const quiet = silenced(clauses);
  const sentences = sentencesOf(words).map(([first]) => first);
  const told = [...readings, ...subscriptions.flat()];
  const asked = askedIn(
    words,
    language,
    told.map(({ said }) => said),
    (first) => quiet.has(sentences.indexOf(first)),
    count,
  );
  if (asked === undefined)
    return open === undefined && isOfProduct(told, words, clauses) ? { kind: 'other', named: [] } : undefined;
  return questionOf(asked, namedOf(asked, readings, clauses, words), open);
}

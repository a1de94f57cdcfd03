import type { FactId } from '../../../policy/facts.js';
import type { LanguageTag } from '../../languages.js';
import { type QuestionCue, topicOf } from '../../lexicon/concepts.js';
import type { CountSteps } from '../phrases/mentions.js';
import { JOINED, type Word } from '../text/word.js';
import { cuesIn, type FoundCue, sentencesOf } from './cues.js';

/**
 * `rules`: what the policy says of something; `why`: why something matters; `term`: what a word means; `program`: what
 * the policy itself is about; `other`: a question about something else.
 */
export type QuestionKind = 'rules' | 'why' | 'term' | 'program' | 'other';

/** A stretch of a text, in characters. */
export interface CharacterSpan {
  readonly start: number;
  readonly end: number;
}

/** Where some words stand, from one up to another. */
export function spanOf(
  { first, next }: { readonly first: number; readonly next: number },
  words: readonly Word[],
): CharacterSpan {
  const start = words[first]?.start ?? 0;
  return { start, end: words[next - 1]?.end ?? start };
}

export interface AskedSentence {
  readonly kind: QuestionKind;
  /** It asks what becomes of the subscription that the customer has. */
  readonly fate: boolean;
  /** It calls the policy by its name. */
  readonly program: boolean;
  /** The words that do, and those for the old subscription: "support" and "old" say nothing there. */
  readonly names: readonly CharacterSpan[];
  /** The facts that it calls by their names. */
  readonly topics: readonly FactId[];
}

/** So many words may stand before what begins a question: "and in general, can …". */
const OPENING = 3;

/** What a sentence has of the cues. */
class Sentence {
  readonly #found: readonly FoundCue[];

  constructor(
    readonly words: readonly Word[],
    readonly first: number,
    readonly next: number,
    found: readonly FoundCue[],
  ) {
    const own = found.filter(({ words: [at = -1] }) => at >= first && at < next);
    const free = new Set(own.filter(({ cue }) => cue === 'question.untied').flatMap((each) => each.words));
    const ties = (cue: QuestionCue): boolean => cue === 'question.tied' || cue === 'question.customer';
    this.#found = own.filter(({ cue, words: at }) => !ties(cue) || at.some((each) => !free.has(each)));
  }

  has(...cues: readonly QuestionCue[]): boolean {
    return this.#found.some(({ cue }) => cues.includes(cue));
  }

  /** It has a question mark. */
  isMarked(): boolean {
    return this.words.slice(this.first, this.next).some(({ asks }) => asks);
  }

  /** It ends with a question mark, has a word that only questions have, or begins as one. */
  asks(): boolean {
    if (this.isMarked()) return true;
    return this.has('question.particle') || this.begins();
  }

  /** A clause of it begins as questions begin. */
  begins(): boolean {
    return this.#found.some(({ cue, words: [at = this.next] }) => {
      if (cue !== 'question.asks' && cue !== 'question.possible') return false;
      return at - this.first < OPENING || this.words[at]?.breakBefore !== JOINED;
    });
  }

  /** It has the cue at its head. */
  opens(cue: QuestionCue): boolean {
    return this.#found.some(
      (each) => each.cue === cue && (each.words[0] ?? this.next) - this.first < OPENING,
    );
  }

  /** What it asks. */
  asked(kind: QuestionKind): AskedSentence {
    return {
      kind,
      fate: this.has('question.fate'),
      program: this.has('question.program'),
      names: this.#spans('question.program', 'question.fate'),
      topics: [...new Set(this.#found.flatMap(({ cue }) => topicOf(cue) ?? []))],
    };
  }

  /** Where it has some cues. */
  #spans(...which: readonly QuestionCue[]): readonly CharacterSpan[] {
    return this.#found
      .filter(({ cue }) => which.includes(cue))
      .map(({ words: at }) => spanOf({ first: at[0] ?? 0, next: (at.at(-1) ?? 0) + 1 }, this.words));
  }
}

/** What a sentence asks of the rules; undefined where it is a statement, or about somebody's own case. */
function kindOf(sentence: Sentence, told: boolean, isTerm: boolean): QuestionKind | undefined {
  const tied = sentence.has('question.tied');
  const asks = sentence.asks();
  // "It was switched off because the card didn't go through": a reason given, where nothing is asked.
  if (sentence.has('question.why') && (asks || !told)) return 'why';
  if (tied && (told || isTerm)) return undefined;
  if (isTerm && !told && sentence.has('question.what')) return 'term';
  const general = !sentence.has('question.customer') || !told;
  if (sentence.has('question.reason') && told && general && (asks || sentence.opens('question.reason')))
    return 'why';
  if (sentence.has('question.allowed')) return 'rules';
  const named = sentence.has('question.possible', 'question.fate', 'question.rules', 'question.program');
  if (general && asks && named) return 'rules';
  // "365 works, they bought it from …": what begins as a question and has no mark states what it tells.
  const begun = sentence.begins() && (sentence.isMarked() || !told);
  if (general && sentence.has('question.may') && (begun || sentence.has('question.particle'))) return 'rules';
  return isTerm && !told ? 'other' : undefined;
}

/**
 * What a text asks of the rules in general. Whoever says something of a customer beside it asks about that customer.
 * @param told what was read, as the stretches that said it
 * @param term whether the sentence that begins at a word asks what a word means
 */
export function askedIn(
  words: readonly Word[],
  reader: LanguageTag,
  told: readonly CharacterSpan[],
  term: (first: number) => boolean,
  count?: CountSteps,
): AskedSentence | undefined {
  const found = cuesIn(words, reader, count);
  let asked: AskedSentence | undefined;
  for (const [first, next] of sentencesOf(words)) {
    const sentence = new Sentence(words, first, next, found);
    const { start, end } = spanOf(sentence, words);
    const own = told.some((each) => each.start >= start && each.end <= end);
    const kind = kindOf(sentence, own, term(first));
    if (kind === undefined && own) return undefined;
    if (kind !== undefined) asked ??= sentence.asked(kind);
  }
  return asked;
}

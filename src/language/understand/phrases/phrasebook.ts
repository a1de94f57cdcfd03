import type { LanguageTag } from '../../languages.js';
import { CONCEPTS, type Concept, isValue, QUESTION_CUES } from '../../lexicon/concepts.js';
import { type LexiconFile, lexiconOf } from '../../lexicon/lexicons.js';
import { isFingerSlip, isVowelSlip } from '../text/finger-slips.js';
import type { Word } from '../text/word.js';
import { Glossary } from './glossary.js';
import { HanIndex } from './han.js';
import { BadPhrase, GAP, leading, parse, RUN, type Slots } from './pattern.js';
import { Growth, PhraseNode } from './tree.js';
import { PhrasePlaces } from './vocabulary.js';
import { whileSpoken } from './while-spoken.js';

/** A shorter word that begins as another does is that one, or one of its forms. */
const LOOSE = 7;

/** A phrase that has not been needed yet. */
interface WaitingPhrase {
  readonly phrase: string;
  readonly concept: Concept;
  grown: boolean;
}

/** What `phrase` gives; nothing for one that cannot be read: a test names it, and the others are worth having. */
function legible<T>(read: () => readonly T[]): readonly T[] {
  try {
    return read();
  } catch (error) {
    if (error instanceof BadPhrase) return [];
    throw error;
  }
}

/** The words that are a phrase by themselves. */
function alone(slots: ReturnType<typeof parse>): readonly string[] {
  const needed = slots.filter((slot) => slot !== GAP && !slot.optional);
  const [only] = needed;
  if (needed.length !== 1 || only === undefined || only === GAP) return [];
  return only.ways.flatMap((way) => (way.length === 1 ? (way[0] ?? []) : [])).map(({ folded }) => folded);
}

/** Whether a phrase can be one word long, without reading it. */
function mayStandAlone(phrase: string): boolean {
  if (RUN.test(phrase)) return phrase.replace('=', '').length === 1;
  let needed = 0;
  for (const part of phrase.split(' ')) if (!part.endsWith('?')) needed++;
  return needed <= 1;
}

const HAN = /\p{Script=Han}/u;

/**
 * One language's phrases, ready to be found. There are tens of thousands, and a line needs few: a phrase is put into
 * the tree when a line has a word that it begins with. What has been grown never changes what a line says.
 */
export class Phrasebook {
  readonly vocabulary: PhrasePlaces;
  readonly root = new PhraseNode();
  /** The word forms that mean something by themselves: they shadow the same letters in another language. */
  readonly own = new Set<string>();
  readonly han = new HanIndex();
  readonly glossary: Glossary;
  readonly #slots: Slots = new Map();
  /** The phrases that begin at a place. */
  readonly #waiting = new Map<number, WaitingPhrase[]>();

  constructor(
    readonly tag: LanguageTag,
    { concepts }: LexiconFile,
    words: Glossary = new Glossary(tag, concepts),
  ) {
    this.vocabulary = new PhrasePlaces(tag);
    this.glossary = words;
    for (const concept of [...CONCEPTS, ...QUESTION_CUES]) {
      for (const phrase of concepts[concept] ?? []) this.#add({ phrase, concept, grown: false });
    }
  }

  #add(waiting: WaitingPhrase): void {
    const { phrase, concept } = waiting;
    for (const place of legible(() => leading(phrase, this.#slots))) {
      const number = this.vocabulary.number(place);
      const others = this.#waiting.get(number);
      if (others === undefined) this.#waiting.set(number, [waiting]);
      else others.push(waiting);
    }
    if (isValue(concept) && HAN.test(phrase)) this.han.add(phrase, concept);
    if (!mayStandAlone(phrase)) return;
    for (const word of alone(legible(() => parse(phrase, this.#slots)))) this.own.add(word);
  }

  #grow(numbers: readonly number[]): void {
    for (const number of numbers) {
      const waiting = this.#waiting.get(number);
      if (waiting === undefined) continue;
      this.#waiting.delete(number);
      for (const each of waiting) {
        if (each.grown) continue;
        each.grown = true;
        const slots = legible(() => parse(each.phrase, this.#slots));
        if (slots.length > 0) new Growth(this.root, this.vocabulary, slots).finish(each.concept);
      }
    }
  }

  /** Makes ready for a line all phrases that begin with one of its words, or with what one may be a slip of. */
  ready(words: readonly Word[], slips: boolean): void {
    for (const word of words) {
      this.#grow(this.vocabulary.find(word));
      if (!slips) continue;
      if (this.glossary.knows(word)) {
        this.#grow(this.besides(word));
        continue;
      }
      const near = this.near(word);
      this.#grow(near.length > 0 ? near : this.perhaps(word));
    }
  }

  /** The places that a word may stand in as a slip of another. */
  near(word: Word): readonly number[] {
    return [...new Set(this.glossary.near(word).flatMap((each) => this.vocabulary.like(each)))];
  }

  /**
   * The same of a word that begins or ends as words of some phrase do, which says nothing of the rest of it: only what one
   * slip of a finger makes of another is meant ("üzemletessük"), and not another form ("cégétől").
   */
  besides(word: Word): readonly number[] {
    const { lower, folded } = word;
    const { glossary: own, vocabulary } = this;
    if (folded.length < LOOSE || own.lists(folded) || own.stems(lower, folded)) return [];
    const meant = own.near(word).filter((each) => {
      const form = typeof each === 'string' ? each : each.folded;
      return isFingerSlip(folded, form) || isVowelSlip(folded, form);
    });
    return [...new Set(meant.flatMap((each) => vocabulary.like(each)))];
  }

  /** The places that a word may stand in as a slip of another, if what stands beside it says so. */
  perhaps(word: Word): readonly number[] {
    return [...new Set(this.glossary.perhaps(word).flatMap((each) => this.vocabulary.like(each)))];
  }

  /** Every phrase, for those who look at all. */
  whole(): this {
    this.#grow([...this.#waiting.keys()]);
    return this;
  }
}

/** The words of one language; collected when first needed. */
export const glossary = whileSpoken((tag) => new Glossary(tag, lexiconOf(tag).concepts));

/** The phrases of one language; made when first needed. */
export const phrasebook = whileSpoken((tag) => new Phrasebook(tag, lexiconOf(tag), glossary(tag)));

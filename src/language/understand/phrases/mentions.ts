import type { LanguageTag } from '../../languages.js';
import type { Concept } from '../../lexicon/concepts.js';
import type { Word } from '../text/word.js';
import { again, better, both } from './choice.js';
import { companiesIn } from './companies.js';
import type { HanSlip } from './han.js';
import { phrasebook } from './phrasebook.js';
import { type FoundMention, type Mention, Search, SLIP } from './search.js';
import { NONE, type Sense, senses } from './senses.js';
import { helpers, tonguesOf } from './tongues.js';

/**
 * What weighs one mention looks at the others, so their number is bounded: no line that says something has as many,
 * and one that repeats itself a thousand times is not worth a thousand times a thousand looks.
 */
export const MOST_MENTIONS = 360;

function isService(concept: Concept): boolean {
  return concept.startsWith('service.');
}

/** Whether the product named inside such a phrase is named for its own sake too ("Azure" in "Azure Expert MSP" is not). */
function isTransparent(concept: Concept): boolean {
  return /^(goal|licensePlatform|enrollment|cloud|about|state)\.|^seller\.(enterpriseAgreement|microsoft)$|^(bought|sold|legacy|they)$/.test(
    concept,
  );
}

/** Small words are the first to be left out of a long text. */
function says({ concepts }: Mention): boolean {
  return concepts.some((concept) => concept !== 'filler');
}

/** Told how many steps were taken, for whoever holds that reading stays linear. */
export type CountSteps = (steps: number) => void;

const NOBODY: readonly FoundMention[] = [];

/** The mentions that were taken, and which of them has a word of the line. */
class Taken {
  readonly #mentions = new Set<FoundMention>();
  readonly #byWord = new Map<number, FoundMention[]>();

  all(): FoundMention[] {
    return [...this.#mentions];
  }

  add(mention: FoundMention): void {
    this.#mentions.add(mention);
    for (const word of mention.words) {
      const there = this.#byWord.get(word);
      if (there === undefined) this.#byWord.set(word, [mention]);
      else there.push(mention);
    }
  }

  remove(mention: FoundMention): void {
    this.#mentions.delete(mention);
    for (const word of mention.words) {
      const there = this.#byWord.get(word) ?? [];
      this.#byWord.set(
        word,
        there.filter((each) => each !== mention),
      );
    }
  }

  /** Those that share a word with these, each once. */
  sharing(words: readonly number[]): readonly FoundMention[] {
    const found: FoundMention[] = [];
    for (const word of words) {
      for (const mention of this.#byWord.get(word) ?? NOBODY)
        if (!found.includes(mention)) found.push(mention);
    }
    return found;
  }
}

/** Of all that was found, the best; what else the very same words say is added to it. */
function chosen(found: FoundMention[]): Taken {
  const taken = new Taken();
  for (const each of found.sort(better)) {
    const sharing = taken.sharing(each.words);
    if (sharing.length === 0) {
      taken.add(each);
      continue;
    }
    const same = sharing.find((other) => again(other, each));
    if (same === undefined) continue;
    taken.remove(same);
    taken.add({ ...same, concepts: both(same.concepts, each.concepts) });
  }
  return taken;
}

/** A slip counts only where the wrong character means nothing by itself. */
function takeSlips(taken: Taken, slips: readonly HanSlip[]): void {
  for (const { concepts, words, wrong } of slips) {
    const inside = taken.sharing(words);
    const free = inside.every(
      (each) =>
        each.words.length < words.length &&
        each.words.every((word) => words.includes(word)) &&
        !each.words.includes(wrong),
    );
    if (!free) continue;
    for (const each of inside) taken.remove(each);
    taken.add({ concepts, words, cost: SLIP, rank: 0 });
  }
}

/** "Move their M365 to us", "sell them Power" BI: says what is to be moved as well, though the phrase may end inside it. */
function nameInside(taken: Taken, service: FoundMention): void {
  const sharing = taken.sharing(service.words);
  const inside = sharing.length > 0 && sharing.every(({ concepts }) => concepts.some(isTransparent));
  if (inside && !sharing.some(({ concepts }) => concepts.some(isService))) taken.add(service);
}

/** The words that speak of us, and those that speak to somebody, by the word of the line that each ends with. */
interface Speakers {
  readonly us: ReadonlyMap<number, readonly FoundMention[]>;
  readonly you: ReadonlyMap<number, readonly FoundMention[]>;
}

function endingAt(found: readonly FoundMention[], ...wanted: readonly Concept[]) {
  const at = new Map<number, FoundMention[]>();
  for (const each of found) {
    if (!wanted.some((concept) => each.concepts.includes(concept))) continue;
    const last = each.words.at(-1) ?? 0;
    at.set(last, [...(at.get(last) ?? []), each]);
  }
  return at;
}

/** "To us", "a számlát mi": what is to come to whoever speaks, and not to whom they speak to. */
function sharesUs({ concepts, words }: FoundMention, { us, you }: Speakers): boolean {
  if (!concepts.includes('goal.takeOver')) return false;
  const inside = (there: Speakers['us']): boolean =>
    words.some((last) => there.get(last)?.some((each) => each.words.every((word) => words.includes(word))));
  return inside(us) && !inside(you);
}

/** Small words that are the end, or the beginning, of many others. */
const SMALL: ReadonlySet<Concept> = new Set([
  'and',
  'from',
  'have',
  'need',
  'no',
  'yes',
  'speaks',
  'intent.greeting',
]);

/** "新加坡", "杰出": one character of a longer word is not the small word that is written so. */
function isInside({ concepts, words: [at, ...more] }: FoundMention, words: readonly Word[]): boolean {
  if (at === undefined || more.length > 0 || !concepts.some((concept) => SMALL.has(concept))) return false;
  const denies = concepts.includes('not');
  return !denies && (words[at]?.continues === true || words[at + 1]?.continues === true);
}

/**
 * The phrases in a line, in order, none sharing a word with another but a product inside a longer phrase; at most
 * `MOST_MENTIONS` of them, the first.
 */
export function mentionsOf(
  words: readonly Word[],
  reader: LanguageTag,
  count: CountSteps = () => undefined,
): readonly Mention[] {
  const known = told.get(words);
  if (known?.reader === reader) return known.mentions;
  const mentions = searched(words, reader, count);
  told.set(words, { reader, mentions });
  return mentions;
}

/** The words of one text are asked for by whoever reads it, and by whoever looks for a question in it. */
const told = new WeakMap<
  readonly Word[],
  { readonly reader: LanguageTag; readonly mentions: readonly Mention[] }
>();

/** From one sentence to another, the second not included. */
export interface WordRange {
  readonly first: number;
  readonly next: number;
}

/** The same in some sentences alone, in the languages of the whole text: no phrase goes on in the next sentence. */
export function mentionsWithin(
  words: readonly Word[],
  reader: LanguageTag,
  stretches: readonly WordRange[],
  count: CountSteps = () => undefined,
): readonly Mention[] {
  const size = stretches.reduce((sum, { first, next }) => sum + next - first, 0);
  // Where that is most of the text all of it is wanted next.
  if (2 * size > words.length) return mentionsOf(words, reader, count);
  return searched(words, reader, count, stretches);
}

function searched(
  words: readonly Word[],
  reader: LanguageTag,
  count: CountSteps,
  stretches: readonly WordRange[] = [{ first: 0, next: words.length }],
): readonly Mention[] {
  const tongues = tonguesOf(words, reader);
  const home = phrasebook(tongues.home);
  const different = [...new Map(words.map((word) => [word.lower, word])).values()];
  const others = helpers(different, home, reader, tongues.tags).map(phrasebook);
  const near = stretches.flatMap(({ first, next }) => words.slice(first, next));
  const heard = [...new Map(near.map((word) => [word.lower, word])).values()];
  home.ready(heard, true);
  for (const book of others) book.ready(heard, book.tag === 'en');
  const made = new Map(heard.map((word) => [word.lower, senses(word, home, others, tongues.tags)]));
  const unheard: readonly Sense[] = [];
  const perWord: (readonly Sense[])[] = words.map(() => unheard);
  for (const { first, next } of stretches)
    for (let at = first; at < next; at++) perWord[at] = made.get(words[at]?.lower ?? '') ?? unheard;
  const found: FoundMention[] = [];
  for (const [rank, book] of [home, ...others].entries()) {
    const sense = perWord.map((each) => each[rank] ?? NONE);
    const search = new Search(words, sense, book, rank);
    count(search.steps);
    found.push(...search.found);
  }
  found.push(...companiesIn(words, home.tag, found));
  count(words.length + found.length);
  const kept = chosen(found.filter((each) => !isInside(each, words)));
  takeSlips(kept, home.han.find(words));
  for (const each of found.filter(({ concepts }) => concepts.some(isService))) nameInside(kept, each);
  const speakers = { us: endingAt(found, 'we', 'our'), you: endingAt(found, 'you') };
  const all = kept
    .all()
    .map((each) =>
      sharesUs(each, speakers) ? { ...each, concepts: [...each.concepts, 'toUs' as const] } : each,
    )
    .sort((a, b) => (a.words[0] ?? 0) - (b.words[0] ?? 0) || b.words.length - a.words.length);
  return (all.length > MOST_MENTIONS ? all.filter(says) : all).slice(0, MOST_MENTIONS);
}

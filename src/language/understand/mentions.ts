import { LANGUAGE_TAGS, type LanguageTag } from '../languages.js';
import { type Concept, isValue } from './concepts.js';
import { glossary, type Phrasebook, phrasebook } from './phrasebook.js';
import type { Node } from './tree.js';
import { JOINED, type Word } from './words.js';

/** A phrase found in a line. */
export interface Mention {
  readonly concepts: readonly Concept[];
  /** The places of its words, in order; between two of them others may stand. */
  readonly words: readonly number[];
}

interface Found extends Mention {
  /** How far its words are from the listed ones. */
  readonly cost: number;
  readonly rank: number;
}

/** What a word of the line may be, in one language. */
interface Sense {
  readonly numbers: readonly number[];
  readonly slip: boolean;
}

const NONE: Sense = { numbers: [], slip: false };
const NO_NODES: readonly Node[] = [];
const LONGEST_GAP = 3;
/** Numbers and Han characters are no other language's. */
const LETTERS = /\p{L}/u;
const SLIP = 1;
/** Found at a cost that differs by less, a word stands in one and the same form in two phrases. */
const SAME_FORM = 0.05;
const LONG = 7;
/** Another language must explain this many more words of a line than the reader's own to be taken as its language. */
const HOME_ADVANTAGE = 2;

/** The scripts of languages that share theirs with no other here: without such letters there is nothing to find. */
const SCRIPTS: { readonly [T in LanguageTag]?: RegExp } = {
  ru: /\p{Script=Cyrillic}/u,
  'zh-CN': /\p{Script=Han}/u,
};

/** The languages that a line can be in, the reader's own among them. */
function possible(words: readonly Word[], reader: LanguageTag): readonly LanguageTag[] {
  return LANGUAGE_TAGS.filter((tag) => {
    const script = SCRIPTS[tag];
    return tag === reader || script === undefined || words.some(({ lower }) => script.test(lower));
  });
}

/** The language a line is most likely in: the reader's own unless another knows clearly more of its words. */
function homeOf(words: readonly Word[], reader: LanguageTag, tags: readonly LanguageTag[]): LanguageTag {
  const known = (tag: LanguageTag) =>
    words.reduce((sum, { folded }) => sum + (glossary(tag).lists(folded) ? 1 : 0), 0);
  let home = reader;
  let most = known(reader) + HOME_ADVANTAGE;
  for (const tag of tags) {
    const count = tag === reader ? 0 : known(tag);
    if (count > most) [home, most] = [tag, count];
  }
  return home;
}

/** The other languages that a line needs: the reader's and English if they know it, and any that knows what these do not. */
function helpers(
  words: readonly Word[],
  home: Phrasebook,
  reader: LanguageTag,
  tags: readonly LanguageTag[],
): readonly LanguageTag[] {
  const order = [...new Set<LanguageTag>([home.tag, reader, 'en', ...tags])].slice(1);
  const foreign = words.filter(({ folded }) => LETTERS.test(folded) && !home.own.has(folded));
  const near = order.filter((tag) => tag === reader || tag === 'en');
  const strange = foreign.filter(
    (word) => !home.glossary.knows(word) && !near.some((tag) => glossary(tag).knows(word)),
  );
  return order.filter((tag) =>
    (near.includes(tag) ? foreign : strange).some((word) => glossary(tag).knows(word)),
  );
}

function senses(
  word: Word,
  home: Phrasebook,
  others: readonly Phrasebook[],
  tags: readonly LanguageTag[],
): readonly Sense[] {
  const books = [home, ...others];
  if (home.own.has(word.folded)) {
    return books.map((book) => (book === home ? { numbers: home.vocabulary.find(word), slip: false } : NONE));
  }
  const listed = tags.some((tag) => glossary(tag).lists(word.folded));
  // A slip of the language this line is in is likelier than a form of a word in another; a long word may be both a
  // slip here and a word there ("indirekt"), and the phrases around it decide.
  const slips = home.glossary.knows(word) || (listed && word.folded.length < LONG) ? [] : home.near(word);
  const slip: Sense = { numbers: slips, slip: true };
  if (slips.length > 0 && !listed) return books.map((book) => (book === home ? slip : NONE));
  const found = books.map(({ vocabulary }) => ({ numbers: vocabulary.find(word), slip: false }));
  if (slips.length > 0) return found.map((sense, rank) => (rank === 0 ? slip : sense));
  if (listed || found.some(({ numbers }) => numbers.length > 0)) return found;
  return books.map((book) =>
    book.tag === 'en' && book !== home ? { numbers: book.near(word), slip: true } : NONE,
  );
}

/** Finds every phrase of one language in a line. */
class Search {
  readonly found: Found[] = [];
  readonly #path: number[] = [];

  constructor(
    readonly words: readonly Word[],
    readonly sense: readonly Sense[],
    readonly book: Phrasebook,
    readonly rank: number,
  ) {
    for (const [first, { numbers }] of sense.entries()) {
      if (numbers.length > 0) this.#step(book.root, first, 0);
    }
  }

  #step(node: Node, at: number, cost: number): void {
    const sense = this.sense[at];
    if (sense === undefined) return;
    const following = node.next;
    if (following === undefined) return;
    this.#path.push(at);
    // The shorter list is walked: "the" stands in hundreds of places, and most places allow few words.
    if (sense.numbers.length <= following.size) {
      for (const number of sense.numbers) {
        const next = following.get(number);
        if (next !== undefined) this.#enter(next, number, at, cost);
      }
    } else {
      for (const [number, next] of following) {
        if (sense.numbers.includes(number)) this.#enter(next, number, at, cost);
      }
    }
    this.#path.pop();
  }

  #enter(node: Node, number: number, at: number, before: number): void {
    const { words, sense, book } = this;
    const slip = sense[at]?.slip === true;
    this.#arrive(node, at, before + (slip ? SLIP : book.vocabulary.distance(number, words[at]?.folded)));
  }

  #arrive(node: Node, at: number, cost: number): void {
    const { words, rank } = this;
    if (node.concepts !== undefined)
      this.found.push({ concepts: node.concepts, words: [...this.#path], cost, rank });
    for (const join of node.joins ?? NO_NODES) this.#arrive(join, at, cost);
    if (words[at + 1]?.breakBefore !== JOINED) return;
    if (node.next !== undefined) this.#step(node, at + 1, cost);
    if (node.gap === undefined) return;
    const from = (words[at]?.place ?? 0) + (words[at]?.width ?? 0);
    for (let then = at + 1; then < words.length; then++) {
      const word = words[then];
      if (word === undefined || word.breakBefore !== JOINED || word.place - from > LONGEST_GAP) break;
      this.#step(node.gap, then, cost);
    }
  }
}

const LIGHT: ReadonlySet<Concept> = new Set(['and', 'or', 'but', 'clause', 'filler']);

/** Of two phrases of one length: "EA indirect reseller" names a reseller, "不过户" (not transfer) is no "but". */
function weight({ concepts, words }: Mention): number {
  if (words.length === 1) return 0;
  if (concepts.some((concept) => concept.startsWith('kind.'))) return 1;
  return concepts.every((concept) => LIGHT.has(concept)) ? -1 : 0;
}

/** Longer first; then the one without slips, the tighter, the one in the likelier language. */
function better(a: Found, b: Found): number {
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
function again(a: Found, b: Found): boolean {
  return (
    a.rank === b.rank &&
    b.cost - a.cost < SAME_FORM &&
    a.words.length === b.words.length &&
    a.words.every((word, at) => b.words[at] === word)
  );
}

/** Cues add up ("what's" may be said for "what is" too); two values of one phrase would contradict each other. */
function both(a: readonly Concept[], b: readonly Concept[]): readonly Concept[] {
  const values = a.some(isValue) && b.some(isValue);
  const silent = [...a, ...b].includes('nothing');
  return values || silent ? a : [...new Set([...a, ...b])];
}

/** Two phrases alike in all else: one order, whichever was grown first. */
function named(a: Mention, b: Mention): number {
  const [first, second] = [a.concepts.join(), b.concepts.join()];
  return first < second ? -1 : first > second ? 1 : 0;
}

function span({ words }: Mention): number {
  return (words.at(-1) ?? 0) - (words[0] ?? 0);
}

function isService(concept: Concept): boolean {
  return concept.startsWith('service.');
}

/** Whether the product named inside such a phrase is named for its own sake too ("Azure" in "Azure Expert MSP" is not). */
function isTransparent(concept: Concept): boolean {
  return /^(goal|licensePlatform|enrollment|cloud|about)\.|^seller\.(enterpriseAgreement|microsoft)$|^(bought|sold|legacy)$/.test(
    concept,
  );
}

/** The phrases in a line, in order, none sharing a word with another but a product inside a longer phrase. */
export function mentionsOf(words: readonly Word[], reader: LanguageTag): readonly Mention[] {
  const tags = possible(words, reader);
  const home = phrasebook(homeOf(words, reader, tags));
  const others = helpers(words, home, reader, tags).map(phrasebook);
  home.ready(words, true);
  for (const book of others) book.ready(words, book.tag === 'en');
  const perWord = words.map((word) => senses(word, home, others, tags));
  const found: Found[] = [];
  for (const [rank, book] of [home, ...others].entries()) {
    const sense = perWord.map((each) => each[rank] ?? NONE);
    found.push(...new Search(words, sense, book, rank).found);
  }
  const taken = new Set<number>();
  const mentions: Found[] = [];
  for (const each of found.sort(better)) {
    if (each.words.some((word) => taken.has(word))) {
      const same = mentions.findIndex((other) => again(other, each));
      const other = mentions[same];
      if (other !== undefined) mentions[same] = { ...other, concepts: both(other.concepts, each.concepts) };
      continue;
    }
    for (const word of each.words) taken.add(word);
    mentions.push(each);
  }
  // A slip counts only where the wrong character means nothing by itself.
  for (const slip of home.han.find(words)) {
    const inside = mentions.filter((each) => each.words.some((word) => slip.words.includes(word)));
    const free = inside.every(
      (each) =>
        each.words.length < slip.words.length &&
        each.words.every((word) => slip.words.includes(word)) &&
        !each.words.includes(slip.wrong),
    );
    if (!free) continue;
    for (const each of inside) mentions.splice(mentions.indexOf(each), 1);
    mentions.push({ concepts: slip.concepts, words: slip.words, cost: SLIP, rank: 0 });
  }
  // "Move their M365 to us" says what is to be moved as well.
  for (const each of found.filter(({ concepts }) => concepts.some(isService))) {
    const [first, last] = [each.words[0] ?? 0, each.words.at(-1) ?? 0];
    const around = mentions.find(({ words: own }) => each.words.every((word) => own.includes(word)));
    const inside = around !== undefined && around !== each && around.concepts.some(isTransparent);
    const again = mentions.some(
      (other) =>
        other.concepts.some(isService) &&
        (other.words[0] ?? 0) <= last &&
        (other.words.at(-1) ?? 0) >= first &&
        other.words.some((word) => each.words.includes(word)),
    );
    if (inside && !again) mentions.push(each);
  }
  return mentions.sort((a, b) => (a.words[0] ?? 0) - (b.words[0] ?? 0) || b.words.length - a.words.length);
}

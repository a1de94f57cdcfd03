import type { LanguageTag } from '../../languages.js';
import { companyFile, distinctNames, lexiconOf } from '../../lexicon/lexicons.js';
import { isFingerSlip } from '../text/finger-slips.js';
import { Memo, MOST_WORDS } from '../text/memo.js';
import { TypoIndex } from '../text/typos.js';
import { asOneWord, fold, JOINED, SENTENCE, type Word } from '../text/word.js';
import { type CountSteps, mentionsWithin, type WordRange } from './mentions.js';
import { glossary } from './phrasebook.js';
import type { Mention } from './search.js';
import { tonguesOf } from './tongues.js';
import { whileSpoken } from './while-spoken.js';

/**
 * A slip in the name of a product or of a company, and a blank that was forgotten or is one too many: what is meant is
 * told by the word alone, whatever phrase it stands in.
 */

const LETTERS = /^(\d\d)?[\p{Script=Latin}\p{Script=Cyrillic}]+$/u;
const HAN = /\p{Script=Han}/u;
const SHORTEST_COMPANY = 7;
/** A distributor that is known everywhere is told from less. */
const SHORTEST_KNOWN = 6;
const SHORTEST_TYPED = 4;
const LONGEST_TYPED = 40;
/** Shorter pieces are the ends of too many words; where a capital follows a small letter it is no end. */
const LEAST_PIECE = 4;
const LEAST_CAPITAL = 2;

let names: ReadonlySet<string> | undefined;
let near: TypoIndex<string> | undefined;

/** The names of one word that are nothing else. */
function allNames(): ReadonlySet<string> {
  if (names !== undefined) return names;
  const { distributors, resellers } = companyFile();
  const companies = [distributors, resellers].flatMap((each) => Object.values(each).flat());
  const single = (all: readonly string[], shortest: number): readonly string[] =>
    all.filter((name) => !/[~ ]/.test(name) && !HAN.test(name) && name.length >= shortest).map(fold);
  names = new Set([
    ...distinctNames().products,
    ...single(companies, SHORTEST_COMPANY),
    ...single(distributors['*'] ?? [], SHORTEST_KNOWN),
  ]);
  return names;
}

function nearNames(): TypoIndex<string> {
  if (near !== undefined) return near;
  near = new TypoIndex<string>();
  for (const name of allNames()) near.add(name, name);
  return near;
}

/** The only name that a word is one slip from. */
function nameMeant(folded: string): string | undefined {
  if (folded.length < SHORTEST_TYPED || distinctNames().others.includes(folded)) return undefined;
  const found = nearNames()
    .around(folded)
    .filter((name) => isFingerSlip(folded, name));
  return found.length === 1 ? found[0] : undefined;
}

/** The same with an ending of the language on it: "a goddadynel". */
function inflectedName(folded: string, tag: LanguageTag): string | undefined {
  const { from = [], endings = [] } = lexiconOf(tag).names ?? {};
  for (const ending of [...from, ...endings]) {
    if (!folded.endsWith(ending)) continue;
    const stem = folded.slice(0, -ending.length);
    if (stem.length >= SHORTEST_KNOWN - 1 && !allNames().has(stem)) {
      const name = nameMeant(stem);
      if (name !== undefined) return name + ending;
    }
  }
  return undefined;
}

/** What one word of a line was meant to be; the parts of two that were run together. */
interface Meant {
  readonly name?: string;
  /** Where a blank was forgotten. */
  readonly at?: number;
}

/** The words of a line as they were meant, and where that has to be borne out by what they say. */
export interface Mended {
  readonly words: readonly Word[];
  /** The first of two words that were run together, as far as can be told: "extraordinary" is one. */
  readonly unsure: readonly Word[];
}

const AS_IT_IS: Meant = {};
const known = whileSpoken(() => ({ of: new Memo<Meant>(MOST_WORDS) }));

function isKnown(lower: string, tags: readonly LanguageTag[]): boolean {
  const word = { lower, folded: fold(lower) };
  return tags.some((tag) => glossary(tag).knows(word));
}

/** Whether a phrase has this word or another form of it. */
function isForm(lower: string, tags: readonly LanguageTag[]): boolean {
  return isListed(lower, tags) || tags.some((tag) => glossary(tag).stems(lower, fold(lower)));
}

function isListed(lower: string, tags: readonly LanguageTag[]): boolean {
  const folded = fold(lower);
  return tags.some((tag) => glossary(tag).lists(folded));
}

/** Where a capital follows a small letter, between two words. */
function capitalIn(raw: string, lower: string, tags: readonly LanguageTag[]): number | undefined {
  const at = raw.search(/(?<=\p{Ll})\p{Lu}/u);
  if (lower.length !== raw.length || raw.length - at < LEAST_CAPITAL) return undefined;
  const [first, second] = [lower.slice(0, at), lower.slice(at)];
  // "ВСамаре": a name has a capital, whoever has one of so many.
  if (isSmall(first, tags) && second.length >= LEAST_PIECE) return at;
  return at >= LEAST_CAPITAL && isListed(first, tags) && isListed(second, tags) ? at : undefined;
}

/** A small word that is often left hanging on another: "in", "az", "мы". */
function isSmall(lower: string, tags: readonly LanguageTag[]): boolean {
  return tags.some((tag) => lexiconOf(tag).small?.includes(lower));
}

/** Where the only two words that a longer one can be end and begin. */
function seamIn(lower: string, tags: readonly LanguageTag[]): number | undefined {
  const seams: number[] = [];
  for (let at = 1; at < lower.length; at++)
    if (isSeam(lower.slice(0, at), lower.slice(at), tags)) seams.push(at);
  return seams.length === 1 ? seams[0] : undefined;
}

/** Two words that are listed; one of them may be a small one if the other is long. */
function isSeam(first: string, second: string, tags: readonly LanguageTag[]): boolean {
  const [shorter, longer] = first.length < second.length ? [first, second] : [second, first];
  const small = shorter.length < LEAST_PIECE;
  if (small && (longer.length <= LEAST_PIECE || !isSmall(shorter, tags))) return false;
  return (small || isListed(shorter, tags)) && isListed(longer, tags);
}

function meantBy({ lower, folded }: Word, raw: string, tags: readonly LanguageTag[]): Meant {
  const [home = 'en'] = tags;
  if (folded.length < SHORTEST_TYPED || folded.length > LONGEST_TYPED || !LETTERS.test(folded))
    return AS_IT_IS;
  if (allNames().has(folded)) return AS_IT_IS;
  const listed = isListed(lower, tags);
  const name = nameMeant(folded) ?? (listed ? undefined : inflectedName(folded, home));
  if (name !== undefined) return { name };
  if (listed) return AS_IT_IS;
  const capital = capitalIn(raw, lower, tags);
  if (capital !== undefined) return { at: capital };
  // What only begins or ends as a word does may be two: "истеклаподписка".
  if (isForm(lower, tags) || glossary(home).near({ lower, folded }).length > 0) return AS_IT_IS;
  const at = seamIn(lower, tags);
  return at === undefined ? AS_IT_IS : { at };
}

function parted(word: Word, at: number): readonly [first: Word, second: Word] {
  const { lower, start, end, place } = word;
  const [first, second] = [lower.slice(0, at), lower.slice(at)];
  const width = word.width / 2;
  return [
    { ...word, end: start + at, lower: first, folded: fold(first), asks: false, width },
    {
      ...word,
      start: Math.min(start + at, end),
      lower: second,
      folded: fold(second),
      breakBefore: JOINED,
      glued: false,
      slashed: false,
      stopped: false,
      bracketed: false,
      place: place + width,
      width,
    },
  ];
}

/** Two words that nobody knows apart and everybody knows together: "exp ired". */
function isTorn(before: Word, after: Word, tags: readonly LanguageTag[]): boolean {
  if (after.breakBefore > JOINED || after.glued || !LETTERS.test(after.folded)) return false;
  if (before.folded.length < 2 || after.folded.length < 2) return false;
  const lower = before.lower + after.lower;
  if (lower.length < 2 * LEAST_PIECE - 1 || !isListed(lower, tags)) return false;
  return !isKnown(before.lower, tags) || !isKnown(after.lower, tags);
}

/** The sentences that the words are in, each with those beside it: a company's name heeds what stands before it. */
function sentencesAround(words: readonly Word[], those: readonly Word[]): readonly WordRange[] {
  const begins = words.flatMap(({ breakBefore }, at) => (at === 0 || breakBefore === SENTENCE ? [at] : []));
  const stretches: WordRange[] = [];
  for (const word of those) {
    const at = words.indexOf(word);
    const after = begins.findIndex((begin) => begin > at);
    const sentence = (after < 0 ? begins.length : after) - 1;
    const first = Math.max(begins[sentence - 1] ?? 0, stretches.at(-1)?.next ?? 0);
    const next = begins[sentence + 2] ?? words.length;
    if (first < next) stretches.push({ first, next });
  }
  return stretches;
}

/** Whether phrases bear out where two words were run together: only what is more than one word in a phrase is two. */
export function isBorneOut(
  meant: Mended,
  words: readonly Word[],
  reader: LanguageTag,
  count?: CountSteps,
): boolean {
  const { unsure } = meant;
  if (unsure.length === 0) return true;
  return isWithin(meant, words, mentionsWithin(words, reader, sentencesAround(words, unsure), count));
}

function isWithin({ unsure }: Mended, words: readonly Word[], mentions: readonly Mention[]): boolean {
  return unsure.every((word) => {
    const at = words.indexOf(word);
    const has = (each: Mention): boolean => each.words.includes(at) || each.words.includes(at + 1);
    const those = mentions.filter(has);
    // Who is spoken of, and what is said of them: "wantsus", "клиентхочет".
    const subject = those.some(({ concepts }) => concepts.some((each) => each === 'they' || each === 'we'));
    return those.some((each) => each.words.length > 1) || (subject && those.length > 1);
  });
}

/** The words of a line as they were meant; the very same ones where nothing is to be mended. */
export function mended(words: readonly Word[], text: string, reader: LanguageTag, parts = true): Mended {
  const { home } = tonguesOf(words, reader);
  const tags = [...new Set<LanguageTag>([home, 'en'])];
  const memo = known(home).of;
  const { codes } = distinctNames();
  const whole: Word[] = [];
  const unsure: Word[] = [];
  let changed = false;
  for (const word of words) {
    const before = whole.at(-1);
    if (before !== undefined && LETTERS.test(before.folded) && isTorn(before, word, tags)) {
      const lower = before.lower + word.lower;
      whole[whole.length - 1] = asOneWord(before, word, lower, fold(lower));
      changed = true;
      continue;
    }
    const raw = text.slice(word.start, word.end);
    const code = codes[word.folded];
    if (typeof code === 'string') {
      whole.push({ ...word, lower: code, folded: code });
      changed = true;
      continue;
    }
    const { name, at } = memo.get(raw) ?? memo.keep(raw, meantBy(word, raw, tags));
    const sure = at !== undefined && /\p{Lu}/u.test(raw.charAt(at));
    const parting = at !== undefined && (parts || sure);
    changed ||= name !== undefined || parting;
    if (name !== undefined) whole.push({ ...word, lower: name, folded: name });
    else if (parting) {
      const [first, second] = parted(word, at);
      whole.push(first, second);
      if (!sure) unsure.push(first);
    } else whole.push(word);
  }
  return { words: changed ? whole : words, unsure };
}

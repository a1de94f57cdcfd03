import type { LanguageTag } from '../../languages.js';
import { companyFile, lexiconOf, productNames } from '../../lexicon/lexicons.js';
import { isFingerSlip } from '../text/finger-slips.js';
import { Memo, MOST_WORDS } from '../text/memo.js';
import { TypoIndex } from '../text/typos.js';
import { asOneWord, fold, JOINED, type Word } from '../text/word.js';
import { glossary } from './phrasebook.js';
import { tonguesOf } from './tongues.js';
import { whileSpoken } from './while-spoken.js';

/**
 * A slip in the name of a product or of a company, and a blank that was forgotten or is one too many: what is meant is
 * told by the word alone, whatever phrase it stands in.
 */

const LETTERS = /^(\d\d)?[\p{Script=Latin}\p{Script=Cyrillic}]+$/u;
const HAN = /\p{Script=Han}/u;
const SHORTEST_COMPANY = 6;
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
  names = new Set([
    ...productNames(),
    ...companies
      .filter((name) => !/[~ ]/.test(name) && !HAN.test(name) && name.length >= SHORTEST_COMPANY)
      .map(fold),
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
  if (folded.length < SHORTEST_TYPED) return undefined;
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
    if (stem.length >= SHORTEST_COMPANY && !allNames().has(stem)) {
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

const AS_IT_IS: Meant = {};
const known = whileSpoken(() => ({ of: new Memo<Meant>(MOST_WORDS) }));

function isKnown(lower: string, tags: readonly LanguageTag[]): boolean {
  const word = { lower, folded: fold(lower) };
  return tags.some((tag) => glossary(tag).knows(word));
}

function isListed(lower: string, tags: readonly LanguageTag[]): boolean {
  const folded = fold(lower);
  return tags.some((tag) => glossary(tag).lists(folded));
}

/** Where the only two words that a longer one can be end and begin. */
function seam(raw: string, lower: string, tags: readonly LanguageTag[]): number | undefined {
  const capital = /\p{Ll}(?=\p{Lu})/u.exec(raw);
  if (capital !== null && lower.length === raw.length) {
    const at = capital.index + 1;
    const long = at >= LEAST_CAPITAL && lower.length - at >= LEAST_CAPITAL;
    return long && isListed(lower.slice(0, at), tags) && isListed(lower.slice(at), tags) ? at : undefined;
  }
  const seams: number[] = [];
  for (let at = LEAST_PIECE; at <= lower.length - LEAST_PIECE; at++)
    if (isListed(lower.slice(0, at), tags) && isListed(lower.slice(at), tags)) seams.push(at);
  return seams.length === 1 ? seams[0] : undefined;
}

function meantBy({ lower, folded }: Word, raw: string, tags: readonly LanguageTag[]): Meant {
  const [home = 'en'] = tags;
  if (folded.length < SHORTEST_TYPED || folded.length > LONGEST_TYPED || !LETTERS.test(folded)) return AS_IT_IS;
  if (allNames().has(folded)) return AS_IT_IS;
  const listed = isListed(lower, tags);
  const name = nameMeant(folded) ?? (listed ? undefined : inflectedName(folded, home));
  if (name !== undefined) return { name };
  if (listed || isKnown(lower, tags) || glossary(home).near({ lower, folded }).length > 0) return AS_IT_IS;
  const at = seam(raw, lower, tags);
  return at === undefined ? AS_IT_IS : { at };
}

function* parted(word: Word, at: number): Generator<Word> {
  const { lower, start, end, place, width } = word;
  const [first, second] = [lower.slice(0, at), lower.slice(at)];
  yield { ...word, end: start + at, lower: first, folded: fold(first), asks: false, width: width / 2 };
  yield {
    ...word,
    start: Math.min(start + at, end),
    lower: second,
    folded: fold(second),
    breakBefore: JOINED,
    glued: false,
    slashed: false,
    bracketed: false,
    place: place + width / 2,
    width: width / 2,
  };
}

/** Two words that nobody knows apart and everybody knows together: "exp ired". */
function isTorn(before: Word, after: Word, tags: readonly LanguageTag[]): boolean {
  if (after.breakBefore > JOINED || after.glued || !LETTERS.test(after.folded)) return false;
  if (before.folded.length < 2 || after.folded.length < 2) return false;
  const lower = before.lower + after.lower;
  if (lower.length < 2 * LEAST_PIECE - 1 || !isListed(lower, tags)) return false;
  return !isKnown(before.lower, tags) || !isKnown(after.lower, tags);
}

/** The words of a line as they were meant; the very same ones where nothing is to be mended. */
export function mended(words: readonly Word[], text: string, reader: LanguageTag): readonly Word[] {
  const { home } = tonguesOf(words, reader);
  const tags = [...new Set<LanguageTag>([home, 'en'])];
  const memo = known(home).of;
  const whole: Word[] = [];
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
    const { name, at } = memo.get(raw) ?? memo.keep(raw, meantBy(word, raw, tags));
    changed ||= name !== undefined || at !== undefined;
    if (name !== undefined) whole.push({ ...word, lower: name, folded: name });
    else if (at !== undefined) whole.push(...parted(word, at));
    else whole.push(word);
  }
  return changed ? whole : words;
}

import type { LanguageTag } from '../../languages.js';
import { countryCoded, countryNamed, everyName, putName } from '../../places/country-names.js';
import { flagged, readCountry } from '../../places/read-country.js';
import { readReply } from '../../typed.js';
import { type Clause, clausesOf, is } from '../clauses/clauses.js';
import { mentionsOf } from '../phrases/mentions.js';
import { possible } from '../phrases/tongues.js';
import { whileSpoken } from '../phrases/while-spoken.js';
import { stemKey } from '../text/stems.js';
import { type Word, wordsOf } from '../text/word.js';
import type { PlacedSide, Whose } from './places-line.js';
import { sidesIn } from './sides.js';

/** Countries that a line names, and whose they are where it says so. */
export interface TypedCountries {
  readonly customer?: string;
  readonly partner?: string;
  /** The line does not say which is whose; the first stands for the customer's. */
  readonly unsaid?: true;
}

export interface CountriesLine {
  readonly named: TypedCountries;
}

interface TypedCountry {
  readonly code: string;
  /** Where it begins and ends in the text. */
  readonly start: number;
  readonly end: number;
}

/** Who says where two companies are needs no more. */
const READ = 400;
/** So many words can a name have, and so many Han characters. */
const LONGEST_NAME = 6;
const LONGEST_HAN = 10;
/** In a longer line a slip is more likely another word. */
const FEW_WORDS = 12;
const HAN = /^\p{Script=Han}$/u;
/** In a sentence these are other words, or short for something else. */
const NO_CODES = new Set(['AD', 'AI', 'AM', 'ID', 'IN', 'IS', 'IT', 'MS', 'NO', 'PC', 'PR', 'TV']);
/** Codes that are small words in one of the languages: "no, us", "do/da" and "me/se" name no countries. */
const WORDS = new Set(
  'AI AM AO AS AZ BE BY DE DO EGY GG ID IN IS IT KI LA MA ME MR MS MY NA NO NP PA PM PR PS SE SI SO TO TV US'.split(
    ' ',
  ),
);
/** "de/at": nothing but two codes, however they are written. */
const TWO_CODES = /^\s*([a-z]{2,3})\s*[/,;+&|–-]\s*([a-z]{2,3})\s*$/iu;
const FLAG = /[\u{1f1e6}-\u{1f1ff}]{2}/gu;

/** The names of a language by what the forms of their words share; a key of two countries is nobody's. */
const stems = whileSpoken((tag): ReadonlyMap<string, string> => {
  const found = new Map<string, string>();
  for (const [code, name] of everyName(tag)) {
    const key = stemKey(wordsOf(name), tag);
    if (key.length > 3) putName(found, key, code);
  }
  return found;
});

function startOf(words: readonly Word[], at: number): number {
  return words[at]?.start ?? Number.MAX_VALUE;
}

/** Whether a country's name stands there: "US" is not us, and in "NO and SE" Norway is no "no". */
function isNamed(countries: readonly TypedCountry[], at: number): boolean {
  return countries.some(({ start, end }) => start <= at && at < end);
}

function coded(raw: string, wholeText: string): string | undefined {
  if (!/^[A-Z]{2,3}$/.test(raw)) return undefined;
  const inSentence = /\p{Ll}/u.test(wholeText);
  const shouted = !inSentence && /\p{L}{4}/u.test(wholeText);
  return shouted || (inSentence && NO_CODES.has(raw)) ? undefined : countryCoded(raw);
}

/** What stands from one word up to another, where that is a country. */
function countryOfWords(
  words: readonly Word[],
  text: string,
  reader: LanguageTag,
  tags: readonly LanguageTag[],
): string | undefined {
  const [first, last] = [words[0], words.at(-1)];
  if (first === undefined || last === undefined) return undefined;
  const raw = text.slice(first.start, last.end);
  // "us" is no country, and "in" is none either.
  if (/^[a-z]{1,2}$/i.test(raw) && raw.toLowerCase() !== 'uk') return coded(raw, text);
  const code = coded(raw, text) ?? countryNamed(raw, reader);
  if (code !== undefined) return code;
  if (HAN.test(first.lower)) return undefined;
  return tags
    .map((tag) => stems(tag).get(stemKey(words, tag)))
    .find((each) => each !== undefined && each !== '');
}

/** The languages that the names may be in. */
function languagesOf(words: readonly Word[], reader: LanguageTag): readonly LanguageTag[] {
  return [...new Set<LanguageTag>([reader, ...possible(words, reader)])];
}

function* named(words: readonly Word[], text: string, reader: LanguageTag): Generator<TypedCountry> {
  const tags = languagesOf(words, reader);
  for (let at = 0; at < words.length; ) {
    const most = HAN.test(words[at]?.lower ?? '') ? LONGEST_HAN : LONGEST_NAME;
    let next = Math.min(words.length, at + most);
    let code: string | undefined;
    for (; next > at; next--) {
      code = countryOfWords(words.slice(at, next), text, reader, tags);
      if (code !== undefined) break;
    }
    const [first, last] = [words[at], words[next - 1]];
    if (code !== undefined && first !== undefined && last !== undefined) {
      yield { code, start: first.start, end: last.end };
    }
    at = code === undefined ? at + 1 : next;
  }
}

function* mistyped(words: readonly Word[], text: string, reader: LanguageTag): Generator<TypedCountry> {
  if (words.length > FEW_WORDS) return;
  for (const { start, end } of words) {
    const raw = text.slice(start, end);
    const code = raw.length > 3 ? readCountry(raw, reader) : undefined;
    if (code !== undefined) yield { code, start, end };
  }
}

function countriesIn(words: readonly Word[], text: string, reader: LanguageTag): readonly TypedCountry[] {
  const flags = [...text.matchAll(FLAG)].flatMap(({ 0: flag, index }) => {
    const code = countryCoded(flagged(flag) ?? '');
    return code === undefined ? [] : [{ code, start: index, end: index + flag.length }];
  });
  const spelled = [...flags, ...named(words, text, reader)];
  const found = spelled.length < 2 ? [...spelled, ...mistyped(words, text, reader)] : spelled;
  const apart = found.filter(({ start }, at) => !isNamed(found.slice(0, at), start));
  return apart.sort((a, b) => a.start - b.start);
}

function whoseIn(
  clause: Clause | undefined,
  words: readonly Word[],
  before: number,
  all: readonly TypedCountry[],
): Whose | undefined {
  const sides = (clause?.parts ?? []).flatMap((part): readonly (readonly [number, Whose])[] => {
    const start = startOf(words, part.first);
    if (isNamed(all, start)) return [];
    if (is(part, 'they', 'about.region')) return [[start, 'customer']];
    return is(part, 'we', 'our') ? [[start, 'partner']] : [];
  });
  const last = sides.findLast(([start]) => start < before) ?? sides[0];
  return last?.[1];
}

/** Whose tenant a country is said to be of: in its clause, or in the one before, as in "Customer: Germany". */
function sideOf(
  country: TypedCountry,
  all: readonly TypedCountry[],
  clauses: readonly Clause[],
  words: readonly Word[],
): Whose | undefined {
  const beginning = (at: number): number => startOf(words, clauses[at]?.first ?? words.length);
  const at = clauses.findLastIndex((_, number) => beginning(number) <= country.start);
  const own = whoseIn(clauses[at], words, country.start, all);
  if (own !== undefined || at < 1) return own;
  const taken = all.some(({ start }) => beginning(at - 1) <= start && start < beginning(at));
  return taken ? undefined : whoseIn(clauses[at - 1], words, country.start, all);
}

/** The country of one of the two, told by a city or its people; undefined where the line tells more, or less. */
function toldOtherwise(
  text: string,
  words: readonly Word[],
  clauses: readonly Clause[],
  reader: LanguageTag,
): TypedCountries | undefined {
  const tags = languagesOf(words, reader);
  const all = sidesIn({ words, text, clauses, tags, customer: false });
  const [only]: readonly PlacedSide[] = all;
  if (only === undefined || all.some(({ place }) => place.code !== only.place.code)) return undefined;
  const sides = new Set(all.map(({ whose }) => whose));
  return sides.size === 1 && only.whose !== undefined
    ? { [only.whose]: only.place.code }
    : { customer: only.place.code, unsaid: true };
}

/** Whether a line leaves open what it names: it doubts, corrects, gives a choice, or denies a country. */
function isOpen(clauses: readonly Clause[], words: readonly Word[], all: readonly TypedCountry[]): boolean {
  return clauses.some(({ parts }, number) => {
    const end = startOf(words, clauses[number + 1]?.first ?? words.length);
    return parts.some((part) => {
      const start = startOf(words, part.first);
      if (isNamed(all, start)) return false;
      const denies = is(part, 'not') && all.some((country) => start < country.start && country.start < end);
      return denies || is(part, 'or', 'unsure', 'correction');
    });
  });
}

/** The countries of two codes and nothing else; two small words are none, unless they are in capitals. */
function twoCodes(text: string, reader: LanguageTag): TypedCountries | undefined {
  const codes = TWO_CODES.exec(text)?.slice(1) ?? [];
  const capitals = codes.map((code) => code.toUpperCase());
  // "uk, no" is a no.
  if (codes.some((code) => code !== code.toUpperCase() && readReply(code, reader) !== undefined))
    return undefined;
  if (capitals.every((code) => WORDS.has(code)) && codes.join() !== capitals.join()) return undefined;
  const [customer, partner] = capitals.map(countryCoded);
  return customer === undefined || partner === undefined ? undefined : { customer, partner, unsaid: true };
}

/**
 * The countries of the two tenants, in a line that answers where they are; undefined where it names none, or more than
 * two, and `open` where it does not say which. Pure and total.
 */
export function countriesTyped(line: string, reader: LanguageTag): CountriesLine | 'open' | undefined {
  const text = line.slice(0, READ).replaceAll(/[\p{Cf}\p{Cc}]/gu, (sign) => (/\s/u.test(sign) ? ' ' : ''));
  const coded = twoCodes(text, reader);
  if (coded !== undefined) return { named: coded };
  const words = wordsOf(text);
  const all = countriesIn(words, text, reader);
  const [here] = all;
  const there = all.find(({ code }) => code !== here?.code) ?? all[1];
  if (new Set(all.map(({ code }) => code)).size > 2) return undefined;
  const clauses = clausesOf(words, mentionsOf(words, reader));
  const otherwise = here === undefined ? toldOtherwise(text, words, clauses, reader) : undefined;
  if (here === undefined && otherwise === undefined) return undefined;
  if (isOpen(clauses, words, all)) return 'open';
  if (here === undefined) return otherwise && { named: otherwise };
  return { named: sided(here, there, all, clauses, words) };
}

/** One country or two, and whose they are, by what stands around them. */
function sided(
  here: TypedCountry,
  there: TypedCountry | undefined,
  ...around: [all: readonly TypedCountry[], clauses: readonly Clause[], words: readonly Word[]]
): TypedCountries {
  const side = sideOf(here, ...around);
  if (there === undefined) {
    return side === undefined ? { customer: here.code, unsaid: true } : { [side]: here.code };
  }
  const other = sideOf(there, ...around);
  const pair = { customer: here.code, partner: there.code };
  if (side === other) return { ...pair, unsaid: true };
  return side === 'customer' || other === 'partner' ? pair : { customer: there.code, partner: here.code };
}

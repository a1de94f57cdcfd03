import { sameRegion } from '../../policy/regions/regions.js';
import type { LanguageTag } from '../languages.js';
import { putName } from '../places/country-names.js';
import { type Claim, claim } from './claim.js';
import { type Clause, is, type PlacedMention } from './clauses.js';
import { stemsOf } from './stems.js';
import { homeOf, possible } from './tongues.js';
import { fold, type Word } from './word.js';

/** A country named in a line. */
interface NamedCountry {
  readonly code: string;
  readonly first: number;
  readonly next: number;
}

/** Shorter names are abbreviations or other words ("Mali", "Chad" are worth less than what they would spoil). */
const SHORTEST = 5;
const HAN = /^\p{Script=Han}+$/u;
/** By ISO 3166 and common use; the names come with the platform. Islands of few customers are left out. */
const CODES = [
  'AD AE AF AG AI AL AM AO AR AT AU AZ BA BB BD BE BF BG BH BI BJ BN BO BR BS BT BW BY BZ CA CD CF CG',
  'CH CI CL CM CN CO CR CU CV CY CZ DE DJ DK DM DO DZ EC EE EG ER ES ET FI FJ FR GA GB GD GE GH GM GN',
  'GQ GR GT GW GY HK HN HR HT HU ID IE IL IN IQ IR IS IT JM JO JP KE KG KH KM KP KR KW KZ LA LB LI LK',
  'LR LS LT LU LV LY MA MC MD ME MG MK ML MM MN MO MR MT MU MV MW MX MY MZ NA NE NG NI NL NO NP NZ OM',
  'PA PE PG PH PK PL PR PT PW PY QA RO RS RU RW SA SC SD SE SG SI SK SL SM SN SO SR SS ST SV SY SZ TD',
  'TG TH TJ TL TM TN TO TR TT TW TZ UA UG US UY UZ VA VE VN VU WS XK YE ZA ZM ZW',
].flatMap((line) => line.split(' '));
const ABBREVIATIONS: readonly (readonly [string, string])[] = [
  ['uk', 'GB'],
  ['usa', 'US'],
  ['uae', 'AE'],
];

const known = new Map<LanguageTag, ReadonlyMap<string, string>>();

/** One-word country names, and what their forms share; a name of two countries is nobody's. */
function names(tag: LanguageTag): ReadonlyMap<string, string> {
  const before = known.get(tag);
  if (before !== undefined) return before;
  const found = new Map<string, string>();
  const display = new Intl.DisplayNames(tag, { type: 'region', fallback: 'none' });
  for (const code of CODES) {
    const name = display.of(code)?.toLowerCase();
    if (name === undefined) continue;
    if (HAN.test(name)) putName(found, name, code);
    else if (name.length >= SHORTEST && /^\p{L}+$/u.test(name)) {
      for (const key of new Set([fold(name), ...stemsOf(name, fold(name), tag)])) putName(found, key, code);
    }
  }
  for (const [name, code] of ABBREVIATIONS) found.set(name, code);
  known.set(tag, found);
  return found;
}

function countryIn(words: readonly Word[], at: number, tag: LanguageTag): NamedCountry | undefined {
  const word = words[at];
  if (word === undefined) return undefined;
  if (HAN.test(word.lower)) {
    let name = '';
    for (let next = at; next < words.length && HAN.test(words[next]?.lower ?? ''); next++) {
      name += words[next]?.lower;
      const code = name.length > 1 ? names(tag).get(name) : undefined;
      if (code) return { code, first: at, next: next + 1 };
      if (name.length > 6) break;
    }
    return undefined;
  }
  const keys = [word.folded, ...stemsOf(word.lower, word.folded, tag)];
  const code = keys.map((key) => names(tag).get(key)).find((each) => each !== undefined);
  return code ? { code, first: at, next: at + 1 } : undefined;
}

/** The only country named in a clause, in one of the languages. */
function countryOf(
  words: readonly Word[],
  first: number,
  next: number,
  tags: readonly LanguageTag[],
): NamedCountry | undefined {
  const all: NamedCountry[] = [];
  for (let at = first; at < next; at++) {
    const named = tags.map((tag) => countryIn(words, at, tag)).find((each) => each !== undefined);
    if (named !== undefined) all.push(named);
  }
  const [only] = all;
  return all.every(({ code }) => code === only?.code) ? only : undefined;
}

function partOf(
  { first, next }: NamedCountry,
  words: readonly Word[],
  clause: Clause,
  number: number,
): PlacedMention {
  const [from, last] = [words[first], words[next - 1]];
  return {
    concepts: new Set(),
    value: false,
    first,
    next,
    from: from?.place ?? 0,
    to: (last?.place ?? 0) + (last?.width ?? 0),
    clause: number,
    sentence: clause.sentence,
    explains: undefined,
  };
}

/** "The tenant is in Chile and we are in Brazil": where both are said to be, the list of regions decides. */
export function betweenCountries(
  clauses: readonly Clause[],
  words: readonly Word[],
  reader: LanguageTag,
): readonly Claim[] {
  const sides = clauses.flatMap((clause, number) => {
    const ours = clause.parts.some((part) => is(part, 'we'));
    const theirs = clause.parts.some((part) => is(part, 'they', 'about.region'));
    const trading = clause.parts.some(
      (part) => is(part, 'not', 'or') || (!ours && is(part, 'bought', 'sold', 'from')),
    );
    return trading || ours === theirs ? [] : [{ clause, number, ours }];
  });
  // Most lines speak of one side: no country need be looked up.
  if (!sides.some(({ ours }) => ours) || sides.every(({ ours }) => ours)) return [];
  // People type in other languages than the one they read, and paste what others wrote.
  const home = homeOf(words, reader, possible(words, reader));
  const tags = [...new Set<LanguageTag>([home, reader, 'en'])];
  const places = sides.flatMap(({ clause, number, ours }) => {
    const named = countryOf(words, clause.first, clauses[number + 1]?.first ?? words.length, tags);
    return named === undefined ? [] : [{ named, ours, part: partOf(named, words, clause, number) }];
  });
  const [here, there] = [places.find(({ ours }) => ours), places.find(({ ours }) => !ours)];
  if (here === undefined || there === undefined || places.length > 2) return [];
  const region = sameRegion({ customer: there.named.code, partner: here.named.code });
  return [claim(there.part, 'region', region)];
}

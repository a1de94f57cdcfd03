import type { LanguageTag } from '../../languages.js';
import { gazetteerOf } from '../../lexicon/gazetteers.js';
import { everyName } from '../../places/country-names.js';
import { whileSpoken } from '../phrases/while-spoken.js';
import { stemKey, stemsOf } from '../text/stems.js';
import { fold, type Word, wordsOf } from '../text/word.js';
import { PlaceSlips } from './place-slips.js';
import { smallAt } from './small-words.js';

/** A country, a city or a people named in a line, with the country it stands for. */
export interface NamedPlace {
  /** ISO 3166-1 alpha-2. */
  readonly code: string;
  readonly first: number;
  readonly next: number;
  /** A country is a place wherever it is named; a city and a people may be something else. */
  readonly kind: 'country' | 'city' | 'people';
  /** It has an ending, such as a case. */
  readonly inflected: boolean;
}

/** What a name says; a name of two countries is nobody's, and has an empty code. */
type Known = Pick<NamedPlace, 'code' | 'kind'> & {
  /** With what a city's forms begin: "bérlő" shares a stem with "Berlin", and is none. */
  readonly begins?: string;
};

interface PlaceIndex {
  /** Names as they are written. */
  readonly exact: ReadonlyMap<string, Known>;
  /** What the forms of a name share. */
  readonly forms: ReadonlyMap<string, Known>;
  readonly short: ReadonlyMap<string, string>;
  /** With what such names begin: most words of a line need no look at their forms. */
  readonly beginnings: ReadonlySet<string>;
  readonly hanBeginnings: ReadonlySet<string>;
}

/** So many words can a name have, and so many Han characters. */
const LONGEST = 5;
const LONGEST_HAN = 10;
/** Names of countries that are shorter are abbreviations or other words. */
const SHORTEST = 4;
const BEGINNING = 3;
/** In UTF-16, whatever the letters. */
const LONGEST_CODE = 6;
const HAN = /^\p{Script=Han}+$/u;

function plain(words: readonly Word[]): string {
  const han = words.every(({ folded }) => HAN.test(folded));
  return words.map(({ folded }) => folded).join(han ? '' : ' ');
}

/** What the forms of a name share, of several words the forms of each. */
function formsOf(words: readonly Word[], tag: LanguageTag): readonly string[] {
  const [only, ...others] = words;
  if (only !== undefined && others.length === 0) return stemsOf(only.lower, only.folded, tag);
  return [stemKey(words, tag)];
}

/** A country's name counts more than a city's, and that more than a people's. */
function put(found: Map<string, Known>, key: string, named: Known): void {
  const other = found.get(key);
  if (other === undefined) found.set(key, named);
  else if (other.kind === named.kind && other.code !== named.code) found.set(key, { ...named, code: '' });
}

/** Every name with what it says, countries first. */
function* namesOf(tag: LanguageTag): Generator<readonly [name: string, named: Known]> {
  const { peoples, cities, never, fromThere } = gazetteerOf(tag);
  const others = new Set(never.map(fold));
  const long = (name: string): boolean => fold(name).length >= SHORTEST || HAN.test(name);
  const countries = everyName(tag).filter(([, name]) => long(name) && !others.has(fold(name)));
  const all = (table: typeof cities): readonly (readonly [string, string])[] =>
    Object.entries(table).flatMap(([code, names]) => names.map((name) => [code, name] as const));
  for (const [code, name] of countries) yield [name, { code, kind: 'country' }];
  for (const [code, name] of all(cities)) yield [name, { code, kind: 'city' }];
  for (const [code, name] of all(peoples)) yield [name, { code, kind: 'people' }];
  for (const [code, name] of [...countries, ...all(cities)]) {
    for (const ending of fromThere) yield [`${name.toLowerCase()}${ending}`, { code, kind: 'people' }];
  }
}

/** How many letters of a city's name a form of it may lack; undefined where it has no forms. */
const CUT: { readonly [T in LanguageTag]?: number } = { ru: 2, hu: 1 };

/** With what the forms of a city's name begin, where it is one word. */
function beginningOf(name: string, { kind }: Known, tag: LanguageTag): string | undefined {
  const cut = CUT[tag];
  if (kind !== 'city' || name.includes(' ')) return undefined;
  return cut === undefined ? name : name.slice(0, Math.max(BEGINNING, name.length - cut));
}

function indexed(tag: LanguageTag): PlaceIndex {
  const [exact, forms] = [new Map<string, Known>(), new Map<string, Known>()];
  for (const [name, named] of namesOf(tag)) {
    const words = wordsOf(name);
    const written = plain(words);
    put(exact, written, named);
    const begins = beginningOf(written, named, tag);
    // A form may be reduced to the very name.
    for (const form of new Set([written, ...formsOf(words, tag)]))
      put(forms, form, begins === undefined ? named : { ...named, begins });
  }
  const short = Object.entries(gazetteerOf(tag).short);
  const all = [...exact.keys(), ...forms.keys()];
  return {
    exact,
    forms,
    short: new Map(short.flatMap(([code, names]) => names.map((name) => [name, code] as const))),
    beginnings: new Set(all.map((name) => name.split(' ', 1)[0]?.slice(0, BEGINNING) ?? '')),
    hanBeginnings: new Set([...exact.keys()].flatMap((name) => (HAN.test(name) ? [[...name][0] ?? ''] : []))),
  };
}

const indexOf = whileSpoken(indexed);
const slipsOf = whileSpoken((tag) => {
  const { exact, forms } = indexOf(tag);
  return new PlaceSlips(tag, [...exact.keys(), ...forms.keys()]);
});
/** In a longer text too many words that nobody knows are names of people. */
const MOST_SLIPPED = 60;

/** The only place that a word can be a slip of. */
function slippedAt(words: readonly Word[], at: number, tag: LanguageTag): NamedPlace | undefined {
  const word = words[at];
  if (word === undefined || words.length > MOST_SLIPPED) return undefined;
  const { exact, forms } = indexOf(tag);
  const meant = slipsOf(tag)
    .meant(word)
    .flatMap((name) => exact.get(name) ?? forms.get(name) ?? []);
  const [place] = meant;
  if (place === undefined || place.code === '' || meant.some(({ code }) => code !== place.code))
    return undefined;
  return { ...place, inflected: true, first: at, next: at + 1 };
}

type Found = Pick<NamedPlace, 'code' | 'kind' | 'inflected'>;

/** Han characters have no forms. */
function hanAt(
  words: readonly Word[],
  at: number,
  { exact, hanBeginnings }: PlaceIndex,
): NamedPlace | undefined {
  if (!hanBeginnings.has(words[at]?.folded ?? '')) return undefined;
  let name = '';
  let place: NamedPlace | undefined;
  for (let next = at; next < Math.min(words.length, at + LONGEST_HAN); next++) {
    const character = words[next]?.folded ?? '';
    if (!HAN.test(character)) break;
    name += character;
    const found = next > at ? exact.get(name) : undefined;
    if (found !== undefined && found.code !== '')
      place = { ...found, inflected: false, first: at, next: next + 1 };
  }
  return place;
}

/** "UK", "DE": a code in capitals; in a sentence only one that is no other word. */
function codedAt(words: readonly Word[], at: number, text: string, tag: LanguageTag): NamedPlace | undefined {
  const word = words[at];
  if (word === undefined || word.end - word.start > LONGEST_CODE) return undefined;
  const raw = text.slice(word.start, word.end);
  if (!/^\p{Lu}{2,3}$/u.test(raw)) return undefined;
  const shouted = !/\p{Ll}|\p{Script=Han}/u.test(text);
  // "CALL US" names no country.
  const short = shouted && raw === 'US' ? undefined : indexOf(tag).short.get(raw);
  const code = short ?? (!shouted && OUTRIGHT.has(raw) ? raw : undefined);
  return code === undefined
    ? undefined
    : { code, first: at, next: at + 1, kind: 'country', inflected: false };
}

/** Codes of two letters that partners write in a sentence, and that are no other word or state of a federation. */
const OUTRIGHT: ReadonlySet<string> = new Set(
  'AT BE BG BY CH CY CZ DK ES FI FR GR HK HR HU IE JP KR KZ LT LU LV NL NZ PL PT RO RU SG SI SK TH TW UA UZ VN ZA'.split(
    ' ',
  ),
);

function placeAt(words: readonly Word[], at: number, text: string, tag: LanguageTag): NamedPlace | undefined {
  const word = words[at];
  if (word === undefined) return undefined;
  const index = indexOf(tag);
  if (HAN.test(word.folded)) return hanAt(words, at, index);
  const coded = codedAt(words, at, text, tag);
  if (coded !== undefined) return coded;
  if (!index.beginnings.has(word.folded.slice(0, BEGINNING))) return undefined;
  return namedAt(words, at, tag);
}

/** What a name says that is written so, or else one that shares one of these forms. */
function known({ exact, forms }: PlaceIndex, written: string, alike: readonly string[]): Found | undefined {
  const found = exact.get(written);
  if (found !== undefined) return found.code === '' ? undefined : { ...found, inflected: false };
  for (const form of alike) {
    const named = forms.get(form);
    if (named !== undefined && named.code !== '' && written.startsWith(named.begins ?? ''))
      return { code: named.code, kind: named.kind, inflected: true };
  }
  return undefined;
}

/** The longest name that begins at a word. */
function namedAt(words: readonly Word[], at: number, tag: LanguageTag): NamedPlace | undefined {
  const index = indexOf(tag);
  let place: NamedPlace | undefined;
  let [written, alike] = ['', ''];
  for (let next = at; next < Math.min(words.length, at + LONGEST); next++) {
    const word = words[next];
    // A name does not go on behind a comma.
    if (word === undefined || (next > at && word.breakBefore > 0)) break;
    const { lower, folded } = word;
    const stems = stemsOf(lower, folded, tag);
    written = next === at ? folded : `${written} ${folded}`;
    alike = next === at ? (stems[0] ?? folded) : `${alike} ${stems[0] ?? folded}`;
    const found = known(index, written, next === at ? stems : [alike]);
    if (found !== undefined) place = { ...found, first: at, next: next + 1 };
  }
  return place;
}

/** "Córdoba in Spain": the country a city is said to be in, with one small word between. */
function isIts(
  words: readonly Word[],
  city: NamedPlace,
  { kind, first }: NamedPlace,
  tags: readonly LanguageTag[],
): boolean {
  if (city.kind !== 'city' || kind !== 'country' || first !== city.next + 1) return false;
  const joined = words.slice(city.next, first + 1).every(({ breakBefore }) => breakBefore === 0);
  return joined && smallAt(words, city.next, 'located', tags) === first;
}

function within(city: NamedPlace, country: NamedPlace): NamedPlace {
  return { ...city, code: country.code, next: country.next };
}

/** The places in a line, in order, none sharing a word with another; a name counts in the first language that has it. */
export function placesIn(
  words: readonly Word[],
  text: string,
  tags: readonly LanguageTag[],
): readonly NamedPlace[] {
  const places: NamedPlace[] = [];
  for (let at = 0; at < words.length; at++) {
    let place: NamedPlace | undefined;
    for (const tag of tags) {
      const each = placeAt(words, at, text, tag);
      if (each !== undefined && each.next > (place?.next ?? 0)) place = each;
    }
    const [home] = tags;
    if (place === undefined && home !== undefined) place = slippedAt(words, at, home);
    if (place === undefined) continue;
    at = place.next - 1;
    const last = places.at(-1);
    if (last !== undefined && isIts(words, last, place, tags))
      places[places.length - 1] = within(last, place);
    else places.push(place);
  }
  return places;
}

import { REGION_LIST } from '../../policy/regions/markets.js';
import {
  COUNTRIES,
  type CountryPair,
  isSettled,
  regionOf,
  sameRegion,
} from '../../policy/regions/regions.js';
import type { Language } from '../language.js';
import { isLanguageTag } from '../languages.js';
import { countryName } from './country-names.js';

/** What a country is called in the words of this language. */
export function countryText(language: Language, code: string): string {
  return isLanguageTag(language.tag) ? countryName(language.tag, code) : code;
}

/** One of a list to choose from. */
export interface CountryChoice {
  readonly title: string;
  readonly value: string;
}

const choices = new Map<string, readonly CountryChoice[]>();

/** Every country with its code, in the order in which this language sorts their names. */
export function countryChoices(language: Language): readonly CountryChoice[] {
  const known = choices.get(language.tag);
  if (known !== undefined) return known;
  const { compare } = new Intl.Collator(language.conventions);
  const made = COUNTRIES.map((value) => ({ title: countryText(language, value), value })).sort((a, b) =>
    compare(a.title, b.title),
  );
  choices.set(language.tag, made);
  return made;
}

/** "Germany and Austria: both in the region Europe (list of 17 August 2023)" */
export function placesText(language: Language, places: CountryPair): string {
  const codes = [...new Set([places.customer, places.partner])];
  const named = (all: readonly string[]): string =>
    language.all(all.map((code) => countryText(language, code)));
  const regions = codes.flatMap((code) => regionOf(code) ?? []).map((id) => language.say(`region.${id}`));
  const values = { countries: named(codes), date: language.date(REGION_LIST.date) };
  switch (sameRegion(places)) {
    case 'same': {
      const region = regions[0] ?? '';
      return language.say(codes.length === 1 ? 'places.one' : 'places.same', { ...values, region });
    }
    case 'different':
      return language.say('places.different', { ...values, regions: language.all(regions) });
    default:
      return language.say('places.unlisted', {
        ...values,
        open: named(codes.filter((code) => !isSettled(code))),
      });
  }
}

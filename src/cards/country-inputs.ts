import { COUNTRY_FIELDS, type CountryFields, LONGEST_COUNTRY } from '../conversation/action.js';
import type { Whereabouts } from '../conversation/interview/whereabouts.js';
import type { Language } from '../language/language.js';
import { countryText } from '../language/places/places-text.js';

/** What stands in the two fields when they are drawn. */
export function countriesDrawn(language: Language, named: Whereabouts | undefined): CountryFields {
  const text = (code: string | undefined): string => (code === undefined ? '' : countryText(language, code));
  return { customer: text(named?.customer), partner: text(named?.partner) };
}

/**
 * Two fields to write countries into, in any language. Fields and no lists: two lists of 250 countries would be most
 * of what a card may weigh.
 */
export function countryInputs(language: Language, named: Whereabouts | undefined) {
  const drawn = countriesDrawn(language, named);
  return (['customer', 'partner'] as const).map((whose) => ({
    id: COUNTRY_FIELDS[whose],
    label: language.say(`places.${whose}`),
    value: drawn[whose],
    placeholder: language.say('places.example'),
    longest: LONGEST_COUNTRY,
  }));
}

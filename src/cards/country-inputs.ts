import { COUNTRY_FIELDS, type CountryFields, LONGEST_COUNTRY } from '../conversation/action.js';
import type { Whereabouts } from '../conversation/interview/whereabouts.js';
import type { Language } from '../language/language.js';
import { countryChoices, countryText } from '../language/places/places-text.js';

const SIDES = ['customer', 'partner'] as const;

/** What it asks for, and whether the asker's own country is known from last time. */
function labelled(language: Language, whose: (typeof SIDES)[number], named: Whereabouts | undefined): string {
  const label = language.say(`places.${whose}`);
  return whose === 'partner' && named?.lastTime ? language.say('ui.asLastTime', { answer: label }) : label;
}

/** Two lists of every country, to choose from by the first letters; what stands in them is a code, or nothing. */
export function countryLists(language: Language, named: Whereabouts | undefined) {
  const choices = countryChoices(language);
  return SIDES.map((whose) => ({
    id: COUNTRY_FIELDS[whose],
    label: labelled(language, whose, named),
    value: named?.[whose] ?? '',
    placeholder: language.say('places.find'),
    wrong: language.say('places.pick'),
    choices,
  }));
}

/** What stands in the two fields when they are drawn. */
export function countriesDrawn(language: Language, named: Whereabouts | undefined): CountryFields {
  const text = (code: string | undefined): string => (code === undefined ? '' : countryText(language, code));
  return { customer: text(named?.customer), partner: text(named?.partner) };
}

/** Two fields to write countries into, in any language, where two lists of 250 countries would weigh too much. */
export function countryInputs(language: Language, named: Whereabouts | undefined) {
  const drawn = countriesDrawn(language, named);
  return SIDES.map((whose) => ({
    id: COUNTRY_FIELDS[whose],
    label: labelled(language, whose, named),
    value: drawn[whose],
    placeholder: language.say('places.example'),
    longest: LONGEST_COUNTRY,
  }));
}

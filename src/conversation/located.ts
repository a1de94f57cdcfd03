import type { LanguageTag } from '../language/languages.js';
import { readCountry } from '../language/places/read-country.js';
import type { CountryFields } from './action.js';
import { quote } from './hear.js';
import type { Whereabouts } from './interview/whereabouts.js';

/** What was written into the two fields. */
interface FieldsRead {
  /** Undefined where neither of them has a country. */
  readonly named: Whereabouts | undefined;
  /** What is no country, or several. */
  readonly unknown: readonly string[];
}

/** Reads both fields; an empty one says nothing. */
export function readFields(fields: CountryFields, reader: LanguageTag): FieldsRead {
  const customer = readCountry(fields.customer, reader);
  const partner = readCountry(fields.partner, reader);
  const unread = [customer === undefined ? fields.customer : '', partner === undefined ? fields.partner : ''];
  const none = customer === undefined && partner === undefined;
  const empty = none && unread.every((text) => text === '');
  return {
    named: none
      ? undefined
      : { ...(customer === undefined ? {} : { customer }), ...(partner === undefined ? {} : { partner }) },
    unknown: empty ? [''] : unread.filter((text) => text !== '').map((text) => quote(text)),
  };
}

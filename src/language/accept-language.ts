import Negotiator from 'negotiator';

/** Nobody reads more languages than fit into so many characters; what is longer is no wish. */
const LONGEST = 1000;

/** The locales of an Accept-Language header, the most wanted first. Whatever is not understood is left out. */
export function acceptedLocales(header = ''): readonly string[] {
  // Programs wish for none.
  if (header === '') return [];
  const wanted = new Negotiator({ headers: { 'accept-language': header.slice(0, LONGEST) } }).languages();
  // Any language ("*") is no wish either.
  return wanted.filter((locale) => /^[A-Za-z]/.test(locale));
}

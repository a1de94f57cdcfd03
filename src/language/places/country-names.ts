import { COUNTRIES } from '../../policy/regions/regions.js';
import { bareLetters } from '../bare-letters.js';
import { LANGUAGE_TAGS, LANGUAGES, type LanguageTag } from '../languages.js';

/** Codes of three letters that people write, with those of two. */
const LONGER_CODES: ReadonlyMap<string, string> = new Map(
  [
    'ARE=AE ARG=AR AUS=AU AUT=AT BEL=BE BGR=BG BRA=BR CAN=CA CHE=CH CHL=CL CHN=CN COL=CO CZE=CZ DEU=DE DNK=DK',
    'EGY=EG ESP=ES EST=EE FIN=FI FRA=FR GBR=GB GRC=GR HKG=HK HRV=HR HUN=HU IDN=ID IND=IN IRL=IE ISR=IL ITA=IT',
    'JPN=JP KAZ=KZ KOR=KR LTU=LT LUX=LU LVA=LV MEX=MX MYS=MY NLD=NL NOR=NO NZL=NZ PHL=PH POL=PL PRT=PT ROU=RO',
    'RUS=RU SAU=SA SGP=SG SRB=RS SVK=SK SVN=SI SWE=SE THA=TH TUR=TR TWN=TW UAE=AE UKR=UA USA=US VNM=VN ZAF=ZA',
    'UK=GB EL=GR',
  ].flatMap((line) => line.split(' ').map((pair) => pair.split('=') as [string, string])),
);

/** In no country's list of names: two countries, or more. */
const SEVERAL = '';

type NameIndex = ReadonlyMap<string, string>;

/** Other ways in which one name may be written, and its beginning where the rest stands in brackets. */
export function spellings(name: string): readonly string[] {
  const outside = name.replace(/[(（].*$/u, '');
  return [name, outside].flatMap((part) => [
    part,
    part.replaceAll('&', ' and '),
    part.replace(/^St\b\.?/u, 'Saint').replaceAll('&', ' and '),
    part.replace(/о-ва$/u, 'острова'),
  ]);
}

/** Puts a name into an index of countries; a name of two countries, or more, is nobody's, and has an empty code. */
export function putName(found: Map<string, string>, key: string, code: string): void {
  const other = found.get(key);
  if (key !== '') found.set(key, other === undefined || other === code ? code : SEVERAL);
}

/** A name as it is written counts more than what another's may be written like: "США" is not "… (США)". */
function indexOf(names: readonly (readonly [code: string, name: string])[]): NameIndex {
  const [exact, other] = [new Map<string, string>(), new Map<string, string>()];
  for (const [code, name] of names) {
    putName(exact, bareLetters(name), code);
    for (const spelling of spellings(name)) putName(other, bareLetters(spelling), code);
  }
  return new Map([...other, ...exact]);
}

function displayed(
  locale: string,
  style: 'long' | 'short',
  codes = COUNTRIES,
): readonly (readonly [string, string])[] {
  const names = new Intl.DisplayNames(locale, { type: 'region', style, fallback: 'none' });
  return codes.flatMap((code) => {
    const name = names.of(code);
    return name === undefined ? [] : [[code, name] as const];
  });
}

function platformNames(tag: LanguageTag): readonly (readonly [string, string])[] {
  const locales = [...new Set([tag, LANGUAGES[tag].conventions])];
  return locales.flatMap((locale) => [...displayed(locale, 'long'), ...displayed(locale, 'short')]);
}

/** Names that people use beside those of the platform, as the language file lists them: `US = USA, America`. */
function usual(tag: LanguageTag): readonly (readonly [string, string])[] {
  return LANGUAGES[tag].alternatives('country.names').flatMap((line) => {
    const [code = '', names = ''] = line.split(' = ');
    return names.split(', ').map((name) => [code, name] as const);
  });
}

/** Every name of a language with its code: those of the platform and those that people use. */
export function everyName(tag: LanguageTag): readonly (readonly [code: string, name: string])[] {
  return [...platformNames(tag), ...usual(tag)];
}

/** What countries call themselves: "Deutschland", "Polska". */
function ownNames(): NameIndex {
  const byLanguage = new Map<string, string[]>();
  for (const code of COUNTRIES) {
    const { language } = new Intl.Locale(`und-${code}`).maximize();
    byLanguage.set(language, [...(byLanguage.get(language) ?? []), code]);
  }
  return indexOf([...byLanguage].flatMap(([language, codes]) => displayed(language, 'long', codes)));
}

const kept = new Map<LanguageTag | 'own', NameIndex>();

function namesIn(which: LanguageTag | 'own'): NameIndex {
  const before = kept.get(which);
  if (before !== undefined) return before;
  const made = which === 'own' ? ownNames() : indexOf(everyName(which));
  kept.set(which, made);
  return made;
}

/** The languages in which a name is looked for: the reader's, English, the others, and the country's own. */
function searched(reader: LanguageTag): readonly (LanguageTag | 'own')[] {
  return [...new Set<LanguageTag | 'own'>([reader, 'en', ...LANGUAGE_TAGS, 'own'])];
}

/** The names of countries in the reader's language and in English, for slips of typing to be near to. */
export function nearNames(reader: LanguageTag): readonly NameIndex[] {
  return [...new Set<LanguageTag>([reader, 'en'])].map(namesIn);
}

/** The country of that very name, without case, accents and punctuation; a name of several is nobody's. */
export function countryNamed(name: string, reader: LanguageTag): string | undefined {
  const key = bareLetters(name).replace(/^the /, '');
  for (const which of searched(reader)) {
    const code = namesIn(which).get(key);
    if (code !== undefined) return code === SEVERAL ? undefined : code;
  }
  return undefined;
}

/** The country of a code of two letters, or of three that are in common use, in upper case. */
export function countryCoded(code: string): string | undefined {
  const known = COUNTRIES.includes(code) ? code : undefined;
  return known ?? LONGER_CODES.get(code);
}

const names = new Map<LanguageTag, Intl.DisplayNames>();

/** What a country is called; its code where the platform has no name for it. */
export function countryName(tag: LanguageTag, code: string): string {
  const display =
    names.get(tag) ?? new Intl.DisplayNames(LANGUAGES[tag].conventions, { type: 'region', fallback: 'code' });
  names.set(tag, display);
  return display.of(code) ?? code;
}

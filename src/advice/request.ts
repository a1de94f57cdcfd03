import type { Language } from '../language/language.js';
import { LANGUAGE_TAGS, LANGUAGES, type LanguageTag } from '../language/languages.js';
import { languageFor } from '../language/negotiate.js';
import { readCountry } from '../language/places/read-country.js';
import { MOST_SUBSCRIPTIONS } from '../policy/case/case.js';
import { EDITION_IDS, type EditionId, isEditionId } from '../policy/edition.js';
import {
  type Answer,
  FACT_IDS,
  isAnswer,
  isFactId,
  optionsOf,
  outlasts,
  type Situation,
} from '../policy/facts.js';
import { type CountryPair, sameRegion } from '../policy/regions/regions.js';
import { RequestError, type RequestPath } from './request-error.js';

/** So many characters of what was not understood are said again. */
const LONGEST_QUOTE = 60;

/** What is asked: in which language, under which edition, about which situation. */
export interface AdviceRequest {
  readonly language: Language;
  readonly edition: EditionId | undefined;
  readonly situation: Situation;
  /** The countries that were named, by ISO 3166-1 alpha-2; both of them decide `region`. */
  readonly places: Partial<CountryPair>;
  /** One typed line that answers the next question, as a person would type it. */
  readonly text: string | undefined;
  /** What each of several subscriptions has of its own; undefined where nothing is said of several. */
  readonly subscriptions?: readonly Situation[] | undefined;
}

/** A request as it arrives, from arguments or from a line of JSON: nothing about it is trusted. */
export interface RawRequest {
  readonly locale?: unknown;
  readonly edition?: unknown;
  readonly set?: unknown;
  readonly text?: unknown;
  readonly subscriptions?: unknown;
}

/**
 * What was given, as far as it is said again. Lists and objects are not: they may be nested deeper than can be said, or say
 * themselves that they have no text.
 */
export function saidAgain(value: unknown): string {
  if (value === undefined || value === null) return '';
  // What gives orders to a terminal is left out.
  return typeof value === 'object' ? '…' : String(value).replace(/\p{C}/gu, '').slice(0, LONGEST_QUOTE);
}

/** What does not exist, and what does. */
function unknown(
  key: 'locale' | 'edition' | 'fact',
  at: RequestPath,
  value: unknown,
  allowed: readonly string[],
): RequestError {
  return new RequestError(at, key, { given: saidAgain(value), allowed: allowed.join(', ') });
}

function badField(field: string, expected: string): RequestError {
  return new RequestError([field], 'field', { field, expected });
}

function parseLanguage(locale: unknown): LanguageTag {
  if (locale === undefined) return 'en';
  // Nearly always it is one of our own: then nothing is to be negotiated.
  const own = LANGUAGE_TAGS.find((each) => each === locale);
  const tag = own ?? (typeof locale === 'string' ? languageFor(locale) : undefined);
  if (tag !== undefined) return tag;
  throw unknown('locale', ['locale'], locale, LANGUAGE_TAGS);
}

/** The edition that somebody names. Throws `RequestError`. */
export function parseEdition(edition: unknown): EditionId {
  if (isEditionId(edition)) return edition;
  throw unknown('edition', ['edition'], edition, EDITION_IDS);
}

/** What is set beside the facts: where the two tenants are. */
const PLACES = { customerCountry: 'customer', partnerCountry: 'partner' } as const;

function isPlace(name: string): name is keyof typeof PLACES {
  return Object.hasOwn(PLACES, name);
}

/** What may be set: the facts, and where the two tenants are. */
export const SETTABLE: readonly string[] = [...FACT_IDS, ...Object.keys(PLACES)];

/** @param at of all the facts that it stands among */
function parseFact(at: RequestPath, fact: string, value: unknown): readonly [string, Answer] {
  if (!isFactId(fact)) throw unknown('fact', [...at, fact], fact, SETTABLE);
  if (isAnswer(fact, value)) return [fact, value];
  const allowed = [...optionsOf(fact), 'unknown'].join(', ');
  throw new RequestError([...at, fact], 'option', { fact, given: saidAgain(value), allowed });
}

function parseSet(set: unknown): readonly (readonly [string, unknown])[] {
  if (set === undefined || set === null) return [];
  if (typeof set !== 'object' || Array.isArray(set)) throw badField('set', '{"fact": "option"}');
  return Object.entries(set);
}

function parseCountry(name: string, value: unknown, reader: LanguageTag): string {
  const country = typeof value === 'string' ? readCountry(value, reader) : undefined;
  if (country !== undefined) return country;
  throw new RequestError(['set', name], 'country', { given: saidAgain(value), field: name });
}

function parsePlaces(set: ReturnType<typeof parseSet>, reader: LanguageTag): Partial<CountryPair> {
  return Object.fromEntries(
    set.flatMap(([name, value]) =>
      isPlace(name) ? [[PLACES[name], parseCountry(name, value, reader)] as const] : [],
    ),
  );
}

/** The facts that are set, with what the countries decide. Throws `RequestError` where they contradict each other. */
function parseSituation(
  set: ReturnType<typeof parseSet>,
  { customer, partner }: Partial<CountryPair>,
): Situation {
  const situation: Situation = Object.fromEntries(
    set.filter(([name]) => !isPlace(name)).map(([fact, value]) => parseFact(['set'], fact, value)),
  );
  if (customer === undefined || partner === undefined) return situation;
  const region = sameRegion({ customer, partner });
  if (situation.region !== undefined && situation.region !== region) {
    throw new RequestError(['set', 'region'], 'contradiction', {
      region: situation.region,
      customer,
      partner,
      found: region,
    });
  }
  return { ...situation, region };
}

/** The facts of one subscription; what is the asker's or the customer's is the same for all, and is set beside them. */
function parseSubscription(own: unknown, index: number): Situation {
  const at = ['subscriptions', index];
  if (typeof own !== 'object' || own === null || Array.isArray(own)) throw badList(at);
  return Object.fromEntries(
    Object.entries(own).map(([name, value]) => {
      if (isPlace(name) || (isFactId(name) && outlasts(name))) {
        throw new RequestError([...at, name], 'sameForAll', { fact: name });
      }
      return parseFact(at, name, value);
    }),
  );
}

function badList(at: RequestPath): RequestError {
  const values = { field: 'subscriptions', most: MOST_SUBSCRIPTIONS, expected: '{"fact": "option"}' };
  return new RequestError(at, 'list', values);
}

function parseSubscriptions(subscriptions: unknown): readonly Situation[] | undefined {
  if (subscriptions === undefined || subscriptions === null) return undefined;
  const several = Array.isArray(subscriptions) ? subscriptions : [];
  if (several.length === 0 || several.length > MOST_SUBSCRIPTIONS) throw badList(['subscriptions']);
  return several.map(parseSubscription);
}

/** Checks a request. Throws `RequestError`. */
export function parseRequest({ locale, edition, set, text, subscriptions }: RawRequest): AdviceRequest {
  const tag = parseLanguage(locale);
  const facts = parseSet(set);
  const places = parsePlaces(facts, tag);
  if (text !== undefined && text !== null && typeof text !== 'string') {
    throw badField('text', '"…"');
  }
  return {
    language: LANGUAGES[tag],
    edition: edition === undefined || edition === null ? undefined : parseEdition(edition),
    situation: parseSituation(facts, places),
    places,
    text: text ?? undefined,
    subscriptions: parseSubscriptions(subscriptions),
  };
}

/** `fact=option`, as `--set` takes it; without a "=" the whole is a fact with no option. */
export function pair(text: string): readonly [string, string] {
  const at = text.indexOf('=');
  return at < 0 ? [text, ''] : [text.slice(0, at), text.slice(at + 1)];
}

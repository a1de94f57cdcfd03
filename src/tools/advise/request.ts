import type { Language } from '../../language/language.js';
import { LANGUAGE_TAGS, LANGUAGES } from '../../language/languages.js';
import { languageFor } from '../../language/negotiate.js';
import { EDITION_IDS, type EditionId, isEditionId } from '../../policy/edition.js';
import { type Answer, FACT_IDS, isAnswer, isFactId, optionsOf, type Situation } from '../../policy/facts.js';

/** A request that cannot be carried out; the message is one sentence that names what is allowed. */
export class RequestError extends Error {
  override readonly name = 'RequestError';
}

/** What is asked: in which language, under which edition, about which situation. */
export interface AdviceRequest {
  readonly language: Language;
  readonly edition: EditionId | undefined;
  readonly situation: Situation;
  /** One typed line that answers the next question, as a person would type it. */
  readonly text: string | undefined;
}

/** A request as it arrives, from arguments or from a line of JSON: nothing about it is trusted. */
export interface RawRequest {
  readonly locale?: unknown;
  readonly edition?: unknown;
  readonly set?: unknown;
  readonly text?: unknown;
}

/** What does not exist, and what does. In English: the request itself may have no language that exists. */
function unknown(what: string, given: string, allowed: readonly string[]): RequestError {
  return new RequestError(`${what} “${given}”. Allowed: ${allowed.join(', ')}.`);
}

function badField(field: string, expected: string): RequestError {
  return new RequestError(`The field “${field}” must be ${expected}.`);
}

function parseLanguage(locale: unknown): Language {
  if (locale === undefined) return LANGUAGES.en;
  const tag = typeof locale === 'string' ? languageFor(locale) : undefined;
  if (tag !== undefined) return LANGUAGES[tag];
  throw unknown('There are no words for the locale', String(locale), LANGUAGE_TAGS);
}

/** The edition that somebody names. Throws `RequestError`. */
export function parseEdition(edition: unknown): EditionId {
  if (isEditionId(edition)) return edition;
  throw unknown('There is no edition', String(edition ?? ''), EDITION_IDS);
}

function parseFact(fact: string, value: unknown): readonly [string, Answer] {
  if (!isFactId(fact)) throw unknown('There is no fact', fact, FACT_IDS);
  if (isAnswer(fact, value)) return [fact, value];
  throw unknown(`The fact “${fact}” has no option`, String(value), [...optionsOf(fact), 'unknown']);
}

function parseSituation(set: unknown): Situation {
  if (set === undefined || set === null) return {};
  if (typeof set !== 'object' || Array.isArray(set)) throw badField('set', '{"fact": "option"}');
  return Object.fromEntries(Object.entries(set).map(([fact, value]) => parseFact(fact, value)));
}

/** Checks a request. Throws `RequestError`. */
export function parseRequest({ locale, edition, set, text }: RawRequest): AdviceRequest {
  const language = parseLanguage(locale);
  if (text !== undefined && text !== null && typeof text !== 'string') {
    throw badField('text', '"…"');
  }
  return {
    language,
    edition: edition === undefined || edition === null ? undefined : parseEdition(edition),
    situation: parseSituation(set),
    text: text ?? undefined,
  };
}

/** `fact=option`, as `--set` takes it; without a "=" the whole is a fact with no option. */
export function pair(text: string): readonly [string, string] {
  const at = text.indexOf('=');
  return at < 0 ? [text, ''] : [text.slice(0, at), text.slice(at + 1)];
}

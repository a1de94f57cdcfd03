import type { Language } from '../language/language.js';
import { LANGUAGE_TAGS, LANGUAGES } from '../language/languages.js';
import { languageFor } from '../language/negotiate.js';
import { EDITION_IDS, type EditionId, isEditionId } from '../policy/edition.js';
import { type Answer, FACT_IDS, isAnswer, isFactId, optionsOf, type Situation } from '../policy/facts.js';

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

function allowed(items: readonly string[]): string {
  return items.join(', ');
}

function parseLanguage(locale: unknown): Language {
  if (locale === undefined) return LANGUAGES.en;
  const tag = typeof locale === 'string' ? languageFor(locale) : undefined;
  if (tag !== undefined) return LANGUAGES[tag];
  throw new RequestError(
    LANGUAGES.en.say('cli.unknownLocale', { given: String(locale), allowed: allowed(LANGUAGE_TAGS) }),
  );
}

function parseEdition(language: Language, edition: unknown): EditionId | undefined {
  if (edition === undefined || edition === null || isEditionId(edition)) return edition ?? undefined;
  throw new RequestError(
    language.say('cli.unknownEdition', { given: String(edition), allowed: allowed(EDITION_IDS) }),
  );
}

function parseFact(language: Language, fact: string, value: unknown): readonly [string, Answer] {
  if (!isFactId(fact)) {
    throw new RequestError(language.say('cli.unknownFact', { given: fact, allowed: allowed(FACT_IDS) }));
  }
  if (isAnswer(fact, value)) return [fact, value];
  const options = allowed([...optionsOf(fact), 'unknown']);
  throw new RequestError(language.say('cli.unknownOption', { fact, given: String(value), allowed: options }));
}

function parseSituation(language: Language, set: unknown): Situation {
  if (set === undefined || set === null) return {};
  if (typeof set !== 'object' || Array.isArray(set)) {
    throw new RequestError(language.say('cli.badField', { field: 'set', expected: '{"fact": "option"}' }));
  }
  return Object.fromEntries(Object.entries(set).map(([fact, value]) => parseFact(language, fact, value)));
}

/** Checks a request. Throws `RequestError`. */
export function parseRequest({ locale, edition, set, text }: RawRequest): AdviceRequest {
  const language = parseLanguage(locale);
  if (text !== undefined && text !== null && typeof text !== 'string') {
    throw new RequestError(language.say('cli.badField', { field: 'text', expected: '"…"' }));
  }
  return {
    language,
    edition: parseEdition(language, edition),
    situation: parseSituation(language, set),
    text: text ?? undefined,
  };
}

/** `fact=option`, as `--set` takes it; without a "=" the whole is a fact with no option. */
export function pair(text: string): readonly [string, string] {
  const at = text.indexOf('=');
  return at < 0 ? [text, ''] : [text.slice(0, at), text.slice(at + 1)];
}

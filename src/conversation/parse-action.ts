import { type EditionId, isEditionId } from '../policy/edition.js';
import { FACT_IDS, isAnswer, isFactId, type Situation } from '../policy/facts.js';
import {
  type Action,
  COUNTRY_FIELDS,
  type CountryFields,
  LONGEST_COUNTRY,
  LONGEST_SENTENCE,
  NEWEST,
  PLAIN,
  type Plain,
  WAS,
} from './action.js';
import type { SubscriptionChange } from './interview/among.js';
import type { Origin } from './interview/state.js';
import { parseCaseDeed, type TapData } from './parse-case.js';

/** Longer reasons are cut: a sentence or two is meant, not a document. */
const LONGEST_REASON = 500;
const LONGEST_ID = 60;

function parseEdition(text: unknown): EditionId | undefined | 'unreadable' {
  if (text === NEWEST) return undefined;
  return isEditionId(text) ? text : 'unreadable';
}

/** Where a card was drawn, as its data say. */
export function parseOrigin(data: Readonly<Record<string, unknown>>): Origin | undefined {
  const match =
    typeof data.from === 'string' ? /^([\w-]{1,40})\.(\d{1,9})\.(\d{1,9})$/.exec(data.from) : null;
  const edition = data.edition === undefined ? undefined : parseEdition(data.edition);
  if (match?.[1] === undefined || edition === 'unreadable') return undefined;
  return { key: match[1], interview: Number(match[2]), turn: Number(match[3]), edition };
}

/** The answers among the fields of a form; a field that is empty or not on it is no answer. */
export function parseSituation(data: TapData, prefix = ''): Situation {
  const pairs = FACT_IDS.map((fact) => [fact, data[`${prefix}${fact}`]] as const);
  return Object.fromEntries(pairs.filter(([fact, value]) => isAnswer(fact, value)));
}

function parseCountry(value: unknown): string {
  // One letter more than can be written shows that it is too long.
  return typeof value === 'string' ? value.slice(0, LONGEST_COUNTRY + 1).trim() : '';
}

function parseCountries(data: TapData, prefix = ''): CountryFields {
  const { customer, partner } = COUNTRY_FIELDS;
  return {
    customer: parseCountry(data[`${prefix}${customer}`]),
    partner: parseCountry(data[`${prefix}${partner}`]),
  };
}

/** The countries of a form that somebody changed; undefined where it has none, or where they are as they were drawn. */
function changedCountries(data: TapData): CountryFields | undefined {
  const [now, was] = [parseCountries(data), parseCountries(data, WAS)];
  const changed = now.customer !== was.customer || now.partner !== was.partner;
  return changed && Object.values(COUNTRY_FIELDS).some((id) => Object.hasOwn(data, id)) ? now : undefined;
}

/** Only fields that the form showed can have been emptied; what was not on it stays as it is. */
function parseFill(data: TapData, origin: Origin): Action {
  const before = parseSituation(data, WAS);
  const wanted = parseSituation(data);
  const untouched = FACT_IDS.filter((fact) => !Object.hasOwn(data, fact) && before[fact] !== undefined);
  const kept = Object.fromEntries(untouched.map((fact) => [fact, before[fact]]));
  const text = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);
  return {
    kind: 'fill',
    drawn: before,
    wanted: { ...wanted, ...kept },
    customer: text(data.customer),
    customerDrawn: text(data[`${WAS}customer`]),
    countries: changedCountries(data),
    origin,
  };
}

function parseAccept({ fact, value }: TapData, origin: Origin): Action | undefined {
  if (fact === undefined) return { kind: 'accept', origin };
  if (!isFactId(fact)) return undefined;
  if (value === undefined) return { kind: 'accept', fact, origin };
  return isAnswer(fact, value) ? { kind: 'accept', fact, value, origin } : undefined;
}

function parseRemind({ case: id, what: done, step, by, day }: TapData): Action | undefined {
  const what = (['done', 'later', 'stop', 'unwatch'] as const).find((each) => each === done);
  if (typeof id !== 'string' || id.length > LONGEST_ID || what === undefined) return undefined;
  const short = (text: unknown): text is string => typeof text === 'string' && text.length <= LONGEST_ID;
  const more = { ...(short(step) && { step }), ...(short(by) && { by }), ...(short(day) && { day }) };
  return { kind: 'remind', case: id, what, ...more };
}

function parseSubscription({ what, number }: TapData): SubscriptionChange | undefined {
  if (what === 'next' || what === 'another' || what === 'showAll') return { kind: what };
  if (what !== 'turnTo' && what !== 'leaveOut') return undefined;
  return typeof number === 'string' && /^[1-9]\d{0,2}$/.test(number)
    ? { kind: what, number: Number(number) }
    : undefined;
}

function isPlain(action: unknown): action is Plain {
  return (PLAIN as readonly unknown[]).includes(action);
}

/** Reads the data of a tap, whoever sent it. Undefined where it is not data that our cards carry. */
export function parseAction(value: unknown): Action | undefined {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
  const data = value as TapData;
  const origin = parseOrigin(data);
  const { action, fact, value: answer } = data;
  if (isPlain(action)) return { kind: action, ...(origin && { origin }) };
  switch (action) {
    case 'say': {
      const { text } = data;
      if (typeof text !== 'string' || text.trim() === '' || text.length > LONGEST_SENTENCE) return undefined;
      return { kind: action, text };
    }
    case 'askCustomer':
      return {
        kind: action,
        language: typeof data.language === 'string' ? data.language : undefined,
        ...(origin && { origin }),
      };
    case 'remind':
      return parseRemind(data);
    case 'case': {
      const deed = parseCaseDeed(data);
      return deed && { kind: action, deed, ...(origin && { origin }) };
    }
    case 'setLanguage':
      return typeof data.language === 'string'
        ? { kind: action, language: data.language, ...(origin && { origin }) }
        : undefined;
    case 'back':
    case 'restart':
    case 'dismiss':
    case 'sendToPerson':
    case 'forgetNow':
      return origin && { kind: action, origin };
    // As cards of before have it.
    case 'next':
      return origin && { kind: 'subscription', what: { kind: 'next' }, origin };
    case 'subscription': {
      const what = parseSubscription(data);
      return origin && what && { kind: action, what, origin };
    }
    case 'accept':
      return origin && parseAccept(data, origin);
    case 'fill':
      return origin && parseFill(data, origin);
    case 'tick':
      return origin && typeof data.step === 'string' && data.step.length <= LONGEST_ID
        ? {
            kind: action,
            step: data.step,
            done: data.done === 'yes',
            ...(data.all === 'yes' && { all: true }),
            origin,
          }
        : undefined;
    case 'reason':
      return (
        origin && {
          kind: action,
          reason: typeof data.reason === 'string' ? data.reason.slice(0, LONGEST_REASON) : '',
          origin,
        }
      );
    case 'countries':
      return origin && { kind: action, fields: parseCountries(data), origin };
    case 'change':
      return origin && isFactId(fact)
        ? { kind: action, fact, ...(data.line === 'yes' && { line: true }), origin }
        : undefined;
    case 'answer':
      return origin && isFactId(fact) && isAnswer(fact, answer)
        ? { kind: action, fact, value: answer, origin }
        : undefined;
    case 'setEdition': {
      const edition = parseEdition(data.wanted);
      return origin && edition !== 'unreadable' ? { kind: action, edition, origin } : undefined;
    }
    default:
      return undefined;
  }
}

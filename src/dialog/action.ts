import type { Origin } from '../policy/conversation.js';
import { type EditionId, isEditionId } from '../policy/edition.js';
import { type Answer, type FactId, isAnswer, isFactId } from '../policy/facts.js';

/** Taps that show something and change nothing; they are good on any card of one's own, however old. */
export type Plain = 'show' | 'help' | 'language' | 'edition' | 'why';

/** What a tap on a card means, read from the data that the card was sent with. */
export type Action =
  | { readonly kind: 'answer'; readonly fact: FactId; readonly value: Answer; readonly origin: Origin }
  | { readonly kind: 'change'; readonly fact: FactId; readonly origin: Origin }
  | { readonly kind: 'back' | 'restart'; readonly origin: Origin }
  | { readonly kind: Plain; readonly origin?: Origin }
  | { readonly kind: 'askCustomer'; readonly language: string | undefined; readonly origin?: Origin }
  | { readonly kind: 'setLanguage'; readonly language: string; readonly origin?: Origin }
  | { readonly kind: 'setEdition'; readonly edition: EditionId | undefined; readonly origin: Origin };

/** The data of a tap. `from` says which card it was drawn on: conversation, interview and turn. */
export type ActionData = Readonly<Record<string, string>> & { readonly action: Action['kind'] };

const NEWEST = 'newest';

function drawn({ key, interview, turn, edition }: Origin): { from: string; edition: string } {
  return { from: `${key}.${interview}.${turn}`, edition: edition ?? NEWEST };
}

/** Cards that stand outside a conversation, such as the welcome, are nobody's own. */
function whence(origin: Origin | undefined): ReturnType<typeof drawn> | Record<string, never> {
  return origin === undefined ? {} : drawn(origin);
}

export function answerData(fact: FactId, value: Answer, origin: Origin): ActionData {
  return { action: 'answer', fact, value, ...drawn(origin) };
}

export function changeData(fact: FactId, origin: Origin): ActionData {
  return { action: 'change', fact, ...drawn(origin) };
}

export function originData(action: 'back' | 'restart', origin: Origin): ActionData {
  return { action, ...drawn(origin) };
}

export function plainData(action: Plain, origin?: Origin): ActionData {
  return { action, ...whence(origin) };
}

/** @param language the customer's; without it, that of whoever asks */
export function askCustomerData(language?: string, origin?: Origin): ActionData {
  return { action: 'askCustomer', ...(language === undefined ? {} : { language }), ...whence(origin) };
}

export function setLanguageData(language: string, origin?: Origin): ActionData {
  return { action: 'setLanguage', language, ...whence(origin) };
}

export function setEditionData(edition: EditionId | undefined, origin: Origin): ActionData {
  return { action: 'setEdition', wanted: edition ?? NEWEST, ...drawn(origin) };
}

function parseEdition(text: unknown): EditionId | undefined | 'unreadable' {
  if (text === NEWEST) return undefined;
  return isEditionId(text) ? text : 'unreadable';
}

function parseOrigin(data: Readonly<Record<string, unknown>>): Origin | undefined {
  const match =
    typeof data.from === 'string' ? /^([\w-]{1,40})\.(\d{1,9})\.(\d{1,9})$/.exec(data.from) : null;
  const edition = parseEdition(data.edition);
  if (match?.[1] === undefined || edition === 'unreadable') return undefined;
  return { key: match[1], interview: Number(match[2]), turn: Number(match[3]), edition };
}

/** Reads the data of a tap, whoever sent it. Undefined where it is not data that our cards carry. */
export function parseAction(value: unknown): Action | undefined {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
  const data = value as Readonly<Record<string, unknown>>;
  const origin = parseOrigin(data);
  const { action, fact, value: answer } = data;
  switch (action) {
    case 'show':
    case 'help':
    case 'language':
    case 'edition':
    case 'why':
      return { kind: action, ...(origin && { origin }) };
    case 'askCustomer':
      return {
        kind: action,
        language: typeof data.language === 'string' ? data.language : undefined,
        ...(origin && { origin }),
      };
    case 'setLanguage':
      return typeof data.language === 'string'
        ? { kind: action, language: data.language, ...(origin && { origin }) }
        : undefined;
    case 'back':
    case 'restart':
      return origin && { kind: action, origin };
    case 'change':
      return origin && isFactId(fact) ? { kind: action, fact, origin } : undefined;
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

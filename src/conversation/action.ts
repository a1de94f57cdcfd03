import type { EditionId } from '../policy/edition.js';
import type { Answer, FactId, Situation } from '../policy/facts.js';
import type { CaseDeed } from './case-deed.js';
import type { SubscriptionChange } from './interview/among.js';
import type { Origin } from './interview/state.js';

/** Taps that show something and change nothing; they are good on any card of one's own, however old. */
export const PLAIN = [
  'show',
  'help',
  'language',
  'edition',
  'why',
  'call',
  'chat',
  'ticket',
  'wholeTicket',
  'share',
  'person',
  'wrong',
  'helped',
  'known',
  'forget',
] as const;
export type Plain = (typeof PLAIN)[number];

/** What somebody wrote for the countries, not read yet; empty for none. */
export interface CountryFields {
  readonly customer: string;
  readonly partner: string;
}

/** The ids of the fields. No fact has these names. */
export const COUNTRY_FIELDS = { customer: 'customerCountry', partner: 'partnerCountry' } as const;
/** So much can be written into one. */
export const LONGEST_COUNTRY = 60;
/** No sentence that a card offers is longer, in UTF-16 units. */
export const LONGEST_SENTENCE = 200;

/** What a tap on a card means, read from the data that the card was sent with. */
export type Action =
  | { readonly kind: 'answer'; readonly fact: FactId; readonly value: Answer; readonly origin: Origin }
  /** The two fields beside the question of the region, as they were filled in. */
  | { readonly kind: 'countries'; readonly fields: CountryFields; readonly origin: Origin }
  | {
      readonly kind: 'change';
      readonly fact: FactId;
      /** The line of an answered question was tapped: it is live as long as its interview. */
      readonly line?: true;
      readonly origin: Origin;
    }
  | {
      readonly kind: 'back' | 'restart' | 'dismiss';
      readonly origin: Origin;
    }
  | { readonly kind: 'subscription'; readonly what: SubscriptionChange; readonly origin: Origin }
  | { readonly kind: 'sendToPerson' | 'forgetNow'; readonly origin: Origin }
  | { readonly kind: 'accept'; readonly fact?: FactId; readonly value?: Answer; readonly origin: Origin }
  | {
      readonly kind: 'fill';
      readonly drawn: Situation;
      readonly wanted: Situation;
      /** The customer's language, where the form asks for it. */
      readonly customer: string | undefined;
      readonly customerDrawn: string | undefined;
      /** The countries, where the form asks for them and somebody changed one. */
      readonly countries?: CountryFields | undefined;
      readonly origin: Origin;
    }
  | {
      readonly kind: 'tick';
      readonly step: string;
      readonly done: boolean;
      /** It is done for every subscription that needs it, and not just for the one that is talked about. */
      readonly all?: true;
      readonly origin: Origin;
    }
  | { readonly kind: 'reason'; readonly reason: string; readonly origin: Origin }
  | { readonly kind: Plain; readonly origin?: Origin }
  /** A sentence to be read as if it had been typed. */
  | { readonly kind: 'say'; readonly text: string; readonly origin?: Origin }
  | { readonly kind: 'askCustomer'; readonly language: string | undefined; readonly origin?: Origin }
  | ({ readonly kind: 'remind'; readonly origin?: Origin } & RemindData)
  /** Something about the cases that somebody keeps; to join one it is good on anybody's card. */
  | { readonly kind: 'case'; readonly deed: CaseDeed; readonly origin?: Origin }
  | { readonly kind: 'setLanguage'; readonly language: string; readonly origin?: Origin }
  | { readonly kind: 'setEdition'; readonly edition: EditionId | undefined; readonly origin: Origin };

/** What is done about a case from a letter that nobody asked for; it is good on any card, however old. */
export interface RemindData {
  /** The id of the case. */
  readonly case: string;
  readonly what: 'done' | 'later' | 'stop' | 'unwatch';
  /** The step that is done, and by whom. */
  readonly step?: string;
  readonly by?: string;
  /** The told date that no longer matters, where it is no step. */
  readonly day?: string;
}

/** The data of a tap. `from` says which card it was drawn on: conversation, interview and turn. */
export type ActionData = Readonly<Record<string, string>> & { readonly action: Action['kind'] };

/** Stands for the newest edition of the customer's cloud. */
export const NEWEST = 'newest';
/** Before the id of a fact: what a form showed for it when it was drawn. */
export const WAS = 'was-';

/** How a card says where it was drawn. */
export function fromOf({ key, interview, turn }: Omit<Origin, 'edition'>): string {
  return `${key}.${interview}.${turn}`;
}

/** Without an edition it was the newest: most cards are drawn so, and have dozens of taps. */
export function drawn(origin: Origin): { from: string; edition?: string } {
  const from = fromOf(origin);
  return origin.edition === undefined ? { from } : { from, edition: origin.edition };
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

/** The same on the line that an answered question has become. */
export function lineData(fact: FactId, origin: Origin): ActionData {
  return { ...changeData(fact, origin), line: 'yes' };
}

export function originData(
  action: 'back' | 'restart' | 'dismiss' | 'sendToPerson' | 'forgetNow',
  origin: Origin,
): ActionData {
  return { action, ...drawn(origin) };
}

/** What is done with one of the customer's subscriptions, or with all of them. */
export function subscriptionData(what: SubscriptionChange, origin: Origin): ActionData {
  const number = 'number' in what ? { number: `${what.number}` } : {};
  return { action: 'subscription', what: what.kind, ...number, ...drawn(origin) };
}

export function plainData(action: Plain, origin?: Origin): ActionData {
  return { action, ...whence(origin) };
}

/** A sentence that a card offers; it is nobody's own. */
export function sayData(text: string): ActionData {
  return { action: 'say', text };
}

/** @param language the customer's; without it, that of whoever asks */
export function askCustomerData(language?: string, origin?: Origin): ActionData {
  return { action: 'askCustomer', ...(language === undefined ? {} : { language }), ...whence(origin) };
}

/** What was read is right; with a fact, that reading of it, or with a fact alone none of its readings. */
export function acceptData(origin: Origin, fact?: FactId, value?: Answer): ActionData {
  return {
    action: 'accept',
    ...(fact === undefined ? {} : { fact }),
    ...(value === undefined ? {} : { value }),
    ...drawn(origin),
  };
}

export function tickData(step: string, done: boolean, origin: Origin): ActionData {
  return { action: 'tick', step, done: done ? 'yes' : 'no', ...drawn(origin) };
}

/** The same for every subscription that needs the step. */
export function tickForAllData(step: string, done: boolean, origin: Origin): ActionData {
  return { ...tickData(step, done, origin), all: 'yes' };
}

/** The inputs of the form come back under the ids of the facts; `was-…` is what they showed when it was drawn. */
export function fillData(
  shown: Situation,
  customer: string,
  origin: Origin,
  countries?: CountryFields,
): ActionData {
  const was = Object.entries(shown).map(([fact, value]) => [`${WAS}${fact}`, value] as const);
  const places =
    countries === undefined
      ? {}
      : {
          [`${WAS}${COUNTRY_FIELDS.customer}`]: countries.customer,
          [`${WAS}${COUNTRY_FIELDS.partner}`]: countries.partner,
        };
  return {
    action: 'fill',
    ...Object.fromEntries(was),
    ...places,
    [`${WAS}customer`]: customer,
    ...drawn(origin),
  };
}

export function countriesData(origin: Origin): ActionData {
  return { action: 'countries', ...drawn(origin) };
}

export function reasonData(origin: Origin): ActionData {
  return { action: 'reason', ...drawn(origin) };
}

export function remindData(data: RemindData): ActionData {
  return { action: 'remind', ...data };
}

export function setLanguageData(language: string, origin?: Origin): ActionData {
  return { action: 'setLanguage', language, ...whence(origin) };
}

export function setEditionData(edition: EditionId | undefined, origin: Origin): ActionData {
  return { action: 'setEdition', wanted: edition ?? NEWEST, ...drawn(origin) };
}

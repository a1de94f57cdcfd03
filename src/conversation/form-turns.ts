import { isLanguageTag } from '../language/languages.js';
import type { Action, CountryFields } from './action.js';
import { withCustomer } from './desk.js';
import { staleness } from './interview/change.js';
import { type Origin, situationOf } from './interview/state.js';
import { interview } from './interview-turns.js';
import { readFields } from './located.js';
import { stay } from './screens.js';
import type { Session, Turn } from './session.js';

/** The form of the call card: the answers, and the language of the customer. */
export function filled(session: Session, action: Extract<Action, { kind: 'fill' }>): Turn {
  const { customer, customerDrawn } = action;
  const desk =
    isLanguageTag(customer) && customer !== customerDrawn
      ? withCustomer(session.desk, customer)
      : session.desk;
  const turn = interview({ ...session, desk }, action);
  const { countries } = action;
  if (countries === undefined || turn.view.notes.length > 0) return turn;
  return isOutdated(session, action) ? turn : located(turn, countries);
}

/** A form from before the region was answered elsewhere: its countries would take that answer back. */
function isOutdated({ conversation }: Session, { origin }: Extract<Action, { kind: 'fill' }>): boolean {
  const settled = situationOf(conversation).region !== undefined || conversation.places !== undefined;
  return settled && staleness(conversation, origin) !== undefined;
}

/** The countries as they were written into the fields; what is no country is said, and what is one is kept. */
export function located(session: Session, fields: CountryFields, origin?: Origin): Turn {
  const { named, unknown } = readFields(fields, session.language);
  const notes = unknown.map((said) => ({ kind: 'countryUnknown', said }) as const);
  if (named === undefined) return stay(session, ...notes);
  const turn = interview(session, { kind: 'countries', named, ...(origin && { origin }) });
  return { ...turn, view: { ...turn.view, notes: [...notes, ...turn.view.notes] } };
}

import { isLanguageTag, type LanguageTag } from '../language/languages.js';
import type { Action } from './action.js';
import { caseTurn } from './case-turns.js';
import { withCall, withCustomer, withStep } from './desk.js';
import { customerMessageScreen } from './explain.js';
import { filled, located } from './form-turns.js';
import { feedback, sendToPerson } from './guidance-turns.js';
import { staleness } from './interview/change.js';
import { numberNow } from './interview/others.js';
import { type Origin, originOf } from './interview/state.js';
import { amongOf, guidanceIn } from './interview/viewed.js';
import { interview, nextSubscription } from './interview-turns.js';
import { plain } from './plain-taps.js';
import { show, showOr, stay } from './screens.js';
import type { Session, Turn } from './session.js';

/** Goes on in another language, from now on. */
export function speak(session: Session, language: LanguageTag): Turn {
  return { ...stay({ ...session, language }, { kind: 'languageSet' }), languageChosen: true };
}

/** Who chooses the customer's language has a customer on the phone. */
export function forCustomer(session: Session, customer: LanguageTag): Turn {
  return stay({ ...session, desk: withCustomer(withCall(session.desk, true), customer) });
}

/** What is told of an answer to a letter. */
const REMINDED = {
  done: 'remindDone',
  later: 'remindLater',
  stop: 'remindStop',
  unwatch: 'remindUnwatch',
} as const;

/** An old card speaks of other guidance than the one of now: an opinion about it, or its case, would be mixed up. */
function whileLive(session: Session, origin: Origin | undefined, then: () => Turn): Turn {
  const note = staleness(session.conversation, origin);
  return note === undefined ? then() : stay(session, note);
}

/** The subscriptions of the customer of now that a tick is for, with its step; undefined where it is no step of theirs. */
function tickedFor({ conversation }: Session, { step: id, all }: Extract<Action, { kind: 'tick' }>) {
  const among = all === true ? amongOf(conversation) : undefined;
  if (among === undefined) {
    const step = guidanceIn(conversation).steps.find((each) => each.id === id);
    return step && { step: step.id, numbers: [numberNow(conversation)] };
  }
  const step = among.whole.plan.steps.find((each) => each.id === id);
  return step && { step: step.id, numbers: step.subscriptions.flatMap((at) => among.numbers[at] ?? []) };
}

/** Ticks a step of the customer of now; another one's steps, or what is no step here, change nothing. */
function ticked(session: Session, action: Extract<Action, { kind: 'tick' }>): Turn {
  const theirs = action.origin.interview === session.conversation.interview;
  const found = theirs ? tickedFor(session, action) : undefined;
  if (found === undefined) return stay(session, { kind: 'stale' });
  return stay({ ...session, desk: withStep(session.desk, found.numbers, found.step, action.done) });
}

/** A tap on a line puts the question in the conversation as it is now, whenever the line was drawn: it overwrites nothing. */
function asNow({ conversation }: Session, action: Extract<Action, { kind: 'change' }>) {
  const { origin } = action;
  return origin.interview === conversation.interview ? { ...action, origin: originOf(conversation) } : action;
}

/** What a tap does. Taps that carry what they were drawn from do nothing on somebody else's conversation. */
export function tap(session: Session, action: Exclude<Action, { kind: 'say' }> | undefined): Turn {
  if (action === undefined) return stay(session, { kind: 'badAction' });
  const { origin } = action;
  if (origin !== undefined && origin.key !== session.conversation.key)
    return stay(session, { kind: 'foreign' });
  switch (action.kind) {
    case 'change':
      return interview(session, action.line ? asNow(session, action) : action);
    case 'answer':
    case 'back':
    case 'restart':
    case 'accept':
    case 'dismiss':
      return interview(session, action);
    case 'subscription':
      return action.what.kind === 'next' ? nextSubscription(session, origin) : interview(session, action);
    case 'countries':
      return located(session, action.fields, origin);
    case 'fill':
      return filled(session, action);
    case 'setEdition':
      return interview(session, { ...action, kind: 'edition' });
    case 'remind': {
      const { kind: _, origin: __, ...answer } = action;
      const note = REMINDED[action.what];
      return { ...stay(session, { kind: note }), effects: [{ kind: 'remind', ...answer }] };
    }
    case 'case':
      return caseTurn(session, action.deed, origin);
    case 'setLanguage':
      return isLanguageTag(action.language)
        ? speak(session, action.language)
        : stay(session, { kind: 'badAction' });
    case 'askCustomer':
      return askCustomer(session, action.language);
    case 'tick':
      return ticked(session, action);
    case 'reason':
      return whileLive(session, origin, () => feedback(session, false, action.reason));
    case 'forgetNow':
      return { ...show(session, { kind: 'welcome' }, { kind: 'forgotten' }), effects: [{ kind: 'forget' }] };
    case 'sendToPerson':
      return whileLive(session, origin, () => sendToPerson(session));
    case 'helped':
    case 'wrong':
      return whileLive(session, origin, () => feedback(session, action.kind === 'helped'));
    default:
      return plain(session, action.kind);
  }
}

function askCustomer(session: Session, language: string | undefined): Turn {
  const customer = isLanguageTag(language) ? language : (session.desk.customer ?? session.language);
  return showOr(session, customerMessageScreen(session.conversation, customer));
}

import { isLanguageTag, type LanguageTag } from '../language/languages.js';
import { stays } from '../policy/facts.js';
import { receiptOf } from '../receipt/receipt.js';
import type { Action, CountryFields, Plain } from './action.js';
import { answerChanged } from './answer-changed.js';
import { caseTurn } from './case-turns.js';
import { cleared, withCall, withCustomer, withStep, withStepsOf } from './desk.js';
import { customerMessageScreen, whyScreen } from './explain.js';
import { askerAfter, grantedNext, homeAfter } from './granted.js';
import { feedback, person, sendToPerson, share, ticket } from './guidance-turns.js';
import { staleness } from './interview/change.js';
import { allOf, numberNow } from './interview/others.js';
import { type Origin, originOf, questionOf, situationOf, view, waitingServices } from './interview/state.js';
import { type InterviewEvent, step } from './interview/step.js';
import { readFields } from './located.js';
import { whyFact } from './rule-answer.js';
import { guidanceNow, show, showNow, showOr, stay } from './screens.js';
import type { Session, Turn } from './session.js';

/** These begin with another customer: what was done for the last one goes. */
const OTHER_CUSTOMER: readonly InterviewEvent['kind'][] = ['restart', 'adopt', 'adoptCase'];

/** A step of the interview. */
export function interview(session: Session, event: InterviewEvent): Turn {
  const granted = event.kind === 'restart' ? { granted: grantedNext(session), home: session.home } : {};
  const { conversation: next, view, notes } = step(session.conversation, { ...event, ...granted });
  const { conversation, note: changed } = answerChanged(session.conversation, next);
  const another = OTHER_CUSTOMER.includes(event.kind) && conversation !== session.conversation;
  const numbers = allOf(conversation).map(({ number }) => number);
  const desk = another ? cleared(session.desk) : withStepsOf(session.desk, numbers);
  const asker = askerAfter(session.asker ?? [], session.conversation, conversation);
  const home = homeAfter(session.home, session.conversation, conversation);
  return showNow(
    { ...session, conversation, desk, asker, home },
    view,
    ...notes,
    ...(changed ? [changed] : []),
  );
}

/** The customer's next subscription; what the one before came to can be opened again. */
export function nextSubscription(session: Session, origin?: Origin): Turn {
  const [service] = waitingServices(session.conversation);
  const receipt = receiptOf(guidanceNow(session));
  const turn = interview(session, {
    kind: 'subscription',
    what: { kind: 'next' },
    ...(origin && { origin }),
  });
  if (turn.conversation === session.conversation || service === undefined) return turn;
  const notes = [{ kind: 'nextBegun', service, receipt } as const, ...turn.view.notes];
  return { ...turn, view: { ...turn.view, notes } };
}

/** Goes on in another language, from now on. */
export function speak(session: Session, language: LanguageTag): Turn {
  return { ...stay({ ...session, language }, { kind: 'languageSet' }), languageChosen: true };
}

/** Who chooses the customer's language has a customer on the phone. */
export function forCustomer(session: Session, customer: LanguageTag): Turn {
  return stay({ ...session, desk: withCustomer(withCall(session.desk, true), customer) });
}

/** Why the guidance is what it is, or, while it is asked for what leads there, why that is asked. */
function why(session: Session): Turn {
  const { conversation } = session;
  const asked = questionOf(conversation);
  const isAsking = view(conversation).kind === 'question' && asked !== undefined;
  return isAsking
    ? stay(session, whyFact(conversation, asked.fact))
    : showOr(session, whyScreen(conversation));
}

/** What is told of an answer to a letter. */
const REMINDED = {
  done: 'remindDone',
  later: 'remindLater',
  stop: 'remindStop',
  unwatch: 'remindUnwatch',
} as const;

type ShownPlain = Exclude<Plain, 'helped' | 'wrong'>;

function plain(session: Session, which: ShownPlain): Turn {
  const { conversation, language } = session;
  switch (which) {
    case 'show':
      return stay(session);
    case 'help':
      return show(session, { kind: 'help' });
    case 'language':
      return show(session, { kind: 'languages', current: language });
    case 'edition':
      return show(session, { kind: 'editions', origin: originOf(conversation) });
    case 'why':
      return why(session);
    case 'call':
    case 'chat':
      return stay({ ...session, desk: withCall(session.desk, which === 'call') });
    case 'ticket':
    case 'wholeTicket':
      return ticket(session, which === 'wholeTicket');
    case 'share':
      return share(session);
    case 'person':
      return person(session);
    case 'known':
      return show(session, {
        kind: 'known',
        answers: conversation.answers,
        places: conversation.places,
        later:
          conversation.later?.waiting.map(({ read }) =>
            read.map(([fact, value]) => [fact, value] as const),
          ) ?? [],
        asker: grantedNext(session).filter(([fact]) => stays(fact)),
        home: session.home,
        days: session.around.retentionDays,
        origin: originOf(conversation),
      });
    case 'forget':
      return show(session, { kind: 'forget', origin: originOf(conversation) });
  }
}

/** An old card speaks of other guidance than the one of now: an opinion about it, or its case, would be mixed up. */
function whileLive(session: Session, origin: Origin | undefined, then: () => Turn): Turn {
  const note = staleness(session.conversation, origin);
  return note === undefined ? then() : stay(session, note);
}

/** Ticks a step of the customer of now; another one's steps, or what is no step here, change nothing. */
function ticked(session: Session, { step: id, done, origin }: Extract<Action, { kind: 'tick' }>): Turn {
  const theirs = origin.interview === session.conversation.interview;
  const step = guidanceNow(session).steps.find((each) => each.id === id);
  if (!theirs || step === undefined) return stay(session, { kind: 'stale' });
  const numbers = [numberNow(session.conversation)];
  return stay({ ...session, desk: withStep(session.desk, numbers, step.id, done) });
}

/** The form of the call card: the answers, and the language of the customer. */
function filled(session: Session, action: Extract<Action, { kind: 'fill' }>): Turn {
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
function located(session: Session, fields: CountryFields, origin?: Origin): Turn {
  const { named, unknown } = readFields(fields, session.language);
  const notes = unknown.map((said) => ({ kind: 'countryUnknown', said }) as const);
  if (named === undefined) return stay(session, ...notes);
  const turn = interview(session, { kind: 'countries', named, ...(origin && { origin }) });
  return { ...turn, view: { ...turn.view, notes: [...notes, ...turn.view.notes] } };
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

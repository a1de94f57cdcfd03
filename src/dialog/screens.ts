import { type InterviewView, originOf, policyOf, situationOf, view } from '../policy/conversation.js';
import { formOf } from '../policy/form.js';
import { type Guidance, guide } from '../policy/guidance.js';
import type { Session, Turn } from './session.js';
import type { DialogNote, Screen } from './view.js';

/** What a turn that changes nothing more shows. */
export function show(session: Session, screen: Screen, ...notes: DialogNote[]): Turn {
  const origin = screen.kind === 'welcome' ? undefined : originOf(session.conversation);
  return { ...session, view: { screen, notes, origin }, languageChosen: false, effects: [] };
}

/** What can be said now, whatever is still open. */
export function guidanceNow({ conversation }: Session): Guidance {
  return guide(policyOf(conversation), situationOf(conversation));
}

/** The guidance if the interview has come to one, else undefined. */
export function finished({ conversation }: Session): Guidance | undefined {
  const now = view(conversation);
  return now.kind === 'guidance' ? now.guidance : undefined;
}

function call(session: Session, now: InterviewView): Screen {
  const { conversation, desk, language, around } = session;
  return {
    kind: 'call',
    now,
    guidance: guidanceNow(session),
    form: formOf(conversation),
    customer: desk.customer ?? language,
    done: desk.done ?? [],
    day: around.day,
    origin: originOf(conversation),
  };
}

/** Where the person is: the question or the guidance, or on a call both on one card. */
export function stay(session: Session, ...notes: DialogNote[]): Turn {
  const now = view(session.conversation);
  return show(session, session.desk.call ? call(session, now) : now, ...notes);
}

/** The screen if there is one now, or else where the person is. */
export function showOr(session: Session, screen: Screen | undefined, ...notes: DialogNote[]): Turn {
  return screen === undefined ? stay(session, ...notes) : show(session, screen);
}

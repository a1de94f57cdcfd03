import type { Guidance } from '../policy/engine/guidance.js';
import { outlasts } from '../policy/facts.js';
import type { CountryPair } from '../policy/regions/regions.js';
import type { DialogNote } from './dialog-note.js';
import { formOf } from './interview/form.js';
import type { InterviewView } from './interview/shown.js';
import { originOf, situationOf } from './interview/state.js';
import { guidanceIn, view } from './interview/viewed.js';
import { deciding } from './interview/whereabouts.js';
import type { Session, Turn } from './session.js';
import { doneNow } from './ticks.js';
import type { Screen, View } from './view.js';
import { wholeShown } from './whole-case.js';

/** What a turn that changes nothing more shows. */
export function show(session: Session, screen: Screen, ...notes: DialogNote[]): Turn {
  const origin = screen.kind === 'welcome' ? undefined : originOf(session.conversation);
  const { address } = session.around;
  const keeping = keepingNow(session);
  const view = {
    screen,
    notes,
    origin,
    ...(address === undefined ? {} : { address }),
    ...(keeping === undefined ? {} : { keeping }),
  };
  return { ...session, view, languageChosen: false, effects: [] };
}

/** Whether the case can be kept here, or is kept. */
function keepingNow({ around, desk }: Session): View['keeping'] {
  if (around.newCase === undefined) return undefined;
  return desk.kept === undefined ? 'offered' : 'kept';
}

/** What can be said now, whatever is still open. */
export function guidanceNow({ conversation }: Session): Guidance {
  return guidanceIn(conversation);
}

/** The two countries that the answer about the region comes from, where it comes from any. */
export function placesNow({ conversation }: Session): CountryPair | undefined {
  return deciding(conversation.places, situationOf(conversation).region);
}

/** The guidance if the interview has come to one, else undefined. */
export function guidanceIfFinished({ conversation }: Session): Guidance | undefined {
  const now = view(conversation);
  return now.kind === 'guidance' ? now.guidance : undefined;
}

function call(session: Session, now: InterviewView): Screen {
  const { conversation, desk, language, around } = session;
  const all = now.kind === 'guidance' ? wholeShown(conversation, desk) : undefined;
  const form = formOf(conversation);
  return {
    kind: 'call',
    now,
    guidance: guidanceNow(session),
    ...(all && { all }),
    // Beside all of them stands what is true of all.
    form: all === undefined ? form : form.filter(({ fact }) => outlasts(fact)),
    named: conversation.places,
    customer: desk.customer ?? language,
    done: doneNow(desk, conversation),
    day: around.day,
    origin: originOf(conversation),
  };
}

/** Shows where the person is, which was found already: on a call the question and the guidance on one card. */
export function showNow(session: Session, now: InterviewView, ...notes: DialogNote[]): Turn {
  return show(session, session.desk.call ? call(session, now) : now, ...notes);
}

/** Where the person is: the question or the guidance. */
export function stay(session: Session, ...notes: DialogNote[]): Turn {
  return showNow(session, view(session.conversation), ...notes);
}

/** A word back that changes nothing. On a call there is one card, and it says that as well. */
export function remark(session: Session, note: DialogNote): Turn {
  return session.desk.call ? stay(session, note) : show(session, { kind: 'remark' }, note);
}

/** The screen if there is one now, or else where the person is. */
export function showOr(session: Session, screen: Screen | undefined, ...notes: DialogNote[]): Turn {
  return screen === undefined ? stay(session, ...notes) : show(session, screen);
}

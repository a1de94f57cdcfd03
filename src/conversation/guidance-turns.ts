import type { Guidance } from '../policy/engine/guidance.js';
import { explain } from '../policy/engine/why.js';
import { receiptOf } from '../receipt/receipt.js';
import { originOf, policyOf, situationOf } from './interview/state.js';
import { guidanceIfFinished, guidanceNow, placesNow, remark, show, stay } from './screens.js';
import type { Effect, Session, Turn } from './session.js';
import { doneNow } from './ticks.js';
import type { HandOverScreen, TicketScreen } from './view.js';

/** What can be done with guidance: write it down, hand it over, say whether it helped. */

/** Names the guidance within its conversation. */
function markOf({ conversation: { interview } }: Session, guidance: Guidance): string {
  return `${interview}.${receiptOf(guidance)}`;
}

/** Names the case everywhere, so that it is sent once. */
function idOf(session: Session, guidance: Guidance): string {
  return `${session.conversation.key}.${markOf(session, guidance)}`;
}

/** @param whole with reasons, cautions and sources, instead of a dozen lines */
export function ticket(session: Session, whole: boolean): Turn {
  const { desk, around, conversation } = session;
  const screen: TicketScreen = {
    kind: 'ticket',
    guidance: guidanceNow(session),
    places: placesNow(session),
    done: doneNow(desk, conversation),
    day: around.day,
    whole,
  };
  return show(session, screen);
}

/** Where others find the same answer. */
export function share(session: Session): Turn {
  return show(session, { kind: 'share', guidance: guidanceNow(session) });
}

function handOverScreen(session: Session, state: HandOverScreen['state']): HandOverScreen {
  const origin = originOf(session.conversation);
  return {
    kind: 'handOver',
    guidance: guidanceNow(session),
    places: placesNow(session),
    state,
    day: session.around.day,
    origin,
  };
}

/** The draft of a hand-over. What was sent already says so. */
export function person(session: Session): Turn {
  const sent = session.desk.sent?.includes(markOf(session, guidanceNow(session))) === true;
  if (!session.around.handOver) return show(session, handOverScreen(session, 'copy'));
  return show(session, handOverScreen(session, sent ? 'sent' : 'draft'));
}

/**
 * Sends the hand-over. Whether it arrived is known only after the turn: then the view becomes `failed`, or the
 * desk remembers that it was sent.
 */
export function sendToPerson(session: Session): Turn {
  if (!session.around.handOver) return person(session);
  const guidance = guidanceNow(session);
  const mark = markOf(session, guidance);
  if (session.desk.sent?.includes(mark)) return person(session);
  const id = idOf(session, guidance);
  return {
    ...show(session, handOverScreen(session, 'sent')),
    effects: [{ kind: 'handOver', id, mark, guidance, places: placesNow(session) }],
  };
}

/** Names the guidance and who judges it: coming to it again does not make another opinion. */
function opinionOf({ conversation: { key } }: Session, guidance: Guidance): string {
  return `${key}.${receiptOf(guidance)}`;
}

function judged(session: Session, guidance: Guidance, helped: boolean, reason: string): Effect {
  const { conversation } = session;
  return {
    kind: 'feedback',
    id: opinionOf(session, guidance),
    helped,
    reason,
    guidance,
    eligibility: guidance.eligibility,
    rules: explain(policyOf(conversation), situationOf(conversation)).rules,
  };
}

/** "This helped" and "this is wrong" count at once; a reason may follow. */
export function feedback(session: Session, helped: boolean, reason?: string): Turn {
  const guidance = guidanceIfFinished(session);
  if (guidance === undefined) return stay(session);
  const effects = [judged(session, guidance, helped, reason ?? '')];
  const note = { kind: 'feedbackTaken' } as const;
  if (helped) return { ...remark(session, note), effects };
  // Whoever gave a reason did so on a card in the place of the answer, which comes back.
  if (reason !== undefined) return { ...stay(session, note), effects };
  return { ...show(session, { kind: 'reason', origin: originOf(session.conversation) }), effects };
}

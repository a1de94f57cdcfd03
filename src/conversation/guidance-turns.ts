import type { Guidance } from '../policy/engine/guidance.js';
import { explain } from '../policy/engine/why.js';
import { receiptOf } from '../receipt/receipt.js';
import { originOf, policyOf, situationOf } from './interview/state.js';
import { guidanceIn } from './interview/viewed.js';
import { guidanceIfFinished, guidanceNow, placesNow, remark, show, stay } from './screens.js';
import type { Effect, Session, Turn } from './session.js';
import { doneNow } from './ticks.js';
import type { HandOverScreen, TicketScreen } from './view.js';
import { wholeShown, wholeToTake } from './whole-case.js';

/** What can be done with guidance: write it down, hand it over, say whether it helped. */

/** Everything that a person who takes over has to know, and what names it within its conversation. */
function handedOver({ conversation, desk }: Session) {
  const guidance = guidanceIn(conversation);
  const all = wholeToTake(conversation, desk);
  return { guidance, all, mark: `${conversation.interview}.${all?.receipt ?? receiptOf(guidance)}` };
}

/** @param whole with reasons, cautions and sources, instead of a dozen lines */
export function ticket(session: Session, whole: boolean): Turn {
  const { desk, around, conversation } = session;
  const screen: TicketScreen = {
    kind: 'ticket',
    guidance: guidanceNow(session),
    all: wholeShown(conversation, desk),
    places: placesNow(session),
    done: doneNow(desk, conversation),
    day: around.day,
    whole,
  };
  return show(session, screen);
}

/** Where others find the same answer. */
export function share(session: Session): Turn {
  const all = wholeShown(session.conversation, session.desk);
  return show(session, { kind: 'share', receipt: all?.receipt ?? receiptOf(guidanceNow(session)) });
}

function handOverScreen(session: Session, state: HandOverScreen['state']): HandOverScreen {
  const origin = originOf(session.conversation);
  const { guidance, all } = handedOver(session);
  return {
    kind: 'handOver',
    guidance,
    all,
    places: placesNow(session),
    state,
    day: session.around.day,
    origin,
  };
}

/** The draft of a hand-over. What was sent already says so. */
export function person(session: Session): Turn {
  const sent = session.desk.sent?.includes(handedOver(session).mark) === true;
  if (!session.around.handOver) return show(session, handOverScreen(session, 'copy'));
  return show(session, handOverScreen(session, sent ? 'sent' : 'draft'));
}

/**
 * Sends the hand-over. Whether it arrived is known only after the turn: then the view becomes `failed`, or the
 * desk remembers that it was sent.
 */
export function sendToPerson(session: Session): Turn {
  if (!session.around.handOver) return person(session);
  const { guidance, all, mark } = handedOver(session);
  if (session.desk.sent?.includes(mark)) return person(session);
  // Names the case everywhere, so that it is sent once.
  const id = `${session.conversation.key}.${mark}`;
  return {
    ...show(session, handOverScreen(session, 'sent')),
    effects: [{ kind: 'handOver', id, mark, guidance, all, places: placesNow(session) }],
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

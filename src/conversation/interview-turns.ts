import { receiptOf } from '../receipt/receipt.js';
import { answerChanged } from './answer-changed.js';
import { cleared, withStepsOf } from './desk.js';
import { askerAfter, grantedNext, homeAfter } from './granted.js';
import type { InterviewEvent } from './interview/event.js';
import { allOf } from './interview/others.js';
import { type Origin, waitingServices } from './interview/state.js';
import { step } from './interview/step.js';
import { guidanceNow, showNow } from './screens.js';
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

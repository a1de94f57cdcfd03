import { caseOf } from '../policy/case/case.js';
import type { SaidStep } from '../policy/engine/statement.js';
import { type CaseDeed, type CaseEffect, INVITED } from './case-deed.js';
import { cleared, unkept, withKept, withStep } from './desk.js';
import type { DialogNote } from './dialog-note.js';
import { staleness } from './interview/change.js';
import { allOf } from './interview/others.js';
import { type Origin, originOf } from './interview/state.js';
import { step } from './interview/step.js';
import { guidanceIn, view } from './interview/viewed.js';
import { caseAnswersNow } from './kept-along.js';
import { receiptNow } from './receipt-turns.js';
import { guidanceIfFinished, show, stay } from './screens.js';
import type { OpenedCase, Session, Turn } from './session.js';

/** Does something about cases; what is shown of them then is put in where they are kept. */
function about(session: Session, deed: CaseEffect, ...notes: DialogNote[]): Turn {
  const origin = originOf(session.conversation);
  const turn = show(session, { kind: 'cases', face: undefined, origin }, ...notes);
  return { ...turn, effects: [{ kind: 'case', deed }] };
}

/** The case of this conversation, if it is kept; all cases where it is not. */
function here(session: Session, ...notes: DialogNote[]): Turn {
  const { kept } = session.desk;
  return about(session, kept === undefined ? { what: 'list' } : { what: 'open', case: kept }, ...notes);
}

/** Why the case of now cannot be kept; undefined where it can. */
function obstacle(session: Session): Turn | undefined {
  if (session.desk.kept !== undefined) return here(session, { kind: 'caseKeptAlready' });
  return guidanceIfFinished(session) === undefined ? stay(session, { kind: 'caseTooEarly' }) : undefined;
}

function keepAs(session: Session): Turn {
  const origin = originOf(session.conversation);
  const { written = false } = session.around;
  return obstacle(session) ?? show(session, { kind: 'cases', face: { kind: 'keepAs', written }, origin });
}

function keep(session: Session, id: string, text: string): Turn {
  const hindered = obstacle(session);
  if (hindered !== undefined) return hindered;
  const now = caseAnswersNow(session);
  const told = guidanceIn(session.conversation).edition;
  const kept = { ...session, desk: withKept(session.desk, id) };
  return about(kept, { what: 'keep', case: id, text, now, told }, { kind: 'caseKept' });
}

/** The steps of each subscription that are done, on the desk. */
function withTicks(session: Session, done: readonly SaidStep[]): Session {
  const now = view(session.conversation);
  const among = now.kind === 'guidance' ? now.among : undefined;
  const plans =
    among === undefined
      ? [{ number: 1, guidance: guidanceIn(session.conversation) }]
      : among.whole.plan.guidances.map((guidance, at) => ({ number: among.numbers[at] ?? 0, guidance }));
  const desk = done.reduce((sofar, each) => {
    const planned = plans.filter(({ guidance }) => guidance.steps.some(({ id }) => id === each));
    return withStep(
      sofar,
      planned.map(({ number }) => number),
      each,
      true,
    );
  }, session.desk);
  return { ...session, desk };
}

function isAsKept(session: Session, { id, ...kept }: OpenedCase): boolean {
  return session.desk.kept === id && JSON.stringify(caseAnswersNow(session)) === JSON.stringify(kept);
}

/** The kept case becomes what is talked about; what was answered before can be had again by its receipt. */
function open(session: Session, id: string): Turn {
  const { opened } = session.around;
  if (opened === undefined || opened.id !== id) {
    const desk = session.desk.kept === id ? unkept(session.desk) : session.desk;
    return about({ ...session, desk }, { what: 'list' }, { kind: 'caseGone' });
  }
  if (isAsKept(session, opened)) return here(session);
  const { shared, subscriptions, edition, done } = opened;
  const all = caseOf(
    Object.fromEntries(shared),
    subscriptions.map((each) => Object.fromEntries(each)),
  );
  const { conversation } = step(session.conversation, { kind: 'adoptCase', all, edition });
  const receipt = session.desk.kept === undefined ? receiptNow(session) : undefined;
  const adopted = { ...session, conversation, desk: withKept(cleared(session.desk), id) };
  return here(
    withTicks(adopted, done),
    ...(receipt === undefined ? [] : [{ kind: 'caseBefore', receipt } as const]),
  );
}

/** A step of the case that is talked about is ticked in the conversation as well. */
function ticked(session: Session, deed: Extract<CaseDeed, { what: 'tick' }>): Turn {
  if (session.desk.kept !== deed.case) return about(session, deed);
  const planned = guidanceSteps(session).find(({ id }) => id === deed.step);
  if (planned === undefined) return about(session, deed);
  const numbers = allOf(session.conversation).map(({ number }) => number);
  return about({ ...session, desk: withStep(session.desk, numbers, planned.id, deed.done) }, deed);
}

function guidanceSteps({ conversation }: Session) {
  const now = view(conversation);
  return now.kind === 'guidance' && now.among !== undefined
    ? now.among.whole.plan.steps
    : guidanceIn(conversation).steps;
}

/** An old card speaks of another customer, or of other answers, than those of now. */
function whileLive(session: Session, origin: Origin | undefined, then: () => Turn): Turn {
  const note = staleness(session.conversation, origin);
  return note === undefined ? then() : stay(session, note);
}

/**
 * What somebody does about the cases that they keep. A card of another customer keeps nothing of this one; what names a
 * case does what it says, however old its card is.
 */
export function caseTurn(session: Session, deed: CaseDeed, origin?: Origin): Turn {
  const { newCase } = session.around;
  if (newCase === undefined) return stay(session, { kind: 'caseNotHere' });
  switch (deed.what) {
    case 'keepAs':
      return whileLive(session, origin, () => keepAs(session));
    case 'keep':
      return whileLive(session, origin, () => keep(session, newCase, deed.text));
    case 'here':
      return whileLive(session, origin, () => here(session));
    case 'open':
      return open(session, deed.case);
    case 'tick':
      return ticked(session, deed);
    case 'deleteNow': {
      const desk = session.desk.kept === deed.case ? unkept(session.desk) : session.desk;
      return about({ ...session, desk }, deed);
    }
    default:
      return about(session, deed);
  }
}

const INVITATION = new RegExp(`(?<![\\w-])${INVITED}([\\w-]{24})(?![\\w-])`, 'u');

/** Joins the case that a line invites to; undefined where it does not. */
export function invited(session: Session, line: string): Turn | undefined {
  const [, text] = INVITATION.exec(line) ?? [];
  return text === undefined ? undefined : caseTurn(session, { what: 'join', text });
}

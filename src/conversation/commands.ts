import { beginning, isLosing, type LosingCommand, plainCommand } from '../language/gate/plain-commands.js';
import type { Command } from '../language/typed.js';
import { caseTurn } from './case-turns.js';
import { originOf, ownAnswers, view } from './interview/state.js';
import { stay } from './screens.js';
import { isLate, type Seen } from './seen.js';
import type { Session, Turn } from './session.js';
import { interview, nextSubscription, tap } from './tap.js';
import type { DialogNote } from './view.js';

/** A line as somebody typed it, and what they saw when they did, where that is known. */
export interface WrittenLine {
  readonly text: string;
  readonly seen?: Seen | undefined;
}

/** What can be tapped can be typed: the words do what the button does. */
function carriedOut(session: Session, which: Command): Turn {
  switch (which) {
    case 'start':
    case 'change':
      return stay(session);
    case 'restart':
      return interview(session, { kind: which });
    case 'back':
      return back(session);
    case 'next':
      return next(session);
    case 'another':
      return waits(session) ? next(session) : anotherOne(session);
    case 'showAll':
      return interview(session, { kind: 'subscription', what: { kind: which } });
    // Only a page prints; the link leads to one.
    case 'print':
      return tap(session, { kind: 'share' });
    case 'askCustomer':
      return tap(session, { kind: which, language: undefined });
    case 'forgetNow':
      return tap(session, { kind: which, origin: originOf(session.conversation) });
    case 'cases':
      return caseTurn(session, { what: 'list' });
    case 'keep':
      return caseTurn(session, { what: 'keepAs' });
    default:
      return tap(session, { kind: which });
  }
}

/** From the help, or any card that stands before the interview, back leads to the interview: no answer is taken back. */
function back(session: Session): Turn {
  return session.desk.besides === undefined ? interview(session, { kind: 'back' }) : stay(session);
}

/** Whether a subscription that was told of waits for its turn. */
function waits({ conversation }: Session): boolean {
  return conversation.later !== undefined;
}

function isAnswered({ conversation }: Session): boolean {
  return view(conversation).kind === 'guidance';
}

/** Another subscription of this customer, once the one before has its guidance. */
function anotherOne(session: Session): Turn {
  return isAnswered(session)
    ? interview(session, { kind: 'subscription', what: { kind: 'another' } })
    : stay(session);
}

/** The customer's next subscription where one waits, once the one before has its guidance; or else the next customer. */
function next(session: Session): Turn {
  if (!waits(session)) return interview(session, { kind: 'restart' });
  return isAnswered(session) ? nextSubscription(session) : stay(session);
}

/** Something was said that would be out of the way. */
function hasSaid({ conversation }: Session): boolean {
  const { proposal, others } = conversation;
  return ownAnswers(conversation).length > 0 || proposal !== undefined || others !== undefined;
}

/** The same, and nobody has read what it comes to. */
function isUnderWay(session: Session): boolean {
  return !isAnswered(session) && hasSaid(session);
}

/** "Next" and "new" may speak of the question that is open. */
function isDoubtful(session: Session, which: LosingCommand, unsure: boolean): boolean {
  return isUnderWay(session) && (which === 'next' ? !waits(session) : unsure);
}

/** Where "next" is not meant for sure, what is meant is another customer. */
function onlyThis(command: Exclude<LosingCommand, 'forgetNow'>): DialogNote {
  return { kind: 'onlyThis', command: command === 'next' ? 'restart' : command };
}

/**
 * The one gate of what takes something away: it is carried out where its writer saw what is shown now, and where the line
 * is that command and nothing else, and can mean nothing else. Undefined where it is; otherwise what is told instead.
 */
function hindrance(
  session: Session,
  which: Exclude<LosingCommand, 'forgetNow'>,
  { text, seen }: WrittenLine,
): DialogNote | undefined {
  if (isLate(session, seen)) return { kind: 'stale' };
  const plain = plainCommand(text, session.language);
  if (plain?.command !== which) return { kind: 'onlyThis', command: which };
  return isDoubtful(session, which, plain.unsure) ? onlyThis(which) : undefined;
}

/** Deleting is asked for with a card, and is confirmed below that card only. */
function forgetNow(session: Session, { text, seen }: WrittenLine): Turn {
  const { language, desk } = session;
  const confirms = desk.besides === 'forget' && !isLate(session, seen);
  return confirms && plainCommand(text, language)?.command === 'forgetNow'
    ? carriedOut(session, 'forgetNow')
    : tap(session, { kind: 'forget' });
}

/** What a line does that names a command, or was read as one. */
export function commanded(session: Session, which: Command, line: WrittenLine): Turn {
  if (!isLosing(which)) return carriedOut(session, which);
  if (which === 'forgetNow') return forgetNow(session, line);
  const hindered = hindrance(session, which, line);
  return hindered === undefined ? carriedOut(session, which) : stay(session, hindered);
}

/** The same for a line that is nothing else than one of these commands: whoever begins again has more words for it. */
export function losing(session: Session, line: WrittenLine): Turn | undefined {
  const plain = plainCommand(line.text, session.language);
  return plain !== undefined && isLosing(plain.command) ? commanded(session, plain.command, line) : undefined;
}

/** Another customer's beginning, or why it is none. */
export type Afresh =
  | { readonly kind: 'begins'; readonly turn: Turn }
  | { readonly kind: 'goesOn' }
  | { readonly kind: 'hindered'; readonly turn: Turn };

/**
 * The same for a line that says something of a customer: whether that is another one ("next customer: …"), and what was
 * said before is out of the way. Where it may be either nothing changes.
 * @param heard whether the line was read as beginning anew
 */
export function afresh(session: Session, { text, seen }: WrittenLine, heard: boolean): Afresh {
  const begins = { kind: 'begins', turn: interview(session, { kind: 'restart' }) } as const;
  if (!hasSaid(session)) return heard ? begins : { kind: 'goesOn' };
  const how = beginning(text, session.language);
  if (how === 'unsure' || (how === 'other' && !heard)) return { kind: 'goesOn' };
  if (isLate(session, seen)) return { kind: 'hindered', turn: stay(session, { kind: 'stale' }) };
  return how === 'anew' || (how === 'named' && heard)
    ? begins
    : { kind: 'hindered', turn: stay(session, onlyThis('restart')) };
}

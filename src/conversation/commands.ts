import { anotherCustomer } from '../language/announced/another-customer.js';
import { anotherSubscription, somethingBesides } from '../language/announced/another-subscription.js';
import { saidToBeNew } from '../language/announced/said-to-be-new.js';
import { isOfSameCustomer } from '../language/announced/same-customer.js';
import { beginning, isLosing, type LosingCommand, plainCommand } from '../language/gate/plain-commands.js';
import type { Command } from '../language/typed.js';
import type { Answer } from '../policy/facts.js';
import { caseTurn } from './case-turns.js';
import type { DialogNote } from './dialog-note.js';
import { answerOf, originOf, ownAnswers } from './interview/state.js';
import { view } from './interview/viewed.js';
import { interview, nextSubscription } from './interview-turns.js';
import { stay } from './screens.js';
import { isLate, type Seen } from './seen.js';
import type { Session, Turn } from './session.js';
import { tap } from './tap.js';
import { mayBeTold } from './whose-words.js';

/** A line as somebody typed it, and what they saw when they did, where that is known. */
export interface WrittenLine {
  readonly text: string;
  readonly seen?: Seen | undefined;
}

/** An opinion about the answer that is shown, what goes on from it, and keeping it: of another one it would be untrue. */
const OF_SHOWN: readonly Command[] = ['helped', 'wrong', 'another', 'keep'];

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
    case 'helped':
    case 'wrong':
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

/** Who is a new customer has no relationship yet. */
function answersRelationship({ conversation, language }: Session, text: string): boolean {
  const now = view(conversation);
  return now.kind === 'question' && now.fact === 'relationship' && anotherCustomer.isWhole(text, language);
}

/** "It's a new customer" may tell of the one that is talked about, as long as that one has no answer. */
function describes(session: Session, text: string): boolean {
  return isUnderWay(session) && saidToBeNew.behind(text, session.language) !== undefined;
}

/** "Next" and "new" may speak of the question that is open. */
function isDoubtful(session: Session, which: LosingCommand, text: string, unsure: boolean): boolean {
  // "The other one" may be the other subscription.
  const hasOthers = session.conversation.others !== undefined;
  if (which === 'next') return !waits(session) && (isUnderWay(session) || hasOthers);
  if (!isUnderWay(session)) return false;
  return unsure || answersRelationship(session, text) || describes(session, text);
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
  return isDoubtful(session, which, text, plain.unsure) ? onlyThis(which) : undefined;
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
  if (OF_SHOWN.includes(which) && isLate(session, line.seen)) return stay(session, { kind: 'stale' });
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
  if (isOfSameCustomer(text) && isAnswered(session) && !waits(session))
    return { kind: 'begins', turn: anotherOne(session) };
  const isTheirs = describes(session, text) || isOfSameCustomer(text);
  return !isTheirs && (how === 'anew' || (how === 'named' && heard))
    ? begins
    : { kind: 'hindered', turn: stay(session, onlyThis('restart')) };
}

/** What stands behind "another subscription:" before it is told of. */
const PAUSE = /^\s*[.,:;!\p{Pd}。，：；！]/u;

/**
 * The same for another subscription of the customer: whether what a line says is of that, and not of the one whose answer is
 * shown. "Also Azure" is, where that one is not Azure.
 * @param service the product that the line names, where it names one
 */
export function besidesTold(
  session: Session,
  { text, seen }: WrittenLine,
  service: Answer | undefined,
): Afresh {
  const { conversation, language } = session;
  if (!isAnswered(session) || waits(session)) return { kind: 'goesOn' };
  const told = answerOf(conversation, 'service');
  const isOther = service !== undefined && told !== undefined && service !== told;
  const rest = anotherSubscription.behind(text, language);
  if (rest === undefined && !(isOther && somethingBesides.behind(text, language) !== undefined))
    return { kind: 'goesOn' };
  if (isLate(session, seen)) return { kind: 'hindered', turn: stay(session, { kind: 'stale' }) };
  // "The second subscription is suspended": one that is told of already, or a further one.
  if (rest !== undefined && !PAUSE.test(rest) && mayBeTold(session, service))
    return { kind: 'hindered', turn: stay(session, { kind: 'whichSubscription' }) };
  return { kind: 'begins', turn: anotherOne(session) };
}

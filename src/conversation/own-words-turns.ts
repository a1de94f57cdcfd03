import type { Understanding } from '../language/understand/understand.js';
import { nearly, notUnderstood } from './answer-turns.js';
import { type Afresh, afresh, besidesTold, commanded, type WrittenLine } from './commands.js';
import { countriesSaid, regionRead } from './countries-said.js';
import { hear, heardOf, onTable } from './hear.js';
import type { InterviewView } from './interview/shown.js';
import { waitingServices } from './interview/state.js';
import { view } from './interview/viewed.js';
import { interview, nextSubscription } from './interview-turns.js';
import { answerToRule } from './rule-answer.js';
import { remark, stay } from './screens.js';
import { isLate } from './seen.js';
import type { Session, Turn } from './session.js';
import { forCustomer, speak, tap } from './tap.js';
import { productIn, subscriptionMeant } from './whose-words.js';

function intended(session: Session, now: InterviewView, { intent }: Understanding, line: WrittenLine): Turn {
  switch (intent) {
    case undefined:
      return notUnderstood(session);
    case 'unknown':
      return now.kind === 'question'
        ? nearly(session, now.fact, 'unknown', line.text)
        : notUnderstood(session);
    case 'greeting':
      return tap(session, { kind: 'help' });
    case 'thanks':
      return remark(session, { kind: 'youAreWelcome' });
    default:
      return commanded(session, intent, line);
  }
}

/** A language for the reader is chosen at once, one for the customer as well; the rest of the line still counts. */
function spoken(session: Session, { speech }: Understanding): Turn | undefined {
  if (speech === undefined) return undefined;
  return speech.whose === 'asker' ? speak(session, speech.language) : forCustomer(session, speech.language);
}

/** Who begins with another customer, or subscription, has the answers of the one before out of the way. */
function begun(session: Session, heard: Understanding, line: WrittenLine): Afresh {
  const other: Afresh = says(heard) ? afresh(session, line, heard.afresh) : { kind: 'goesOn' };
  if (other.kind !== 'goesOn' || !says(heard)) return other;
  if (isLater(session, heard))
    return isLate(session, line.seen)
      ? { kind: 'hindered', turn: stay(session, { kind: 'stale' }) }
      : { kind: 'begins', turn: nextSubscription(session) };
  const beside = besidesTold(session, line, productIn(heard));
  return beside.kind === 'goesOn' ? turnedTo(session, heard, line) : beside;
}

function says({ readings, subscriptions }: Understanding): boolean {
  return readings.length > 0 || subscriptions !== undefined;
}

/** Below the plan for several subscriptions, the one that the line is about. */
function turnedTo(session: Session, heard: Understanding, { seen }: WrittenLine): Afresh {
  const meant = subscriptionMeant(session, heard);
  if (meant === undefined) return { kind: 'goesOn' };
  if (isLate(session, seen)) return { kind: 'hindered', turn: stay(session, { kind: 'stale' }) };
  return meant === 'unclear'
    ? { kind: 'hindered', turn: stay(session, { kind: 'whichSubscription' }) }
    : {
        kind: 'begins',
        turn: interview(session, { kind: 'subscription', what: { kind: 'turnTo', number: meant } }),
      };
}

/** Whoever names the product that waits for its turn goes on with that. */
function isLater({ conversation }: Session, { readings, subscriptions }: Understanding): boolean {
  const [waiting] = waitingServices(conversation);
  if (subscriptions !== undefined || waiting === undefined) return false;
  if (view(conversation).kind !== 'guidance') return false;
  return readings.some((each) => each.kind === 'is' && each.fact === 'service' && each.value === waiting);
}

/** "It's another country" is no answer about the region: which two countries, is the question. */
function whichCountries(session: Session, now: InterviewView): Turn | undefined {
  if (now.kind === 'understood') return undefined;
  const turn = interview(session, { kind: 'change', fact: 'region' });
  const { conversation, view: shown } = turn;
  if (conversation.asking !== 'region') return undefined;
  return { ...turn, view: { ...shown, notes: [...shown.notes, { kind: 'countriesNeeded' }] } };
}

export function inOwnWords(session: Session, now: InterviewView, line: WrittenLine): Turn {
  const { text } = line;
  const heard = hear(session, onTable(now), text);
  // A question about the rules is answered beside what is shown, and answers nothing itself.
  if (heard.question !== undefined) return stay(session, answerToRule(session.conversation, heard.question));
  const start = begun(session, heard, line);
  if (start.kind === 'hindered') return start.turn;
  const { interview: before } = session.conversation;
  const isAnother = start.kind === 'begins' && start.turn.conversation.interview !== before;
  const located = isAnother ? undefined : countriesSaid(session, now, text, heard);
  if (located !== undefined)
    return isLate(session, line.seen) && located.view.screen.kind !== 'understood'
      ? stay(session, { kind: 'stale' })
      : located;
  const anew = start.kind === 'begins' ? start.turn : undefined;
  const turned = spoken(anew ?? session, heard);
  if (says(heard)) {
    const from = turned ?? anew ?? session;
    const proposed = interview(from, {
      kind: 'propose',
      ...heardOf(from.conversation, heard, text),
      named: regionRead(session, text, heard),
    });
    // Of a new start the line itself tells; what the answers of before came to does not stand in it.
    const told = anew?.view.notes.filter(({ kind }) => kind === 'nextBegun') ?? [];
    const notes = [...told, ...proposed.view.notes];
    return {
      ...proposed,
      view: { ...proposed.view, notes },
      languageChosen: turned?.languageChosen === true,
    };
  }
  if (turned !== undefined) return turned;
  const asking = heard.abroad ? whichCountries(session, now) : undefined;
  if (asking !== undefined) return asking;
  return intended(session, now, heard, line);
}
